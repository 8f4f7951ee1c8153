import type { Migration } from './migration.ts';

/** A calendar has a role where it was selected or not: one that counted is taken for work, the others are off. */
export const roles: Migration = {
  to: 11,
  run(_db, transaction) {
    const walk = transaction.objectStore('calendars').openCursor();
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (!cursor) return;
      const { selected, ...calendar } = cursor.value as { selected: boolean };
      cursor.update({ ...calendar, role: selected ? 'work' : 'off', roleGuessed: true });
      cursor.continue();
    };
  },
};
