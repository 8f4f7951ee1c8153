import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Activity, SIDE, type Side } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { parsePlain } from '../../src/time/zone.ts';
import { seeded } from '../drift/simulated-weeks.ts';
import { anyOccurrences, occurrence } from './arbitrary.ts';

const WEEK = '2026-11-16';
const settings = defaultLoadSettings('UTC');

function entry(
  day: number,
  hour: number,
  hours: number,
  activity: Activity,
  confidence: number,
): LabelledOccurrence {
  const startMs = parsePlain(WEEK) + day * DAY_MS + hour * HOUR_MS;
  const one = occurrence(
    {
      uid: `${day} ${hour}`,
      key: `${day} ${hour}`,
      title: letters(day * 24 + hour),
      startMs,
      endMs: startMs + hours * HOUR_MS,
    },
    activity,
  );
  return { ...one, label: { ...one.label, confidence } };
}

/** A title of its own for each number: digits are no part of a series' name. */
function letters(n: number): string {
  return `Entry ${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`;
}

const rangeOf = (list: readonly LabelledOccurrence[]): readonly [number, number] => {
  const range = weekLoad(WEEK, list, settings).craftShareRange;
  if (!range) throw new Error('no range');
  return range;
};
const width = ([low, high]: readonly [number, number]): number => high - low;

describe('the range of a craft share', () => {
  it('holds the share, for any calendar, and is null where the share is', () => {
    fc.assert(
      fc.property(anyOccurrences('UTC', WEEK), (list) => {
        const { craftShare, craftShareRange } = weekLoad(WEEK, list, settings);
        if (craftShare === null || craftShareRange === null) {
          expect(craftShareRange).toBe(craftShare);
          return;
        }
        const [low, high] = craftShareRange;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(high);
      }),
      { numRuns: 100 },
    );
  });

  it('has no width where all is settled, and narrows with each answer', () => {
    const list = [0, 1, 2, 3, 4].flatMap((d) => [
      entry(d, 9, 1, 'coordination', 0.6),
      entry(d, 13, 1, 'deep-work', 0.6),
    ]);
    const settled = (n: number): LabelledOccurrence[] =>
      list.map((o, i) => (i < n ? { ...o, label: { ...o.label, confidence: 1 } } : o));
    expect(width(rangeOf(settled(10)))).toBe(0);
    const widths = [0, 3, 6, 9, 10].map((n) => width(rangeOf(settled(n))));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(widths[0]).toBeGreaterThan(0.1);
  });

  it('is wider where five guesses are one series than where they are five', () => {
    const five = [0, 1, 2, 3, 4].map((d) => entry(d, 9, 2, 'coordination', 0.7));
    const one = five.map((o) => ({ ...o, title: 'Board prep', uid: 'one' }));
    expect(width(rangeOf(one))).toBeGreaterThan(width(rangeOf(five)) + 0.02);
  });

  it('doubts a bare hold and what was not confirmed', () => {
    const plain = entry(0, 9, 3, 'coordination', 1);
    expect(width(rangeOf([plain]))).toBe(0);
    expect(width(rangeOf([{ ...plain, response: 'needsAction' }]))).toBeGreaterThan(0.02);
    const held = entry(0, 9, 3, 'personal', 0.4);
    expect(width(rangeOf([{ ...held, label: { ...held.label, hold: 'bare' } }]))).toBeGreaterThan(0.02);
  });

  it('holds the truth nine times in ten where labels are as wrong as measured', () => {
    const draw = seeded(9);
    const wrongOf = { craft: 0.7, management: 1.1, neither: 0.7 } as const;
    const other: Record<Side, Activity> = {
      craft: 'coordination',
      management: 'making-together',
      neither: 'coordination',
    };
    let inside = 0;
    const WEEKS = 300;
    for (let i = 0; i < WEEKS; i++) {
      const list = [0, 1, 2, 3, 4].flatMap((d) =>
        [9, 11, 13, 15].map((h) => {
          const activity =
            (['deep-work', 'coordination', 'people', 'coordination'] as const)[Math.floor(draw() * 4)] ??
            'people';
          return entry(d, h, 1, activity, 0.7 + 0.29 * draw());
        }),
      );
      const truth = list.map((o) => {
        const { side, confidence } = o.label;
        const wrong = draw() < Math.min(0.75, (1 - confidence) * wrongOf[side]);
        const activity = wrong ? other[side] : o.label.activity;
        return { ...o, label: { ...o.label, activity, side: SIDE[activity] } };
      });
      const share = weekLoad(WEEK, truth, settings).craftShare ?? 0;
      const [low, high] = rangeOf(list);
      if (low - 0.005 <= share && share <= high + 0.005) inside++;
    }
    expect(inside / WEEKS).toBeGreaterThan(0.85);
  });
});

describe('the range of a leadership share', () => {
  const rangeFor = (list: readonly LabelledOccurrence[]) => {
    const { leadershipShare, leadershipShareRange } = weekLoad(WEEK, list, settings);
    if (leadershipShare === null || leadershipShareRange === null) throw new Error('no range');
    return { leadershipShare, leadershipShareRange };
  };

  it('holds the share, for any calendar, and is null where the share is', () => {
    fc.assert(
      fc.property(anyOccurrences('UTC', WEEK), (list) => {
        const { leadershipShare, leadershipShareRange } = weekLoad(WEEK, list, settings);
        if (leadershipShare === null || leadershipShareRange === null) {
          expect(leadershipShareRange).toBe(leadershipShare);
          return;
        }
        const [low, high] = leadershipShareRange;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        // The figure is drawn in whole per cents.
        expect(low).toBeLessThanOrEqual(leadershipShare + 0.005);
        expect(high).toBeGreaterThanOrEqual(leadershipShare - 0.005);
      }),
    );
  });

  it('reaches down where what is called leading is unsure, and up where something else is', () => {
    const unsure = rangeFor([entry(0, 9, 3, 'people', 0.5), entry(1, 9, 3, 'coordination', 1)]);
    expect(unsure.leadershipShareRange[0]).toBeLessThan(unsure.leadershipShare - 0.05);
    const meetings = [0, 1, 2, 3, 4].map((day) => entry(day, 9, 3, 'coordination', 0.3));
    const up = rangeFor(meetings);
    expect(up.leadershipShare).toBe(0);
    expect(up.leadershipShareRange[1]).toBeGreaterThan(0.05);
  });

  it('is the figure itself where everything is settled', () => {
    const { leadershipShare, leadershipShareRange } = rangeFor([entry(0, 9, 3, 'people', 1)]);
    for (const bound of leadershipShareRange) expect(bound).toBeCloseTo(leadershipShare, 2);
  });
});
