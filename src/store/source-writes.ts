import type { Source } from '../calendar/source.ts';
import { isOwn } from '../sources/traits.ts';
import { putCalendarsIn } from './calendar-writes.ts';
import type { Database, WriteTx } from './database.ts';
import { leaveSample } from './imports.ts';
import { expectRelabel } from './labels.ts';
import { replaceRows } from './replace-rows.ts';
import { rowsOfSource } from './row-ranges.ts';
import { STORE_NAMES } from './rows.ts';
import { problemsRow, putCursor, removeAll, SOURCE_STORES } from './source-stores.ts';
import type { Changed, LabelWith, SourceReplacement, StoreWriter } from './store.ts';
import { StoreError } from './store-error.ts';
import { wantIn } from './wanted.ts';

type SourceWrites = Pick<
  StoreWriter,
  'putSource' | 'setSource' | 'removeSource' | 'replaceSource' | 'clear' | 'deleting' | 'deleted'
>;

/** Sources as a whole: they come, are replaced, and leave. */
export function sourceWrites(db: Database): SourceWrites {
  return {
    putSource: (source, nowMs) =>
      db.write(
        SOURCE_STORES,
        async (tx) => {
          const known = await tx.objectStore('sources').get(source.id);
          const fresh: Source = { ...source, addedMs: nowMs, syncedMs: null, trouble: null };
          await tx.objectStore('sources').put(known ? { ...unpaused(known), ...source } : fresh);
          // What an earlier source of that id has left behind is nobody's.
          if (!known) await tx.objectStore('occurrences').delete(rowsOfSource(source.id));
          await wantIn(tx, source.id, true);
          if (isOwn(source)) await leaveSample(tx);
        },
        { confirmed: true },
      ),
    setSource: (sourceId, { name, paused }) =>
      db.write(
        SOURCE_STORES,
        async (tx) => {
          const known = await tx.objectStore('sources').get(sourceId);
          if (!known) throw new StoreError('gone', 'that source is not there any more');
          const named: Source = name === undefined ? known : { ...known, name, renamed: true };
          const isPaused = paused ?? known.paused === true;
          await tx.objectStore('sources').put(isPaused ? { ...named, paused: true } : unpaused(named));
          if (paused === false) await wantIn(tx, sourceId, true);
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
          await tx.objectStore('state').put({ name: 'deleting' });
          await expectRelabel(tx);
          return { removed };
        },
        { confirmed: true },
      ),
    deleting: () =>
      db.read(['state'], async (tx) => (await tx.objectStore('state').getKey('deleting')) !== undefined),
    deleted: () =>
      db.write(['state'], (tx) => tx.objectStore('state').delete('deleting'), { confirmed: true }),
  };
}

function unpaused({ paused: _, ...source }: Source): Source {
  return source;
}

async function replaceAll(tx: WriteTx, given: SourceReplacement, label: LabelWith): Promise<Changed> {
  const { source, nowMs, calendar } = given;
  const before = await tx.objectStore('sources').get(source.id);
  await tx.objectStore('sources').put({ ...source, addedMs: before?.addedMs ?? nowMs });
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
  return changed;
}
