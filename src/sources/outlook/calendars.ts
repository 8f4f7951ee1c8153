import type { FoundCalendar } from '../contract.ts';
import type { GraphCalendar } from './wire.ts';

/**
 * The calendars of an account, the default one first, then by name. The user's own that can be written to count until
 * they say otherwise; shared ones, holidays and birthdays do not.
 */
export function calendarsOf(found: readonly (GraphCalendar & { id: string })[]): FoundCalendar[] {
  const own = accountAddress(found);
  const isOwn = ({ owner, canEdit }: GraphCalendar): boolean =>
    canEdit !== false && (owner?.address ?? '').toLowerCase() === own;
  const rank = (calendar: GraphCalendar): number =>
    calendar.isDefaultCalendar ? 0 : isOwn(calendar) ? 1 : 2;
  return [...found]
    .sort((a, b) => rank(a) - rank(b) || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
    .map((calendar) => ({
      id: calendar.id,
      name: calendar.name || calendar.id,
      ...(calendar.hexColor ? { color: calendar.hexColor } : {}),
      selected: rank(calendar) < 2,
    }));
}

/** The account's address, lower case: the owner of its default calendar. Null where the list names none. */
export function accountAddress(found: readonly GraphCalendar[]): string | null {
  const address = found.find(({ isDefaultCalendar }) => isDefaultCalendar === true)?.owner?.address;
  return address ? address.toLowerCase() : null;
}
