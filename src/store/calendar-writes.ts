import { roleByName } from '../calendar/role.ts';
import type { Calendar } from '../calendar/source.ts';
import type { FoundCalendar } from '../sources/contract.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import { DAY_MS } from '../time/interval.ts';
import type { Database, WriteTx } from './database.ts';
import { believed, isMassRemoval, trusted } from './doubts.ts';
import { expectRelabel, newRevision } from './labels.ts';
import { sameValue } from './occurrence-rows.ts';
import { pairsOfSource, rowsOfCalendar, rowsOfSource } from './row-ranges.ts';
import type { CalendarRow } from './rows.ts';
import { assertHolder, assertSource, removeCalendarRows, SOURCE_STORES } from './source-stores.ts';
import type { CalendarsWrite, StoreWriter } from './store.ts';
import { StoreError } from './store-error.ts';
import { wantIn } from './wanted.ts';

/** How long the user's choices for a calendar outlive its absence. */
const ABSENCE_MS = 90 * DAY_MS;

type CalendarChoice = Parameters<StoreWriter['setCalendar']>[2];

/** The calendars of a source, and what the user chose for them. */
export function calendarWrites(db: Database): Pick<StoreWriter, 'putCalendars' | 'setCalendar'> {
  return {
    putCalendars: (sourceId, found, write = {}) =>
      db.write(
        SOURCE_STORES,
        async (tx) => {
          await assertHolder(tx, write.holder);
          await assertSource(tx, sourceId);
          return putCalendarsIn(tx, sourceId, found, write);
        },
        { written: ({ changed }) => (changed ? 'data' : 'nothing') },
      ),
    setCalendar: (sourceId, calendarId, choice) =>
      db.write(SOURCE_STORES, (tx) => setCalendarIn(tx, sourceId, calendarId, choice), { confirmed: true }),
  };
}

async function setCalendarIn(
  tx: WriteTx,
  sourceId: string,
  calendarId: string,
  choice: CalendarChoice,
): Promise<void> {
  const store = tx.objectStore('calendars');
  const [known, source] = await Promise.all([
    store.get([sourceId, calendarId]),
    tx.objectStore('sources').get(sourceId),
  ]);
  if (!known || !source || known.absentSinceMs !== undefined) {
    throw new StoreError('gone', 'that calendar is not there any more');
  }
  const chosen = withChoice(known, choice);
  const { role } = chosen;
  await store.put(chosen);
  if (chosen.defaultActivity !== known.defaultActivity) await expectRelabel(tx);
  if (choice.role !== undefined && role !== 'off') await wantIn(tx, sourceId, false);
  if (role === known.role) return;
  await tx.objectStore('weeks').clear();
  // What is not read any more would grow stale; a file and the sample hold all they have.
  if (role === 'off' && !SOURCE_TRAITS[source.kind].readsAll)
    await removeCalendarRows(tx, sourceId, calendarId);
}

/**
 * Makes the calendars of a source those found. Choices of known ones stay. The rows of those that are not named any
 * more leave, and their choices after `ABSENCE_MS`; where that would take more than half of what is known of the
 * source, a later run has to agree first.
 */
export async function putCalendarsIn(
  tx: WriteTx,
  sourceId: string,
  found: readonly FoundCalendar[],
  { holder, nowMs = 0 }: CalendarsWrite,
): Promise<{ calendars: Calendar[]; doubted: boolean; changed: boolean }> {
  const store = tx.objectStore('calendars');
  const known = await store.getAll(pairsOfSource(sourceId));
  const byId = new Map(known.map((c) => [c.id, c]));
  const named = new Set(found.map((f) => f.id));
  const missing = known.filter((c) => !named.has(c.id));
  const leaving = missing.filter((c) => c.absentSinceMs === undefined);
  const believes = await mayLeave(tx, sourceId, leaving, holder);
  let changed = believes && leaving.length > 0;
  let relabel = false;
  for (const calendar of believes ? leaving : []) {
    await removeCalendarRows(tx, sourceId, calendar.id);
    await store.put({ ...calendar, absentSinceMs: nowMs });
  }
  for (const { id } of missing.filter((calendar) => isLongGone(calendar, nowMs))) {
    await store.delete([sourceId, id]);
  }
  const calendars: Calendar[] = believes ? [] : leaving;
  for (const calendar of found) {
    const before = byId.get(calendar.id);
    const now = calendarOf(sourceId, calendar, before);
    calendars.push(now);
    if (before && sameValue(before, now)) continue;
    changed = true;
    // Rules may name a calendar; a new one has no rows yet that they could be about.
    if (before && before.name !== calendar.name) relabel = true;
    await store.put(now);
  }
  if (relabel) await expectRelabel(tx);
  else if (changed) await newRevision(tx);
  return { calendars, doubted: !believes, changed };
}

function calendarOf(
  sourceId: string,
  { id, name, color, zone, selected }: FoundCalendar,
  before: CalendarRow | undefined,
): Calendar {
  const { absentSinceMs: _, color: __, ...chosen } = before ?? guessed(name, selected);
  return {
    ...chosen,
    sourceId,
    id,
    name,
    ...(color === undefined ? {} : { color }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** What a calendar is taken for until the user says so. */
function guessed(name: string, selected: boolean | undefined): Omit<CalendarRow, 'sourceId' | 'id' | 'name'> {
  return { role: selected === false ? 'off' : (roleByName(name) ?? 'work'), roleGuessed: true };
}

/** Whether these calendars may leave now, with all they have. */
async function mayLeave(
  tx: WriteTx,
  sourceId: string,
  leaving: readonly Calendar[],
  holder: string | undefined,
): Promise<boolean> {
  const rows = tx.objectStore('occurrences');
  const unnamed = await Promise.all(leaving.map((c) => rows.count(rowsOfCalendar(sourceId, c.id))));
  const most = unnamed.reduce((sum, count) => sum + count, 0);
  if (most > 0 && isMassRemoval(most, await rows.count(rowsOfSource(sourceId)))) {
    return believed(tx, { sourceId, calendarId: '', holder });
  }
  await trusted(tx, sourceId, '');
  return true;
}

/** Whether a calendar has been absent for so long that what was chosen for it is forgotten. */
function isLongGone({ absentSinceMs }: CalendarRow, nowMs: number): boolean {
  // A clock that jumped either way keeps them: they cost nothing.
  return absentSinceMs !== undefined && Math.abs(nowMs - absentSinceMs) > ABSENCE_MS;
}

/** A calendar as the user wants it: a role that was said is no guess any more. */
function withChoice(known: CalendarRow, choice: CalendarChoice): CalendarRow {
  const { defaultActivity: before, ...rest } = known;
  const activity = choice.defaultActivity === undefined ? before : choice.defaultActivity;
  const { roleGuessed: _, ...told } = rest;
  const kept = choice.role === undefined ? rest : { ...told, role: choice.role };
  return { ...kept, ...(activity ? { defaultActivity: activity } : {}) };
}
