import type { Segment, WeekLoad } from '../load/week-load.ts';
import { HOUR_MS, MINUTE_MS } from '../time/interval.ts';
import { dateIn, wallOfInstant, weekdayOf } from '../time/zone.ts';

/** What a heat map can show: each minute of the timeline belongs to one of them. */
export type HeatKind = 'craft' | 'management' | 'fragments' | 'away';

/** Minutes by ISO weekday (index 0 Monday) and hour of the wall clock (0 to 23). */
export type HeatMap = Readonly<Record<HeatKind, readonly (readonly number[])[]>>;

const KIND: Readonly<Record<Segment['kind'], HeatKind>> = {
  'craft-booked': 'craft',
  'craft-open': 'craft',
  management: 'management',
  fragment: 'fragments',
  away: 'away',
};

/**
 * Minutes of each kind by weekday and hour, over all weeks, each minute once. An hour that the clocks repeat
 * gathers both of its runs. Hours are of the wall clock in the zone of each week.
 */
export function heatMap(weeks: readonly WeekLoad[]): HeatMap {
  const empty = (): number[][] => Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  const map: Record<HeatKind, number[][]> = {
    craft: empty(),
    management: empty(),
    fragments: empty(),
    away: empty(),
  };
  for (const { segments, zone } of weeks) {
    for (const { startMs, endMs, kind } of segments) {
      for (let at = startMs; at < endMs; ) {
        const wall = wallOfInstant(at, zone);
        const next = Math.min(endMs, at + HOUR_MS - (((wall % HOUR_MS) + HOUR_MS) % HOUR_MS));
        const row = map[KIND[kind]][weekdayOf(dateIn(zone, at)) - 1];
        const hour = new Date(wall).getUTCHours();
        if (row) row[hour] = (row[hour] ?? 0) + (next - at) / MINUTE_MS;
        at = next;
      }
    }
  }
  return map;
}
