import { instantOfWall, parsePlain, startOfDate } from '../time/zone.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * The occurrence with `startMs` and `endMs` as instants in the user's zone: floating times are read in `zone`,
 * all-day entries run from local midnight to local midnight. Others come back as they are.
 */
export function resolveOccurrence<T extends Pick<Occurrence, 'startMs' | 'endMs' | 'allDay' | 'floating'>>(
  occurrence: T,
  zone: string,
): T {
  if (occurrence.allDay) {
    const { start, end } = occurrence.allDay;
    return { ...occurrence, startMs: startOfDate(start, zone), endMs: startOfDate(end, zone) };
  }
  if (occurrence.floating) {
    const { start, end } = occurrence.floating;
    return {
      ...occurrence,
      startMs: instantOfWall(parsePlain(start), zone),
      endMs: instantOfWall(parsePlain(end), zone),
    };
  }
  return occurrence;
}
