import type { Attendee, ResponseStatus } from '../../calendar/occurrence.ts';
import type { Properties } from './properties.ts';
import { type Property, textOf } from './property.ts';

/** Attendees kept per occurrence; `people` has the true count. */
const KEPT_ATTENDEES = 50;

export interface People {
  readonly people: number;
  readonly resources: number;
  readonly attendees: readonly Attendee[];
  readonly response: ResponseStatus;
  readonly organizerIsSelf: boolean;
}

/** The address of a CAL-ADDRESS, lower case, without `mailto:`; empty where it is none. */
export function addressOf(property: Property | undefined): string {
  const direct = textOf(property)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  return direct.includes('@') ? direct : (property?.parameter('email') ?? '').toLowerCase();
}

/**
 * Who takes part. Rooms and resources (CUTYPE) are not people, nor is somebody whose role is NON-PARTICIPANT. The
 * organizer is counted also where the list leaves them out, and so is the user, once it is known who they are.
 */
export function peopleOf(event: Properties, own: ReadonlySet<string>): People {
  const all = event.all('ATTENDEE');
  const isThing = (p: Property): boolean => /^(ROOM|RESOURCE)$/i.test(p.parameter('cutype'));
  const persons = all.filter((p) => !isThing(p) && !/^NON-PARTICIPANT$/i.test(p.parameter('role')));
  const organizer = event.first('ORGANIZER');
  const organizerAddress = addressOf(organizer);
  const addresses = new Set(persons.map(addressOf).filter((a) => a !== ''));
  const unnamed = persons.filter((p) => addressOf(p) === '').length;
  const self = persons.find((p) => own.has(addressOf(p)));
  if (organizerAddress !== '' && (persons.length > 0 || (own.size > 0 && !own.has(organizerAddress)))) {
    addresses.add(organizerAddress);
  }
  const knowsSelf = own.size > 0 && persons.length > 0;
  const selfMissing = knowsSelf && !self && !own.has(organizerAddress);
  const counted = addresses.size + unnamed + event.moreAttendees + (selfMissing ? 1 : 0);
  const alone = addresses.size === 1 && own.size > 0 && !own.has([...addresses][0] ?? '');
  return {
    people: Math.max(1, counted + (alone && persons.length === 0 ? 1 : 0)),
    resources: all.length - all.filter((p) => !isThing(p)).length,
    attendees: persons.slice(0, KEPT_ATTENDEES).map((p) => {
      const email = addressOf(p);
      const name = p.parameter('cn');
      return {
        email,
        ...(name && name.toLowerCase() !== email ? { name } : {}),
        response: responseOf(p.parameter('partstat')),
        self: own.has(email),
        ...(/^OPT-PARTICIPANT$/i.test(p.parameter('role')) ? { optional: true as const } : {}),
        organizer: email !== '' && email === organizerAddress,
      };
    }),
    // Where the organizer is the user, the meeting is accepted whatever their own entry says.
    response: self && !own.has(organizerAddress) ? responseOf(self.parameter('partstat')) : selfAnswer(self),
    organizerIsSelf: organizerAddress === '' ? persons.length === 0 : own.has(organizerAddress),
  };
}

/** An organizer may still decline their own meeting. */
function selfAnswer(self: Property | undefined): ResponseStatus {
  return self && /^DECLINED$/i.test(self.parameter('partstat')) ? 'declined' : 'accepted';
}

function responseOf(partstat: string): ResponseStatus {
  switch (partstat.toUpperCase()) {
    case 'DECLINED':
      return 'declined';
    case 'TENTATIVE':
      return 'tentative';
    // RFC 5545, 3.2.12: the default is NEEDS-ACTION; a delegate goes in the user's place.
    case '':
    case 'NEEDS-ACTION':
      return 'needsAction';
    case 'DELEGATED':
      return 'declined';
    default:
      return 'accepted';
  }
}
