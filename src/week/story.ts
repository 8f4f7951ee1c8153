import type { Measure } from '../calendar/track.ts';
import type { EpochMs } from '../calendar/units.ts';
import { type Drift, driftOf } from '../drift/drift.ts';
import { type ChangeRecord, changeRecords } from '../drift/record.ts';
import type { WeekPoint } from '../drift/week-point.ts';
import { weekPoints } from './points.ts';
import { type FiguresOfWeek, isThin, type Reach } from './standing.ts';

/** What all weeks together say: every screen draws a part of it, none finds its own. */
export interface Story {
  readonly measure: Measure;
  readonly reach: Reach | null;
  /** Fewer than three counted entries a week in the median. */
  readonly thin: boolean;
  /** The weeks that count, oldest first. */
  readonly points: readonly WeekPoint[];
  /** Every lasting change so far, oldest first, those that ended too. */
  readonly records: readonly ChangeRecord[];
  readonly drift: Drift;
  /** Now, or the last reading of the calendars where that is earlier: what is said is as of then. */
  readonly untilMs: EpochMs;
}

/**
 * The story of all weeks that there are, in any order: give them all, whatever a screen shows.
 *
 * @param reach of the calendars
 * @param kept the records as they were kept, of any measure
 * @param untilMs now, or the last reading of the calendars where that is earlier
 */
export function storyOf(
  weeks: readonly FiguresOfWeek[],
  reach: Reach | null,
  kept: readonly ChangeRecord[],
  measure: Measure,
  untilMs: EpochMs,
): Story {
  const points = weekPoints(weeks, reach, measure, untilMs);
  const records = changeRecords(kept, points, measure);
  return {
    measure,
    reach,
    thin: isThin(weeks, reach),
    points,
    records,
    drift: driftOf(points, records),
    untilMs,
  };
}
