import { DAY_MS, type Interval } from '../time/interval.ts';
import { type Period, type Periods, periodsOf } from './periods.ts';
import { positions } from './positions.ts';
import type { Rule } from './rule.ts';

/** Instances of one rule in one window past this number are not listed: no person has them. */
export const MOST_INSTANCES = 20_000;
/** What one rule may cost: 8,000 years of a rule by days, or a year of one by seconds. */
const MOST_COST = 3_000_000;
/** Times of day are made many at once: so many of them cost as much as one day that is looked at. */
const TIMES_A_DAY = 8;

/** What all rules of one file may cost together, in days looked at and instances; spent, a rule keeps its first alone. */
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
  const purse: Budget = { left: Math.min(budget.left, MOST_COST) };
  const before = purse.left;
  const rest = following(rule, startMs, wanted, purse);
  budget.left -= before - purse.left;
  return { starts: [...first, ...rest.starts], capped: rest.capped };
}

/** The instances after DTSTART. */
function following(rule: Rule, startMs: number, window: Interval, purse: Budget): Expansion {
  const periods = periodsOf(rule, startMs);
  const starts: number[] = [];
  // Without COUNT nothing before the window matters; with it, each instance from the first on has to be counted.
  let left = rule.count === null ? Number.POSITIVE_INFINITY : rule.count - 1;
  let period = rule.count === null ? periods.at(Math.max(window.startMs, startMs)) : 0;
  for (; left > 0 && periods.begin(period) * DAY_MS < window.endMs; period++) {
    const found = periods.of(period);
    purse.left -= periods.cost + found.times.length / TIMES_A_DAY;
    if (purse.left <= 0) return { starts, capped: true };
    const passed = countBefore(found, periods, startMs, window.startMs);
    if (passed === 0) {
      const end = take(found, periods.setPos, { startMs, window, left, purse, starts });
      if (end.over !== null) return { starts, capped: end.over === 'capped' };
      left = end.left;
    } else left -= passed;
  }
  return { starts, capped: false };
}

/** Adds the instances of one period to `starts`; says where that ended the expansion, and how many COUNT still allows. */
function take(
  found: Period,
  setPos: readonly number[],
  at: { startMs: number; window: Interval; left: number; purse: Budget; starts: number[] },
): { readonly over: 'done' | 'capped' | null; readonly left: number } {
  const { startMs, window, purse, starts } = at;
  let { left } = at;
  for (const ms of instances(found, setPos)) {
    if (ms <= startMs) continue;
    if (ms >= window.endMs || --left < 0) return { over: 'done', left };
    purse.left--;
    if (ms < window.startMs) continue;
    if (starts.length >= MOST_INSTANCES || purse.left <= 0) return { over: 'capped', left };
    starts.push(ms);
  }
  return { over: null, left };
}

/** How many instances a period has that lies wholly after DTSTART and before the window; 0 for any other. */
function countBefore(
  { days, times }: Period,
  { setPos }: Periods,
  startMs: number,
  windowMs: number,
): number {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 0;
  if (first * DAY_MS <= startMs || (last + 1) * DAY_MS > windowMs) return 0;
  const all = days.length * times.length;
  return setPos.length === 0 ? all : positions(setPos, all).length;
}

function* instances({ days, times }: Period, setPos: readonly number[]): Generator<number> {
  if (setPos.length > 0) {
    for (const at of positions(setPos, days.length * times.length)) {
      const day = days[Math.floor(at / times.length)];
      const time = times[at % times.length];
      if (day !== undefined && time !== undefined) yield day * DAY_MS + time;
    }
    return;
  }
  for (const day of days) for (const time of times) yield day * DAY_MS + time;
}
