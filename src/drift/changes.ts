import type { PlainDate } from '../time/zone.ts';
import { mean } from './mean.ts';
import { lastingChanges } from './monitor.ts';
import { stepAt } from './step.ts';
import {
  FEWEST_WEEKS,
  LEAST_EFFECT,
  MONITOR_WINDOW,
  possibleThreshold,
  SHORTEST_SEGMENT,
} from './thresholds.ts';
import type { WeekPoint } from './week-point.ts';

/** A change of the weekly share that lasts. */
export interface Change {
  /** `possible`: one look finds it. `lasting`: the weekly monitor announced it. */
  readonly level: 'possible' | 'lasting';
  /** First week after the change, the most likely one, and the range that fits nearly as well. */
  readonly week: PlainDate;
  readonly earliestWeek: PlainDate;
  readonly latestWeek: PlainDate;
  /** Mean share of the counted weeks before and since, 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** Standard normal value of the step (see `stepAt`), negative for a fall. */
  readonly statistic: number;
  /** Counted weeks that the means stand on. */
  readonly weeksBefore: readonly PlainDate[];
  readonly weeksAfter: readonly PlainDate[];
}

/** A lasting change with the week at whose end it was found. */
export interface FoundChange extends Change {
  readonly level: 'lasting';
  readonly foundIn: PlainDate;
}

/**
 * Every lasting change that the weekly monitor announced, oldest first. `points` are the counted weeks, oldest first
 * (`weekPoints`). A change is dated from the weeks up to the one that it was found in, and never anew: what comes later
 * moves neither its date nor its *before*. *After* is the mean of all weeks since, up to the next change.
 * How and why: docs/drift.md.
 */
export function lastingChangesIn(points: readonly WeekPoint[]): FoundChange[] {
  const found: FoundChange[] = [];
  let start = 0;
  for (const { announcedAt, z } of lastingChanges(points.map((p) => p.share))) {
    const from = Math.max(start, announcedAt + 1 - MONITOR_WINDOW);
    const change = strongestChange(points.slice(from, announcedAt + 1), 'lasting', z < 0);
    const foundIn = points[announcedAt]?.week;
    if (!change || foundIn === undefined) continue;
    found.push({ ...change, level: 'lasting', foundIn });
    start = points.findIndex((p) => p.week === change.week);
  }
  return found.map((change, i) => sinceIn(change, points, found[i + 1]?.week));
}

/** The change with *after* brought up to the weeks before `until`, the next change, or up to the last. */
export function sinceIn<C extends Change>(change: C, points: readonly WeekPoint[], until?: PlainDate): C {
  const since = points.filter((p) => p.week >= change.week && (until === undefined || p.week < until));
  if (since.length === 0) return change;
  return { ...change, after: mean(since.map((p) => p.share)), weeksAfter: since.map((p) => p.week) };
}

/** A change that one look at the last 52 counted weeks finds, lasting or not; null where there is none. */
export function possibleChangeIn(points: readonly WeekPoint[]): Change | null {
  const recent = points.slice(-MONITOR_WINDOW);
  if (recent.length < FEWEST_WEEKS) return null;
  const change = strongestChange(recent, 'possible');
  return change && Math.abs(change.statistic) > possibleThreshold(recent.length) ? change : null;
}

/** The most likely step in `points` (in one direction, where given), dated as an interval; null if too small. */
function strongestChange(
  points: readonly WeekPoint[],
  level: Change['level'],
  falling?: boolean,
): Change | null {
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
