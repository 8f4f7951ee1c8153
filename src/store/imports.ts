import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import { putCalendarsIn } from './calendar-writes.ts';
import type { Database, WriteTx } from './database.ts';
import { settleInbox } from './inbox.ts';
import { labelInputsIn } from './labels.ts';
import { reachOf, rowOf, sameRow } from './occurrence-rows.ts';
import { rowsOfCalendar } from './row-ranges.ts';
import type { InboxRow, OccurrenceRow } from './rows.ts';
import { problemsRow, putCursor, removeAll, SOURCE_STORES } from './source-stores.ts';
import type { ImportBatch, ImportEnd, ImportPlace, LabelWith, StoreWriter } from './store.ts';
import { StoreError } from './store-error.ts';
import { dropWeeks } from './weeks.ts';

/** Attempts at a file, begun and never ended, after which it is set aside: it may be what ends them. */
const MOST_ATTEMPTS = 2;

type ImportWrites = Pick<StoreWriter, 'beginImport' | 'importRows' | 'dropOthers' | 'finishImport'>;

/**
 * A file comes in batches, each a short transaction; nobody sees the rows of a new one before its source is there, and a
 * file of one batch comes whole.
 * Each batch is refused where the file was cancelled or everything was deleted meanwhile.
 *
 *     waits ──begin──▶ attempt 1 ▶ rows ▶ rows … ▶ drop what it has no more ▶ finish: source, text, outcome
 *       ▲                  │ killed, refused: attempt 2, then set aside with the reason ──by hand──▶ attempt 1
 *       └──────────────────┘ cancelled, deleted: the next batch is refused, what came is swept
 */
export function importWrites(db: Database): ImportWrites {
  return {
    beginImport: (inboxId, byHand) =>
      db.write(
        ['inbox'],
        async (tx) => {
          const row = await tx.objectStore('inbox').get(inboxId);
          if (!row || row.outcome) return row ?? null;
          const { attempts = 0, setAside: _, ...rest } = row;
          const begun: InboxRow =
            attempts >= MOST_ATTEMPTS && !byHand
              ? { ...rest, attempts, setAside: row.failure ?? 'never-ended' }
              : { ...rest, attempts: byHand ? 1 : attempts + 1 };
          await tx.objectStore('inbox').put(begun);
          return begun;
        },
        { written: 'progress' },
      ),
    importRows: (batch, label) =>
      db.write(SOURCE_STORES, (tx) => importRowsIn(tx, batch, label), {
        written: ({ shown }) => (shown ? 'data' : 'progress'),
      }),
    dropOthers: (place, keep, { most, leave }) =>
      db.write(['occurrences', 'inbox', 'weeks'], async (tx) => {
        await assertWaits(tx, place.inboxId);
        const others = await othersIn(tx, place, keep);
        if (others.length <= leave) return { done: true };
        await dropRows(tx, others.slice(0, most));
        return { done: false };
      }),
    finishImport: (end, label) =>
      db.write(SOURCE_STORES, (tx) => finishIn(tx, end, label), { confirmed: true }),
  };
}

/** The cursor of a file while another one is coming: what is read of the old text is not written then. */
function importingCursor(inboxId: string): { importing: string } {
  return { importing: inboxId };
}

async function importRowsIn(tx: WriteTx, batch: ImportBatch, label: LabelWith): Promise<{ shown: boolean }> {
  const { inboxId, sourceId, calendarId, labelled, revision, progress } = batch;
  await assertWaits(tx, inboxId);
  const shown = (await tx.objectStore('sources').getKey(sourceId)) !== undefined;
  if (shown) await putCursor(tx, sourceId, calendarId, importingCursor(inboxId));
  const inputs = await labelInputsIn(tx);
  // Labelled before the transaction, so that it is short; what the user said meanwhile is heard here.
  const classify = inputs.revision === revision ? null : label(inputs);
  const store = tx.objectStore('occurrences');
  const before = await Promise.all(labelled.map((o) => store.get(o.key)));
  const touched: Occurrence[] = [];
  const written: OccurrenceRow[] = [];
  labelled.forEach((given: LabelledOccurrence, i) => {
    const row = rowOf(classify ? { ...given, label: classify(given) } : given);
    const known = before[i];
    if (known && sameRow(known, row)) return;
    written.push(row);
    touched.push(row, ...(known ? [known] : []));
  });
  await Promise.all(written.map((row) => store.put(row)));
  if (shown) await dropWeeks(tx, touched.map(reachOf));
  await tx.objectStore('progress').put(progress);
  return { shown: shown && written.length > 0 };
}

/** Keys of the calendar's rows that are not to be kept. */
async function othersIn(
  tx: WriteTx,
  { sourceId, calendarId }: ImportPlace,
  keep: ReadonlySet<string>,
): Promise<string[]> {
  const keys = await tx.objectStore('occurrences').getAllKeys(rowsOfCalendar(sourceId, calendarId));
  return keys.filter((key) => !keep.has(key));
}

async function dropRows(tx: WriteTx, keys: readonly string[]): Promise<void> {
  const store = tx.objectStore('occurrences');
  const rows = (await Promise.all(keys.map((key) => store.get(key)))).filter((row) => row !== undefined);
  await Promise.all(keys.map((key) => store.delete(key)));
  await dropWeeks(tx, rows.map(reachOf));
}

/** The source appears, with all that came: what was there before is told by one transaction. */
async function finishIn(tx: WriteTx, end: ImportEnd, label: LabelWith): Promise<void> {
  const { inboxId, source, calendar, nowMs, file, problems, extent } = end;
  await assertWaits(tx, inboxId);
  const before = await tx.objectStore('sources').get(source.id);
  if (end.whole) {
    await importRowsIn(tx, end.whole, label);
    await dropRows(tx, await othersIn(tx, end.whole, new Set(end.whole.labelled.map((o) => o.key))));
  }
  if (end.replaces && !before) throw new StoreError('gone', 'the source was removed meanwhile');
  const { addedMs = nowMs, paused, renamed, name } = before ?? {};
  await tx.objectStore('sources').put({
    ...source,
    addedMs,
    ...(paused ? { paused } : {}),
    ...(renamed && name !== undefined ? { renamed, name } : {}),
  });
  await leaveSample(tx);
  await putCalendarsIn(tx, source.id, [calendar], { nowMs });
  await putCursor(tx, source.id, calendar.id, end.cursor);
  await tx.objectStore('problems').put(problemsRow(source.id, problems));
  await tx.objectStore('progress').delete(source.id);
  await tx.objectStore('files').put({ sourceId: source.id, ...file, importedMs: nowMs });
  if (!before && extent) await dropWeeks(tx, [extent]);
  const counts = { occurrences: end.occurrences, problems: problems.length };
  await settleInbox(tx, inboxId, { ok: true, sourceId: source.id, ...counts }, nowMs);
}

/** The sample leaves when a calendar of the user's own arrives. */
export async function leaveSample(tx: WriteTx): Promise<void> {
  const sources = await tx.objectStore('sources').getAll();
  for (const { id, kind } of sources) if (!SOURCE_TRAITS[kind].own) await removeAll(tx, id);
}

/** Refuses to go on with a file that was cancelled, or deleted with everything. */
async function assertWaits(tx: WriteTx, inboxId: string): Promise<void> {
  const row = await tx.objectStore('inbox').get(inboxId);
  if (!row || row.outcome) throw new StoreError('gone', 'the import was cancelled');
}
