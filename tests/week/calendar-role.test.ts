import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { roleDoubt } from '../../src/week/calendar-role.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const guessed = (fields: Partial<Calendar> = {}): Calendar => ({
  sourceId: 'test',
  id: 'cal',
  name: 'Calendar',
  role: 'work',
  roleGuessed: true,
  ...fields,
});

/** Eight entries on Mondays at an hour. */
function entries(
  hour: number,
  activity: Activity,
  fields: Partial<LabelledOccurrence> = {},
): LabelledOccurrence[] {
  return Array.from({ length: 8 }, (_, i) => {
    const startMs = Date.UTC(2026, 8, 28 + 7 * i, hour);
    return occurrence({ startMs, endMs: startMs + HOUR_MS, ...fields }, activity);
  });
}

describe('a calendar whose role was guessed', () => {
  test.each([
    [
      'for its name, as soon as it takes something out',
      guessed({ name: 'Familie', role: 'private' }),
      entries(10, 'coordination'),
      'name',
    ],
    ['for its personal entries', guessed(), entries(10, 'personal'), 'personal'],
    ['for evenings that one has alone', guessed(), entries(19, 'administration', { people: 1 }), 'hours'],
    ['for its matches', guessed(), entries(18, 'coordination', { title: 'Arsenal vs Chelsea' }), 'matches'],
  ] as const)('is asked about %s', (_, calendar, list, why) => {
    expect(roleDoubt(list, [calendar], settings)).toMatchObject({
      calendarId: 'cal',
      role: calendar.role,
      why,
    });
  });

  test.each([
    ['with work in it', guessed(), entries(10, 'coordination')],
    ['with meetings in the evening', guessed(), entries(19, 'coordination', { people: 6 })],
    ['with a few entries', guessed(), entries(10, 'personal').slice(0, 3)],
    ['of nothing yet', guessed({ name: 'Privat', role: 'private' }), []],
    ['that is off', guessed({ role: 'off' }), entries(10, 'personal')],
  ] as const)('is not asked about %s', (_, calendar, list) => {
    expect(roleDoubt(list, [calendar], settings)).toBeNull();
  });

  test('is never asked about again once the user has spoken', () => {
    const { roleGuessed: _, ...told } = guessed();
    expect(roleDoubt(entries(10, 'personal'), [told], settings)).toBeNull();
  });
});
