import type { Database, ReadTx } from './database.ts';
import type { Diagnosis, SourceDiagnosis } from './diagnosed.ts';
import { DATABASE_VERSION } from './migrations/all.ts';
import { rowsOfSource } from './row-ranges.ts';
import { STORE_NAMES, type StoreName } from './rows.ts';
import type { StoreReader } from './store.ts';

/** Rows looked over at once. */
const BATCH = 2_000;

/** Looks over everything that is stored, and tells nothing of what it says. */
export function diagnosisAccess(db: Database): Pick<StoreReader, 'diagnosis'> {
  return {
    diagnosis: () =>
      db.read(STORE_NAMES, async (tx): Promise<Diagnosis> => {
        const counts = await Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).count()));
        const [sources, calendars, problems, wanted, inbox, labels] = await Promise.all([
          tx.objectStore('sources').getAll(),
          tx.objectStore('calendars').getAll(),
          tx.objectStore('problems').getAll(),
          tx.objectStore('wanted').getAll(),
          tx.objectStore('inbox').getAll(),
          tx.objectStore('state').get('labels'),
        ]);
        const unreadable = await Promise.all(
          STORE_NAMES.map(
            async (name, i) => [name, (counts[i] ?? 0) - (await soundCount(tx, name))] as const,
          ),
        );
        const about = sources.map(
          async ({ id, kind, addedMs, syncedMs, trouble }): Promise<SourceDiagnosis> => ({
            kind,
            addedMs,
            readMs: syncedMs,
            trouble: trouble && { code: trouble.code, sinceMs: trouble.sinceMs },
            calendars: tally(calendars.filter((c) => c.sourceId === id).map((c) => c.role)),
            occurrences: await tx.objectStore('occurrences').count(rowsOfSource(id)),
            problems: tally(problems.find((p) => p.sourceId === id)?.problems.map((p) => p.code) ?? []),
            wanted: wanted.find((w) => w.sourceId === id)?.attempts ?? null,
          }),
        );
        return {
          databaseVersion: DATABASE_VERSION,
          rows: Object.fromEntries(STORE_NAMES.map((name, i) => [name, counts[i]])) as Record<
            StoreName,
            number
          >,
          unreadable: Object.fromEntries(unreadable.filter(([, count]) => count > 0)),
          sources: await Promise.all(about),
          waiting: inbox
            .filter((row) => !row.outcome)
            .map(({ text, attempts = 0, setAside = null }) => ({
              characters: text.length,
              attempts,
              setAside,
            })),
          labelling: labels?.name === 'labels' && labels.pendingAfter !== null,
        };
      }),
  };
}

/** How many rows of a store can be read. In batches: they may be many. */
async function soundCount(tx: ReadTx, name: StoreName): Promise<number> {
  const store = tx.objectStore(name);
  let count = 0;
  for (let after: IDBKeyRange | null = null; ; ) {
    const [keys, rows] = await Promise.all([store.getAllKeys(after, BATCH), store.getAll(after, BATCH)]);
    count += rows.length;
    const last = keys.at(-1);
    if (last === undefined || keys.length < BATCH) return count;
    after = IDBKeyRange.lowerBound(last, true);
  }
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
