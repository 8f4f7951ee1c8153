import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type Interval } from '../time/interval.ts';
import type { Weekday } from '../time/zone.ts';
import { daysOfRule, type Periods } from './days-of-rule.ts';
import { type Rule, ruleText } from './rule.ts';

/** Instances of one rule in one window past this number are not listed: no person has them. */
export const MOST_INSTANCES = 20_000;
/** Periods that one rule is followed through: 547 years of days. */
const MOST_PERIODS = 200_000;
/** What the library may step through for one rule; a step of it costs as much as some hundred periods of ours. */
const MOST_LIBRARY_STEPS = 20_000;
const LIBRARY_STEP_COST = 100;

/** What all rules of one file may cost together, in periods; spent, a rule keeps its first instance alone. */
export interface Budget {
  left: number;
}

/** Some seconds of work. A real calendar of 500 series and 15 months costs a hundredth of it. */
export function freshBudget(): Budget {
  return { left: 30_000_000 };
}

export interface Expansion {
  /** Wall clocks (epoch ms as if UTC) of the instances that begin in the window, in order, without duplicates. */
  readonly starts: readonly number[];
  /** Some were left out: the rule gives more, or looks further, than the caps allow. */
  readonly capped: boolean;
}

/**
 * The instances of a rule that begin in `window` (half-open), DTSTART among them. The rule is expanded on the wall
 * clock, as RFC 5545 defines it, whose times are epoch ms as if they were UTC; zones come after. A time that DST skips
 * is kept, and read with the offset before the gap (RFC 5545, 3.3.10, last paragraph but one): other calendars show it.
 *
 * DTSTART is the first instance even where the rule does not give it, and COUNT counts it (RFC 5545, 3.8.5.3: "always
 * counts as the first occurrence"). A rule whose UNTIL lies before DTSTART has no instance at all: calendars write it
 * for a series that was deleted from its first instance on.
 *
 * @param untilMs last wall clock that UNTIL allows, inclusive; infinite without UNTIL
 */
export function expand(
  rule: Rule,
  startMs: number,
  window: Interval,
  untilMs: number,
  budget: Budget,
): Expansion {
  if (untilMs < startMs) return { starts: [], capped: false };
  const wanted = { startMs: window.startMs, endMs: Math.min(window.endMs, untilMs + 1) };
  const first = startMs >= wanted.startMs && startMs < wanted.endMs ? [startMs] : [];
  if (startMs >= wanted.endMs || rule.count === 1) return { starts: first, capped: false };
  if (budget.left <= 0) return { starts: first, capped: true };
  const periods = daysOfRule(rule, startMs);
  const rest = periods
    ? fromPeriods(periods, rule.count, startMs, wanted, budget)
    : fromLibrary(rule, startMs, wanted, budget);
  return { starts: [...first, ...rest.starts], capped: rest.capped };
}

function fromPeriods(
  periods: Periods,
  count: number | null,
  startMs: number,
  window: Interval,
  budget: Budget,
): Expansion {
  const starts: number[] = [];
  // Without COUNT nothing before the window matters; with it, each instance from the first on has to be counted.
  let left = count === null ? Number.POSITIVE_INFINITY : count - 1;
  const begin = count === null ? periods.at(Math.max(window.startMs, startMs)) : 0;
  for (let period = begin; left > 0 && periods.beginMs(period) < window.endMs; period++) {
    if (--budget.left <= 0 || period - begin > MOST_PERIODS) return { starts, capped: true };
    for (const ms of periods.instances(period)) {
      if (ms <= startMs) continue;
      if (ms >= window.endMs || --left < 0) return { starts, capped: false };
      if (ms < window.startMs) continue;
      if (starts.length >= MOST_INSTANCES) return { starts, capped: true };
      starts.push(ms);
    }
  }
  return { starts, capped: false };
}

/** The rules that come more often than daily, and those by weeks of the year, through rrule-temporal in UTC. */
function fromLibrary(rule: Rule, startMs: number, window: Interval, budget: Budget): Expansion {
  const starts: number[] = [];
  let capped = false;
  let steps = 0;
  let left = rule.count === null ? Number.POSITIVE_INFINITY : rule.count - 1;
  const take = (ms: number): boolean => {
    steps++;
    if (ms <= startMs || !isOfMonthDay(rule, ms)) return true;
    if (ms >= window.endMs || --left < 0) return false;
    if (ms >= window.startMs) starts.push(ms);
    capped = starts.length >= MOST_INSTANCES || steps >= MOST_LIBRARY_STEPS;
    return !capped && left > 0;
  };
  const library = new RRuleTemporal({
    rruleString: `RRULE:${ruleText(withWeekday(rule, startMs))}`,
    dtstart: Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO('UTC'),
    maxIterations: MOST_LIBRARY_STEPS,
    maxCandidateEvaluations: 100 * MOST_LIBRARY_STEPS,
    cache: false,
  });
  try {
    if (rule.count !== null) library.all((date) => take(date.epochMilliseconds));
    else {
      // Day by day (year by year for YEARLY), so that the cap is looked at before the list grows past it.
      const slice = rule.frequency === 'YEARLY' ? 366 * DAY_MS : DAY_MS;
      let at = Math.max(window.startMs, startMs);
      for (; at < window.endMs && !capped; at += slice) {
        const end = Math.min(at + slice, window.endMs);
        steps++;
        if (tooDense(rule)) capped = true;
        else {
          for (const date of library.between(new Date(at), new Date(end - 1), true)) {
            if (!take(date.epochMilliseconds)) break;
          }
        }
      }
    }
  } catch (error) {
    // Its own caps; another failure of the library on a rule that RFC 5545 allows leaves the first instances too.
    if (!(error instanceof Error)) throw error;
    capped = true;
  }
  budget.left -= LIBRARY_STEP_COST * Math.max(steps, capped ? MOST_LIBRARY_STEPS / 10 : 100);
  return { starts: [...new Set(starts)], capped };
}

/**
 * BYWEEKNO without a day part means the weekday of DTSTART (RFC 5545, 3.3.10). rrule-temporal 2.2.8 takes that of the
 * place where `between` begins to look, so it is told. With BYMONTHDAY all days of those weeks are asked for, of which
 * `isOfMonthDay` keeps those that are named: the library passes over BYMONTHDAY there.
 */
function withWeekday(rule: Rule, startMs: number): Rule {
  const { by, byDay } = rule;
  if (by.weekNo.length === 0 || byDay.length > 0 || by.yearDay.length > 0) return rule;
  const start = (((new Date(startMs).getUTCDay() + 6) % 7) + 1) as Weekday;
  const weekdays: Weekday[] = by.monthDay.length > 0 ? [1, 2, 3, 4, 5, 6, 7] : [start];
  return { ...rule, byDay: weekdays.map((weekday) => ({ weekday, nth: null })) };
}

function isOfMonthDay({ by }: Rule, ms: number): boolean {
  if (by.weekNo.length === 0 || by.monthDay.length === 0) return true;
  const date = new Date(ms);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const day = date.getUTCDate();
  return by.monthDay.includes(day) || by.monthDay.includes(day - length - 1);
}

/** A rule that gives more instances in one day than are listed at all. */
function tooDense({ frequency, interval, by, byDay }: Rule): boolean {
  const plain = byDay.length === 0 && Object.values(by).every((list) => list.length === 0);
  return frequency === 'SECONDLY' && plain && 86_400 / interval > MOST_INSTANCES;
}
