import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb';
import { DATABASE_VERSION, MIGRATIONS } from './migrations/all.ts';
import type { CraftweekDb, StoreName } from './rows.ts';
import { soundTransaction } from './sound-transaction.ts';
import { StoreError } from './store-error.ts';

export type ReadTx = IDBPTransaction<CraftweekDb, StoreName[], 'readonly'>;
export type WriteTx = IDBPTransaction<CraftweekDb, StoreName[], 'readwrite'>;

/** What a write changed, for those who watch: what is shown, or only how far a reading has come. */
export type Written = 'data' | 'progress' | 'nothing';

export interface Database {
  /** Runs `work` in one read transaction. Awaits in it may only be for that transaction. */
  read<T>(stores: readonly StoreName[], work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one write transaction and answers when it is committed. Where `work` throws, nothing of it
   * has happened. `confirmed` waits for the disk: for what the user was promised. `written` is told to those who watch.
   */
  write<T>(
    stores: readonly StoreName[],
    work: (tx: WriteTx) => Promise<T>,
    options?: { confirmed?: boolean; written?: Written | ((result: T) => Written) },
  ): Promise<T>;
  /** Deletes the database, whether it opens or not. Throws `held` where another page does not let go of it. */
  destroy(): Promise<void>;
  close(): void;
}

/** An opening that is under way. */
interface Opening {
  readonly opened: Promise<IDBPDatabase<CraftweekDb>>;
  /** Rejected with `held` once a page of another version keeps it waiting; it opens when that page lets go. */
  readonly held: Promise<never>;
}

/** The database by that name, opened when it is first needed, and again when the browser has closed it. */
export function openDatabase(name: string, onWritten: (what: Written) => void): Database {
  let opening: Opening | null = null;
  const forget = (): void => {
    opening = null;
  };

  /** One opening at a time: a second request would wait behind a held one, and say nothing. */
  const connection = (): Promise<IDBPDatabase<CraftweekDb>> => {
    if (opening === null) {
      const mine = open(name, forget);
      opening = mine;
      mine.opened.catch(() => {
        if (opening === mine) forget();
      });
    }
    // Where it has opened after all, that comes first.
    return Promise.race([opening.opened, opening.held]);
  };

  const close = async (): Promise<void> => {
    const closing = opening;
    opening = null;
    await closing?.opened.then(
      (db) => db.close(),
      () => undefined, // it never opened, and whoever asked for it has been told
    );
  };

  return {
    async read(stores, work) {
      const tx = (await connection()).transaction([...stores], 'readonly');
      const [result] = await Promise.all([work(soundTransaction(tx as ReadTx)), tx.done]);
      return result;
    },
    async write(stores, work, options = {}) {
      const db = await connection();
      const { written = 'data' } = options;
      const mayShow = written !== 'nothing' && written !== 'progress';
      const tx = db.transaction(
        mayShow ? [...new Set([...stores, 'state' as const])] : [...stores],
        'readwrite',
        {
          durability: options.confirmed ? 'strict' : 'default',
        },
      );
      // Without this the rejection of an aborted transaction would be nobody's.
      const done = tx.done.then(
        () => null,
        (error: unknown) => ({ error }),
      );
      let result: Awaited<ReturnType<typeof work>>;
      let what: Written;
      try {
        result = await work(soundTransaction(tx as WriteTx));
        what = typeof written === 'function' ? written(result) : written;
        // What the popup showed last goes with the change, or stays without it.
        if (what === 'data') await tx.objectStore('state').delete('glance');
      } catch (error) {
        // A full disk aborts the transaction, and the requests in it fail of that: its own error says why.
        const cause = tx.error;
        abort(tx);
        await done;
        throw cause ?? error;
      }
      const failed = await done;
      if (failed) throw failed.error;
      onWritten(what);
      return result;
    },
    async destroy() {
      // One that is held does not open to be closed: the deletion waits in its place, and says that it is held.
      void close();
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(cannotOpen(request.error));
        request.onblocked = () => reject(held());
      });
      onWritten('data');
    },
    close: () => void close(),
  };
}

function open(name: string, onClosed: () => void): Opening {
  let hold: (why: StoreError) => void = () => undefined;
  const waiting = new Promise<never>((_, reject) => {
    hold = reject;
  });
  // Nobody may be waiting for it at that moment.
  waiting.catch(() => undefined);
  return { opened: openUpgraded(name, onClosed, () => hold(held())), held: waiting };
}

async function openUpgraded(
  name: string,
  onClosed: () => void,
  onHeld: () => void,
): Promise<IDBPDatabase<CraftweekDb>> {
  try {
    return await openDB<CraftweekDb>(name, DATABASE_VERSION, {
      upgrade(opened, oldVersion, _newVersion, transaction) {
        for (const migration of MIGRATIONS) {
          if (oldVersion < migration.to) migration.run(unwrap(opened), unwrap(transaction));
        }
      },
      blocked: onHeld,
      // A newer version wants to upgrade: let it, and open anew when next asked.
      blocking(_current, _blocked, event) {
        onClosed();
        (event.target as IDBDatabase).close();
      },
      terminated: onClosed,
    });
  } catch (cause) {
    throw cannotOpen(cause);
  }
}

function held(): StoreError {
  return new StoreError('held', 'another page of another version keeps the database open');
}

/** Why a database does not open: what helps is another thing each time. */
function cannotOpen(cause: unknown): StoreError {
  const name = cause instanceof Error ? cause.name : typeof cause;
  const options = { cause };
  if (name === 'VersionError') return new StoreError('newer-data', 'a newer version wrote the data', options);
  if (name === 'QuotaExceededError')
    return new StoreError('no-room', 'the browser has no room left', options);
  // What Firefox says in a private window, and where it is set to keep nothing.
  if (name === 'InvalidStateError' || name === 'SecurityError')
    return new StoreError('private-window', 'the browser keeps nothing here', options);
  return new StoreError('cannot-open', `the database cannot be opened (${name})`, options);
}

function abort(tx: { abort(): void; error: DOMException | null }): void {
  try {
    tx.abort();
  } catch (error) {
    // A failed request has already aborted it; anything else is a mistake of ours.
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
  }
}
