import type { Migration } from './migration.ts';

/** Entries longer than this got their end indexed, so that a week need not look back further for its start. */
const LONG_MS = 8 * 86_400_000;

/**
 * A sparse index over the ends of long entries, an index over sources, and stores for what could not be read
 * and for the pauses that servers ask for.
 */
export const longEntries: Migration = {
  to: 2,
  run(db, transaction) {
    db.createObjectStore('problems', { keyPath: 'sourceId' });
    db.createObjectStore('pauses', { keyPath: 'sourceId' });
    const occurrences = transaction.objectStore('occurrences');
    occurrences.createIndex('longEnd', 'longEndMs');
    occurrences.createIndex('source', 'sourceId');
    const walk = occurrences.openCursor();
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (!cursor) return;
      const row = cursor.value as { startMs: number; endMs: number };
      if (row.endMs - row.startMs > LONG_MS) cursor.update({ ...row, longEndMs: row.endMs });
      cursor.continue();
    };
  },
};
