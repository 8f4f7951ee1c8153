import type { Database } from './database.ts';
import type { StoreWriter } from './store.ts';

/** Moves that are remembered; the oldest leave first. A person takes a few in a week. */
const MOST_TAKEN = 200;

/** Moves of a plan that the user took, on disk before it is confirmed. */
export function takenMoveWrites(db: Database): Pick<StoreWriter, 'takeMove' | 'dropMove'> {
  const confirmed = { confirmed: true };
  return {
    takeMove: (row) =>
      db.write(
        ['taken-moves'],
        async (tx) => {
          const store = tx.objectStore('taken-moves');
          await store.put(row);
          const rows = (await store.getAll()).sort((a, b) => b.takenMs - a.takenMs);
          await Promise.all(rows.slice(MOST_TAKEN).map(({ id }) => store.delete(id)));
        },
        confirmed,
      ),
    dropMove: (id) => db.write(['taken-moves'], (tx) => tx.objectStore('taken-moves').delete(id), confirmed),
  };
}
