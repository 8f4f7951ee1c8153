import type { Occurrence } from '../calendar/occurrence.ts';
import { overlaps } from '../time/interval.ts';
import type { WriteTx } from './database.ts';
import { believed, isMassRemoval, trusted } from './doubts.ts';
import { labellerIn } from './labels.ts';
import { reachOf, rowOf, sameRow } from './occurrence-rows.ts';
import { isKeyOf, rowsOfCalendar } from './row-ranges.ts';
import type { OccurrenceRow } from './rows.ts';
import type { LabelWith, PageChanged, PageWrite } from './store.ts';
import { StoreError } from './store-error.ts';
import { dropWeeks } from './weeks.ts';

/** From this many changes on, all rows of the calendar are read at once instead of one by one. */
const READ_ALL_FROM = 200;

type RowsWrite = Pick<
  PageWrite,
  'sourceId' | 'calendarId' | 'changed' | 'removed' | 'removedWhere' | 'removedKeys' | 'listing' | 'window'
> & { readonly holder?: string | undefined };

/**
 * Makes the rows of one calendar what a page says, inside the caller's transaction. Rows that already say so are
 * left alone, and only the weeks that a difference touches are forgotten. The stores of `LABEL_STORES`,
 * `occurrences`, `weeks` and `doubts` must be in the transaction.
 */
export async function replaceRows(tx: WriteTx, page: RowsWrite, label: LabelWith): Promise<PageChanged> {
  const { listing } = page;
  const store = tx.objectStore('occurrences');
  const { wanted, gone } = named(page);
  const known = await knownRows(tx, page, wanted, gone);

  const unnamed = known.filter((row) => !wanted.has(row.key) && !gone.has(row.key) && isUnseen(row, page));
  const doubted = await isDoubted(tx, page, unnamed.length, known.length);
  const told = known.filter((row) => !wanted.has(row.key) && (gone.has(row.key) || page.removedWhere?.(row)));
  const removed = doubted ? told : [...told, ...unnamed];
  const byKey = new Map(known.map((row) => [row.key, row]));
  // A listing of one page knows from the page itself what it has seen; over several, the rows remember it.
  const mark = listing && !listing.last ? listing.id : undefined;
  const classify = await labellerIn(tx, label);
  const written: OccurrenceRow[] = [];
  const touched: OccurrenceRow[] = [...removed];
  let added = 0;
  let changed = 0;
  for (const occurrence of wanted.values()) {
    const before = byKey.get(occurrence.key);
    const row = rowOf({ ...occurrence, label: classify(occurrence) }, mark ?? before?.listing);
    if (before && sameRow(before, row)) {
      if (before.listing !== row.listing) written.push(row);
      continue;
    }
    if (before) {
      changed++;
      touched.push(before);
    } else added++;
    written.push(row);
    touched.push(row);
  }
  await Promise.all([
    ...written.map((row) => store.put(row)),
    ...removed.map((row) => store.delete(row.key)),
  ]);
  await dropWeeks(tx, touched.map(reachOf));
  return { added, changed, removed: removed.length, ...(doubted ? { doubted } : {}) };
}

/** Whether the end of a listing would remove too much to be believed at once. */
async function isDoubted(tx: WriteTx, page: RowsWrite, unnamed: number, known: number): Promise<boolean> {
  if (!page.listing?.last) return false;
  if (isMassRemoval(unnamed, known)) return !(await believed(tx, page));
  await trusted(tx, page.sourceId, page.calendarId);
  return false;
}

function isUnseen(row: OccurrenceRow, { listing, removedWhere }: RowsWrite): boolean {
  if (removedWhere?.(row)) return false;
  if (!listing?.last || row.listing === listing.id) return false;
  return listing.window === undefined || overlaps(reachOf(row), listing.window);
}

/** What a page names: occurrences that belong to its window, and keys that are there no more. */
function named({ sourceId, calendarId, changed, removed, window }: RowsWrite): {
  readonly wanted: ReadonlyMap<string, Occurrence>;
  readonly gone: ReadonlySet<string>;
} {
  const wanted = new Map<string, Occurrence>();
  const gone = new Set(removed);
  for (const occurrence of changed) {
    if (!isKeyOf(sourceId, calendarId, occurrence.key)) {
      throw new StoreError('bad-write', 'an occurrence of another calendar is on the page');
    }
    if (overlaps(reachOf(occurrence), window)) wanted.set(occurrence.key, occurrence);
    else gone.add(occurrence.key);
  }
  for (const key of wanted.keys()) gone.delete(key);
  return { wanted, gone };
}

/** The stored rows that a page may concern: all of the calendar where it says more than keys, else those it names. */
async function knownRows(
  tx: WriteTx,
  { sourceId, calendarId, listing, removedWhere, removedKeys }: RowsWrite,
  wanted: ReadonlyMap<string, unknown>,
  gone: ReadonlySet<string>,
): Promise<OccurrenceRow[]> {
  const store = tx.objectStore('occurrences');
  const range = rowsOfCalendar(sourceId, calendarId);
  const byKeys = removedWhere === undefined || removedKeys !== undefined;
  const keys = new Set([...wanted.keys(), ...gone]);
  if (removedKeys && listing?.last !== true)
    for (const key of await store.getAllKeys(range)) if (removedKeys(key)) keys.add(key);
  if (listing?.last === true || !byKeys || keys.size >= READ_ALL_FROM) return store.getAll(range);
  const rows = await Promise.all([...keys].map((key) => store.get(key)));
  return rows.filter((row) => row !== undefined);
}
