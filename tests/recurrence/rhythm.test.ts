import { describe, expect, it } from 'vitest';
import { expand, freshBudget } from '../../src/recurrence/expand.ts';
import { rhythmOfRule, rhythmOfStarts } from '../../src/recurrence/rhythm.ts';
import { parseRule } from '../../src/recurrence/rule.ts';
import { DAY_MS } from '../../src/time/interval.ts';

const START = Date.UTC(2026, 0, 5, 9);

const SAID = [
  ['FREQ=DAILY', 'daily'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'daily'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', 'daily'],
  ['FREQ=DAILY;INTERVAL=2', 'daily'],
  ['FREQ=HOURLY;BYHOUR=9,10', 'daily'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'weekly'],
  ['FREQ=WEEKLY;BYDAY=MO,TU', 'weekly'],
  ['FREQ=DAILY;INTERVAL=3', 'weekly'],
  ['FREQ=WEEKLY', 'weekly'],
  ['FREQ=MONTHLY;BYDAY=TU', 'weekly'],
  ['FREQ=YEARLY;BYDAY=TU', 'weekly'],
  ['FREQ=WEEKLY;INTERVAL=2', 'biweekly'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'biweekly'],
  ['FREQ=MONTHLY;BYDAY=2TU,4TU', 'biweekly'],
  ['FREQ=WEEKLY;INTERVAL=3', 'monthly'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'monthly'],
  ['FREQ=MONTHLY;INTERVAL=3', 'monthly'],
  ['FREQ=YEARLY;BYMONTH=1,4,7,10', 'monthly'],
  ['FREQ=MONTHLY;INTERVAL=6', 'none'],
  ['FREQ=YEARLY', 'none'],
] as const;

describe('the rhythm of a series', () => {
  it.each(SAID)('of %s is %s', (text, said) => {
    expect(rhythmOfRule(parseRule(text))).toBe(said);
  });

  it.each(SAID)('of the instances of %s is the same, %s', (text, said) => {
    const window = { startMs: START, endMs: START + 800 * DAY_MS };
    const { starts } = expand(parseRule(text), START, window, Number.POSITIVE_INFINITY, freshBudget());
    expect(rhythmOfStarts(starts.slice(1))).toBe(said);
  });

  it('is none for what comes once', () => {
    expect(rhythmOfRule(parseRule('FREQ=WEEKLY;COUNT=1'))).toBe('none');
    expect(rhythmOfStarts([START])).toBe('none');
    expect(rhythmOfStarts([])).toBe('none');
  });

  it('stays through a holiday', () => {
    const days = Array.from({ length: 60 }, (_, i) => START + (i < 30 ? i : i + 21) * DAY_MS);
    expect(rhythmOfStarts(days.filter((ms) => new Date(ms).getUTCDay() % 6 !== 0))).toBe('daily');
  });
});
