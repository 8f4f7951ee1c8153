import type { Source } from '../calendar/source.ts';
import { putCalendarsIn } from './calendar-writes.ts';
import type { Database, WriteTx } from './database.ts';
import { settleInbox } from './inbox.ts';
import { expectRelabel } from './labels.ts';
import { replaceRows } from './replace-rows.ts';
import { STORE_NAMES } from './rows.ts';
import { problemsRow, putCursor, removeAll, SOURCE_STORES } from './source-stores.ts';
import type { Changed, LabelWith, SourceReplacement, StoreWriter } from './store.ts';
import { wantIn } from './wanted.ts';

type SourceWrites = Pick<StoreWriter, 'putSource' | 'removeSource' | 'replaceSource' | 'clear'>;

/** Sources as a whole: they come, are replaced, and leave. */
export function sourceWrites(db: Database): SourceWrites {
  return {
    putSource: (source, nowMs) =>
      db.write(
        ['sources', 'wanted'],
        async (tx) => {
          const known = await tx.objectStore('sources').get(source.id);
          const fresh: Source = { ...source, addedMs: nowMs, syncedMs: null, trouble: null };
          await tx.objectStore('sources').put(known ? { ...known, ...source } : fresh);
          await wantIn(tx, source.id, true);
        },
        { confirmed: true },
      ),
    removeSource: (sourceId) => db.write(SOURCE_STORES, (tx) => removeAll(tx, sourceId), { confirmed: true }),
    replaceSource: (replacement, label) =>
      db.write(SOURCE_STORES, (tx) => replaceAll(tx, replacement, label), { confirmed: true }),
    clear: () =>
      db.write(
        STORE_NAMES,
        async (tx) => {
          const removed = await tx.objectStore('occurrences').count();
          const lease = await tx.objectStore('state').get('lease');
          await Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).clear()));
          // The one thing that stays: a run that is under way is told that what it reads is gone.
          if (lease) await tx.objectStore('state').put(lease);
          await expectRelabel(tx);
          return { removed };
        },
        { confirmed: true },
      ),
  };
}

async function replaceAll(tx: WriteTx, given: SourceReplacement, label: LabelWith): Promise<Changed> {
  const { source, nowMs, calendar } = given;
  const before = await tx.objectStore('sources').get(source.id);
  await tx.objectStore('sources').put({ ...source, addedMs: before?.addedMs ?? nowMs });
  for (const sourceId of given.leave ?? []) await removeAll(tx, sourceId);
  await putCalendarsIn(tx, source.id, [calendar], { nowMs });
  const changed = await replaceRows(
    tx,
    {
      sourceId: source.id,
      calendarId: calendar.id,
      changed: given.occurrences,
      removed: [],
      listing: { id: `whole-${nowMs}`, last: true },
      window: { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY },
    },
    label,
  );
  await putCursor(tx, source.id, calendar.id, given.cursor);
  await tx.objectStore('problems').put(problemsRow(source.id, given.problems));
  await tx.objectStore('progress').delete(source.id);
  if (given.file) {
    await tx.objectStore('files').put({ sourceId: source.id, ...given.file, importedMs: nowMs });
  }
  if (given.inboxId !== undefined) {
    const { occurrences, problems } = given;
    const counts = { occurrences: occurrences.length, problems: problems.length };
    await settleInbox(tx, given.inboxId, { ok: true, sourceId: source.id, ...counts }, nowMs);
  }
  return changed;
}
