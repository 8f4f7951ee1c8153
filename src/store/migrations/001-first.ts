import type { Migration } from './migration.ts';

/** The first schema. Never edited after release: a change is a new migration. */
export const first: Migration = {
  to: 1,
  run(db) {
    db.createObjectStore('sources', { keyPath: 'id' });
    const calendars = db.createObjectStore('calendars', { keyPath: ['sourceId', 'id'] });
    calendars.createIndex('source', 'sourceId');
    const occurrences = db.createObjectStore('occurrences', { keyPath: 'key' });
    occurrences.createIndex('start', 'startMs');
    occurrences.createIndex('calendar', ['sourceId', 'calendarId']);
    occurrences.createIndex('uid', 'uid');
    db.createObjectStore('files', { keyPath: 'sourceId' });
    db.createObjectStore('inbox', { keyPath: 'id' });
    db.createObjectStore('corrections', { keyPath: 'id' });
    db.createObjectStore('rules', { keyPath: 'id' });
    db.createObjectStore('cursors', { keyPath: ['sourceId', 'calendarId'] });
    db.createObjectStore('weeks', { keyPath: 'week' });
    db.createObjectStore('summaries', { keyPath: 'week' });
    db.createObjectStore('state', { keyPath: 'name' });
    db.createObjectStore('progress', { keyPath: 'sourceId' });
  },
};
