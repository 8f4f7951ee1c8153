import type { SourceKind } from '../calendar/source.ts';
import type { Interval } from '../time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../time/week.ts';

/** 12 months back and 3 ahead (issue 4), in whole weeks so that the window moves once a week. */
export const WEEKS_BACK = 53;
export const WEEKS_AHEAD = 13;
/** A file is at hand: its past is read from its earliest event on, at most ten years back. */
export const FILE_WEEKS_BACK = 520;

/** What the store keeps of a source of that kind at `nowMs`: whole weeks of the user's zone. */
export function syncWindow(kind: SourceKind, nowMs: number, zone: string): Interval {
  const week = weekAt(nowMs, zone);
  const back = kind === 'ics-file' ? FILE_WEEKS_BACK : WEEKS_BACK;
  return {
    startMs: weekInterval(addWeeks(week, -back), zone).startMs,
    endMs: weekInterval(addWeeks(week, WEEKS_AHEAD), zone).endMs,
  };
}
