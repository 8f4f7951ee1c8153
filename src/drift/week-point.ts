import type { Measure } from '../calendar/track.ts';
import type { WeekLoad } from '../load/week-load.ts';
import type { PlainDate } from '../time/zone.ts';

/** One week that counts (`weekPoints` says which do). */
export interface WeekPoint {
  readonly week: PlainDate;
  /** Craft or leadership share, 0 to 1. */
  readonly share: number;
}

/** The share that a track is measured by; null where the week has none. */
export function shareBy(
  measure: Measure,
  week: Pick<WeekLoad, 'craftShare' | 'leadershipShare'>,
): number | null {
  return measure === 'leadership' ? week.leadershipShare : week.craftShare;
}
