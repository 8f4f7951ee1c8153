import { type Change, possibleChangeIn } from './changes.ts';
import { type ChangeRecord, standingChange } from './record.ts';
import { FEWEST_WEEKS } from './thresholds.ts';
import type { WeekPoint } from './week-point.ts';

/** What there is to say of the weeks: a change that stands, perhaps one, none, or too little to say anything. */
export type Drift =
  | { readonly kind: 'too-few'; readonly weeks: number; readonly needed: number }
  | { readonly kind: 'none'; readonly weeks: number }
  | { readonly kind: 'change'; readonly change: Change };

/**
 * The one statement on all counted weeks, oldest first: the record that stands, else what one look finds since the last
 * record ended. Give all weeks, never those of a screen.
 */
export function driftOf(points: readonly WeekPoint[], records: readonly ChangeRecord[]): Drift {
  const record = standingChange(records);
  if (record) return { kind: 'change', change: record };
  if (points.length < FEWEST_WEEKS) return { kind: 'too-few', weeks: points.length, needed: FEWEST_WEEKS };
  const last = records.at(-1);
  const since = last?.ended?.how === 'accepted' ? last.week : (last?.ended?.week ?? '');
  const change = possibleChangeIn(points.filter((p) => p.week >= since));
  return change ? { kind: 'change', change } : { kind: 'none', weeks: points.length };
}
