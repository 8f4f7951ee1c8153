import type { LabelledOccurrence } from '../calendar/label.ts';
import { isMeeting } from '../load/counts.ts';
import type { LoadedWeek } from '../plan/focus-cost.ts';
import { occurrencesByKey } from './series-table.ts';

/** People in a meeting, the user included; `upTo` is inclusive. */
const SIZES = [
  { id: 'alone', upTo: 1 },
  { id: 'two', upTo: 2 },
  { id: 'few', upTo: 5 },
  { id: 'team', upTo: 8 },
  // More than eight is a large meeting (Viva Insights, field.md 1.1).
  { id: 'large', upTo: 15 },
  { id: 'crowd', upTo: Number.POSITIVE_INFINITY },
] as const;

export type SizeId = (typeof SIZES)[number]['id'];

/** Minutes with what is behind them. */
export interface Slice<Id extends string> {
  readonly id: Id;
  readonly minutes: number;
  readonly times: number;
  readonly keys: readonly string[];
}

/** Counted meetings by number of people, smallest first; every size is there. */
export function meetingsBySize(weeks: readonly LoadedWeek[]): Slice<SizeId>[] {
  const sizeOf = ({ people }: LabelledOccurrence): SizeId =>
    SIZES.find((s) => people <= s.upTo)?.id ?? 'crowd';
  return slices(
    weeks,
    SIZES.map(({ id }) => id),
    sizeOf,
  );
}

/** Counted meetings that the user calls, and those that others call. */
export function meetingsByOrganizer(weeks: readonly LoadedWeek[]): Slice<'self' | 'others'>[] {
  return slices(weeks, ['self', 'others'], (o) => (o.organizerIsSelf ? 'self' : 'others'));
}

function slices<Id extends string>(
  weeks: readonly LoadedWeek[],
  ids: readonly Id[],
  idOf: (occurrence: LabelledOccurrence) => Id,
): Slice<Id>[] {
  const byKey = occurrencesByKey(weeks);
  const found = new Map(ids.map((id) => [id, { minutes: 0, keys: new Set<string>() }]));
  for (const { load } of weeks) {
    for (const { key, minutes } of load.counted) {
      const occurrence = byKey.get(key);
      if (!occurrence || !isMeeting(occurrence)) continue;
      const slice = found.get(idOf(occurrence));
      if (!slice) continue;
      slice.minutes += minutes;
      slice.keys.add(key);
    }
  }
  return [...found].map(([id, { minutes, keys }]) => ({ id, minutes, times: keys.size, keys: [...keys] }));
}
