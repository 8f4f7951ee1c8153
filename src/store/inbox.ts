import type { EpochMs } from '../calendar/units.ts';
import type { Database, WriteTx } from './database.ts';
import type { ImportOutcome } from './rows.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

type Inbox = Pick<Store, 'inboxRow' | 'importFailed' | 'refuseInbox' | 'forgetInbox' | 'file'>;

/** Raw files on their way from a page to the background, as the background takes them. */
export function inboxWrites(db: Database): Inbox {
  return {
    inboxRow: (id) => db.read(['inbox'], async (tx) => (await tx.objectStore('inbox').get(id)) ?? null),
    importFailed: (id, failure) =>
      db.write(
        ['inbox'],
        async (tx) => {
          const row = await tx.objectStore('inbox').get(id);
          if (row && !row.outcome) await tx.objectStore('inbox').put({ ...row, failure });
        },
        { written: 'progress' },
      ),
    refuseInbox: (id, code, message, nowMs) =>
      db.write(['inbox', 'progress'], async (tx) => {
        const row = await tx.objectStore('inbox').get(id);
        const shown = await tx.objectStore('progress').getAll();
        const about = shown.filter((one) => one.inboxId === id);
        await Promise.all(about.map((one) => tx.objectStore('progress').delete(one.sourceId)));
        if (row && !row.outcome) await settleInbox(tx, id, { ok: false, code, message }, nowMs);
      }),
    forgetInbox: (beforeMs) =>
      db.write(
        ['inbox'],
        async (tx) => {
          const rows = await tx.objectStore('inbox').getAll();
          const old = rows.filter((row) => row.doneMs !== undefined && row.doneMs < beforeMs);
          await Promise.all(old.map((row) => tx.objectStore('inbox').delete(row.id)));
        },
        { written: 'nothing' },
      ),
    file: (sourceId) =>
      db.read(['files'], async (tx) => (await tx.objectStore('files').get(sourceId)) ?? null),
  };
}

/** Notes what became of a file and drops its text. Refuses one that was dealt with already. */
export async function settleInbox(
  tx: WriteTx,
  id: string,
  outcome: ImportOutcome,
  nowMs: EpochMs,
): Promise<void> {
  const row = await tx.objectStore('inbox').get(id);
  if (!row || row.outcome) throw new StoreError('gone', 'that file is not in the inbox any more');
  await tx.objectStore('inbox').put({ ...row, text: '', outcome, doneMs: nowMs });
}
