import { type Interval, lengthMs, MINUTE_MS } from '../time/interval.ts';

/** Meetings with a gap shorter than this are back to back (10-minute breaks: Microsoft's EEG study, 2021). */
const BACK_TO_BACK_MINUTES = 10;

/**
 * Runs of meetings whose gaps are under 10 minutes, each from its first start to its last end.
 * `meetings` is sorted by start and disjoint.
 */
export function meetingRuns(meetings: readonly Interval[]): Interval[] {
  const runs: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of meetings) {
    const last = runs.at(-1);
    if (last && startMs - last.endMs < BACK_TO_BACK_MINUTES * MINUTE_MS) last.endMs = endMs;
    else runs.push({ startMs, endMs });
  }
  return runs;
}

/** The longest of `intervals`, the first of equals; null where there is none. */
export function longest(intervals: readonly Interval[]): Interval | null {
  return intervals.reduce<Interval | null>(
    (best, i) => (best === null || lengthMs(i) > lengthMs(best) ? i : best),
    null,
  );
}
