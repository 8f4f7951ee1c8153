import { type Interval, MINUTE_MS } from '../time/interval.ts';
import { daysOfWeek } from '../time/week.ts';
import type { Frame } from './frame.ts';

/**
 * Some days of a week whose load depends on nothing outside them: one local day as a rule, more where working time
 * or recovery reaches over midnight. The load of a week is the sum over its stretches.
 */
export interface Stretch extends Interval {
  /** Working time in it. Sorted and disjoint. */
  readonly working: readonly Interval[];
  /** Working time in it that absences take. Sorted and disjoint. */
  readonly away: readonly Interval[];
}

/**
 * The stretches of a week, in order; they touch and cover it exactly.
 *
 * @param bound intervals that are not to be cut, such as occurrences that a move may change
 */
export function stretchesOf(frame: Frame, bound: readonly Interval[] = []): Stretch[] {
  const { span, working, away, settings } = frame;
  const recoveryMs = settings.recoveryMinutes * MINUTE_MS;
  const parts = (list: readonly Interval[], within: Interval): Interval[] =>
    list.filter((i) => i.startMs < within.endMs && i.endMs > within.startMs);
  const dependsOver = (midnight: number): boolean =>
    working.some(
      (w) => w.startMs < midnight + recoveryMs && w.endMs > midnight && midnight !== span.startMs,
    ) || bound.some((b) => b.startMs < midnight && b.endMs > midnight);
  const stretches: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of daysOfWeek(frame.week, settings.zone)) {
    const last = stretches.at(-1);
    if (last && dependsOver(startMs)) last.endMs = endMs;
    else stretches.push({ startMs, endMs });
  }
  return stretches.map((s) => ({ ...s, working: parts(working, s), away: parts(away, s) }));
}
