import type { Attendee, ResponseStatus } from '../../calendar/occurrence.ts';
import type { GoogleAttendee, GoogleEvent } from './wire.ts';

/** Attendees kept per occurrence; `people` has the true count. */
const MOST_ATTENDEES = 50;

export interface People {
  readonly people: number;
  readonly resources: number;
  readonly attendees: readonly Attendee[];
  readonly response: ResponseStatus;
  readonly organizerIsSelf: boolean;
}

/**
 * Who takes part in an event. Rooms and equipment (`resource`) are not people; a guest's additional guests are.
 * The user is counted also where the list does not name them (invited through a group). A list that Google
 * withholds (`attendeesOmitted`, guests hidden) stands for at least one other person.
 */
export function peopleOf(event: GoogleEvent, ownAddresses: ReadonlySet<string>): People {
  const all = event.attendees ?? [];
  const isSelf = (a: GoogleAttendee): boolean =>
    a.self === true || ownAddresses.has((a.email ?? '').toLowerCase());
  const persons = all.filter((a) => a.resource !== true);
  const self = persons.find(isSelf);
  const organizerEmail = (event.organizer?.email ?? '').toLowerCase();
  const organizerIsSelf =
    event.organizer?.self === true ||
    ownAddresses.has(organizerEmail) ||
    (!event.organizer && event.creator?.self !== false);
  const listed = persons.reduce((sum, a) => sum + 1 + (a.additionalGuests ?? 0), 0);
  const withheld = event.attendeesOmitted === true || event.guestsCanSeeOtherGuests === false;
  const counted = listed === 0 ? 1 : listed + (self ? 0 : 1);
  return {
    people: withheld && !organizerIsSelf ? Math.max(2, counted) : counted,
    resources: all.length - persons.length,
    attendees: persons.slice(0, MOST_ATTENDEES).map((a) => ({
      email: (a.email ?? '').toLowerCase(),
      ...(a.displayName ? { name: a.displayName } : {}),
      response: responseOf(a.responseStatus),
      self: isSelf(a),
      ...(a.optional === true ? { optional: true as const } : {}),
      organizer: a.organizer === true,
    })),
    response: self ? responseOf(self.responseStatus) : 'accepted',
    organizerIsSelf,
  };
}

function responseOf(text: string | null | undefined): ResponseStatus {
  return text === 'declined' || text === 'tentative' || text === 'needsAction' ? text : 'accepted';
}
