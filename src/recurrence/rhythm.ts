import type { Recurring } from '../calendar/occurrence.ts';
import { DAY_MS } from '../time/interval.ts';
import { expand, freshBudget } from './expand.ts';
import type { Rule } from './rule.ts';
import { unitOf } from './times-of-rule.ts';

/** Any Monday: the rhythm of a rule is looked at over the years that follow it. */
const FROM_MS = Date.UTC(2024, 0, 1);
const YEARS_MS = 3 * 366 * DAY_MS;
const NO_TIMES = { hour: [], minute: [], second: [] } as const;

/**
 * How often a rule comes, as a person would say it: the rhythm of the days that it gives (`rhythmOfStarts`), so that a
 * series is told alike by its rule and by its instances. COUNT and UNTIL do not matter, but for a rule that comes once.
 */
export function rhythmOfRule(rule: Rule): Recurring {
  if (rule.count === 1) return 'none';
  const byDays: Rule = unitOf(rule)
    ? { ...rule, frequency: 'DAILY', interval: 1, by: { ...rule.by, ...NO_TIMES, setPos: [] } }
    : rule;
  const window = { startMs: FROM_MS, endMs: FROM_MS + YEARS_MS };
  const { starts } = expand(
    { ...byDays, count: null },
    FROM_MS,
    window,
    Number.POSITIVE_INFINITY,
    freshBudget(),
  );
  // The first one stands there whatever the rule says.
  return rhythmOfStarts(starts.slice(1));
}

/**
 * How often a series comes, told from its starts (epoch ms): by the median gap between the days that it has, and where
 * that is short by the days of a week. Four days in a week are daily, as is every second day; three are weekly. One
 * start alone is no rhythm, nor is one that comes less than every hundred days.
 */
export function rhythmOfStarts(startsMs: readonly number[]): Recurring {
  const days = [...new Set(startsMs.map((ms) => Math.floor(ms / DAY_MS)))].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
  const median = gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)];
  if (median === undefined) return 'none';
  if (median < 4) return daysAWeek(days, median) >= 3.5 ? 'daily' : 'weekly';
  if (median < 11) return 'weekly';
  if (median < 18) return 'biweekly';
  return median <= 100 ? 'monthly' : 'none';
}

/**
 * Days in a week in the mean, of the weeks that have any. The last week may be cut off, and is left out beside others;
 * within one week alone, days that follow one another are taken for every day.
 */
function daysAWeek(days: readonly number[], medianGap: number): number {
  const [first = 0] = days;
  const weeks = new Map<number, number>();
  for (const day of days) {
    const week = Math.floor((day - first) / 7);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  const counts = [...weeks.values()];
  if (counts.length === 1) return medianGap === 1 ? 7 : days.length;
  return counts.slice(0, -1).reduce((sum, n) => sum + n, 0) / (counts.length - 1);
}
