import type { WeekLoad } from '../load/week-load.ts';
import type { WeekPoint } from './detect.ts';

/** A week, in full or as the store keeps it, as far as a point of the trend needs it. */
export type PointWeek = Pick<WeekLoad, 'week' | 'craftShare' | 'mostlyAway'> &
  (Pick<WeekLoad, 'counted' | 'leftOut' | 'allDay'> | { readonly countedOccurrences: number });

/** A week with anything of the calendar in it, counted or left out. */
function hasEntries(week: PointWeek): boolean {
  if ('countedOccurrences' in week) return week.countedOccurrences > 0;
  return week.counted.length > 0 || week.leftOut.length > 0 || week.allDay.length > 0;
}

/**
 * The weeks that count for drift, oldest first. Left out are weeks that are mostly away or have no share, and the
 * weeks before the calendar's first entry and after its last: an empty week between entries is the user's, but an
 * empty calendar says nothing (it would be 100% open craft).
 */
export function countedPoints(weeks: readonly PointWeek[]): WeekPoint[] {
  const first = weeks.findIndex(hasEntries);
  if (first < 0) return [];
  const last = weeks.findLastIndex(hasEntries);
  return weeks.slice(first, last + 1).flatMap((week) => {
    if (week.mostlyAway || week.craftShare === null) return [];
    return [{ week: week.week, share: week.craftShare }];
  });
}
