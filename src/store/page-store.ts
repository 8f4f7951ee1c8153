import { type Database, openDatabase } from './database.ts';
import { type GlanceAccess, glanceAccess } from './glance.ts';
import { readers } from './readers.ts';
import type { Store, StoreReader } from './store.ts';
import { STORE_NAME } from './store-name.ts';

/** What a page does with the store: it reads, and puts a raw file where the background finds it. */
type PageStore = StoreReader & PageAccess;
type PageAccess = Omit<StoreReader, 'diagnosis'> & Pick<Store, 'putInbox' | 'inbox'> & GlanceAccess;

/**
 * The store as a page has it, without the writes of the background: what a page loads before it can draw stays small.
 * It opens, and fails, as `openStore` does.
 */
export function openPageStore(name: string = STORE_NAME): PageStore {
  const db = openDatabase(name, () => undefined);
  return {
    ...pageAccess(db),
    diagnosis: async () => (await import('./diagnosis.ts')).diagnosisAccess(db).diagnosis(),
  };
}

/** The part of the store that pages have too. */
export function pageAccess(db: Database): PageAccess {
  return {
    ...readers(db),
    ...glanceAccess(db),
    putInbox: (file) =>
      db.write(
        ['inbox'],
        async (tx) => {
          const id = crypto.randomUUID();
          await tx.objectStore('inbox').put({ ...file, id });
          return id;
        },
        { confirmed: true, written: 'nothing' },
      ),
    inbox: () => db.read(['inbox'], (tx) => tx.objectStore('inbox').getAll()),
  };
}
