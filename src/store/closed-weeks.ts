import type { Closing } from '../history/closed-week.ts';
import { stands } from '../history/closing.ts';
import { withoutSource, withoutTitlesOf } from '../history/restate.ts';
import { addWeeks } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';
import { countedIn } from './counted.ts';
import type { Database, WriteTx } from './database.ts';
import { LABEL_STORES, labellerIn } from './labels.ts';
import { weekRange } from './row-ranges.ts';
import type { StoreName } from './rows.ts';
import type { StoreWriter } from './store.ts';

type ClosedWeekWrites = Pick<
  StoreWriter,
  | 'closeWeeks'
  | 'historyState'
  | 'restateWeeks'
  | 'recountWeek'
  | 'forgetRestated'
  | 'forgetTitles'
  | 'forgetPast'
>;

const CLOSED = ['closed-weeks', 'closed-entries'] as const satisfies StoreName[];

/** The weeks that stand. */
export function closedWeekWrites(db: Database): ClosedWeekWrites {
  return {
    closeWeeks: (weeks, close) =>
      db.write(['occurrences', 'sources', 'calendars', ...CLOSED], async (tx) => {
        let closed = 0;
        for (const { week, ...span } of weeks) {
          const closing = close(week, await countedIn(tx, span));
          const known = await tx.objectStore('closed-weeks').get(week);
          if (known && stands(known, closing.row.closedMs)) continue;
          await putClosing(tx, closing);
          closed++;
        }
        return closed;
      }),
    historyState: () =>
      db.read(['state'], async (tx) => {
        const row = await tx.objectStore('state').get('history');
        return row?.name === 'history' ? row : null;
      }),
    restateWeeks: (label, state, restate) =>
      db.write([...CLOSED, ...LABEL_STORES], async (tx) => {
        const classify = await labellerIn(tx, label);
        const told = restate(await closingsIn(tx), classify);
        for (const closing of told.closings) await putClosing(tx, closing);
        await tx.objectStore('state').put({ name: 'history', ...state });
        if (told.restated) await tx.objectStore('state').put({ name: 'restated', ...told.restated });
        return told.closings.length;
      }),
    recountWeek: (week, span, recount) =>
      db.write(['occurrences', 'sources', 'calendars', ...CLOSED], async (tx) => {
        const around = { from: addWeeks(week, -1), until: addWeeks(week, 1) };
        const closings = await closingsIn(tx, around);
        const closing = closings.find((c) => c.row.week === week);
        if (!closing) return false;
        const near = closings.flatMap((c) => c.entries.entries);
        await putClosing(tx, recount(closing, await countedIn(tx, span), near));
        return true;
      }),
    forgetRestated: () =>
      db.write(['state'], async (tx) => {
        await tx.objectStore('state').delete('restated');
      }),
    forgetTitles: (sourceId) =>
      db.write(['closed-entries'], async (tx) => {
        for (const { week, entries } of await tx.objectStore('closed-entries').getAll()) {
          if (!entries.some((e) => e.sourceId === sourceId)) continue;
          await tx.objectStore('closed-entries').put({ week, entries: withoutTitlesOf(entries, sourceId) });
        }
      }),
    forgetPast: (sourceId, nowMs) =>
      db.write([...CLOSED], async (tx) => {
        for (const closing of await closingsIn(tx)) {
          if (!closing.entries.entries.some((e) => e.sourceId === sourceId)) continue;
          const rest = withoutSource(closing, sourceId, nowMs);
          if (rest) await putClosing(tx, rest);
          else await Promise.all(CLOSED.map((name) => tx.objectStore(name).delete(closing.row.week)));
        }
      }),
  };
}

async function closingsIn(
  tx: WriteTx,
  range: { from?: PlainDate; until?: PlainDate } = {},
): Promise<Closing[]> {
  const [rows, lists] = await Promise.all([
    tx.objectStore('closed-weeks').getAll(weekRange(range)),
    tx.objectStore('closed-entries').getAll(weekRange(range)),
  ]);
  const listOf = new Map(lists.map((list) => [list.week, list]));
  return rows.map((row) => ({ row, entries: listOf.get(row.week) ?? { week: row.week, entries: [] } }));
}

async function putClosing(tx: WriteTx, { row, entries }: Closing): Promise<void> {
  await tx.objectStore('closed-weeks').put(row);
  await tx.objectStore('closed-entries').put(entries);
}
