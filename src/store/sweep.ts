import type { Database, ReadTx, WriteTx } from './database.ts';
import { rowsOfSource } from './row-ranges.ts';
import type { StoreWriter } from './store.ts';

/** Rows that leave in one transaction: short enough that a page is not kept waiting. */
const BATCH = 500;

const STORES = ['sources', 'inbox', 'occurrences'] as const;

/**
 * Deletes the next rows that belong to nobody: their source was removed, or the file that brought them was given up.
 * Those of a file that still waits in the inbox stay, for it goes on with them.
 */
export function sweepAccess(db: Database): Pick<StoreWriter, 'sweep'> {
  return {
    async sweep() {
      // Looked for by reading alone: most of the time there is nothing, and no page is kept waiting for that.
      if ((await db.read(STORES, ownerless)) === null) return { done: true };
      return db.write(
        STORES,
        async (tx) => {
          const range = await ownerless(tx);
          if (range === null) return { done: true };
          const rows = tx.objectStore('occurrences');
          const keys = await rows.getAllKeys(range, BATCH);
          await Promise.all(keys.map((key) => rows.delete(key)));
          return { done: false };
        },
        { written: 'nothing' },
      );
    },
  };
}

/** The keys of the first source's rows that nobody owns; null where there are none. */
async function ownerless(tx: ReadTx | WriteTx): Promise<IDBKeyRange | null> {
  const waiting = (await tx.objectStore('inbox').getAll()).filter((row) => !row.outcome);
  const owners = new Set([
    ...(await tx.objectStore('sources').getAllKeys()),
    ...waiting.map((row) => sourceIdOfFile(row.id)),
  ]);
  const rows = tx.objectStore('occurrences');
  for (let cursor = await rows.openKeyCursor(); cursor; ) {
    const key = String(cursor.key);
    const sourceId = key.slice(0, key.indexOf('\u001f'));
    const range = rowsOfSource(sourceId);
    if (!owners.has(sourceId)) return range;
    // Straight to the next source: what has an owner is not walked through.
    cursor = await rows.openKeyCursor(IDBKeyRange.lowerBound(range.upper));
  }
  return null;
}

/** Id of the source that a file of the inbox makes where it replaces none. */
export function sourceIdOfFile(inboxId: string): string {
  return `file-${inboxId}`;
}
