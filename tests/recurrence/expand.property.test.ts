import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand, freshBudget } from '../../src/recurrence/expand.ts';
import { type Frequency, parseRule } from '../../src/recurrence/rule.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { byDefinition } from './by-definition.ts';
import { drawnRules } from './drawn-rules.ts';

/** How far each frequency is followed: the definition asks every time of every day. */
const REACH: Readonly<Record<Frequency, number>> = {
  YEARLY: 6 * 365 * DAY_MS,
  MONTHLY: 2 * 365 * DAY_MS,
  WEEKLY: 400 * DAY_MS,
  DAILY: 400 * DAY_MS,
  HOURLY: 60 * DAY_MS,
  MINUTELY: 2 * DAY_MS,
  SECONDLY: HOUR_MS,
};
const RUNS = process.env.CRAFTWEEK_LONG ? 5000 : 30;

const starts = fc
  .integer({ min: Date.UTC(1969, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);

describe('a rule', () => {
  it.each(Object.keys(REACH) as Frequency[])('of %s gives what the definition gives', (frequency) => {
    fc.assert(
      fc.property(
        drawnRules(frequency),
        starts,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (text, start, part) => {
          const rule = parseRule(text);
          const window = {
            startMs: start + Math.floor(part * REACH[frequency]),
            endMs: start + REACH[frequency],
          };
          const ours = expand(rule, start, window, Number.POSITIVE_INFINITY, freshBudget());
          expect(ours.capped).toBe(false);
          expect(ours.starts).toEqual(
            byDefinition(rule, start, window.endMs).filter((ms) => ms >= window.startMs),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});
