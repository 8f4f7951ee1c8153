import type { Database } from './database.ts';
import { correctionsInOrder, presentCalendars, rulesInOrder } from './labels.ts';
import { byStart, occurrenceOf, rowsIn } from './occurrence-rows.ts';
import { rowsOfSource } from './row-ranges.ts';
import type { StoreReader } from './store.ts';

type Readers = Omit<
  StoreReader,
  'weeks' | 'summaries' | 'changes' | 'closedWeeks' | 'closedEntries' | 'counted' | 'restated' | 'takenMoves'
>;

export function readers(db: Database): Readers {
  return {
    sources: () =>
      db.read(['sources'], async (tx) => {
        const rows = await tx.objectStore('sources').getAll();
        return rows.sort((a, b) => a.addedMs - b.addedMs || (a.id < b.id ? -1 : 1));
      }),
    calendars: () =>
      db.read(['calendars'], async (tx) => presentCalendars(await tx.objectStore('calendars').getAll())),
    occurrences: (window) =>
      db.read(['occurrences'], async (tx) => (await rowsIn(tx, window)).map(occurrenceOf)),
    occurrence: (key) =>
      db.read(['occurrences'], async (tx) => {
        const row = await tx.objectStore('occurrences').get(key);
        return row ? occurrenceOf(row) : null;
      }),
    series: (uid) =>
      db.read(['occurrences'], async (tx) => {
        const rows = await tx.objectStore('occurrences').index('uid').getAll(uid);
        return rows.map(occurrenceOf).sort(byStart);
      }),
    corrections: () =>
      db.read(['corrections'], async (tx) =>
        correctionsInOrder(await tx.objectStore('corrections').getAll()),
      ),
    rules: () => db.read(['rules'], async (tx) => rulesInOrder(await tx.objectStore('rules').getAll())),
    progress: () => db.read(['progress'], (tx) => tx.objectStore('progress').getAll()),
    problems: (sourceId) =>
      db.read(['problems'], async (tx) => (await tx.objectStore('problems').get(sourceId)) ?? null),
    extent: () =>
      db.read(['occurrences'], async (tx) => {
        const index = tx.objectStore('occurrences').index('start');
        const [first, last] = await Promise.all([index.openCursor(), index.openCursor(null, 'prev')]);
        return first && last ? { startMs: first.value.startMs, endMs: last.value.endMs } : null;
      }),
    counts: () =>
      db.read(['sources', 'occurrences'], async (tx) => {
        const ids = await tx.objectStore('sources').getAllKeys();
        const rows = tx.objectStore('occurrences');
        return new Map(
          await Promise.all(ids.map(async (id) => [id, await rows.count(rowsOfSource(id))] as const)),
        );
      }),
  };
}
