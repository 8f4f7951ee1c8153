import type { EpochMs } from '../calendar/units.ts';
import { DAY_MS, MINUTE_MS } from '../time/interval.ts';
import { addWeeks, weekOf } from '../time/week.ts';
import {
  addDays,
  dateIn,
  instantOfWall,
  type PlainDate,
  parsePlain,
  type Weekday,
  weekdayOf,
} from '../time/zone.ts';

/** When the user wants the weekly summary, in local time. Default Friday 16:00. */
export interface SummarySchedule {
  readonly on: boolean;
  readonly weekday: Weekday;
  readonly minuteOfDay: number;
  readonly weekStart: Weekday;
}

/** What has come so far. */
export interface SummaryHistory {
  /** Weeks whose summary was shown, or kept silent for a reason; in any order. */
  readonly done: readonly PlainDate[];
  /** Since when the schedule holds: what was due before that is nobody's summary. */
  readonly sinceMs: EpochMs;
}

/** A summary that should be on the screen by now. */
export interface DueSummary {
  readonly week: PlainDate;
  readonly dueMs: EpochMs;
}

/** Two week names this near are the same week, begun on another weekday. */
const SAME_WEEK_DAYS = 3;

/**
 * The week whose summary is due at `nowMs`, or null. It is the week of the latest passed slot: one that passed
 * while the browser was closed is still due, older ones are not made up for. A week that is done never comes
 * again, whatever the clock, the zone, the schedule or the first day of the week have done since.
 */
export function summaryDue(
  nowMs: EpochMs,
  zone: string,
  schedule: SummarySchedule,
  history: SummaryHistory,
): DueSummary | null {
  if (!schedule.on) return null;
  const { date, slotMs } = latestSlot(nowMs, zone, schedule);
  // A `sinceMs` ahead of now was written by a clock gone wrong: it says nothing.
  if (history.sinceMs <= nowMs && slotMs < history.sinceMs) return null;
  const week = reportedWeek(date, schedule.weekStart);
  return history.done.some((done) => isSameWeek(done, week)) ? null : { week, dueMs: slotMs };
}

/** The next slot after `nowMs`, for an alarm. */
export function nextSummaryAt(
  nowMs: EpochMs,
  zone: string,
  schedule: Pick<SummarySchedule, 'weekday' | 'minuteOfDay'>,
): EpochMs {
  const { date } = latestSlot(nowMs, zone, schedule);
  return slotOf(addDays(date, 7), zone, schedule.minuteOfDay);
}

/**
 * The week that a summary on `date` reports: the week of that day from its fourth day on, the week before on its
 * first three, when the new week has hardly begun.
 */
export function reportedWeek(date: PlainDate, weekStart: Weekday): PlainDate {
  const week = weekOf(date, weekStart);
  const daysIn = (parsePlain(date) - parsePlain(week)) / DAY_MS;
  return daysIn < 3 ? addWeeks(week, -1) : week;
}

function isSameWeek(a: PlainDate, b: PlainDate): boolean {
  return Math.abs(parsePlain(a) - parsePlain(b)) <= SAME_WEEK_DAYS * DAY_MS;
}

function latestSlot(
  nowMs: EpochMs,
  zone: string,
  { weekday, minuteOfDay }: Pick<SummarySchedule, 'weekday' | 'minuteOfDay'>,
): { date: PlainDate; slotMs: EpochMs } {
  const today = dateIn(zone, nowMs);
  let date = addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
  let slotMs = slotOf(date, zone, minuteOfDay);
  if (slotMs > nowMs) {
    date = addDays(date, -7);
    slotMs = slotOf(date, zone, minuteOfDay);
  }
  return { date, slotMs };
}

function slotOf(date: PlainDate, zone: string, minuteOfDay: number): EpochMs {
  return instantOfWall(parsePlain(date) + minuteOfDay * MINUTE_MS, zone);
}
