import { expect, test } from 'vitest';
import { closeWeek, keptOf, loadOfClosed } from '../../src/history/closed-week.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { labelled, MONDAY_9, occurrence } from '../store/fixtures.ts';

const WEEK = '2026-11-16';
const load = defaultLoadSettings('Europe/Berlin');
const basis = { load, track: 'own', labelVersion: '1' } as const;
const rows = [
  { ...occurrence({ uid: 'a' }), label: labelled('coordination') },
  {
    ...occurrence({ uid: 'b', startMs: MONDAY_9 + DAY_MS, response: 'declined' }),
    label: labelled('people'),
  },
  {
    ...occurrence({ uid: 'c', startMs: MONDAY_9 + 2 * DAY_MS, endMs: MONDAY_9 + 2 * DAY_MS + 3 * HOUR_MS }),
    label: labelled('deep-work'),
  },
  { ...occurrence({ uid: 'elsewhere', startMs: MONDAY_9 + 9 * DAY_MS }), label: labelled('people') },
];

test('a closed week opens every figure as it stood: the same load from its own entries', () => {
  const { row, entries } = closeWeek(WEEK, rows, basis, 5);
  expect(entries.entries.map((e) => e.uid)).toEqual(['a', 'b', 'c']);
  expect(loadOfClosed(row, entries.entries)).toEqual(weekLoad(WEEK, rows, load));
  expect(row).toMatchObject({ week: WEEK, closedMs: 5, reopened: [], figures: { countedOccurrences: 2 } });
});

test('keeps nobody’s address or name, only whose domain was there and the own answer', () => {
  const attendee = { response: 'accepted', organizer: false } as const;
  const kept = keptOf({
    ...occurrence({
      description: 'x'.repeat(2000),
      attendees: [
        { ...attendee, email: 'me@example.org', self: true, name: 'Me' },
        { ...attendee, email: 'ann@example.org', self: false, name: 'Ann' },
        { ...attendee, email: 'bob@example.org', self: false },
        { ...attendee, email: 'eve@client.example', self: false },
      ],
    }),
    label: labelled('people'),
  });
  expect(kept.attendees).toEqual([
    { ...attendee, email: '@client.example', self: false },
    { ...attendee, email: '@example.org', self: false },
    { ...attendee, email: '@example.org', self: true },
  ]);
  expect(kept.people).toBe(3);
  expect(kept.description).toHaveLength(400);
});
