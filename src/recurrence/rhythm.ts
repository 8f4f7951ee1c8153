import type { Recurring } from '../calendar/occurrence.ts';
import { DAY_MS } from '../time/interval.ts';
import type { Rule } from './rule.ts';

/**
 * How a person would say how often a rule comes: a weekly one on four or more days is daily, every second week is
 * biweekly, every third week to every third month is monthly. A yearly one, or one that comes once, is no rhythm of a
 * working week: `none`.
 */
export function rhythmOfRule({ frequency, interval, byDay, by, count }: Rule): Recurring {
  if (count === 1) return 'none';
  const weekdays = new Set(byDay.map((d) => d.weekday)).size;
  switch (frequency) {
    case 'YEARLY':
      if (byDay.some((d) => d.nth === null) && by.month.length !== 1 && by.monthDay.length === 0)
        return 'weekly';
      return interval === 1 && by.month.length >= 4 ? 'monthly' : 'none';
    case 'MONTHLY':
      // Every Tuesday of the month is every Tuesday.
      if (
        interval === 1 &&
        byDay.some((d) => d.nth === null) &&
        by.setPos.length + by.monthDay.length === 0
      ) {
        return weekdays >= 4 ? 'daily' : 'weekly';
      }
      if (interval === 1 && Math.max(byDay.length, by.monthDay.length) === 2) return 'biweekly';
      return interval <= 3 ? 'monthly' : 'none';
    case 'WEEKLY':
      if (interval === 1) return weekdays >= 4 ? 'daily' : 'weekly';
      return everyDays(7 * interval);
    case 'DAILY':
      if (weekdays > 0 && interval === 1) return weekdays >= 4 ? 'daily' : 'weekly';
      return everyDays(interval);
    default:
      return 'daily';
  }
}

/**
 * The rhythm of a series without a rule (RDATE alone, or replaced instances whose master is not in the file), told from
 * its starts (epoch ms): the median gap decides. One start alone is no rhythm.
 */
export function rhythmOfStarts(startsMs: readonly number[]): Recurring {
  const sorted = [...new Set(startsMs)].sort((a, b) => a - b);
  const gaps = sorted
    .slice(1)
    .map((ms, i) => (ms - (sorted[i] ?? ms)) / DAY_MS)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor((gaps.length - 1) / 2)];
  return median === undefined ? 'none' : everyDays(median);
}

function everyDays(days: number): Recurring {
  if (days < 4) return 'daily';
  if (days < 11) return 'weekly';
  if (days < 18) return 'biweekly';
  return days <= 100 ? 'monthly' : 'none';
}
