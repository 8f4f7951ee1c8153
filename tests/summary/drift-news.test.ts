import { describe, expect, test } from 'vitest';
import { DRIFT_LOOK_BACK_WEEKS, type DriftTelling, driftNews, toldOf } from '../../src/summary/drift-news.ts';
import { addWeeks } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { gaussian, seeded, stableWeeks } from '../drift/simulated-weeks.ts';

const FIRST = '2025-01-06';

interface Telling extends DriftTelling {
  readonly at: number;
}

/** Lives through the shares week by week, as the background does, and notes what it would tell. */
function tellings(shares: readonly number[]): Telling[] {
  const weeks = shares.map((craftShare, i) => ({
    week: addWeeks(FIRST, i),
    craftShare,
    mostlyAway: false,
    countedOccurrences: 20,
  }));
  const told: Telling[] = [];
  for (let at = 0; at < weeks.length; at++) {
    const week: PlainDate = addWeeks(FIRST, at);
    const change = driftNews(week, weeks.slice(Math.max(0, at + 1 - DRIFT_LOOK_BACK_WEEKS), at + 1), told);
    if (change) told.push({ ...toldOf(change), toldIn: week, at });
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
        (t) => t.falling && t.at >= 40 && t.week <= addWeeks(FIRST, 44),
      );
      expect(falls.length, `seed ${seed}`).toBeLessThanOrEqual(1);
      if ((falls[0]?.at ?? 200) > 48) late++;
    }
    expect(late).toBeLessThanOrEqual(1);
  });

  test('is told again where it goes back up, and falls again', () => {
    const found = tellings(person(5, (i) => (i < 30 ? 0.6 : i < 55 ? 0.3 : i < 80 ? 0.6 : 0.3)));
    expect(found.map((t) => t.falling)).toEqual([true, false, true]);
  });

  test('is none for an old change, nor for few weeks', () => {
    const fall = Array.from({ length: 60 }, (_, i) => (i < 20 ? 0.6 : 0.3) + (i % 2) * 0.02);
    const weeks = fall.map((craftShare, i) => ({
      week: addWeeks(FIRST, i),
      craftShare,
      mostlyAway: false,
      countedOccurrences: 9,
    }));
    expect(driftNews(addWeeks(FIRST, 59), weeks, [])).toBeNull();
    expect(driftNews(addWeeks(FIRST, 40), weeks.slice(0, 41), [])).toMatchObject({ level: 'lasting' });
    expect(driftNews(addWeeks(FIRST, 6), weeks.slice(0, 7), [])).toBeNull();
  });
});
