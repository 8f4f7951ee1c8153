import type { Attendee, Occurrence, ResponseStatus } from '../../calendar/occurrence.ts';
import type { GraphEvent } from './wire.ts';

/** Attendees kept per occurrence; `people` has the true count. */
const MOST_ATTENDEES = 50;

type People = Pick<Occurrence, 'people' | 'resources' | 'attendees' | 'response' | 'organizerIsSelf'>;

/**
 * Who takes part in an event. Rooms (`resource`) are not people. The organizer is a person of it where others are
 * invited, though Outlook does not list them among the attendees.
 */
export function peopleOf(event: GraphEvent, own: ReadonlySet<string>): People {
  const listed = event.attendees ?? [];
  const persons = listed.filter(({ type }) => type !== 'resource');
  const organizer = (event.organizer?.emailAddress?.address ?? '').toLowerCase();
  const organizerIsSelf = event.isOrganizer ?? (organizer === '' || own.has(organizer));
  const attendees: Attendee[] = persons.map((person) => {
    const email = (person.emailAddress?.address ?? '').toLowerCase();
    const name = person.emailAddress?.name;
    return {
      email,
      ...(name ? { name } : {}),
      response: responseOf(person.status?.response),
      self: own.has(email),
      ...(person.type === 'optional' ? { optional: true as const } : {}),
      organizer: email !== '' && email === organizer,
    };
  });
  if (attendees.length > 0 && organizer !== '' && !attendees.some((a) => a.organizer)) {
    const name = event.organizer?.emailAddress?.name;
    attendees.unshift({
      email: organizer,
      ...(name ? { name } : {}),
      response: 'accepted',
      self: organizerIsSelf,
      organizer: true,
    });
  }
  // An invitation through a group does not name the user, and a guest list that is withheld names nobody.
  const unlisted = organizerIsSelf ? 1 : 2;
  return {
    people: attendees.length === 0 ? unlisted : attendees.length + (attendees.some((a) => a.self) ? 0 : 1),
    resources: listed.length - persons.length,
    attendees: attendees.slice(0, MOST_ATTENDEES),
    response: organizerIsSelf ? 'accepted' : responseOf(event.responseStatus?.response),
    organizerIsSelf,
  };
}

/** `none` is an event that nobody was asked to. */
function responseOf(text: string | null | undefined): ResponseStatus {
  switch (text) {
    case 'declined':
      return 'declined';
    case 'tentativelyAccepted':
      return 'tentative';
    case 'notResponded':
      return 'needsAction';
    default:
      return 'accepted';
  }
}
