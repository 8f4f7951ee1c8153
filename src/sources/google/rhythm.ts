import type { Recurring } from '../../calendar/occurrence.ts';
import { DAY_MS } from '../../time/interval.ts';

/**
 * How often a series comes, told from the starts (epoch ms) of its instances, since an expanded list
 * (`singleEvents=true`) holds no rule: the median gap decides. One instance alone in many months is `monthly`.
 */
export function rhythmOf(startsMs: readonly number[]): Recurring {
  const sorted = [...new Set(startsMs)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((ms, i) => (ms - (sorted[i] ?? ms)) / DAY_MS);
  if (gaps.length === 0) return 'monthly';
  gaps.sort((a, b) => a - b);
  const median = gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
  if (median < 2) return 'daily';
  if (median < 10) return 'weekly';
  return median < 18 ? 'biweekly' : 'monthly';
}

/**
 * How often a series comes by its `recurrence` lines; a series without a rule that can be read (RDATE alone, or one
 * that the user is not shown) is taken for a rare one. The same words as those of files: see `rhythmOfRule`.
 */
export function rhythmOfRecurrence(lines: readonly string[] | null | undefined): Recurring {
  const rule = lines?.find((line) => /^RRULE[;:]/i.test(line));
  const part = (name: string): string | undefined =>
    new RegExp(`[;:]${name}=([^;]*)`, 'i').exec(rule ?? '')?.[1]?.toUpperCase();
  const every = Number(part('INTERVAL') ?? 1) || 1;
  const weekdays = new Set(part('BYDAY')?.split(',') ?? []).size;
  switch (part('FREQ')) {
    case 'DAILY':
      if (every === 1 && weekdays > 0 && weekdays < 4) return 'weekly';
      return rhythmOf([0, every * DAY_MS]);
    case 'WEEKLY':
      return every === 1 && weekdays >= 4 ? 'daily' : rhythmOf([0, 7 * every * DAY_MS]);
    case 'YEARLY':
      return 'none';
    default:
      return 'monthly';
  }
}
