import { DAY_MS } from '../time/interval.ts';
import { firstOfMonth, firstOfWeek, firstOfYear, monthIndex, yearOfDay } from './calendar-days.ts';
import { daysOfMonthRule, daysOfWeekRule, daysOfYearRule, isAllowedDay } from './days-of-rule.ts';
import type { Rule } from './rule.ts';
import { timesOfDay, timesOnDay, unitOf } from './times-of-rule.ts';

/** The instances of one period: each of the times on each of the days, both in order. */
export interface Period {
  /** Days since 1970-01-01. */
  readonly days: readonly number[];
  /** Ms since midnight. */
  readonly times: readonly number[];
}

/**
 * A rule as periods that follow one another: the days, weeks, months or years that are `INTERVAL` apart. Rules by hours,
 * minutes and seconds have one period a day, with what `INTERVAL` leaves of it. Any period is reached at once, so a
 * window costs its own length wherever the series began. Wall clocks are epoch ms as if they were UTC.
 */
export interface Periods {
  /** The last period that begins at or before a wall clock; never below 0, that of DTSTART. */
  readonly at: (wallMs: number) => number;
  /** The first day that the period may have. */
  readonly begin: (period: number) => number;
  /** Some instances of the first period may lie before DTSTART. */
  readonly of: (period: number) => Period;
  /** BYSETPOS, where it picks among all instances of a period. */
  readonly setPos: readonly number[];
  /** Days and times that are looked at for one period. */
  readonly cost: number;
}

/** The periods of a rule by the definition of RFC 5545, 3.3.10. */
export function periodsOf(rule: Rule, startMs: number): Periods {
  const unitMs = unitOf(rule);
  if (unitMs !== undefined) return dayByDay(rule, startMs, unitMs);
  const startDay = Math.floor(startMs / DAY_MS);
  const times = timesOfDay(rule, startMs);
  const { days, begin, at, cost } = steps(rule, startDay);
  return {
    at: (wallMs) => Math.max(0, Math.floor(at(Math.floor(wallMs / DAY_MS)) / rule.interval)),
    begin: (period) => begin(period * rule.interval),
    of: (period) => ({ days: days(period * rule.interval), times }),
    setPos: rule.by.setPos,
    cost,
  };
}

/** The steps of a frequency from that of DTSTART (0) on, whatever INTERVAL is. */
interface Steps {
  /** The step that holds a day. */
  readonly at: (day: number) => number;
  readonly begin: (step: number) => number;
  readonly days: (step: number) => readonly number[];
  readonly cost: number;
}

function steps(rule: Rule, startDay: number): Steps {
  switch (rule.frequency) {
    case 'WEEKLY': {
      const week = firstOfWeek(startDay, rule.weekStart);
      const begin = (step: number): number => week + 7 * step;
      return {
        at: (day) => Math.floor((day - week) / 7),
        begin,
        days: (step) => daysOfWeekRule(begin(step), rule, startDay),
        cost: 7,
      };
    }
    case 'MONTHLY': {
      const month = monthIndex(startDay * DAY_MS);
      return {
        at: (day) => monthIndex(day * DAY_MS) - month,
        begin: (step) => firstOfMonth(month + step),
        days: (step) => daysOfMonthRule(month + step, rule, startDay),
        cost: 31,
      };
    }
    case 'YEARLY': {
      const year = yearOfDay(startDay);
      return {
        at: (day) => yearOfDay(day) - year,
        begin: (step) => firstOfYear(year + step),
        days: (step) => daysOfYearRule(year + step, rule, startDay),
        cost: rule.by.month.length > 0 ? 31 * rule.by.month.length : 366,
      };
    }
    default:
      return {
        at: (day) => day - startDay,
        begin: (step) => startDay + step,
        days: (step) => [startDay + step].filter((day) => isAllowedDay(day, rule)),
        cost: 1,
      };
  }
}

function dayByDay(rule: Rule, startMs: number, unitMs: number): Periods {
  const startDay = Math.floor(startMs / DAY_MS);
  const timesOn = timesOnDay(rule, startMs, unitMs);
  return {
    at: (wallMs) => Math.max(0, Math.floor(wallMs / DAY_MS) - startDay),
    begin: (period) => startDay + period,
    of: (period) => {
      const day = startDay + period;
      return isAllowedDay(day, rule) ? { days: [day], times: timesOn(day) } : { days: [], times: [] };
    },
    setPos: [],
    cost: 1,
  };
}
