import { type Interval, MINUTE_MS, union } from './interval.ts';
import { addDays, instantOfWall, type PlainDate, parsePlain, type Weekday, weekdayOf } from './zone.ts';

/** A stretch of a local day in minutes since local midnight, half-open; `endMinute` is at most 1440. */
export interface DayStretch {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Working hours per ISO weekday (1 Monday to 7 Sunday), in the user's zone. */
export type WorkingHours = Readonly<Record<Weekday, readonly DayStretch[]>>;

const OFFICE_DAY: readonly DayStretch[] = [
  { startMinute: 9 * 60, endMinute: 12 * 60 },
  { startMinute: 13 * 60, endMinute: 17 * 60 },
];

/**
 * Monday to Friday 09:00-12:00 and 13:00-17:00. An open lunch hour counted as craft would flatter the week by
 * up to five hours, so the default leaves it out (design.md, section 1).
 */
export const DEFAULT_WORKING_HOURS: WorkingHours = {
  1: OFFICE_DAY,
  2: OFFICE_DAY,
  3: OFFICE_DAY,
  4: OFFICE_DAY,
  5: OFFICE_DAY,
  6: [],
  7: [],
};

/**
 * Working time of the week that begins on `week`, as sorted, disjoint intervals. Wall-clock times that DST
 * skips are read as RFC 5545 says (see `instantOfWall`), so such a day is shorter or longer by the change.
 */
export function workingIntervals(week: PlainDate, zone: string, hours: WorkingHours): Interval[] {
  const found: Interval[] = [];
  for (let i = 0; i < 7; i++) found.push(...workingIntervalsOfDate(addDays(week, i), zone, hours));
  return union(found);
}

/** Working time of one local date, sorted and disjoint. */
function workingIntervalsOfDate(date: PlainDate, zone: string, hours: WorkingHours): Interval[] {
  const midnight = parsePlain(date);
  return union(
    hours[weekdayOf(date)].map(({ startMinute, endMinute }) => ({
      startMs: instantOfWall(midnight + startMinute * MINUTE_MS, zone),
      endMs: instantOfWall(midnight + endMinute * MINUTE_MS, zone),
    })),
  );
}
