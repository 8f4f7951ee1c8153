import type { PlainDate } from '../time/zone.ts';
import { lastingChanges, mean } from './monitor.ts';
import { stepAt } from './step.ts';
import {
  FEWEST_WEEKS,
  LEAST_EFFECT,
  MONITOR_WINDOW,
  possibleThreshold,
  SHORTEST_SEGMENT,
} from './thresholds.ts';

/** One counted week: not mostly away, and with a share. */
export interface WeekPoint {
  readonly week: PlainDate;
  /** Craft share, 0 to 1. */
  readonly share: number;
}

/** A change of the weekly craft share that lasts. */
export interface Change {
  /** `possible`: one look finds it. `lasting`: the weekly monitor announced it. */
  readonly level: 'possible' | 'lasting';
  /** First week after the change, the most likely one, and the range that fits nearly as well. */
  readonly week: PlainDate;
  readonly earliestWeek: PlainDate;
  readonly latestWeek: PlainDate;
  /** Mean craft share of the counted weeks before and after, 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** Standard normal value of the step (see `stepAt`), negative for a fall. */
  readonly statistic: number;
  /** Counted weeks that the means stand on. */
  readonly weeksBefore: readonly PlainDate[];
  readonly weeksAfter: readonly PlainDate[];
}

export type Drift =
  | { readonly kind: 'too-few'; readonly weeks: number; readonly needed: number }
  | { readonly kind: 'none'; readonly weeks: number }
  | { readonly kind: 'change'; readonly change: Change };

/**
 * The latest lasting change in the weekly craft share, or a possible one, or none. `points` are the counted weeks,
 * oldest first (see `countedPoints`). How and why: docs/drift.md.
 */
export function detectDrift(points: readonly WeekPoint[]): Drift {
  if (points.length < FEWEST_WEEKS) return { kind: 'too-few', weeks: points.length, needed: FEWEST_WEEKS };
  const shares = points.map((p) => p.share);
  const announced = lastingChanges(shares);
  const last = announced.at(-1);
  // What lies before the change before this one is another story.
  const start = Math.max(announced.at(-2)?.at ?? 0, points.length - MONITOR_WINDOW, 0);
  if (last) {
    const change = describe(points.slice(start), 'lasting', last.z < 0);
    if (change) return { kind: 'change', change };
  }
  const recent = points.slice(-MONITOR_WINDOW);
  const change = describe(recent, 'possible');
  if (change && Math.abs(change.statistic) > possibleThreshold(recent.length))
    return { kind: 'change', change };
  return { kind: 'none', weeks: points.length };
}

/** The most likely step in `points` (in one direction, where given), dated as an interval; null if too small. */
function describe(points: readonly WeekPoint[], level: Change['level'], falling?: boolean): Change | null {
  const shares = points.map((p) => p.share);
  const steps = [];
  for (let at = SHORTEST_SEGMENT; at <= shares.length - SHORTEST_SEGMENT; at++) {
    const step = stepAt(shares, at);
    if (falling === undefined || step.z < 0 === falling) steps.push(step);
  }
  const best = steps.reduce<(typeof steps)[number] | null>(
    (most, s) => (most === null || Math.abs(s.z) > Math.abs(most.z) ? s : most),
    null,
  );
  if (!best) return null;
  const [before, after] = [points.slice(0, best.at), points.slice(best.at)];
  const [low, high] = [mean(before.map((p) => p.share)), mean(after.map((p) => p.share))];
  if (Math.abs(high - low) < LEAST_EFFECT) return null;
  const close = steps.filter((s) => s.z * best.z > 0 && Math.abs(best.z) - Math.abs(s.z) <= 1);
  const week = (at: number | undefined): PlainDate => points[at ?? best.at]?.week ?? '';
  return {
    level,
    week: week(best.at),
    earliestWeek: week(close[0]?.at),
    latestWeek: week(close.at(-1)?.at),
    before: low,
    after: high,
    statistic: best.z,
    weeksBefore: before.map((p) => p.week),
    weeksAfter: after.map((p) => p.week),
  };
}
