/** A half-open stretch of time `[startMs, endMs)` in UTC epoch milliseconds. */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** 24 hours, which is not every local day: use `zone.ts` for local days. */
export const DAY_MS = 86_400_000;

/** Length in milliseconds; reversed intervals count as empty. */
export function lengthMs(interval: Interval): number {
  return Math.max(0, interval.endMs - interval.startMs);
}

/** Whether the two half-open intervals share an instant. Touching ones do not, empty ones never do. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.startMs, b.startMs) < Math.min(a.endMs, b.endMs);
}

/** `overlaps` for an entry of a calendar: one without length takes place where it begins. */
export function touches({ startMs, endMs }: Interval, span: Interval): boolean {
  return overlaps({ startMs, endMs: Math.max(endMs, startMs + 1) }, span);
}

/** Whether all of `inner` lies within `outer`. */
export function covers(outer: Interval, inner: Interval): boolean {
  return outer.startMs <= inner.startMs && inner.endMs <= outer.endMs;
}

/** The part of `a` inside `b`, or null where they share nothing. */
export function intersection(a: Interval, b: Interval): Interval | null {
  const startMs = Math.max(a.startMs, b.startMs);
  const endMs = Math.min(a.endMs, b.endMs);
  return startMs < endMs ? { startMs, endMs } : null;
}

/**
 * The union of `intervals` as sorted, disjoint, non-touching intervals. Empty and reversed ones vanish.
 * O(n log n).
 */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.endMs > i.startMs).sort((a, b) => a.startMs - b.startMs);
  const merged: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of sorted) {
    const last = merged.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}

/** `from` without `taken`; both may be in any order and overlap. Sorted and disjoint. O(n log n). */
export function difference(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken);
  const rest: Interval[] = [];
  let next = 0;
  for (const piece of union(from)) {
    let { startMs } = piece;
    while ((holes[next]?.endMs ?? Number.POSITIVE_INFINITY) <= startMs) next++;
    // A hole that reaches beyond this piece is looked at again for the next one.
    for (let i = next, hole = holes[i]; hole && hole.startMs < piece.endMs; hole = holes[++i]) {
      if (hole.startMs > startMs) rest.push({ startMs, endMs: hole.startMs });
      startMs = hole.endMs;
    }
    if (startMs < piece.endMs) rest.push({ startMs, endMs: piece.endMs });
  }
  return rest;
}

/** Total milliseconds covered by at least one of `intervals`. */
export function coveredMs(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, i) => sum + lengthMs(i), 0);
}
