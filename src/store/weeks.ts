import { type Interval, overlaps } from '../time/interval.ts';
import { addDays, dateIn } from '../time/zone.ts';
import { countedIn } from './counted.ts';
import type { Database, WriteTx } from './database.ts';
import type { WeekRow } from './rows.ts';
import type { StoreWriter } from './store.ts';

/** Forgets the computed weeks that the stretches touch, and no other. */
export async function dropWeeks(tx: WriteTx, touched: readonly Interval[]): Promise<void> {
  if (touched.length === 0) return;
  const weeks = tx.objectStore('weeks');
  const fromMs = touched.reduce((ms, t) => Math.min(ms, t.startMs), Number.POSITIVE_INFINITY);
  const untilMs = touched.reduce((ms, t) => Math.max(ms, t.endMs), Number.NEGATIVE_INFINITY);
  // A week begins at most 7 days before what it holds, and a zone is at most 14 h off.
  const range = IDBKeyRange.bound(addDays(dateOf(fromMs), -8), addDays(dateOf(untilMs), 2));
  const rows = await weeks.getAll(range);
  if (rows.length === 0) return;
  const sorted = [...touched].sort((a, b) => a.startMs - b.startMs);
  const stale = rows.filter((row) => sorted.some((t) => overlaps(t, row)));
  await Promise.all(stale.map((row) => weeks.delete(row.week)));
}

/** The UTC date of an instant, kept to the years that a date of four digits can name. */
function dateOf(ms: number): string {
  return dateIn('UTC', Math.min(Math.max(ms, Date.UTC(1000, 0, 1)), Date.UTC(9998, 0, 1)));
}

export function weekWrites(db: Database): Pick<StoreWriter, 'week'> {
  return {
    async week(week, fingerprint, span, compute) {
      const known = await db.read(['weeks'], (tx) => tx.objectStore('weeks').get(week));
      if (known?.fingerprint === fingerprint) return known;
      // One transaction, so that no page can change the week between its reading and its keeping.
      return db.write(
        ['occurrences', 'sources', 'calendars', 'weeks'],
        async (tx) => {
          const row: WeekRow = { ...compute(await countedIn(tx, span)), fingerprint };
          await tx.objectStore('weeks').put(row);
          return row;
        },
        // What a closed week would be now is shown beside it; other computed weeks only save work.
        { written: (row) => (row.changedSince ? 'data' : 'nothing') },
      );
    },
  };
}
