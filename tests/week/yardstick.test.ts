import { describe, expect, it } from 'vitest';
import { accepted, type ChangeRecord, changeRecords } from '../../src/drift/record.ts';
import type { WeekPoint } from '../../src/drift/week-point.ts';
import { addWeeks } from '../../src/time/week.ts';
import { compared } from '../../src/week/comparison.ts';
import { shareOfYardstick, type YardstickChoice, yardstickOf } from '../../src/week/yardstick.ts';

const FIRST = '2025-01-06';
const week = (i: number): string => addWeeks(FIRST, i);
const points = (levels: readonly (readonly [weeks: number, share: number])[]): WeekPoint[] =>
  levels
    .flatMap(([n, share]) => Array.from({ length: n }, (_, i) => share + (i % 2 ? 0.02 : -0.02)))
    .map((share, i) => ({ week: week(i), share }));
const choice = (list: readonly WeekPoint[], more: Partial<YardstickChoice> = {}): YardstickChoice => ({
  target: null,
  records: changeRecords([], list, 'craft'),
  marks: [],
  points: list,
  ...more,
});

describe('the yardstick of a week', () => {
  const fallen = points([
    [26, 0.73],
    [60, 0.15],
  ]);

  it('is the target before all else', () => {
    expect(yardstickOf(week(80), choice(fallen, { target: 0.4 }))).toEqual({ kind: 'target', share: 0.4 });
  });

  it('is the level before a told change, for a year and longer', () => {
    for (const i of [32, 52, 85]) {
      expect(yardstickOf(week(i), choice(fallen))).toMatchObject({ kind: 'before-change', since: week(26) });
      expect(shareOfYardstick(yardstickOf(week(i), choice(fallen)))).toBeCloseTo(0.73, 2);
    }
  });

  it('never slides down with a second loss', () => {
    const twice = points([
      [26, 0.73],
      [20, 0.45],
      [20, 0.15],
    ]);
    expect(choice(twice).records).toHaveLength(2);
    expect(shareOfYardstick(yardstickOf(week(64), choice(twice)))).toBeCloseTo(0.73, 2);
  });

  it('is the usual week of the new job once the change is accepted', () => {
    const [record] = changeRecords([], fallen, 'craft');
    if (!record) throw new Error('no record');
    const records = [accepted(record, week(60))];
    expect(yardstickOf(week(59), choice(fallen, { records })).kind).toBe('before-change');
    expect(yardstickOf(week(80), choice(fallen, { records }))).toMatchObject({ kind: 'usual' });
  });

  it('is the level before the user’s marked date where no change was told', () => {
    const steady = points([[40, 0.5]]);
    const marks = [{ date: week(30), name: 'New team' }];
    expect(yardstickOf(week(35), choice(steady, { marks }))).toMatchObject({
      kind: 'before-mark',
      since: week(30),
      name: 'New team',
    });
    expect(yardstickOf(week(29), choice(steady, { marks })).kind).toBe('usual');
  });

  it('is the median of the last eight weeks that count otherwise, and none below three', () => {
    const some = points([[20, 0.5]]);
    const usual = yardstickOf(week(20), choice(some));
    if (usual.kind !== 'usual') throw new Error(usual.kind);
    expect(usual.weeks.map((w) => w.week)).toEqual([19, 18, 17, 16, 15, 14, 13, 12].map(week));
    expect(yardstickOf(week(2), choice(some))).toEqual({ kind: 'too-few', have: 2, need: 3 });
    expect(yardstickOf(week(60), choice(some))).toMatchObject({ kind: 'too-few', have: 0 });
  });
});

describe('the record of a change', () => {
  const shares = points([
    [26, 0.73],
    [60, 0.15],
  ]);

  it('is found once: later weeks move neither its date nor its before', () => {
    let kept: ChangeRecord[] = [];
    const seen = new Set<string>();
    for (let n = 1; n <= shares.length; n++) {
      kept = changeRecords(kept, shares.slice(0, n), 'craft');
      for (const { week: at, before, foundIn } of kept) seen.add(`${at} ${before.toFixed(6)} ${foundIn}`);
    }
    expect(seen.size).toBe(1);
    expect(kept).toEqual(changeRecords([], shares, 'craft'));
  });

  it('stays though the calendar forgets the weeks that it was found in', () => {
    const [record] = changeRecords([], shares, 'craft');
    const later = changeRecords(record ? [record] : [], shares.slice(40), 'craft');
    expect(later).toMatchObject([{ week: week(26), before: record?.before }]);
  });

  it('ends when the level from before is back, and not by half', () => {
    const back = points([
      [26, 0.73],
      [26, 0.15],
      [20, 0.72],
    ]);
    expect(changeRecords([], back, 'craft')[0]?.ended).toMatchObject({ how: 'regained' });
    const half = points([
      [26, 0.73],
      [26, 0.15],
      [20, 0.4],
    ]);
    const [record] = changeRecords([], half, 'craft');
    expect(record?.ended).toBeUndefined();
    expect(shareOfYardstick(yardstickOf(week(70), choice(half)))).toBeCloseTo(0.73, 2);
  });

  it('has its before counted again where the user’s hand reopened the weeks that it stands on', () => {
    const kept = changeRecords([], shares, 'craft');
    const corrected = shares.map((p) => (p.week < week(26) ? { ...p, share: p.share - 0.1 } : p));
    const [record] = changeRecords(kept, corrected, 'craft');
    expect(record).toMatchObject({ week: week(26) });
    expect(record?.before).toBeCloseTo(0.63, 2);
  });
});

describe('a comparison', () => {
  const yardstick = { kind: 'target', share: 0.5 } as const;
  const over = { standing: 'over', share: 0.42, range: null } as const;

  it('is in points of the rounded shares', () => {
    expect(compared({ ...over, share: 0.4249 }, yardstick)).toMatchObject({ kind: 'points', points: -8 });
  });

  it('calls nothing above or below where the range covers the yardstick', () => {
    expect(compared({ ...over, range: [0.35, 0.51] }, yardstick)?.kind).toBe('covered');
    expect(compared({ ...over, range: [0.35, 0.49] }, yardstick)?.kind).toBe('points');
  });

  it.each(['running', 'ahead', 'away', 'as-of', 'not-known', 'after-reach'] as const)(
    'is none for a week that is %s',
    (standing) => expect(compared({ ...over, standing }, yardstick)).toBeNull(),
  );
});
