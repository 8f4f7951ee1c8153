import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drift, driftOf } from '../../src/drift/drift.ts';
import { lastingChanges, monitorValue } from '../../src/drift/monitor.ts';
import { changeRecords } from '../../src/drift/record.ts';
import { stepAt, strongestStep } from '../../src/drift/step.ts';
import { LASTING_THRESHOLD, POSSIBLE_THRESHOLDS, SHORTEST_SEGMENT } from '../../src/drift/thresholds.ts';
import type { WeekPoint } from '../../src/drift/week-point.ts';
import { addWeeks } from '../../src/time/week.ts';
import { gaussian, seeded, stableWeeks } from './simulated-weeks.ts';

/** Years that a test simulates; `npm run simulate` takes 20,000. */
const YEARS = 1500;

const points = (shares: readonly number[]): WeekPoint[] =>
  shares.map((share, i) => ({ week: addWeeks('2026-01-05', i), share }));
const detectDrift = (weeks: readonly WeekPoint[]): Drift => driftOf(weeks, changeRecords([], weeks, 'craft'));
const level = (weeks: number, share: number): number[] =>
  Array.from({ length: weeks }, (_, i) => share + (i % 2 ? 0.02 : -0.02));
const scaled = (values: readonly number[]): number[] => values.map((v) => 0.5 + 0.1 * v);
const normal = (seed: number): (() => number) => gaussian(seeded(seed));

describe('the weekly monitor, on simulated years', () => {
  it('gives at most one stable year in ten a lasting alarm', () => {
    const draw = normal(11);
    let alarmed = 0;
    for (let y = 0; y < YEARS; y++) if (lastingChanges(scaled(stableWeeks(60, draw))).length > 0) alarmed++;
    expect(alarmed / YEARS).toBeLessThanOrEqual(0.1);
  });

  it.each([
    [2, 8, 0.49],
    [3, 6, 0.8],
    [4, 4, 0.86],
  ])('announces a drop of %i sd within %i weeks more often than the peer does', (sd, within, peer) => {
    const draw = normal(12);
    let calm = 0;
    let announced = 0;
    for (let y = 0; y < YEARS; y++) {
      const at = 30 + (y % 20);
      const found = lastingChanges(
        scaled(stableWeeks(at + within, draw).map((v, i) => (i < at ? v : v - sd))),
      );
      if (found.some((change) => change.announcedAt < at)) continue;
      calm++;
      if (found.length > 0) announced++;
    }
    expect(announced / calm).toBeGreaterThan(peer + 0.1);
  });

  it('is not moved by one odd week, however odd', () => {
    const draw = normal(13);
    const alarms = (odd: number): number => {
      let count = 0;
      for (let y = 0; y < YEARS; y++) {
        const weeks = scaled(stableWeeks(54, draw).map((v, i) => (i === 40 ? v - odd : v)));
        if (lastingChanges(weeks).some((c) => c.announcedAt >= 40)) count++;
      }
      return count / YEARS;
    };
    const usual = alarms(0);
    for (const odd of [3, 5, 8]) expect(alarms(odd)).toBeLessThan(usual + 0.02);
  });

  it('has a threshold for one look that one stable series in twenty passes', () => {
    for (const [weeks, threshold] of POSSIBLE_THRESHOLDS) {
      const draw = normal(14);
      let passed = 0;
      for (let i = 0; i < 2 * YEARS; i++) {
        const step = strongestStep(scaled(stableWeeks(weeks, draw)), SHORTEST_SEGMENT, SHORTEST_SEGMENT);
        if (Math.abs(step?.z ?? 0) > threshold) passed++;
      }
      expect(passed / (2 * YEARS), `${weeks} weeks`).toBeGreaterThan(0.035);
      expect(passed / (2 * YEARS), `${weeks} weeks`).toBeLessThan(0.065);
    }
  });
});

describe('what the weeks say together', () => {
  it('says how many weeks are missing below eight', () => {
    expect(detectDrift(points(level(7, 0.6)))).toEqual({ kind: 'too-few', weeks: 7, needed: 8 });
  });

  it('finds no change in a level', () => {
    expect(detectDrift(points(level(26, 0.6))).kind).toBe('none');
    expect(detectDrift(points(new Array(26).fill(1))).kind).toBe('none');
  });

  it('dates a fall to its week, with the levels before and after', () => {
    const drift = detectDrift(points([...level(14, 0.6), ...level(12, 0.25)]));
    expect(drift).toMatchObject({
      kind: 'change',
      change: { level: 'lasting', week: addWeeks('2026-01-05', 14) },
    });
    if (drift.kind !== 'change') throw new Error('no change');
    expect(drift.change.before).toBeCloseTo(0.6, 2);
    expect(drift.change.after).toBeCloseTo(0.25, 2);
    expect(drift.change.statistic).toBeLessThan(-LASTING_THRESHOLD);
    expect(
      drift.change.earliestWeek <= drift.change.week && drift.change.week <= drift.change.latestWeek,
    ).toBe(true);
  });

  it('finds a rise as well as a fall', () => {
    const drift = detectDrift(points([...level(14, 0.25), ...level(12, 0.6)]));
    expect(drift).toMatchObject({ kind: 'change', change: { level: 'lasting' } });
  });

  it('calls a change of less than eight points noise, however clear', () => {
    expect(detectDrift(points([...new Array(13).fill(0.6), ...new Array(13).fill(0.54)])).kind).toBe('none');
  });

  it('tells of the latest of two changes', () => {
    const drift = detectDrift(points([...level(20, 0.7), ...level(16, 0.3), ...level(16, 0.55)]));
    expect(drift).toMatchObject({ kind: 'change', change: { week: addWeeks('2026-01-05', 36) } });
    if (drift.kind === 'change') expect(drift.change.before).toBeCloseTo(0.3, 2);
  });

  it('is blind to where the shares begin: mirrored shares give mirrored changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 60 }),
        (shares) => {
          const here = detectDrift(points(shares));
          const there = detectDrift(points(shares.map((s) => 1 - s)));
          expect(there.kind).toBe(here.kind);
          if (here.kind === 'change' && there.kind === 'change')
            expect(there.change.week).toBe(here.change.week);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the statistic', () => {
  it('is the same for a series moved and stretched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 40 }),
        fc.integer({ min: 2, max: 8 }),
        (values, at) => {
          const spread = Math.max(...values) - Math.min(...values);
          fc.pre(spread > 0.5);
          const z = stepAt(values, at).z;
          expect(
            stepAt(
              values.map((v) => 3 + v),
              at,
            ).z,
          ).toBeCloseTo(z, 6);
        },
      ),
    );
  });

  it('needs weeks on both sides', () => {
    expect(strongestStep([1, 2, 3, 4, 5], SHORTEST_SEGMENT, SHORTEST_SEGMENT)).toBeNull();
    expect(monitorValue([0.1, 0.2, 0.3])).toBeNull();
  });
});
