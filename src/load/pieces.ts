import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Interval } from '../time/interval.ts';
import type { Given } from './sweep.ts';

/** A piece of given time that lies wholly inside or wholly outside working hours. */
export interface Piece extends Given<LabelledOccurrence> {
  readonly inside: boolean;
}

/** Cuts sorted, disjoint given time at the borders of the sorted, disjoint working hours. O(n + m). */
export function piecesInside(
  given: readonly Given<LabelledOccurrence>[],
  working: readonly Interval[],
): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (const g of given) {
    let startMs = g.startMs;
    while ((working[next]?.endMs ?? Number.POSITIVE_INFINITY) <= startMs) next++;
    for (let i = next; startMs < g.endMs; i++) {
      const hours = working[i];
      if (!hours || hours.startMs >= g.endMs) {
        pieces.push({ ...g, startMs, inside: false });
        break;
      }
      if (hours.startMs > startMs) pieces.push({ ...g, startMs, endMs: hours.startMs, inside: false });
      const endMs = Math.min(hours.endMs, g.endMs);
      pieces.push({ ...g, startMs: Math.max(startMs, hours.startMs), endMs, inside: true });
      startMs = endMs;
    }
  }
  return pieces;
}
