import type { Migration } from './migration.ts';

/**
 * The sources that are to be read, what is doubted before it is deleted, and an index of a source's rows by start.
 * Rows of a source or a calendar lie side by side under their keys, so that indexes over both are not needed.
 */
export const wanted: Migration = {
  to: 3,
  run(db, transaction) {
    db.createObjectStore('wanted', { keyPath: 'sourceId' });
    db.createObjectStore('doubts', { keyPath: ['sourceId', 'calendarId'] });
    const occurrences = transaction.objectStore('occurrences');
    occurrences.createIndex('sourceStart', ['sourceId', 'startMs']);
    occurrences.deleteIndex('source');
    occurrences.deleteIndex('calendar');
  },
};
