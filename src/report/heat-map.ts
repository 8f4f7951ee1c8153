import type { Segment, WeekLoad } from '../load/week-load.ts';
import { HOUR_MS, MINUTE_MS } from '../time/interval.ts';
import { dateIn, wallOfInstant, weekdayOf } from '../time/zone.ts';

/** What a heat map can show: each minute of the timeline belongs to one of them. */
export type HeatKind = 'craft' | 'management' | 'fragments' | 'away';

/** One hour of one weekday. */
export interface HeatCell {
  /** Mean minutes a week; 0 without weeks. */
  readonly minutes: number;
  /** Keys of the occurrences behind it, each once, in the order of time; open time has none. */
  readonly keys: readonly string[];
}

/** Cells by ISO weekday (index 0 Monday) and hour of the wall clock (0 to 23). */
export type HeatMap = Readonly<Record<HeatKind, readonly (readonly HeatCell[])[]>>;

const KIND: Readonly<Record<Segment['kind'], HeatKind>> = {
  'craft-booked': 'craft',
  'craft-open': 'craft',
  management: 'management',
  fragment: 'fragments',
  away: 'away',
};

interface Gathered {
  minutes: number;
  readonly keys: Set<string>;
}

/**
 * Mean minutes of each kind by weekday and hour over all weeks, each minute once, and what lies behind them. An hour
 * that the clocks repeat gathers both of its runs. Hours are of the wall clock in the zone of each week.
 */
export function heatMap(weeks: readonly WeekLoad[]): HeatMap {
  const empty = (): Gathered[][] =>
    Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => ({ minutes: 0, keys: new Set() })));
  const map: Record<HeatKind, Gathered[][]> = {
    craft: empty(),
    management: empty(),
    fragments: empty(),
    away: empty(),
  };
  for (const { segments, zone } of weeks) for (const segment of segments) gather(map, segment, zone);
  const cells = (rows: Gathered[][]): HeatCell[][] =>
    rows.map((row) =>
      row.map(({ minutes, keys }) => ({ minutes: minutes / Math.max(1, weeks.length), keys: [...keys] })),
    );
  return {
    craft: cells(map.craft),
    management: cells(map.management),
    fragments: cells(map.fragments),
    away: cells(map.away),
  };
}

/** Adds a segment hour by hour. */
function gather(map: Record<HeatKind, Gathered[][]>, segment: Segment, zone: string): void {
  const { startMs, endMs, kind, key } = segment;
  for (let at = startMs; at < endMs; ) {
    const wall = wallOfInstant(at, zone);
    const next = Math.min(endMs, at + HOUR_MS - (((wall % HOUR_MS) + HOUR_MS) % HOUR_MS));
    const cell = map[KIND[kind]][weekdayOf(dateIn(zone, at)) - 1]?.[new Date(wall).getUTCHours()];
    if (cell) {
      cell.minutes += (next - at) / MINUTE_MS;
      if (key !== undefined) cell.keys.add(key);
    }
    at = next;
  }
}
