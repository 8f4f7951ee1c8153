import type { SourceKind } from '../calendar/source.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import type { Interval } from '../time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../time/week.ts';

/** Three months ahead, in whole weeks so that the window moves once a week. */
const WEEKS_AHEAD = 13;

/** What the store keeps of a source of that kind at `nowMs`: whole weeks of the user's zone. */
export function syncWindow(kind: SourceKind, nowMs: number, zone: string): Interval {
  const week = weekAt(nowMs, zone);
  return {
    startMs: weekInterval(addWeeks(week, -SOURCE_TRAITS[kind].weeksBack), zone).startMs,
    endMs: weekInterval(addWeeks(week, WEEKS_AHEAD), zone).endMs,
  };
}
