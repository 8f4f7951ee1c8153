import type { Migration } from './migration.ts';

/** What a correction of a title covers is found by an index: each row names what its title is compared by. */
export const titleKeys: Migration = {
  to: 31,
  run(_db, transaction) {
    const occurrences = transaction.objectStore('occurrences');
    occurrences.createIndex('titleKey', 'titleKey');
    occurrences.openKeyCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursor | null>).result;
      if (!cursor) return;
      // Read behind what an earlier step has asked to be written to the row: its cursor runs beside this one.
      occurrences.get(cursor.primaryKey).onsuccess = ({ target: found }) => {
        const row = (found as IDBRequest<{ readonly title?: unknown }>).result;
        if (typeof row.title === 'string') occurrences.put({ ...row, titleKey: keyOf(row.title) });
      };
      cursor.continue();
    };
  },
};

/** `titleKey` of the classifier, as it was then. */
function keyOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return plain === '' ? title.trim() : plain;
}
