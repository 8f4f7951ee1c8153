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
