import { isZone } from '../../time/zone.ts';
import type { FoundCalendar } from '../contract.ts';
import type { GoogleCalendarListEntry } from './wire.ts';

/**
 * The calendars of `calendarList.list`, the primary one first, then the user's own, then others; by name. The user's own
 * ones count until the user says otherwise; shared, subscribed and holiday calendars do not.
 */
export function calendarsOf(entries: readonly GoogleCalendarListEntry[]): FoundCalendar[] {
  const rank = (e: GoogleCalendarListEntry): number => (e.primary ? 0 : e.accessRole === 'owner' ? 1 : 2);
  const name = (e: GoogleCalendarListEntry): string => e.summaryOverride || e.summary || e.id || '';
  return entries
    .filter((e) => e.id && e.deleted !== true)
    .sort((a, b) => rank(a) - rank(b) || (name(a) < name(b) ? -1 : 1))
    .map((e) => ({
      id: e.id ?? '',
      name: name(e),
      ...(e.backgroundColor ? { color: e.backgroundColor } : {}),
      ...(e.timeZone && isZone(e.timeZone) ? { zone: e.timeZone } : {}),
      selected: rank(e) < 2,
    }));
}

/** The account's address: the id of its primary calendar. Null where the list names none. */
export function accountAddress(entries: readonly GoogleCalendarListEntry[]): string | null {
  return entries.find((e) => e.primary === true)?.id ?? null;
}
