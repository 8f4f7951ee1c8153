import type { Migration } from './migration.ts';

/** Moves of a plan that the user took, with the occurrences as they stood then. */
export const takenMoves: Migration = {
  to: 30,
  run(db) {
    db.createObjectStore('taken-moves', { keyPath: 'id' });
  },
};
