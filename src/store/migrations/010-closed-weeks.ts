import type { Migration } from './migration.ts';

/**
 * Stores for the weeks whose figures stand, and for what they were counted from. Those who have data already get their
 * past closed by the next run, as after a first import.
 */
export const closedWeeks: Migration = {
  to: 10,
  run(db) {
    db.createObjectStore('closed-weeks', { keyPath: 'week' });
    db.createObjectStore('closed-entries', { keyPath: 'week' });
  },
};
