import { describe, expect, test } from 'vitest';
import { type ChangeRecord, changeRecords, isFall } from '../../src/drift/record.ts';
import type { WeekPoint } from '../../src/drift/week-point.ts';
import { driftNews, type Telling, withTellings } from '../../src/summary/drift-news.ts';
import { addWeeks } from '../../src/time/week.ts';
import { gaussian, seeded, stableWeeks } from '../drift/simulated-weeks.ts';

const FIRST = '2025-01-06';
const pointsOf = (shares: readonly number[]): WeekPoint[] =>
  shares.map((share, i) => ({ week: addWeeks(FIRST, i), share }));

/** Lives through the shares week by week, as the background does, and notes what each summary would tell. */
function tellings(shares: readonly number[]): { at: number; record: ChangeRecord }[] {
  const points = pointsOf(shares);
  const summaries: Telling[] = [];
  const told: { at: number; record: ChangeRecord }[] = [];
  let kept: ChangeRecord[] = [];
  for (const [at, { week }] of points.entries()) {
    kept = changeRecords(kept, points.slice(0, at + 1), 'craft');
    const record = driftNews(week, withTellings(kept, summaries));
    if (record) told.push({ at, record });
    summaries.push({ week, ...(record ? { drift: { week: record.week, falling: isFall(record) } } : {}) });
  }
  return told;
}

/** Two years of weeks with a spread of five points round the levels given for each half. */
function person(seed: number, levelAt: (week: number) => number): number[] {
  return stableWeeks(104, gaussian(seeded(seed))).map((noise, i) => levelAt(i) + 0.05 * noise);
}

describe('the drift that a summary tells', () => {
  test('is told once for one fall, soon, in two years of summaries', () => {
    let late = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const falls = tellings(person(seed, (i) => (i < 40 ? 0.62 : 0.3))).filter(
        ({ at, record }) => isFall(record) && at >= 40 && record.week <= addWeeks(FIRST, 44),
      );
      expect(falls.length, `seed ${seed}`).toBeLessThanOrEqual(1);
      if ((falls[0]?.at ?? 200) > 48) late++;
    }
    expect(late).toBeLessThanOrEqual(1);
  });

  test('is told again where it goes back up, and falls again', () => {
    const found = tellings(person(5, (i) => (i < 30 ? 0.6 : i < 55 ? 0.3 : i < 80 ? 0.6 : 0.3)));
    expect(found.map(({ record }) => isFall(record))).toEqual([true, false, true]);
  });

  test('is none for an old change, nor for few weeks', () => {
    const points = pointsOf(Array.from({ length: 60 }, (_, i) => (i < 20 ? 0.6 : 0.3) + (i % 2) * 0.02));
    const records = changeRecords([], points, 'craft');
    expect(driftNews(addWeeks(FIRST, 59), records)).toBeNull();
    expect(driftNews(addWeeks(FIRST, 40), records)).toMatchObject({ level: 'lasting' });
    expect(changeRecords([], points.slice(0, 7), 'craft')).toEqual([]);
  });
});
