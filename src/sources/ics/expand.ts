import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type Interval } from '../../time/interval.ts';
import type { Rule } from './rule.ts';

/** Instances of one rule in one window past this number are not listed: no person has them. */
export const MOST_INSTANCES = 20_000;
/** Instances that are stepped through for a rule with COUNT, which has to be counted from its start. */
const MOST_STEPS = 100_000;
/** Window slices, in days, for rules that come more often than daily, so that each stays within the cap. */
const SUB_DAILY_SLICE_DAYS = 1;

export interface Expansion {
  /** Wall clocks (epoch ms as if UTC) of the instances that begin in the window, in order, without duplicates. */
  readonly starts: readonly number[];
  /** Some were left out: the rule gives more than the caps allow. */
  readonly capped: boolean;
}

/**
 * The instances of a rule that begin in `window` (half-open, wall clock as if UTC), DTSTART among them. The rule is
 * expanded on the wall clock, as RFC 5545 defines it, by rrule-temporal in UTC; zones come after.
 *
 * DTSTART counts as the first instance even where the rule does not give it (RFC 5545, 3.8.5.3).
 *
 * @param exists whether the wall clock shows that time at all: times that DST skips are no instances and do not
 *   count (RFC 5545, 3.3.10)
 * @param within whether an instance is not past UNTIL
 */
export function expand(
  rule: Rule,
  startMs: number,
  window: Interval,
  exists: (wallMs: number) => boolean,
  within: (wallMs: number) => boolean,
): Expansion {
  const inWindow = (ms: number): boolean => ms >= window.startMs && ms < window.endMs;
  if (rule.count !== null) return counted(rule, rule.count, startMs, window, exists, within);
  const starts = startMs < window.endMs ? between(rule, startMs, window) : { starts: [], capped: false };
  const valid = starts.starts.filter((ms) => ms > startMs && inWindow(ms) && within(ms) && exists(ms));
  return { starts: inWindow(startMs) ? [startMs, ...valid] : valid, capped: starts.capped };
}

function library(rule: Rule, startMs: number, maxIterations: number): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: `RRULE:${rule.text}`,
    dtstart: zoned(startMs),
    maxIterations,
    maxCandidateEvaluations: 5_000_000,
    cache: false,
  });
}

function zoned(ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC');
}

function between(rule: Rule, startMs: number, window: Interval): Expansion {
  const subDaily =
    rule.frequency === 'SECONDLY' || rule.frequency === 'MINUTELY' || rule.frequency === 'HOURLY';
  const from = Math.max(window.startMs, startMs);
  const slice = subDaily ? SUB_DAILY_SLICE_DAYS * DAY_MS : window.endMs - from;
  const starts: number[] = [];
  try {
    const rrule = library(rule, startMs, MOST_STEPS);
    for (let at = from; at < window.endMs; at += slice) {
      const end = Math.min(at + slice, window.endMs);
      if (
        rule.frequency === 'SECONDLY' &&
        rule.text.indexOf('BY') < 0 &&
        slice / (1000 * rule.interval) > MOST_INSTANCES
      ) {
        return { starts, capped: true };
      }
      for (const found of rrule.between(new Date(at - 1), new Date(end), true)) {
        if (found.epochMilliseconds < end && found.epochMilliseconds >= at)
          starts.push(found.epochMilliseconds);
      }
      if (starts.length > MOST_INSTANCES) return { starts: starts.slice(0, MOST_INSTANCES), capped: true };
    }
  } catch (error) {
    if (!isCap(error)) throw error;
    return { starts, capped: true };
  }
  return { starts, capped: false };
}

/** A rule with COUNT is counted from its start, whatever the window. */
function counted(
  rule: Rule,
  count: number,
  startMs: number,
  window: Interval,
  exists: (wallMs: number) => boolean,
  within: (wallMs: number) => boolean,
): Expansion {
  const starts: number[] = [];
  let left = count;
  let capped = false;
  const take = (ms: number): boolean => {
    if (left <= 0 || ms >= window.endMs || !within(ms)) return false;
    left--;
    if (ms >= window.startMs) starts.push(ms);
    if (starts.length >= MOST_INSTANCES) capped = true;
    return left > 0 && !capped;
  };
  if (!take(startMs)) return { starts, capped };
  let steps = 0;
  try {
    library(rule, startMs, MOST_STEPS).all((date) => {
      const ms = date.epochMilliseconds;
      if (++steps > MOST_STEPS) {
        capped = true;
        return false;
      }
      if (ms <= startMs || !exists(ms)) return true;
      return take(ms);
    });
  } catch (error) {
    if (!isCap(error)) throw error;
    capped = true;
  }
  return { starts, capped };
}

/** rrule-temporal throws when its own caps are reached; any other error is a fault of ours. */
function isCap(error: unknown): boolean {
  return error instanceof Error && /maximum|iterations|evaluations|exceeded/i.test(error.message);
}
