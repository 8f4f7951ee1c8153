import { difference, type Interval, lengthMs, MINUTE_MS, union } from '../time/interval.ts';

/**
 * Focus blocks: stretches of at least `focusMinutes` that are open or booked for solo craft inside working
 * hours, after the recovery time that follows each meeting is taken off. Sorted and disjoint.
 *
 * @param available open time and solo craft inside working hours
 * @param recovery the recovery time after meetings, from `recoveryAfter`
 */
export function focusBlocks(
  available: readonly Interval[],
  recovery: readonly Interval[],
  focusMinutes: number,
): Interval[] {
  return difference(available, recovery).filter((i) => lengthMs(i) >= focusMinutes * MINUTE_MS);
}

/**
 * The `recoveryMinutes` after each meeting, by the clock: a lunch hour or a walk home that follows a meeting is
 * recovery too, so nothing is taken off the stretch that comes after it.
 */
export function recoveryAfter(meetings: readonly Interval[], recoveryMinutes: number): Interval[] {
  const lengthOfRecovery = recoveryMinutes * MINUTE_MS;
  return union(meetings.map(({ endMs }) => ({ startMs: endMs, endMs: endMs + lengthOfRecovery })));
}
