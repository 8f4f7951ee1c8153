import type { WeekLoad } from '../load/week-load.ts';
import type { PlainDate } from '../time/zone.ts';

/** How many counted weeks make the usual week at most (issue 2: the median of the last eight). */
export const USUAL_WEEKS = 8;
/** Below this number of counted weeks there is no usual week yet. */
export const USUAL_WEEKS_NEEDED = 3;
/** How far back counted weeks are looked for: a long summer must not empty the yardstick. */
export const USUAL_LOOK_BACK_WEEKS = 16;

/** The yardstick of a week: what the weeks before it were like. */
export interface UsualWeek {
  /** Median craft share, 0 to 1; null where fewer than three weeks count. */
  readonly craftShare: number | null;
  /** The weeks it rests on, newest first. */
  readonly weeks: readonly { readonly week: PlainDate; readonly craftShare: number }[];
}

/** A week, in full or as the store keeps it, as far as a yardstick needs it. */
export type YardstickWeek = Pick<WeekLoad, 'week' | 'craftShare' | 'mostlyAway'> &
  ({ readonly counted: readonly unknown[] } | { readonly countedOccurrences: number });

/**
 * The usual week from earlier weeks: the median craft share of the newest eight that count. A week counts when it
 * is not mostly away and at least one occurrence counted in it: a week from before the calendar began would be
 * one big open space.
 */
export function usualWeek(earlier: readonly YardstickWeek[]): UsualWeek {
  const weeks = [...earlier]
    .sort((a, b) => (a.week < b.week ? 1 : -1))
    .filter((week) => !week.mostlyAway && countedIn(week) > 0)
    .flatMap(({ week, craftShare }) => (craftShare === null ? [] : [{ week, craftShare }]))
    .slice(0, USUAL_WEEKS);
  if (weeks.length < USUAL_WEEKS_NEEDED) return { craftShare: null, weeks };
  return { craftShare: median(weeks.map((w) => w.craftShare)), weeks };
}

/** Change in whole percentage points, of the rounded shares, so that it agrees with the two figures shown. */
export function changeInPoints(share: number, usual: number): number {
  return Math.round(share * 100) - Math.round(usual * 100);
}

/** How many occurrences gave a minute to a week. */
export function countedIn(week: YardstickWeek): number {
  return 'counted' in week ? week.counted.length : week.countedOccurrences;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
