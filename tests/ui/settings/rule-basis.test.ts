import { describe, expect, it } from 'vitest';
import { basisWindow, ruleBasis } from '../../../extension/settings/rule-basis.ts';
import type { Calendar } from '../../../src/calendar/source.ts';
import { occurrence } from '../../load/arbitrary.ts';

const guest = (email: string) => ({ email, response: 'accepted', self: false, organizer: false }) as const;
const when = { startMs: 0, endMs: 3_600_000 };
const entries = [
  occurrence({
    ...when,
    title: 'Budget',
    color: '9',
    attendees: [guest('a@bank.example'), guest('b@bank.example')],
  }),
  occurrence({ ...when, title: 'Sales', color: 'Blue', attendees: [guest('c@shop.example')] }),
  occurrence({ ...when, title: 'Budget, again', categories: ['blue'], attendees: [guest('d@shop.example')] }),
];
const [first] = entries;
const calendars = [
  { sourceId: first?.sourceId, id: first?.calendarId, name: 'Work ', role: 'work' },
] as Calendar[];
const basis = ruleBasis(entries, calendars);

describe('what rules can be about', () => {
  it('is what the calendars have, the most frequent first', () => {
    expect(basis.values.domain).toEqual(['shop.example', 'bank.example']);
    expect(basis.values.color).toEqual(['Blue', '9']);
    expect(basis.values.calendar).toEqual(['Work']);
  });

  it('is counted as the classifier applies it', () => {
    expect(basis.matching({ field: 'title', value: 'budget' })).toBe(2);
    expect(basis.matching({ field: 'domain', value: 'shop.example' })).toBe(2);
    expect(basis.matching({ field: 'color', value: 'BLUE' })).toBe(2);
    expect(basis.matching({ field: 'calendar', value: 'work' })).toBe(3);
    expect(basis.matching({ field: 'title', value: ' ' })).toBe(0);
  });

  it('can be an entry that was looked at', () => {
    expect(basis.about(first?.key ?? '')).toEqual({ field: 'title', value: 'Budget' });
    expect(basis.about('gone')).toBeNull();
  });

  it('is half a year back and four weeks ahead', () => {
    const { startMs, endMs } = basisWindow(Date.UTC(2026, 10, 18));
    expect([startMs, endMs].map((ms) => new Date(ms).toISOString().slice(0, 10))).toEqual([
      '2026-05-20',
      '2026-12-16',
    ]);
  });
});
