import { expect, test } from 'vitest';
import type { Calendar } from '../../src/calendar/source.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { addDays, instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { zoneDoubt } from '../../src/week/calendar-zone.ts';
import { occurrence } from '../load/arbitrary.ts';

const NEW_YORK = 'America/New_York';
const settings = defaultLoadSettings('Europe/Berlin');
const user = { zone: 'Europe/Berlin', zoneStayed: null };
const now = Date.UTC(2026, 10, 24, 12);
const calendar = (fields: Partial<Calendar> = {}): Calendar[] => [
  { sourceId: 'test', id: 'cal', name: 'Work', role: 'work', zone: NEW_YORK, ...fields },
];

/** Four weeks of New York meetings, every working day from 9 to 12 and from 13 to 15. */
const meetings = Array.from({ length: 28 }, (_, i) => addDays('2026-10-26', i)).flatMap((date) =>
  [
    [9, 180],
    [13, 120],
  ].map(([hour = 0, minutes = 0]) => {
    const startMs = instantOfWall(parsePlain(date) + hour * 60 * MINUTE_MS, NEW_YORK);
    return occurrence({ startMs, endMs: startMs + minutes * MINUTE_MS });
  }),
);

test('a calendar of New York that is counted in Berlin asks, with the figure either way', () => {
  const doubt = zoneDoubt(meetings, calendar(), user, settings, now);
  expect(doubt).toMatchObject({ calendar: 'Work', zone: NEW_YORK });
  expect(doubt?.here).toBeGreaterThan(doubt?.there ?? 1);
  expect(doubt?.there).toBeCloseTo(0, 1);
});

test.each([
  ['where the calendar names no zone', calendar().map(({ zone: _, ...rest }) => rest), user],
  ['where it names the user’s', calendar({ zone: 'Europe/Berlin' }), user],
  ['where its clocks are the user’s', calendar({ zone: 'Europe/Paris' }), user],
  ['where the user has said to stay', calendar(), { ...user, zoneStayed: NEW_YORK }],
  ['of a private calendar', calendar({ role: 'private' }), user],
  ['where two calendars disagree', [...calendar(), ...calendar({ id: 'other', zone: 'Asia/Tokyo' })], user],
] as const)('nothing is asked %s', (_, calendars, who) => {
  expect(zoneDoubt(meetings, calendars, who, settings, now)).toBeNull();
});

test('nothing is asked where it makes no difference', () => {
  expect(zoneDoubt([], calendar(), user, settings, now)).toBeNull();
});
