import type { Database, WriteTx } from './database.ts';
import type { WantedRow } from './rows.ts';
import type { StoreWriter } from './store.ts';

/** Readings begun, and never ended, after which a source is set aside: it may be what ends them. */
const MOST_ATTEMPTS = 2;

type WantedAccess = Pick<StoreWriter, 'want' | 'wanted' | 'beginReading' | 'unwant' | 'expectReading'>;

/**
 * The sources that are to be read. A want is on disk before anything is read, and goes when its own reading has
 * ended; one that comes meanwhile has another name, and stays:
 *
 *     (none) ──want──▶ a ──begin──▶ a, attempt 1 ──page──▶ a, attempt 0 ──read, failed──▶ (none)
 *                      ▲                │   └──want──▶ b ──end of a──▶ b: read once more
 *                      └────killed──────┘
 *     a, attempt 2 ──begin──▶ set aside with that trouble ──▶ (none) ──want by hand──▶ a', attempt 0
 */
export function wantedAccess(db: Database): WantedAccess {
  return {
    want: ({ sourceId, onDemand = false }) =>
      db.write(
        ['sources', 'wanted'],
        async (tx) => {
          const known = await tx.objectStore('sources').getAllKeys();
          const ids = sourceId === undefined ? known : known.filter((id) => id === sourceId);
          for (const id of ids) await wantIn(tx, id, onDemand);
        },
        { written: 'nothing' },
      ),
    wanted: () => db.read(['wanted'], (tx) => tx.objectStore('wanted').getAll()),
    beginReading: (sourceId) =>
      db.write(
        ['wanted'],
        async (tx) => {
          const row = await tx.objectStore('wanted').get(sourceId);
          if (!row) return null;
          if (row.attempts >= MOST_ATTEMPTS) return { ...row, setAside: true };
          const begun = { ...row, attempts: row.attempts + 1 };
          await tx.objectStore('wanted').put(begun);
          return { ...begun, setAside: false };
        },
        { written: 'nothing' },
      ),
    unwant: (sourceId, ask) =>
      db.write(['wanted'], (tx) => unwantIn(tx, sourceId, ask), { written: 'nothing' }),
    expectReading: (fingerprint) =>
      db.write(
        ['sources', 'state', 'wanted'],
        async (tx) => {
          const row = await tx.objectStore('state').get('reading');
          if (row?.name === 'reading' && row.fingerprint === fingerprint) return false;
          await tx.objectStore('state').put({ name: 'reading', fingerprint });
          const ids = await tx.objectStore('sources').getAllKeys();
          for (const id of ids) await wantIn(tx, id, false);
          return ids.length > 0;
        },
        { written: 'nothing' },
      ),
  };
}

/** Wants a source, in the transaction of what made it wanted. A want of the user's own begins its attempts anew. */
export async function wantIn(tx: WriteTx, sourceId: string, onDemand: boolean): Promise<void> {
  const known = await tx.objectStore('wanted').get(sourceId);
  await tx.objectStore('wanted').put({
    sourceId,
    ask: crypto.randomUUID(),
    onDemand: onDemand || (known?.onDemand ?? false),
    attempts: onDemand ? 0 : (known?.attempts ?? 0),
  });
}

/** Ends a want, unless it has been asked for anew since. */
export async function unwantIn(tx: WriteTx, sourceId: string, ask: string): Promise<void> {
  const row = await tx.objectStore('wanted').get(sourceId);
  if (row?.ask === ask) await tx.objectStore('wanted').delete(sourceId);
}

/** A reading that writes pages is alive: what was cut short before counts no longer. */
export async function provenAlive(tx: WriteTx, sourceId: string): Promise<void> {
  const row: WantedRow | undefined = await tx.objectStore('wanted').get(sourceId);
  if (row && row.attempts > 0) await tx.objectStore('wanted').put({ ...row, attempts: 0 });
}
