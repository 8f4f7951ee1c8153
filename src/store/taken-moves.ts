import type { Database } from './database.ts';
import type { StoreReader, StoreWriter } from './store.ts';

/** Moves that are remembered; the oldest leave first. A person takes a few in a week. */
const MOST_TAKEN = 200;

type TakenMoveAccess = Pick<StoreReader, 'takenMoves'> & Pick<StoreWriter, 'takeMove' | 'dropMove'>;

/** Moves of a plan that the user took, on disk before it is confirmed. */
export function takenMoveAccess(db: Database): TakenMoveAccess {
  const confirmed = { confirmed: true };
  return {
    takenMoves: () =>
      db.read(['taken-moves'], async (tx) => {
        const rows = await tx.objectStore('taken-moves').getAll();
        return rows.sort((a, b) => a.takenMs - b.takenMs || (a.id < b.id ? -1 : 1));
      }),
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
