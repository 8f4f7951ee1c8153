import type { LabelledOccurrence } from '../calendar/label.ts';
import type { EpochMs } from '../calendar/units.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { DAY_MS, type Interval } from '../time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../time/week.ts';

/** Finished weeks that a question about the calendar looks at. */
const WEEKS = 4;

/** The stretch of the last finished weeks, two days wider for other zones. */
export function recentWindow(settings: LoadSettings, nowMs: EpochMs): Interval {
  const week = weekAt(nowMs, settings.zone, settings.weekStart);
  return {
    startMs: weekInterval(addWeeks(week, -WEEKS), settings.zone).startMs - 2 * DAY_MS,
    endMs: weekInterval(week, settings.zone).startMs + 2 * DAY_MS,
  };
}

/** A smaller difference (one point) is not worth a question. */
const LEAST_DIFFERENCE = 0.01;

/**
 * The mean craft shares of the last finished weeks by the settings of now and by others, 0 to 1; null where it makes no
 * difference, or where nothing is known.
 *
 * @param counted of `recentWindow`
 */
export function sharesEitherWay(
  counted: readonly LabelledOccurrence[],
  settings: LoadSettings,
  others: LoadSettings,
  nowMs: EpochMs,
): { readonly here: number; readonly there: number } | null {
  const [here, there] = [settings, others].map((given) => recentShare(counted, given, nowMs));
  if (typeof here !== 'number' || typeof there !== 'number') return null;
  return Math.abs(here - there) < LEAST_DIFFERENCE ? null : { here, there };
}

/** The mean craft share of the last finished weeks that hold an entry, 0 to 1; null where none has one. */
function recentShare(
  counted: readonly LabelledOccurrence[],
  settings: LoadSettings,
  nowMs: EpochMs,
): number | null {
  const current = weekAt(nowMs, settings.zone, settings.weekStart);
  const shares = Array.from({ length: WEEKS }, (_, i) =>
    weekLoad(addWeeks(current, -1 - i), counted, settings),
  )
    .filter((load) => load.counted.length > 0)
    .flatMap((load) => load.craftShare ?? []);
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
