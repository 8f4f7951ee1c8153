import type { Recurring } from '../../calendar/occurrence.ts';
import { rhythmOfRule } from '../../recurrence/rhythm.ts';
import { parseRule } from '../../recurrence/rule.ts';
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
 * How often a series comes by its `recurrence` lines; one without a rule that can be read (RDATE alone, or a series
 * that the user is not shown) is taken for a rare one.
 */
export function rhythmOfRecurrence(lines: readonly string[] | null | undefined): Recurring {
  const rule = lines?.find((line) => /^RRULE[;:]/i.test(line));
  if (rule === undefined) return 'monthly';
  try {
    return rhythmOfRule(parseRule(rule));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Said by whoever expands it; instances come expanded, whatever their rule is.
    return 'monthly';
  }
}
