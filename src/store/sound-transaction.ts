import type { IDBPTransaction } from 'idb';
import type { CraftweekDb, StoreName } from './rows.ts';
import { isSound } from './sound-rows.ts';

/** What can be asked for rows: a store, or an index of it. */
interface Asked {
  get(query: unknown): Promise<unknown>;
  getAll(query?: unknown, count?: number): Promise<unknown[]>;
}

/**
 * The transaction, with rows that cannot be read left out of every `get` and `getAll`. Keys, counts and cursors see all
 * rows.
 */
export function soundTransaction<Mode extends 'readonly' | 'readwrite'>(
  tx: IDBPTransaction<CraftweekDb, StoreName[], Mode>,
): typeof tx {
  return over(tx, {
    objectStore: (name: StoreName) => {
      const store = tx.objectStore(name);
      return over(store, {
        ...soundly(name, store as unknown as Asked),
        index: (index: never) => {
          const asked = store.index(index);
          return over(asked as object, soundly(name, asked as unknown as Asked));
        },
      });
    },
  });
}

function soundly(name: StoreName, asked: Asked): Asked {
  return {
    async get(query) {
      const row = await asked.get(query);
      return row !== undefined && isSound(name, row) ? row : undefined;
    },
    getAll: async (query, count) => (await asked.getAll(query, count)).filter((row) => isSound(name, row)),
  };
}

/** `target` with some of its methods replaced; the others go on being called on `target` itself. */
function over<T extends object>(target: T, methods: object): T {
  return new Proxy(target, {
    get(_, name) {
      if (Object.hasOwn(methods, name)) return Reflect.get(methods, name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
