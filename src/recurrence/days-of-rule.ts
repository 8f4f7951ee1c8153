import { DAY_MS } from '../time/interval.ts';
import type { ByDay, Rule } from './rule.ts';

/** More times of day than this are left to the library, which does not build the list. */
const MOST_TIMES = 1440;

/** A rule as periods (days, weeks, months or years, `INTERVAL` apart), each with the instances in it. */
export interface Periods {
  /** The last period that begins at or before a wall clock; never below 0, that of DTSTART. */
  readonly at: (wallMs: number) => number;
  /** A wall clock at or before the first instance that the period may have. */
  readonly beginMs: (period: number) => number;
  /** Its instances, in order; some of the first period may lie before DTSTART. */
  readonly instances: (period: number) => number[];
}

/**
 * The periods of a DAILY, WEEKLY, MONTHLY or YEARLY rule by the definition of RFC 5545, 3.3.10; null for rules that
 * come more often, that name weeks of the year, or that have very many times of day: these are the library's. Any
 * period is reached at once, so a window costs its own length wherever the series began. Wall clocks are epoch ms as
 * if they were UTC.
 *
 * YEARLY with BYMONTHDAY and without BYMONTH means these days of every month, as BYDAY means these days of every week.
 */
export function daysOfRule(rule: Rule, startMs: number): Periods | null {
  const { frequency, interval, by } = rule;
  const subDaily = frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';
  if (subDaily || by.weekNo.length > 0) return null;
  // RFC 5545 allows BYYEARDAY in YEARLY alone; elsewhere the library's reading stands.
  if (by.yearDay.length > 0 && frequency !== 'YEARLY') return null;
  if (by.monthDay.length > 0 && frequency === 'WEEKLY') return null;
  const times = timesOfDay(rule, startMs);
  if (!times) return null;
  const first = Math.floor(startMs / DAY_MS);
  const of = (days: readonly number[]): number[] =>
    picked(
      days.flatMap((day) => times.map((time) => day * DAY_MS + time)),
      by.setPos,
    );
  switch (frequency) {
    case 'DAILY': {
      const day = (period: number): number => first + period * interval;
      return {
        at: (wallMs) => Math.max(0, Math.floor((Math.floor(wallMs / DAY_MS) - first) / interval)),
        beginMs: (period) => day(period) * DAY_MS,
        instances: (period) => of([day(period)].filter((d) => isLimited(d, rule))),
      };
    }
    case 'WEEKLY': {
      const week = first - ((weekdayOfDay(first) - rule.weekStart + 7) % 7);
      const begin = (period: number): number => week + period * 7 * interval;
      const weekdays = new Set(
        rule.byDay.length > 0 ? rule.byDay.map((d) => d.weekday) : [weekdayOfDay(first)],
      );
      const offsets = [0, 1, 2, 3, 4, 5, 6].filter((i) => weekdays.has(weekdayOfDay(week + i)));
      return {
        at: (wallMs) => Math.max(0, Math.floor((Math.floor(wallMs / DAY_MS) - week) / (7 * interval))),
        beginMs: (period) => begin(period) * DAY_MS,
        instances: (period) =>
          of(offsets.map((i) => begin(period) + i).filter((d) => isIn(by.month, monthOfDay(d)))),
      };
    }
    case 'MONTHLY':
      return {
        at: (wallMs) => Math.max(0, Math.floor((monthIndex(wallMs) - monthIndex(startMs)) / interval)),
        beginMs: (period) => firstOfMonth(monthIndex(startMs) + period * interval) * DAY_MS,
        instances: (period) => of(daysOfMonth(monthIndex(startMs) + period * interval, rule, startMs)),
      };
    default: {
      const startYear = new Date(startMs).getUTCFullYear();
      const year = (period: number): number => startYear + period * interval;
      return {
        at: (wallMs) => Math.max(0, Math.floor((new Date(wallMs).getUTCFullYear() - startYear) / interval)),
        beginMs: (period) => firstOfMonth(year(period) * 12) * DAY_MS,
        instances: (period) => of(daysOfYear(year(period), rule, startMs)),
      };
    }
  }
}

/** Times of day in ms since midnight, in order; null where they are too many. */
function timesOfDay({ by }: Rule, startMs: number): number[] | null {
  const start = new Date(startMs);
  const hours = by.hour.length > 0 ? by.hour : [start.getUTCHours()];
  const minutes = by.minute.length > 0 ? by.minute : [start.getUTCMinutes()];
  const seconds = by.second.length > 0 ? by.second.filter((s) => s < 60) : [start.getUTCSeconds()];
  if (hours.length * minutes.length * seconds.length > MOST_TIMES) return null;
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => ((h * 60 + m) * 60 + s) * 1000)));
}

/** BYSETPOS: the n-th of the period's instances, from the end where negative. */
function picked(instances: readonly number[], setPos: readonly number[]): number[] {
  if (setPos.length === 0) return [...instances];
  const found = new Set<number>();
  for (const n of setPos) {
    const at = instances.at(n > 0 ? n - 1 : n);
    if (at !== undefined) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

/** BYMONTH, BYMONTHDAY and BYDAY as limits, as a DAILY rule has them. */
function isLimited(day: number, { by, byDay }: Rule): boolean {
  const weekday = weekdayOfDay(day);
  return (
    isIn(by.month, monthOfDay(day)) &&
    isMonthDay(day, by.monthDay) &&
    (byDay.length === 0 || byDay.some((d) => d.weekday === weekday))
  );
}

function daysOfMonth(month: number, { by, byDay }: Rule, startMs: number): number[] {
  if (!isIn(by.month, (((month % 12) + 12) % 12) + 1)) return [];
  const begin = firstOfMonth(month);
  const end = firstOfMonth(month + 1);
  const days = range(begin, end);
  if (by.monthDay.length > 0) {
    return days.filter((day) => isMonthDay(day, by.monthDay) && isWeekday(day, byDay, begin, end));
  }
  if (byDay.length > 0) return days.filter((day) => isWeekday(day, byDay, begin, end));
  const day = begin + new Date(startMs).getUTCDate() - 1;
  return day < end ? [day] : [];
}

function daysOfYear(year: number, rule: Rule, startMs: number): number[] {
  const { by, byDay } = rule;
  const begin = firstOfMonth(year * 12);
  const end = firstOfMonth(year * 12 + 12);
  if (by.yearDay.length > 0) {
    return range(begin, end).filter(
      (day) =>
        (by.yearDay.includes(day - begin + 1) || by.yearDay.includes(day - end)) &&
        isIn(by.month, monthOfDay(day)) &&
        isMonthDay(day, by.monthDay) &&
        isWeekday(day, byDay, begin, end),
    );
  }
  if (by.month.length > 0) {
    return by.month.flatMap((month) => daysOfMonth(year * 12 + month - 1, rule, startMs));
  }
  if (by.monthDay.length > 0) {
    return range(begin, end).filter(
      (day) => isMonthDay(day, by.monthDay) && isWeekday(day, byDay, begin, end),
    );
  }
  if (byDay.length > 0) return range(begin, end).filter((day) => isWeekday(day, byDay, begin, end));
  return daysOfMonth(year * 12 + new Date(startMs).getUTCMonth(), rule, startMs);
}

/** Whether `day` is one of BYDAY's, ordinals counted within `[begin, end)`; without BYDAY every day is. */
function isWeekday(day: number, byDay: readonly ByDay[], begin: number, end: number): boolean {
  if (byDay.length === 0) return true;
  const weekday = weekdayOfDay(day);
  const nth = Math.floor((day - begin) / 7) + 1;
  const nthFromEnd = -(Math.floor((end - 1 - day) / 7) + 1);
  return byDay.some(
    (d) => d.weekday === weekday && (d.nth === null || d.nth === nth || d.nth === nthFromEnd),
  );
}

function isMonthDay(day: number, monthDays: readonly number[]): boolean {
  if (monthDays.length === 0) return true;
  const date = new Date(day * DAY_MS);
  const ofMonth = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return monthDays.includes(ofMonth) || monthDays.includes(ofMonth - length - 1);
}

function isIn(list: readonly number[], value: number): boolean {
  return list.length === 0 || list.includes(value);
}

/** Days are counted from 1970-01-01, months from January of the year 0. */
function monthIndex(wallMs: number): number {
  const date = new Date(wallMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstOfMonth(month: number): number {
  const date = new Date(0);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return Math.floor(date.getTime() / DAY_MS);
}

function monthOfDay(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1;
}

/** 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function range(begin: number, end: number): number[] {
  return Array.from({ length: end - begin }, (_, i) => begin + i);
}
