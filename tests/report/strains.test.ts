import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { LoadedWeek } from '../../src/plan/focus-cost.ts';
import { strainsOf } from '../../src/report/strains.ts';
import { parsePlain } from '../../src/time/zone.ts';
import { anyOccurrences, nastyWeek, occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const MONDAY = '2026-11-16';

function met(
  key: string,
  from: number,
  to: number,
  more: Partial<LabelledOccurrence> = {},
): LabelledOccurrence {
  const at = (hour: number): number => parsePlain(MONDAY) + hour * 3_600_000;
  return occurrence({ key, uid: key, startMs: at(from), endMs: at(to), people: 4, ...more }, 'coordination');
}

function strains(...occurrences: LabelledOccurrence[]): ReturnType<typeof strainsOf> {
  return strainsOf([{ occurrences, load: weekLoad(MONDAY, occurrences, settings) }]);
}

describe('what wears a week down', () => {
  it('is a run of meetings of two hours with no break of ten minutes', () => {
    const [run] = strains(met('a', 9, 10), met('b', 10.1, 11.25), met('c', 14, 15));
    expect(run).toEqual({ id: 'runs', minutes: 135, times: 1, keys: ['a', 'b'] });
  });

  it('is no run where there is a break, nor where it is one long meeting', () => {
    expect(strains(met('a', 9, 10), met('b', 10.25, 11.5))).toEqual([]);
    expect(strains(met('workshop', 9, 12))).toEqual([]);
  });

  it('is time outside working hours, with the entries behind it', () => {
    expect(strains(met('late', 16.5, 18.5), met('day', 9, 10))).toEqual([
      { id: 'after-hours', minutes: 90, times: 1, keys: ['late'] },
    ]);
  });

  it('is a minute that two claim, once, and both of them behind it', () => {
    const found = strains(met('a', 9, 10), met('b', 9.5, 10.5)).find((s) => s.id === 'double-booked');
    expect(found?.minutes).toBe(30);
    expect([...(found?.keys ?? [])].sort()).toEqual(['a', 'b']);
  });

  it('is what has not been accepted', () => {
    expect(strains(met('perhaps', 9, 10, { response: 'tentative' }), met('sure', 11, 12))).toEqual([
      { id: 'unconfirmed', minutes: 60, times: 1, keys: ['perhaps'] },
    ]);
  });

  it('is the weeks’ own sums, in any week', () => {
    const anyWeek: fc.Arbitrary<LoadedWeek> = nastyWeek.chain(([zone, week]) =>
      anyOccurrences(zone, week).map((occurrences) => ({
        occurrences,
        load: weekLoad(week, occurrences, defaultLoadSettings(zone)),
      })),
    );
    fc.assert(
      fc.property(anyWeek, (week) => {
        const of = (id: string): number => strainsOf([week]).find((s) => s.id === id)?.minutes ?? 0;
        const { minutes, longestMeetingRunMinutes } = week.load;
        expect(of('after-hours')).toBe(minutes.afterHoursCraft + minutes.afterHoursManagement);
        expect(of('double-booked')).toBe(minutes.doubleBooked);
        expect(of('unconfirmed')).toBe(minutes.unconfirmed);
        if (of('runs') > 0) expect(longestMeetingRunMinutes).toBeGreaterThanOrEqual(120);
        for (const s of strainsOf([week])) expect(s.keys.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
