import type { Measure } from '../calendar/track.ts';
import type { EpochMs } from '../calendar/units.ts';
import { shareBy, type WeekPoint } from '../drift/week-point.ts';
import { type FiguresOfWeek, type Reach, standingOf } from './standing.ts';

/**
 * The weeks that count, oldest first: over by `untilMs` (now, or the last reading of the calendars where that is
 * earlier), within reach, not mostly away, with a share. The one rule of which weeks yardstick, drift, means and
 * marks rest on.
 */
export function weekPoints(
  weeks: readonly FiguresOfWeek[],
  reach: Reach | null,
  measure: Measure,
  untilMs: EpochMs,
): WeekPoint[] {
  return weeks
    .filter((week) => standingOf(week, reach, untilMs) === 'over')
    .flatMap((week) => {
      const share = shareBy(measure, week);
      return share === null ? [] : [{ week: week.week, share }];
    })
    .sort((a, b) => (a.week < b.week ? -1 : 1));
}
