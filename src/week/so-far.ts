import type { EpochMs } from '../calendar/units.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { MINUTE_MS } from '../time/interval.ts';

/** The two shares of a part of a week; null where nothing of it is over. */
export interface SharesSoFar {
  readonly craftShare: number | null;
  readonly leadershipShare: number | null;
  /** Minutes of the part that both are taken from. */
  readonly minutes: number;
}

/**
 * The shares of a running week until `nowMs`: of its timeline what lies before. Open time of a focus block that is
 * still running counts up to now. The share of the whole week is what it becomes *if nothing is added*.
 */
export function sharesSoFar(load: Pick<WeekLoad, 'segments'>, nowMs: EpochMs): SharesSoFar {
  let craft = 0;
  let leadership = 0;
  let whole = 0;
  for (const { startMs, endMs, kind, activity } of load.segments) {
    if (startMs >= nowMs) break;
    if (kind === 'away') continue;
    const minutes = (Math.min(endMs, nowMs) - startMs) / MINUTE_MS;
    whole += minutes;
    if (kind === 'craft-booked' || kind === 'craft-open') craft += minutes;
    if (activity === 'people' || activity === 'direction') leadership += minutes;
  }
  if (whole === 0) return { craftShare: null, leadershipShare: null, minutes: 0 };
  return { craftShare: craft / whole, leadershipShare: leadership / whole, minutes: whole };
}
