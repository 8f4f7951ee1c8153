import type { Range } from '../load/week-load.ts';
import type { Standing } from './standing.ts';
import type { Yardstick } from './yardstick.ts';

/** A finished week against its yardstick. */
export type Comparison =
  /** `points` are whole percentage points, positive above. 0 where the rounded shares are equal. */
  | { readonly kind: 'points'; readonly points: number; readonly yardstick: KnownYardstick }
  /** The range of the share covers the yardstick: neither above nor below. */
  | { readonly kind: 'covered'; readonly yardstick: KnownYardstick }
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number };

export type KnownYardstick = Exclude<Yardstick, { kind: 'too-few' }>;

/**
 * How a week of the given standing compares; null where it is not compared: unfinished, away, outside of what is known,
 * or without a share. Points are of the rounded shares, so that they agree with the two figures shown.
 */
export function compared(
  week: { readonly standing: Standing; readonly share: number | null; readonly range: Range | null },
  yardstick: Yardstick,
): Comparison | null {
  const { standing, share, range } = week;
  if (standing !== 'over' || share === null) return null;
  if (yardstick.kind === 'too-few') return yardstick;
  const whole = (value: number): number => Math.round(value * 100);
  const points = whole(share) - whole(yardstick.share);
  const covers =
    range !== null && whole(range[0]) <= whole(yardstick.share) && whole(yardstick.share) <= whole(range[1]);
  return covers && points !== 0 ? { kind: 'covered', yardstick } : { kind: 'points', points, yardstick };
}
