import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { WeekLoad } from '../../src/load/week-load.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { addWeeks, weekAt } from '../../src/time/week.ts';
import { addDays, parsePlain } from '../../src/time/zone.ts';
import { weekPoints } from '../../src/week/points.ts';
import { sharesSoFar } from '../../src/week/so-far.ts';
import {
  hasShare,
  isThin,
  reachOf,
  reachOfEntries,
  standingOf,
  withinReach,
} from '../../src/week/standing.ts';
import { anyOccurrences, occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const WEEK = '2026-11-16';
const at = (week: string, day: number, hour: number): number =>
  parsePlain(addDays(week, day)) + hour * HOUR_MS;

function meeting(week: string, activity: Activity = 'coordination'): LabelledOccurrence {
  return occurrence({ uid: week, key: week, startMs: at(week, 1, 9), endMs: at(week, 1, 11) }, activity);
}

function leave(week: string, days: number): LabelledOccurrence {
  const allDay = { start: week, end: addDays(week, days) };
  return occurrence(
    {
      uid: `off ${week}`,
      key: `off ${week}`,
      startMs: parsePlain(week),
      endMs: parsePlain(allDay.end),
      allDay,
    },
    'absence',
  );
}

const load = (week: string, list: readonly LabelledOccurrence[]): WeekLoad => weekLoad(week, list, settings);
const NOW = at(WEEK, 2, 12);

describe('what a week is', () => {
  const entries = [meeting(addWeeks(WEEK, -4)), meeting(addWeeks(WEEK, -2)), leave(addWeeks(WEEK, -3), 5)];
  const weeks = [-6, -5, -4, -3, -2, -1, 0, 1].map((i) => load(addWeeks(WEEK, i), entries));
  const reach = reachOf(weeks);
  const standings = weeks.map((w) => standingOf(w, reach, NOW));

  it('is outside of the calendar before its first entry and after its last, and has no share there', () => {
    expect(reach).toEqual({ first: addWeeks(WEEK, -4), last: addWeeks(WEEK, -2) });
    expect(standings).toEqual([
      'before-reach',
      'before-reach',
      'over',
      'away',
      'over',
      'after-reach',
      'after-reach',
      'after-reach',
    ]);
    expect(weeks.map((w) => withinReach(w, reach).craftShare !== null)).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(standings.filter(hasShare)).toEqual(['over', 'away', 'over']);
  });

  it('is the user’s own where it is empty between two entries', () => {
    const far = reachOf([...weeks, load(addWeeks(WEEK, 9), [meeting(addWeeks(WEEK, 9))])]);
    expect(standingOf(load(addWeeks(WEEK, -1), []), far, NOW)).toBe('over');
  });

  it('is running until it is over, and ahead until it begins', () => {
    const wide = { first: addWeeks(WEEK, -9), last: addWeeks(WEEK, 9) };
    const of = (week: string, nowMs: number): string => standingOf(load(week, []), wide, nowMs);
    expect(of(WEEK, NOW)).toBe('running');
    expect(of(WEEK, at(WEEK, 7, 0))).toBe('over');
    expect(of(addWeeks(WEEK, 1), NOW)).toBe('ahead');
  });

  it('is not known where it began after the last reading, and as of then where it was running', () => {
    const week = load(WEEK, [meeting(WEEK)]);
    expect(standingOf(week, reach, NOW, 'not-known')).toBe('not-known');
    expect(standingOf(week, reach, at(WEEK, 9, 0), 'as-of')).toBe('as-of');
  });

  it('says nothing of an empty calendar, nor of one with days off alone', () => {
    expect(standingOf(load(WEEK, []), reachOf([load(WEEK, [])]), NOW)).toBe('empty-calendar');
    expect(reachOf([load(WEEK, [leave(WEEK, 1)])])).toBeNull();
  });

  it('counts for yardstick and drift only where it is over, within reach and not away', () => {
    expect(weekPoints(weeks, reach, 'craft', NOW).map((p) => p.week)).toEqual([
      addWeeks(WEEK, -4),
      addWeeks(WEEK, -2),
    ]);
    expect(weekPoints(weeks, reach, 'craft', at(WEEK, -14, 0))).toHaveLength(1);
  });
});

describe('the reach of entries', () => {
  it('is that of their weeks, whatever stands in them', () => {
    fc.assert(
      fc.property(anyOccurrences('UTC', WEEK), (list) => {
        const weeks = [-1, 0, 1].map((i) => load(addWeeks(WEEK, i), list));
        const inside = list.filter((o) => o.startMs >= at(WEEK, -7, 0) && o.startMs < at(WEEK, 14, 0));
        const [of, named] = [reachOf(weeks), reachOfEntries(inside, (ms) => weekAt(ms, 'UTC'))];
        // A copy that is declined elsewhere, or an entry cut to nothing, leaves the week out of its own figures.
        if (of && named) expect(named.first <= of.first || of.first < addWeeks(WEEK, 0)).toBe(true);
        if (of === null && named !== null) expect(list.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out what does not count: cancelled, declined, all-day and private entries', () => {
    const plain = meeting(WEEK);
    const not = [
      { ...plain, status: 'cancelled' as const },
      { ...plain, response: 'declined' as const },
      { ...plain, private: true as const },
      leave(WEEK, 1),
    ];
    for (const entry of not) expect(reachOfEntries([entry], (ms) => weekAt(ms, 'UTC'))).toBeNull();
    expect(reachOfEntries([plain], (ms) => weekAt(ms, 'UTC'))).toEqual({ first: WEEK, last: WEEK });
  });
});

describe('a thin calendar', () => {
  const weeks = (entries: readonly number[]): { week: string; entries: number; mostlyAway: boolean }[] =>
    entries.map((n, i) => ({ week: addWeeks(WEEK, i), entries: n, mostlyAway: false }));

  it.each([
    [[2, 2, 9], true],
    [[3, 0, 5], false],
    [[0, 0, 9, 0, 0], false],
    [[], false],
  ])('has fewer than three entries a week in the median of its reach: %j', (entries, thin) => {
    expect(isThin(weeks(entries), reachOf(weeks(entries)))).toBe(thin);
  });
});

describe('the running week so far', () => {
  it('is the timeline up to now, with the open time that is over', () => {
    const week = load(WEEK, [meeting(WEEK)]);
    const soFar = sharesSoFar(week, at(WEEK, 1, 10));
    expect(soFar.minutes).toBe(7 * 60 + 60);
    expect(soFar.craftShare).toBeCloseTo(420 / 480, 10);
    expect(sharesSoFar(week, at(WEEK, 0, 9)).craftShare).toBeNull();
  });

  it('ends where the whole week does', () => {
    fc.assert(
      fc.property(anyOccurrences('UTC', WEEK), (list) => {
        const week = load(WEEK, list);
        const all = sharesSoFar(week, week.endMs);
        if (week.craftShare === null) expect(all.craftShare).toBeNull();
        else {
          expect(all.craftShare).toBeCloseTo(week.craftShare, 10);
          expect(all.leadershipShare).toBeCloseTo(week.leadershipShare ?? -1, 10);
        }
      }),
      { numRuns: 60 },
    );
  });
});
