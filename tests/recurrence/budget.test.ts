import { describe, expect, it } from 'vitest';
import { expand, freshBudget, MOST_INSTANCES } from '../../src/recurrence/expand.ts';
import { parseRule } from '../../src/recurrence/rule.ts';
import { DAY_MS } from '../../src/time/interval.ts';

const START = Date.UTC(2026, 0, 5, 9);
const WINDOW = { startMs: START, endMs: START + 450 * DAY_MS };
const upTo = (n: number): string => Array.from({ length: n }, (_, i) => i).join(',');
const ALL_TIMES = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;

describe('what rules may cost', () => {
  it.each([
    `FREQ=DAILY;${ALL_TIMES}`,
    `FREQ=YEARLY;${ALL_TIMES};BYDAY=MO`,
    `FREQ=MONTHLY;${ALL_TIMES};BYMONTH=2;BYMONTHDAY=30`,
    'FREQ=SECONDLY',
    'FREQ=SECONDLY;COUNT=1000000000',
  ])('is taken from the budget of the file, until nothing is left: %s', (text) => {
    const budget = freshBudget();
    const first = expand(parseRule(text), START, WINDOW, Number.POSITIVE_INFINITY, budget);
    expect(first.starts.length).toBeLessThanOrEqual(MOST_INSTANCES + 1);
    const spent = freshBudget().left - budget.left;
    expect(spent).toBeGreaterThan(10_000);
    budget.left = spent;
    expand(parseRule(text), START, WINDOW, Number.POSITIVE_INFINITY, budget);
    expect(budget.left).toBeLessThanOrEqual(0);
    const after = expand(parseRule(text), START, WINDOW, Number.POSITIVE_INFINITY, budget);
    expect(after).toEqual({ starts: [START], capped: true });
  });

  it('leaves a real calendar of 500 series far from its end', () => {
    const budget = freshBudget();
    for (let i = 0; i < 500; i++) {
      expand(
        parseRule(i % 2 ? 'FREQ=WEEKLY' : 'FREQ=MONTHLY;BYDAY=1MO'),
        START,
        WINDOW,
        Number.POSITIVE_INFINITY,
        budget,
      );
    }
    expect(budget.left).toBeGreaterThan(0.95 * freshBudget().left);
  });

  it('is no more for a window far from the beginning of a series', () => {
    const cost = (text: string, startMs: number): number => {
      const budget = freshBudget();
      expand(parseRule(text), startMs, WINDOW, Number.POSITIVE_INFINITY, budget);
      return freshBudget().left - budget.left;
    };
    for (const text of ['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=HOURLY']) {
      expect(cost(text, START - 20_000 * DAY_MS)).toBeLessThanOrEqual(cost(text, START) + 800);
    }
  });
});
