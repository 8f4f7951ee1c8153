import type { Migration } from './migration.ts';

/** A file is as old as the moment it was given: earlier versions took reading it anew for reading the calendar. */
export const ageOfFiles: Migration = {
  to: 12,
  run(_db, transaction) {
    const sources = transaction.objectStore('sources');
    const walk = transaction.objectStore('files').openCursor();
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (!cursor) return;
      const { sourceId, importedMs } = cursor.value as { sourceId: string; importedMs: number };
      const found = sources.get(sourceId);
      found.onsuccess = () => {
        const source = found.result as object | undefined;
        if (source) sources.put({ ...source, syncedMs: importedMs });
      };
      cursor.continue();
    };
  },
};
