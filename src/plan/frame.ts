import type { LabelledOccurrence } from '../calendar/label.ts';
import { candidatesOf, claimedTime } from '../load/candidates.ts';
import { takesDays } from '../load/counts.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { type Interval, union } from '../time/interval.ts';
import { weekInterval } from '../time/week.ts';
import { workingIntervals } from '../time/working-hours.ts';
import type { PlainDate } from '../time/zone.ts';

/** A week as the plan finds it. Copies of one meeting are merged here, before any move. */
export interface Frame {
  readonly week: PlainDate;
  readonly span: Interval;
  readonly settings: LoadSettings;
  /** Sorted and disjoint. */
  readonly working: readonly Interval[];
  /** Working time that absences take as days or halves of days. Sorted and disjoint. */
  readonly away: readonly Interval[];
  /** Every counted occurrence, those that take days among them. */
  readonly counted: readonly LabelledOccurrence[];
  /** Counted occurrences that block a place: all but those that take days. */
  readonly blocking: readonly LabelledOccurrence[];
  /** The instant before which nothing changes. */
  readonly fromMs: number;
}

/**
 * The frame of the week that begins on `week`.
 *
 * @param nowMs the instant before which nothing changes; without it the week is planned as if it lay ahead
 */
export function frameOf(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  nowMs?: number,
): Frame {
  const span = weekInterval(week, settings.zone);
  const working = workingIntervals(week, settings.zone, settings.workingHours);
  const counted = candidatesOf(occurrences, span, settings.zone).counted.map(atInstants);
  return {
    week,
    span,
    settings,
    working,
    away: union(counted.filter(takesDays).flatMap((o) => claimedTime(o, span, working, settings.zone))),
    counted,
    blocking: counted.filter((o) => !takesDays(o)),
    fromMs: Math.max(span.startMs, nowMs ?? span.startMs),
  };
}

/** Without the wall-clock times of one that follows the user's zone: it has been read, and may be moved. */
function atInstants(occurrence: LabelledOccurrence): LabelledOccurrence {
  const { floating: _, ...fixed } = occurrence;
  return fixed;
}
