import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { expand, freshBudget } from '../../src/recurrence/expand.ts';
import { type Frequency, parseRule } from '../../src/recurrence/rule.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { drawnRules } from './drawn-rules.ts';

const START = Date.UTC(2025, 4, 6, 9, 30);
const REACH: Readonly<Record<Frequency, number>> = {
  YEARLY: 3 * 366 * DAY_MS,
  MONTHLY: 400 * DAY_MS,
  WEEKLY: 200 * DAY_MS,
  DAILY: 100 * DAY_MS,
  HOURLY: 4 * DAY_MS,
  MINUTELY: 4 * HOUR_MS,
  SECONDLY: HOUR_MS / 4,
};
const RUNS = process.env.CRAFTWEEK_LONG ? 300 : 4;

/**
 * Parts that are put together there beside BYWEEKNO or BYYEARDAY, where the table of 3.3.10 limits one by the other; and
 * COUNT, which it counts without a DTSTART that the rule does not give.
 */
const isDecided = (text: string): boolean =>
  /COUNT/.test(text) || (/YEARLY/.test(text) && /BYWEEKNO|BYYEARDAY/.test(text));

describe('rrule-temporal, another implementation,', () => {
  it.each(Object.keys(REACH) as Frequency[])('agrees on rules of %s', (frequency) => {
    fc.assert(
      fc.property(
        drawnRules(frequency).filter((text) => !isDecided(text)),
        (text) => {
          const endMs = START + REACH[frequency];
          const theirs = new RRuleTemporal({
            rruleString: `RRULE:${text}`,
            dtstart: Temporal.Instant.fromEpochMilliseconds(START).toZonedDateTimeISO('UTC'),
          })
            .between(new Date(START), new Date(endMs - 1), true)
            .map((date) => date.epochMilliseconds);
          const window = { startMs: START, endMs };
          const ours = expand(parseRule(text), START, window, Number.POSITIVE_INFINITY, freshBudget());
          expect(ours.starts, text).toEqual([...new Set([START, ...theirs])]);
        },
      ),
      { numRuns: RUNS, seed: 7 },
    );
  });
});
