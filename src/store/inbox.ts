import type { Database } from './database.ts';
import type { Store } from './store.ts';

type Inbox = Pick<Store, 'putInbox' | 'inbox' | 'inboxRow' | 'refuseInbox' | 'forgetInbox' | 'file'>;

/** Raw files on their way from a page to the background. */
export function inboxAccess(db: Database): Inbox {
  return {
    putInbox: ({ name, text }) =>
      db.write(
        ['inbox'],
        async (tx) => {
          const id = crypto.randomUUID();
          await tx.objectStore('inbox').put({ id, name, text });
          return id;
        },
        { confirmed: true, written: 'nothing' },
      ),
    inbox: () => db.read(['inbox'], (tx) => tx.objectStore('inbox').getAll()),
    inboxRow: (id) => db.read(['inbox'], async (tx) => (await tx.objectStore('inbox').get(id)) ?? null),
    refuseInbox: (id, code, message, nowMs) =>
      db.write(['inbox'], async (tx) => {
        const row = await tx.objectStore('inbox').get(id);
        if (!row || row.outcome) return;
        await tx
          .objectStore('inbox')
          .put({ ...row, text: '', outcome: { ok: false, code, message }, doneMs: nowMs });
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
