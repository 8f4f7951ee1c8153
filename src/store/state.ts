import type { Database } from './database.ts';
import type { StoreWriter } from './store.ts';

type StateAccess = Pick<
  StoreWriter,
  | 'takeLease'
  | 'dropLease'
  | 'putChanges'
  | 'showFocus'
  | 'focusShown'
  | 'lookAhead'
  | 'putLookAhead'
  | 'noteSync'
  | 'lastSync'
  | 'putSummary'
  | 'forgetSummary'
  | 'summary'
  | 'scheduleSince'
>;

/** The lease of the sync, the summaries that came, and since when their schedule holds. */
export function stateAccess(db: Database): StateAccess {
  return {
    takeLease: (holder, nowMs, untilMs, force = false) =>
      db.write(
        ['state'],
        async (tx) => {
          const row = await tx.objectStore('state').get('lease');
          // One that runs longer than a lease does was taken by a clock gone wrong.
          const held =
            row?.name === 'lease' && row.holder !== holder && row.untilMs > nowMs && row.untilMs <= untilMs;
          if (held && !force) return false;
          await tx.objectStore('state').put({ name: 'lease', holder, untilMs });
          return true;
        },
        { written: 'nothing' },
      ),
    dropLease: (holder) =>
      db.write(
        ['state'],
        async (tx) => {
          const row = await tx.objectStore('state').get('lease');
          if (row?.name === 'lease' && row.holder === holder) await tx.objectStore('state').delete('lease');
        },
        { written: 'nothing' },
      ),
    putChanges: (records) =>
      db.write(['state'], async (tx) => {
        await tx.objectStore('state').put({ name: 'changes', records });
      }),
    showFocus: (week, blocks) =>
      db.write(
        ['state'],
        async (tx) => {
          const row = await tx.objectStore('state').get('focus-shown');
          if (row?.name === 'focus-shown' && row.week === week) return;
          await tx.objectStore('state').put({ name: 'focus-shown', week, blocks });
        },
        { written: 'nothing' },
      ),
    focusShown: (week) =>
      db.read(['state'], async (tx) => {
        const row = await tx.objectStore('state').get('focus-shown');
        return row?.name === 'focus-shown' && row.week === week ? row.blocks : null;
      }),
    lookAhead: (week) =>
      db.read(['state'], async (tx) => {
        const row = await tx.objectStore('state').get('look-ahead');
        return row?.name === 'look-ahead' && row.week === week ? row.state : null;
      }),
    putLookAhead: (week, state) =>
      db.write(
        ['state'],
        async (tx) => {
          await tx.objectStore('state').put({ name: 'look-ahead', week, state });
        },
        { confirmed: true, written: 'nothing' },
      ),
    noteSync: (startedMs) =>
      db.write(
        ['state'],
        async (tx) => {
          await tx.objectStore('state').put({ name: 'last-sync', startedMs });
        },
        { written: 'nothing' },
      ),
    lastSync: () =>
      db.read(['state'], async (tx) => {
        const row = await tx.objectStore('state').get('last-sync');
        return row?.name === 'last-sync' ? row.startedMs : null;
      }),
    putSummary: (row) =>
      db.write(
        ['summaries'],
        async (tx) => {
          await tx.objectStore('summaries').put(row);
        },
        { confirmed: true },
      ),
    forgetSummary: (week) => db.write(['summaries'], (tx) => tx.objectStore('summaries').delete(week)),
    summary: (week) =>
      db.read(['summaries'], async (tx) => (await tx.objectStore('summaries').get(week)) ?? null),
    scheduleSince: (fingerprint, nowMs) =>
      db.write(
        ['state'],
        async (tx) => {
          const row = await tx.objectStore('state').get('schedule');
          if (row?.name === 'schedule' && row.fingerprint === fingerprint) return row.sinceMs;
          await tx.objectStore('state').put({ name: 'schedule', fingerprint, sinceMs: nowMs });
          return nowMs;
        },
        { written: 'nothing' },
      ),
  };
}
