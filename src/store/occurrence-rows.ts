import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import type { EpochMs } from '../calendar/units.ts';
import { titleKey } from '../classify/title-key.ts';
import { DAY_MS, HOUR_MS, type Interval, overlaps } from '../time/interval.ts';
import { arrivedIn } from './arrivals.ts';
import type { ReadTx, WriteTx } from './database.ts';
import type { OccurrenceRow } from './rows.ts';

/** Longer entries have their end indexed (migration 2). */
export const LONG_MS = 8 * DAY_MS;

/** How far an all-day or floating entry may lie from where its stored times say: zones run from -12 to +14 h. */
export const FLOATING_PAD_MS = 26 * HOUR_MS;

/** The row of a labelled occurrence. */
export function rowOf(occurrence: LabelledOccurrence, listing?: string): OccurrenceRow {
  const { startMs, endMs } = occurrence;
  return {
    ...occurrence,
    titleKey: titleKey(occurrence.title),
    ...(endMs - startMs > LONG_MS ? { longEndMs: endMs } : {}),
    ...(listing === undefined ? {} : { listing }),
  };
}

/** The labelled occurrence of a row, as it was given. */
export function occurrenceOf(row: OccurrenceRow): LabelledOccurrence {
  const { longEndMs: _, listing: __, titleKey: ___, ...occurrence } = row;
  return occurrence;
}

/** Whether an entry's times follow the user's zone, so that the stored ones are only near. */
function followsZone(occurrence: Occurrence): boolean {
  return occurrence.allDay !== null || occurrence.floating !== undefined;
}

/** The stretch in which an entry may lie, whatever the user's zone is; never empty. */
export function reachOf(occurrence: Occurrence): Interval {
  const pad = followsZone(occurrence) ? FLOATING_PAD_MS : 0;
  const { startMs, endMs } = occurrence;
  return { startMs: startMs - pad, endMs: Math.max(endMs, startMs + 1) + pad };
}

/** The end of a row behind a cursor, which may be one that cannot be read: its start is indexed, and so a number. */
export function endOf({ startMs, endMs }: OccurrenceRow): EpochMs {
  return Number.isFinite(endMs) ? endMs : startMs;
}

/** Rows whose reach overlaps `window`, by start, then key. The transaction covers `sources` too. */
export async function rowsIn(tx: ReadTx | WriteTx, window: Interval): Promise<OccurrenceRow[]> {
  const store = tx.objectStore('occurrences');
  const from = window.startMs - FLOATING_PAD_MS;
  const until = window.endMs + FLOATING_PAD_MS;
  if (from > until) return [];
  const [near, long] = await Promise.all([
    store.index('start').getAll(IDBKeyRange.bound(from - LONG_MS, until)),
    store.index('longEnd').getAll(IDBKeyRange.lowerBound(from)),
  ]);
  const arrived = await arrivedIn(tx);
  const found = new Map<string, OccurrenceRow>();
  for (const row of [...near, ...long])
    if (arrived(row) && overlaps(reachOf(row), window)) found.set(row.key, row);
  return [...found.values()].sort(byStart);
}

export function byStart(a: Occurrence, b: Occurrence): number {
  return a.startMs - b.startMs || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Whether two rows say the same, the listing that saw them apart. */
export function sameRow(a: LabelledOccurrence, b: LabelledOccurrence): boolean {
  return sameValue({ ...a, listing: null }, { ...b, listing: null });
}

/** Deep equality of plain data; absent and undefined fields are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = a as Record<string, unknown>;
  const other = b as Record<string, unknown>;
  for (const key in one) if (!sameValue(one[key], other[key])) return false;
  for (const key in other) if (other[key] !== undefined && one[key] === undefined) return false;
  return true;
}
