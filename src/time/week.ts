import type { Interval } from './interval.ts';
import { addDays, dateIn, type PlainDate, startOfDate, type Weekday, weekdayOf } from './zone.ts';

/** One local day: `[startMs, endMs)` from local midnight to local midnight; 23, 24 or 25 hours as a rule. */
export interface Day extends Interval {
  readonly date: PlainDate;
}

/** The date on which the week of `date` begins. */
export function weekOf(date: PlainDate, weekStart: Weekday = 1): PlainDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
}

/** The week in which an instant falls, named by its first date in `zone`. */
export function weekAt(instantMs: number, zone: string, weekStart: Weekday = 1): PlainDate {
  return weekOf(dateIn(zone, instantMs), weekStart);
}

/** The week `count` weeks after `week` (before it, where negative). */
export function addWeeks(week: PlainDate, count: number): PlainDate {
  return addDays(week, 7 * count);
}

/** From local midnight to local midnight seven days later: 167, 168 or 169 hours as a rule. */
export function weekInterval(week: PlainDate, zone: string): Interval {
  return { startMs: startOfDate(week, zone), endMs: startOfDate(addDays(week, 7), zone) };
}

/** The seven days of a week, in order; they touch and cover it exactly. */
export function daysOfWeek(week: PlainDate, zone: string): Day[] {
  return Array.from({ length: 7 }, (_, i) => dayOf(addDays(week, i), zone));
}

/** One local day. A date that a zone skipped (Samoa, 30 December 2011) has no length. */
export function dayOf(date: PlainDate, zone: string): Day {
  return { date, startMs: startOfDate(date, zone), endMs: startOfDate(addDays(date, 1), zone) };
}
