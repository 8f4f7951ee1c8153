import { roleByName } from '../calendar/role.ts';
import type { Calendar, Source } from '../calendar/source.ts';
import type { FoundCalendar } from '../sources/contract.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import { overlaps } from '../time/interval.ts';
import type { Database, WriteTx } from './database.ts';
import { settleInbox } from './inbox.ts';
import { expectRelabel, LABEL_STORES } from './labels.ts';
import { reachOf, sameValue } from './occurrence-rows.ts';
import { replaceRows } from './replace-rows.ts';
import { MOST_PROBLEMS, type ProblemsRow, type StoreName } from './rows.ts';
import type { Changed, PageWrite, SourceReplacement, StoreWriter } from './store.ts';
import { StoreError } from './store-error.ts';
import { dropWeeks } from './weeks.ts';

const SOURCE_STORES = [
  'sources',
  'occurrences',
  'weeks',
  'cursors',
  'problems',
  'progress',
  'pauses',
  'files',
  'inbox',
  ...LABEL_STORES,
] as const satisfies StoreName[];

/** All that came from calendars or from the user's hand. */
const CLEARED = [
  ...SOURCE_STORES.filter((name) => name !== 'state'),
  'closed-weeks',
  'closed-entries',
] as const satisfies StoreName[];

type SourceWrites = Pick<
  StoreWriter,
  | 'putSource'
  | 'removeSource'
  | 'replaceSource'
  | 'putCalendars'
  | 'setCalendar'
  | 'cursor'
  | 'writePage'
  | 'prune'
  | 'sourceRead'
  | 'sourceFailed'
  | 'pausedUntil'
  | 'clear'
>;

export function sourceWrites(db: Database): SourceWrites {
  return {
    putSource: (source, nowMs) =>
      db.write(
        ['sources'],
        async (tx) => {
          const known = await tx.objectStore('sources').get(source.id);
          const fresh: Source = { ...source, addedMs: nowMs, syncedMs: null, trouble: null };
          await tx.objectStore('sources').put(known ? { ...known, ...source } : fresh);
        },
        { confirmed: true },
      ),
    removeSource: (sourceId) => db.write(SOURCE_STORES, (tx) => removeAll(tx, sourceId), { confirmed: true }),
    replaceSource: (replacement, label) =>
      db.write(SOURCE_STORES, (tx) => replaceAll(tx, replacement, label), { confirmed: true }),
    putCalendars: (sourceId, found, holder) =>
      db.write(SOURCE_STORES, async (tx) => {
        await assertHolder(tx, holder);
        await assertSource(tx, sourceId);
        return putCalendarsIn(tx, sourceId, found);
      }),
    setCalendar: (sourceId, calendarId, choice) =>
      db.write(
        SOURCE_STORES,
        async (tx) => {
          const store = tx.objectStore('calendars');
          const [known, source] = await Promise.all([
            store.get([sourceId, calendarId]),
            tx.objectStore('sources').get(sourceId),
          ]);
          if (!known || !source) throw new StoreError('gone', 'that calendar is not there any more');
          const { defaultActivity: before, ...rest } = known;
          const activity = choice.defaultActivity === undefined ? before : choice.defaultActivity;
          const { roleGuessed: _, ...told } = rest;
          const role = choice.role ?? known.role;
          const kept = choice.role === undefined ? rest : { ...told, role };
          await store.put({ ...kept, ...(activity ? { defaultActivity: activity } : {}) });
          if ((activity ?? undefined) !== before) await expectRelabel(tx);
          if (role === known.role) return;
          await tx.objectStore('weeks').clear();
          // What is not read any more would grow stale; a file and the sample hold all they have.
          if (role === 'off' && !SOURCE_TRAITS[source.kind].readsAll)
            await removeCalendarRows(tx, sourceId, calendarId);
        },
        { confirmed: true },
      ),
    cursor: (sourceId, calendarId) =>
      db.read(['cursors'], async (tx) => {
        const row = await tx.objectStore('cursors').get([sourceId, calendarId]);
        return row?.cursor ?? null;
      }),
    writePage: (page, label) =>
      db.write(SOURCE_STORES, async (tx): Promise<Changed> => {
        const { sourceId, calendarId } = page;
        await assertHolder(tx, page.holder);
        await assertSource(tx, sourceId);
        const calendar = await tx.objectStore('calendars').get([sourceId, calendarId]);
        if (!calendar) throw new StoreError('gone', 'that calendar is not there any more');
        await assertBehind(tx, page);
        const changed = await replaceRows(tx, page, label);
        await putCursor(tx, sourceId, calendarId, page.cursor);
        if (page.progress) await tx.objectStore('progress').put(page.progress);
        if (page.problems) await tx.objectStore('problems').put(problemsRow(sourceId, page.problems));
        return changed;
      }),
    prune: (sourceId, window) =>
      db.write(['occurrences'], async (tx) => {
        const store = tx.objectStore('occurrences');
        const rows = await store.index('source').getAll(sourceId);
        const outside = rows.filter((row) => !overlaps(reachOf(row), window));
        await Promise.all(outside.map((row) => store.delete(row.key)));
        return { removed: outside.length };
      }),
    sourceRead: (sourceId, nowMs) =>
      db.write(['sources', 'progress', 'pauses'], async (tx) => {
        const known = await tx.objectStore('sources').get(sourceId);
        if (known) await tx.objectStore('sources').put({ ...known, syncedMs: nowMs, trouble: null });
        await Promise.all([
          tx.objectStore('progress').delete(sourceId),
          tx.objectStore('pauses').delete(sourceId),
        ]);
      }),
    sourceFailed: (sourceId, { code, detail, nowMs, retryAtMs }) =>
      db.write(['sources', 'progress', 'pauses'], async (tx) => {
        const known = await tx.objectStore('sources').get(sourceId);
        await tx.objectStore('progress').delete(sourceId);
        if (!known) return;
        const sinceMs = known.trouble?.code === code ? known.trouble.sinceMs : nowMs;
        const trouble = { code, sinceMs, ...(detail === undefined ? {} : { detail }) };
        await tx.objectStore('sources').put({ ...known, trouble });
        if (retryAtMs === undefined) await tx.objectStore('pauses').delete(sourceId);
        else await tx.objectStore('pauses').put({ sourceId, untilMs: retryAtMs });
      }),
    clear: () =>
      db.write(
        [...CLEARED, 'state'],
        async (tx) => {
          const removed = await tx.objectStore('occurrences').count();
          await Promise.all(CLEARED.map((name) => tx.objectStore(name).clear()));
          // Not cleared: a page of a run that began before must not be taken for one of today's.
          await expectRelabel(tx);
          await tx.objectStore('state').delete('last-sync');
          return { removed };
        },
        { confirmed: true },
      ),
    pausedUntil: (sourceId) =>
      db.read(['pauses'], async (tx) => (await tx.objectStore('pauses').get(sourceId))?.untilMs ?? null),
  };
}

async function assertSource(tx: WriteTx, sourceId: string): Promise<void> {
  const known = await tx.objectStore('sources').get(sourceId);
  if (!known) throw new StoreError('gone', 'that source is not there any more');
}

/** Refuses the write of a run that was taken for dead and replaced. */
async function assertHolder(tx: WriteTx, holder: string | undefined): Promise<void> {
  if (holder === undefined) return;
  const lease = await tx.objectStore('state').get('lease');
  if (lease?.name === 'lease' && lease.holder === holder) return;
  throw new StoreError('lost-lease', 'another run has taken over');
}

/** Refuses a page that goes on from somewhere else than where the calendar stands now. */
async function assertBehind(tx: WriteTx, { sourceId, calendarId, behind }: PageWrite): Promise<void> {
  const row = await tx.objectStore('cursors').get([sourceId, calendarId]);
  if (sameValue(row?.cursor ?? null, behind ?? null)) return;
  throw new StoreError('moved', 'the calendar has been read, dropped or replaced meanwhile');
}

async function removeAll(tx: WriteTx, sourceId: string): Promise<{ removed: number }> {
  const occurrences = tx.objectStore('occurrences');
  const rows = await occurrences.index('source').getAll(sourceId);
  const calendars = tx.objectStore('calendars');
  const calendarKeys = await calendars.index('source').getAllKeys(sourceId);
  await Promise.all([
    ...rows.map((row) => occurrences.delete(row.key)),
    ...calendarKeys.map((key) => calendars.delete(key)),
    tx.objectStore('cursors').delete(IDBKeyRange.bound([sourceId], [sourceId, []])),
    ...(['sources', 'files', 'problems', 'progress', 'pauses'] as const).map((name) =>
      tx.objectStore(name).delete(sourceId),
    ),
  ]);
  await dropWeeks(tx, rows.map(reachOf));
  return { removed: rows.length };
}

async function removeCalendarRows(tx: WriteTx, sourceId: string, calendarId: string): Promise<void> {
  const occurrences = tx.objectStore('occurrences');
  const rows = await occurrences.index('calendar').getAll([sourceId, calendarId]);
  await Promise.all([
    ...rows.map((row) => occurrences.delete(row.key)),
    tx.objectStore('cursors').delete([sourceId, calendarId]),
  ]);
  await dropWeeks(tx, rows.map(reachOf));
}

async function putCalendarsIn(
  tx: WriteTx,
  sourceId: string,
  found: readonly FoundCalendar[],
): Promise<Calendar[]> {
  const store = tx.objectStore('calendars');
  const known = await store.index('source').getAll(sourceId);
  const byId = new Map(known.map((c) => [c.id, c]));
  const kept = new Set(found.map((f) => f.id));
  let relabel = false;
  for (const { id } of known) {
    if (kept.has(id)) continue;
    await removeCalendarRows(tx, sourceId, id);
    await store.delete([sourceId, id]);
    relabel = true;
  }
  const calendars: Calendar[] = [];
  for (const { id, name, color, selected } of found) {
    const before = byId.get(id);
    const calendar: Calendar = {
      sourceId,
      id,
      name,
      ...(color === undefined ? {} : { color }),
      role: before?.role ?? (selected === false ? 'off' : (roleByName(name) ?? 'work')),
      ...(before && !before.roleGuessed ? {} : { roleGuessed: true as const }),
      ...(before?.defaultActivity ? { defaultActivity: before.defaultActivity } : {}),
    };
    calendars.push(calendar);
    if (before && sameValue(before, calendar)) continue;
    if (before?.name !== name) relabel = true;
    await store.put(calendar);
  }
  if (relabel) await expectRelabel(tx);
  return calendars;
}

async function putCursor(tx: WriteTx, sourceId: string, calendarId: string, cursor: unknown): Promise<void> {
  const store = tx.objectStore('cursors');
  if (cursor === null || cursor === undefined) await store.delete([sourceId, calendarId]);
  else await store.put({ sourceId, calendarId, cursor });
}

async function replaceAll(tx: WriteTx, given: SourceReplacement, label: Parameters<typeof replaceRows>[2]) {
  const { source, nowMs, calendar } = given;
  const before = await tx.objectStore('sources').get(source.id);
  await tx.objectStore('sources').put({ ...source, addedMs: before?.addedMs ?? nowMs });
  for (const sourceId of given.leave ?? []) await removeAll(tx, sourceId);
  await putCalendarsIn(tx, source.id, [calendar]);
  const changed = await replaceRows(
    tx,
    {
      sourceId: source.id,
      calendarId: calendar.id,
      changed: given.occurrences,
      removed: [],
      listing: { id: `whole-${nowMs}`, last: true },
      window: { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY },
    },
    label,
  );
  await putCursor(tx, source.id, calendar.id, given.cursor);
  await tx.objectStore('problems').put(problemsRow(source.id, given.problems));
  await tx.objectStore('progress').delete(source.id);
  if (given.file) {
    await tx.objectStore('files').put({ sourceId: source.id, ...given.file, importedMs: nowMs });
  }
  if (given.inboxId !== undefined) {
    await settleInbox(
      tx,
      given.inboxId,
      {
        ok: true,
        sourceId: source.id,
        occurrences: given.occurrences.length,
        problems: given.problems.length,
      },
      nowMs,
    );
  }
  return changed;
}

function problemsRow(sourceId: string, problems: SourceReplacement['problems']): ProblemsRow {
  return { sourceId, problems: problems.slice(0, MOST_PROBLEMS), total: problems.length };
}
