import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { WeekLoad } from '../../src/load/week-load.ts';
import { compareAt } from '../../src/report/marks.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays, parsePlain } from '../../src/time/zone.ts';
import { weekPoints } from '../../src/week/points.ts';
import { reachOf } from '../../src/week/standing.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const FIRST = '2026-03-02';

/** Weeks from the 2nd of March on; each Monday holds that many hours of coordination from 09:00. */
function weeksOf(hours: readonly (number | 'away')[]): WeekLoad[] {
  return hours.map((h, i) => {
    const week = addWeeks(FIRST, i);
    const startMs = parsePlain(week) + 9 * 3_600_000;
    if (h === 'away') {
      const allDay = { start: week, end: addDays(week, 5) };
      const span = { startMs: parsePlain(allDay.start), endMs: parsePlain(allDay.end) };
      return weekLoad(week, [occurrence({ key: week, uid: week, ...span, allDay }, 'absence')], settings);
    }
    const entry = { key: week, uid: week, startMs, endMs: startMs + h * 3_600_000 };
    return weekLoad(week, [occurrence(entry, 'coordination')], settings);
  });
}

/** Those of the weeks that count. */
function counted(hours: readonly (number | 'away')[]): WeekLoad[] {
  const weeks = weeksOf(hours);
  const points = weekPoints(weeks, reachOf(weeks), 'craft', Number.POSITIVE_INFINITY);
  return weeks.filter((w) => points.some((p) => p.week === w.week));
}

describe('before and after a marked date', () => {
  it('puts the weeks that end before the date on one side, and those from it on the other', () => {
    const { before, after } = compareAt('2026-03-16', weeksOf([1, 1, 5, 5, 5]));
    expect(before.weeks).toEqual(['2026-03-02', '2026-03-09']);
    expect(after.weeks).toEqual(['2026-03-16', '2026-03-23', '2026-03-30']);
    expect(before.minutesPerWeek.management).toBe(60);
    expect(after.minutesPerWeek.management).toBe(300);
    expect(before.craftShare).toBeGreaterThan(after.craftShare ?? 1);
    expect(after.leadershipShare).toBe(0);
  });

  it('leaves out the week that the date falls into the middle of', () => {
    const { before, after } = compareAt('2026-03-18', weeksOf([1, 1, 2, 3, 3]));
    expect(before.weeks.at(-1)).toBe('2026-03-09');
    expect(after.weeks[0]).toBe('2026-03-23');
  });

  it('does not count a week of holiday', () => {
    const { after } = compareAt('2026-03-16', counted([1, 1, 'away', 3, 3]));
    expect(after.weeks).toEqual(['2026-03-23', '2026-03-30']);
    expect(after.minutesPerWeek.management).toBe(180);
  });

  it('looks at twelve weeks on either side at most, the nearest', () => {
    const { before, after } = compareAt(addWeeks(FIRST, 20), weeksOf(new Array(40).fill(1)));
    expect(before.weeks).toHaveLength(12);
    expect(before.weeks.at(-1)).toBe(addWeeks(FIRST, 19));
    expect(after.weeks).toHaveLength(12);
    expect(after.weeks[0]).toBe(addWeeks(FIRST, 20));
  });

  it('has nothing to say of a side without weeks', () => {
    const { before, after } = compareAt('2026-01-01', weeksOf([1, 2]));
    expect(before).toMatchObject({ weeks: [], craftShare: null, minutesPerWeek: { craft: 0 } });
    expect(after.weeks).toHaveLength(2);
    expect(compareAt('2027-01-01', []).after.craftShare).toBeNull();
  });
});
