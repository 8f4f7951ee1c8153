import { isOwn } from '../sources/traits.ts';
import type { Interval } from '../time/interval.ts';
import type { WriteTx } from './database.ts';
import { expectRelabel, LABEL_STORES } from './labels.ts';
import { endOf, FLOATING_PAD_MS, LONG_MS, reachOf } from './occurrence-rows.ts';
import { pairsOfSource, rowsOfCalendar, rowsOfSource } from './row-ranges.ts';
import { MOST_PROBLEMS, type ProblemsRow, type StoreName } from './rows.ts';
import type { SourceReplacement } from './store.ts';
import { StoreError } from './store-error.ts';
import { dropWeeks } from './weeks.ts';

/** What a transaction that changes a source has to cover. */
export const SOURCE_STORES = [
  'sources',
  'occurrences',
  'weeks',
  'cursors',
  'problems',
  'progress',
  'pauses',
  'files',
  'inbox',
  'wanted',
  'doubts',
  'taken-moves',
  ...LABEL_STORES,
] as const satisfies StoreName[];

export async function assertSource(tx: WriteTx, sourceId: string): Promise<void> {
  const known = await tx.objectStore('sources').get(sourceId);
  if (!known) throw new StoreError('gone', 'that source is not there any more');
}

/** Refuses the write of a run that was taken for dead and replaced. */
export async function assertHolder(tx: WriteTx, holder: string | undefined): Promise<void> {
  if (holder === undefined) return;
  const lease = await tx.objectStore('state').get('lease');
  if (lease?.name === 'lease' && lease.holder === holder) return;
  throw new StoreError('lost-lease', 'another run has taken over');
}

/** A source leaves with everything that came from it: at once to the eye, its rows with the next `sweep`. */
export async function removeAll(tx: WriteTx, sourceId: string): Promise<{ removed: number }> {
  const rows = tx.objectStore('occurrences');
  const source = await tx.objectStore('sources').get(sourceId);
  const removed = source ? await rows.count(rowsOfSource(sourceId)) : 0;
  const extent = await extentIn(tx, sourceId);
  const pairs = pairsOfSource(sourceId);
  await Promise.all([
    tx.objectStore('calendars').delete(pairs),
    tx.objectStore('cursors').delete(pairs),
    tx.objectStore('doubts').delete(pairs),
    ...(['sources', 'files', 'problems', 'progress', 'pauses', 'wanted'] as const).map((name) =>
      tx.objectStore(name).delete(sourceId),
    ),
  ]);
  await forgetTakenOn(tx, sourceId);
  if (source && !isOwn(source)) await forgetMadeOn(tx, sourceId);
  if (extent) await dropWeeks(tx, [extent]);
  return { removed };
}

/** The stretch that a source's rows may touch; null where it has none. */
async function extentIn(tx: WriteTx, sourceId: string): Promise<Interval | null> {
  const rows = tx.objectStore('occurrences');
  const range = IDBKeyRange.bound([sourceId], [sourceId, []]);
  const [first, last, long] = await Promise.all([
    rows.index('sourceStart').openCursor(range),
    rows.index('sourceStart').openCursor(range, 'prev'),
    // The end of the longest entries, whosesoever: weeks that are forgotten too many are computed again.
    rows.index('longEnd').openCursor(null, 'prev'),
  ]);
  if (!first || !last) return null;
  return {
    startMs: first.value.startMs - FLOATING_PAD_MS,
    endMs: Math.max(endOf(last.value) + FLOATING_PAD_MS + LONG_MS, long ? endOf(long.value) : 0),
  };
}

/** Moves of a plan that changed entries of the source: nothing of it can be measured any more. */
async function forgetTakenOn(tx: WriteTx, sourceId: string): Promise<void> {
  const store = tx.objectStore('taken-moves');
  const rows = await store.getAll();
  const about = rows.filter(({ originals }) => originals.some((o) => o.sourceId === sourceId));
  await Promise.all(about.map(({ id }) => store.delete(id)));
}

/** What the user said of invented entries goes with them; what was said of the user's own stays. */
async function forgetMadeOn(tx: WriteTx, sourceId: string): Promise<void> {
  const store = tx.objectStore('corrections');
  const made = (await store.getAll()).filter((row) => row.sourceId === sourceId);
  await Promise.all(made.map((row) => store.delete(row.id)));
  if (made.length > 0) await expectRelabel(tx);
}

/** Rows and cursor of a calendar leave; what the user chose for it stays. */
export async function removeCalendarRows(tx: WriteTx, sourceId: string, calendarId: string): Promise<void> {
  const occurrences = tx.objectStore('occurrences');
  const range = rowsOfCalendar(sourceId, calendarId);
  const rows = await occurrences.getAll(range);
  await Promise.all([occurrences.delete(range), tx.objectStore('cursors').delete([sourceId, calendarId])]);
  await dropWeeks(tx, rows.map(reachOf));
}

export async function putCursor(
  tx: WriteTx,
  sourceId: string,
  calendarId: string,
  cursor: unknown,
): Promise<void> {
  const store = tx.objectStore('cursors');
  if (cursor === null || cursor === undefined) await store.delete([sourceId, calendarId]);
  else await store.put({ sourceId, calendarId, cursor });
}

export function problemsRow(sourceId: string, problems: SourceReplacement['problems']): ProblemsRow {
  return { sourceId, problems: problems.slice(0, MOST_PROBLEMS), total: problems.length };
}
