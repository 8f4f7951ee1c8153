import { arrivedIn } from './arrivals.ts';
import { countedIn } from './counted.ts';
import type { Database } from './database.ts';
import { correctionsInOrder, presentCalendars, rulesInOrder } from './label-rows.ts';
import { byStart, endOf, occurrenceOf, rowsIn } from './occurrence-rows.ts';
import { isKeyOfSource, rowsOfCalendar, weekRange } from './row-ranges.ts';
import type { StoreReader } from './store.ts';

/** All that pages ask, but what only the maintainer does. */
export function readers(db: Database): Omit<StoreReader, 'diagnosis'> {
  return {
    sources: () =>
      db.read(['sources'], async (tx) => {
        const rows = await tx.objectStore('sources').getAll();
        return rows.sort((a, b) => a.addedMs - b.addedMs || (a.id < b.id ? -1 : 1));
      }),
    calendars: () =>
      db.read(['calendars'], async (tx) => presentCalendars(await tx.objectStore('calendars').getAll())),
    occurrences: (window) =>
      db.read(['occurrences', 'sources'], async (tx) => (await rowsIn(tx, window)).map(occurrenceOf)),
    occurrence: (key) =>
      db.read(['occurrences', 'sources'], async (tx) => {
        const row = await tx.objectStore('occurrences').get(key);
        const arrived = await arrivedIn(tx);
        return row && arrived(row) ? occurrenceOf(row) : null;
      }),
    series: (uid) =>
      db.read(['occurrences', 'sources'], async (tx) => {
        const rows = await tx.objectStore('occurrences').index('uid').getAll(uid);
        return rows
          .filter(await arrivedIn(tx))
          .map(occurrenceOf)
          .sort(byStart);
      }),
    corrections: () =>
      db.read(['corrections'], async (tx) =>
        correctionsInOrder(await tx.objectStore('corrections').getAll()),
      ),
    rules: () => db.read(['rules'], async (tx) => rulesInOrder(await tx.objectStore('rules').getAll())),
    weeks: ({ from = '', until = '\uffff', fingerprint } = {}) =>
      db.read(['weeks'], async (tx) => {
        if (from > until) return [];
        const rows = await tx.objectStore('weeks').getAll(IDBKeyRange.bound(from, until));
        return fingerprint === undefined ? rows : rows.filter((row) => row.fingerprint === fingerprint);
      }),
    closedWeeks: (range = {}) =>
      db.read(['closed-weeks'], (tx) => tx.objectStore('closed-weeks').getAll(weekRange(range))),
    closedEntries: (range = {}) =>
      db.read(['closed-entries'], (tx) => tx.objectStore('closed-entries').getAll(weekRange(range))),
    counted: (window) => db.read(['occurrences', 'sources', 'calendars'], (tx) => countedIn(tx, window)),
    restated: () =>
      db.read(['state'], async (tx) => {
        const row = await tx.objectStore('state').get('restated');
        return row?.name === 'restated' ? row : null;
      }),
    changes: () =>
      db.read(['state'], async (tx) => {
        const row = await tx.objectStore('state').get('changes');
        return row?.name === 'changes' ? row.records : [];
      }),
    summaries: () => db.read(['summaries'], (tx) => tx.objectStore('summaries').getAll()),
    takenMoves: () =>
      db.read(['taken-moves'], async (tx) => {
        const rows = await tx.objectStore('taken-moves').getAll();
        return rows.sort((a, b) => a.takenMs - b.takenMs || (a.id < b.id ? -1 : 1));
      }),
    progress: () => db.read(['progress'], (tx) => tx.objectStore('progress').getAll()),
    problems: (sourceId) =>
      db.read(['problems'], async (tx) => (await tx.objectStore('problems').get(sourceId)) ?? null),
    extent: () =>
      db.read(['occurrences', 'sources'], async (tx) => {
        const index = tx.objectStore('occurrences').index('sourceStart');
        const ends: number[] = [];
        for (const id of await tx.objectStore('sources').getAllKeys()) {
          const range = IDBKeyRange.bound([id], [id, []]);
          const [first, last] = await Promise.all([index.openCursor(range), index.openCursor(range, 'prev')]);
          if (first && last) ends.push(first.value.startMs, endOf(last.value));
        }
        return ends.length > 0 ? { startMs: Math.min(...ends), endMs: Math.max(...ends) } : null;
      }),
    entryCounts: () =>
      db.read(['calendars', 'occurrences'], async (tx) => {
        const calendars = presentCalendars(await tx.objectStore('calendars').getAll());
        const rows = tx.objectStore('occurrences');
        return Promise.all(
          calendars.map(async ({ sourceId, id: calendarId }) => {
            const entries = await rows.count(rowsOfCalendar(sourceId, calendarId));
            return { sourceId, calendarId, entries };
          }),
        );
      }),
    sourcesOfUids: (uids) =>
      db.read(['sources', 'occurrences'], async (tx) => {
        const ids = await tx.objectStore('sources').getAllKeys();
        const index = tx.objectStore('occurrences').index('uid');
        // Keys alone: the rows of a series over years are many.
        const found = await Promise.all(uids.map(async (uid) => index.getAllKeys(uid)));
        const counts = ids.map((id) => {
          const has = (key: string): boolean => isKeyOfSource(id, key);
          return [id, found.filter((keys) => keys.some(has)).length] as const;
        });
        return new Map(counts.filter(([, count]) => count > 0));
      }),
  };
}
