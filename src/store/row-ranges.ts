import type { PlainDate } from '../time/zone.ts';

/** What parts the fields of an occurrence's key, and the character behind it. */
const SEPARATOR = '\u001f';
const BEHIND_SEPARATOR = '\u0020';

/** Keys of all rows of a source: they begin with its id. */
export function rowsOfSource(sourceId: string): IDBKeyRange {
  return IDBKeyRange.bound(sourceId + SEPARATOR, sourceId + BEHIND_SEPARATOR, false, true);
}

/** Keys of all rows of a calendar: they begin with the ids of its source and its own. */
export function rowsOfCalendar(sourceId: string, calendarId: string): IDBKeyRange {
  return rowsOfSource(sourceId + SEPARATOR + calendarId);
}

/** Whether a key is one of that source's. */
export function isKeyOfSource(sourceId: string, key: string): boolean {
  return key.startsWith(sourceId + SEPARATOR);
}

/** Whether a key is one of that calendar's. */
export function isKeyOf(sourceId: string, calendarId: string, key: string): boolean {
  return key.startsWith(sourceId + SEPARATOR + calendarId + SEPARATOR);
}

/** Calendars, cursors or doubts of a source, whose keys are pairs. */
export function pairsOfSource(sourceId: string): IDBKeyRange {
  return IDBKeyRange.bound([sourceId], [sourceId, []]);
}

/** The rows of weeks named from `from` to `until`, both included; the first alone where they are the wrong way round. */
export function weekRange({
  from = '',
  until = '\uffff',
}: {
  from?: PlainDate;
  until?: PlainDate;
}): IDBKeyRange {
  return IDBKeyRange.bound(from, until < from ? from : until);
}
