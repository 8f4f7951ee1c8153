import { SOURCE_TRAITS } from '../sources/traits.ts';
import { overlaps } from '../time/interval.ts';
import type { Database, WriteTx } from './database.ts';
import { believed, isMassRemoval, trusted } from './doubts.ts';
import { FLOATING_PAD_MS, reachOf, sameValue } from './occurrence-rows.ts';
import { replaceRows } from './replace-rows.ts';
import { rowsOfSource } from './row-ranges.ts';
import { assertHolder, problemsRow, putCursor, SOURCE_STORES } from './source-stores.ts';
import type { PageChanged, PageWrite, StoreWriter } from './store.ts';
import { StoreError } from './store-error.ts';
import { provenAlive, unwantIn } from './wanted.ts';

/** Stands for a calendar where the doubt is about the window; no calendar has this id. */
const PRUNING = '\u0000window';

type PageWrites = Pick<
  StoreWriter,
  'cursor' | 'writePage' | 'prune' | 'sourceRead' | 'sourceFailed' | 'pausedUntil'
>;

/** What a run over the sources writes: pages with their cursors, and how each source's reading ended. */
export function pageWrites(db: Database): PageWrites {
  return {
    cursor: (sourceId, calendarId) =>
      db.read(['cursors'], async (tx) => {
        const row = await tx.objectStore('cursors').get([sourceId, calendarId]);
        return row?.cursor ?? null;
      }),
    writePage: (page, label) =>
      db.write(SOURCE_STORES, (tx) => writePageIn(tx, page, label), {
        written: ({ added, changed, removed }) =>
          added + changed + removed > 0 ? 'data' : page.progress ? 'progress' : 'nothing',
      }),
    prune: (sourceId, window, holder) =>
      db.write(
        ['occurrences', 'doubts'],
        async (tx) => {
          const store = tx.objectStore('occurrences');
          const index = store.index('sourceStart');
          const before = window.startMs + FLOATING_PAD_MS;
          const behind = window.endMs - FLOATING_PAD_MS;
          // Only what begins outside can lie outside: the rows between are never looked at.
          const [early, late] = await Promise.all([
            index.getAll(IDBKeyRange.bound([sourceId], [sourceId, before])),
            index.getAll(IDBKeyRange.bound([sourceId, behind], [sourceId, []])),
          ]);
          const outside = [...early, ...late].filter((row) => !overlaps(reachOf(row), window));
          const known = await store.count(rowsOfSource(sourceId));
          if (!isMassRemoval(outside.length, known)) await trusted(tx, sourceId, PRUNING);
          // A clock gone wrong moves the window by years.
          else if (!(await believed(tx, { sourceId, calendarId: PRUNING, holder }))) return { removed: 0 };
          await Promise.all(outside.map((row) => store.delete(row.key)));
          return { removed: outside.length };
        },
        { written: ({ removed }) => (removed > 0 ? 'data' : 'nothing') },
      ),
    sourceRead: (sourceId, nowMs, ask) =>
      db
        .write(
          ['sources', 'progress', 'pauses', 'wanted'],
          async (tx) => {
            const known = await tx.objectStore('sources').get(sourceId);
            if (known) {
              // What was given is as old as it was then: reading it anew is not reading the calendar.
              const syncedMs = SOURCE_TRAITS[known.kind].live ? nowMs : known.syncedMs;
              await tx.objectStore('sources').put({ ...known, syncedMs, trouble: null });
            }
            await endReading(tx, sourceId, ask);
            await tx.objectStore('pauses').delete(sourceId);
            return known?.trouble ? 'data' : 'progress';
          },
          { written: (what) => what },
        )
        .then(() => undefined),
    sourceFailed: (sourceId, { code, detail, nowMs, retryAtMs, ask }) =>
      db.write(['sources', 'progress', 'pauses', 'wanted'], async (tx) => {
        const known = await tx.objectStore('sources').get(sourceId);
        await endReading(tx, sourceId, ask);
        if (!known) return;
        const sinceMs = known.trouble?.code === code ? known.trouble.sinceMs : nowMs;
        const trouble = { code, sinceMs, ...(detail === undefined ? {} : { detail }) };
        await tx.objectStore('sources').put({ ...known, trouble });
        if (retryAtMs === undefined) await tx.objectStore('pauses').delete(sourceId);
        else await tx.objectStore('pauses').put({ sourceId, untilMs: retryAtMs });
      }),
    pausedUntil: (sourceId) =>
      db.read(['pauses'], async (tx) => (await tx.objectStore('pauses').get(sourceId))?.untilMs ?? null),
  };
}

async function writePageIn(
  tx: WriteTx,
  page: PageWrite,
  label: Parameters<typeof replaceRows>[2],
): Promise<PageChanged> {
  const { sourceId, calendarId } = page;
  await assertHolder(tx, page.holder);
  const [source, calendar] = await Promise.all([
    tx.objectStore('sources').get(sourceId),
    tx.objectStore('calendars').get([sourceId, calendarId]),
  ]);
  if (!source || !calendar || calendar.absentSinceMs !== undefined)
    throw new StoreError('gone', 'that calendar is not there any more');
  const { live, readsAll } = SOURCE_TRAITS[source.kind];
  if (calendar.role === 'off' && !readsAll)
    throw new StoreError('moved', 'the calendar is not read any more');
  await assertBehind(tx, page);
  await assertNoImport(tx, sourceId, calendarId);
  // A file is the user's own word, however little it names.
  const changed = await replaceRows(tx, live ? page : { ...page, holder: undefined }, label);
  // What was not believed is read whole once more, by a later run.
  await putCursor(tx, sourceId, calendarId, changed.doubted ? null : page.cursor);
  await provenAlive(tx, sourceId);
  if (page.progress) await tx.objectStore('progress').put(page.progress);
  if (page.problems) await tx.objectStore('problems').put(problemsRow(sourceId, page.problems));
  return changed;
}

/** Refuses a page of a file while another file is taking its place. */
async function assertNoImport(tx: WriteTx, sourceId: string, calendarId: string): Promise<void> {
  const cursor = (await tx.objectStore('cursors').get([sourceId, calendarId]))?.cursor;
  if (typeof cursor !== 'object' || cursor === null || !('importing' in cursor)) return;
  const coming = await tx.objectStore('inbox').get(String(cursor.importing));
  if (coming && !coming.outcome) throw new StoreError('moved', 'another file is taking its place');
}

async function endReading(tx: WriteTx, sourceId: string, ask: string | undefined): Promise<void> {
  await tx.objectStore('progress').delete(sourceId);
  if (ask !== undefined) await unwantIn(tx, sourceId, ask);
}

/** Refuses a page that goes on from somewhere else than where the calendar stands now. */
async function assertBehind(tx: WriteTx, { sourceId, calendarId, behind }: PageWrite): Promise<void> {
  const row = await tx.objectStore('cursors').get([sourceId, calendarId]);
  if (sameValue(row?.cursor ?? null, behind ?? null)) return;
  throw new StoreError('moved', 'the calendar has been read, dropped or replaced meanwhile');
}
