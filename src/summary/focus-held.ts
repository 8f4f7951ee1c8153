import { type Interval, intersection, lengthMs, MINUTE_MS } from '../time/interval.ts';

/**
 * How many of the focus blocks that a week began with are still there: what is left of one is still long enough to be one.
 */
export function focusHeld(
  shown: readonly Interval[],
  blocks: readonly Interval[],
  focusMinutes: number,
): { readonly held: number; readonly shown: number } {
  const held = shown.filter((one) =>
    blocks.some((block) => {
      const left = intersection(one, block);
      return left !== null && lengthMs(left) >= focusMinutes * MINUTE_MS;
    }),
  );
  return { held: held.length, shown: shown.length };
}
