import { stands } from '../history/closing.ts';
import type { PlainDate } from '../time/zone.ts';
import type { Database } from './database.ts';
import type { StoreReader, StoreWriter } from './store.ts';
import { countedIn } from './weeks.ts';

type ClosedWeekAccess = Pick<StoreReader, 'closedWeeks' | 'closedEntries' | 'counted'> &
  Pick<StoreWriter, 'closeWeeks'>;

/** The weeks that stand. */
export function closedWeekAccess(db: Database): ClosedWeekAccess {
  return {
    closedWeeks: (range = {}) =>
      db.read(['closed-weeks'], async (tx) => tx.objectStore('closed-weeks').getAll(keysOf(range))),
    closedEntries: (range = {}) =>
      db.read(['closed-entries'], async (tx) => tx.objectStore('closed-entries').getAll(keysOf(range))),
    counted: (window) => db.read(['occurrences', 'calendars'], (tx) => countedIn(tx, window)),
    closeWeeks: (weeks, close) =>
      db.write(['occurrences', 'calendars', 'closed-weeks', 'closed-entries'], async (tx) => {
        let closed = 0;
        for (const { week, ...span } of weeks) {
          const { row, entries } = close(week, await countedIn(tx, span));
          const known = await tx.objectStore('closed-weeks').get(week);
          if (known && stands(known, row.closedMs)) continue;
          await tx.objectStore('closed-weeks').put(row);
          await tx.objectStore('closed-entries').put(entries);
          closed++;
        }
        return closed;
      }),
  };
}

function keysOf({ from = '', until = '\uffff' }: { from?: PlainDate; until?: PlainDate }): IDBKeyRange {
  return IDBKeyRange.bound(from, until < from ? from : until);
}
