import type { LabelledOccurrence } from '../calendar/label.ts';
import { type Interval, lengthMs, overlaps } from '../time/interval.ts';
import type { Frame } from './frame.ts';

/**
 * Where an occurrence could stand instead, by start: places of the same elapsed length that begin or end where
 * another counted occurrence or a working interval begins or ends, and that are free.
 */
export function newPlaces(occurrence: LabelledOccurrence, frame: Frame): Interval[] {
  const length = lengthMs(occurrence);
  const others = frame.blocking.filter((o) => o !== occurrence);
  const starts = new Set<number>();
  for (const { startMs, endMs } of [...others, ...frame.working]) {
    for (const edge of [startMs, endMs]) starts.add(edge).add(edge - length);
  }
  starts.delete(occurrence.startMs);
  return [...starts]
    .sort((a, b) => a - b)
    .map((startMs) => ({ startMs, endMs: startMs + length }))
    .filter((place) => isFree(place, others, frame));
}

/** Whether a place lies wholly inside one working interval, on no time that is away, and overlaps none of `others`. */
export function isFree(place: Interval, others: readonly Interval[], frame: Frame): boolean {
  return (
    place.startMs >= frame.fromMs &&
    frame.working.some((w) => isInside(place, w)) &&
    !frame.away.some((a) => overlaps(place, a)) &&
    !others.some((o) => overlaps(place, o))
  );
}

/** Whether `inner` lies wholly inside `outer`. */
export function isInside(inner: Interval, outer: Interval): boolean {
  return inner.startMs >= outer.startMs && inner.endMs <= outer.endMs;
}
