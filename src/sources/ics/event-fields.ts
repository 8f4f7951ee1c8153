import { eventLink } from '../../calendar/event-link.ts';
import { hasMeetingLink } from '../../calendar/meeting-link.ts';
import type { EventStatus, EventType, Occurrence, ResponseStatus } from '../../calendar/occurrence.ts';
import { hasConference } from './conference.ts';
import { peopleOf } from './people.ts';
import type { Properties } from './properties.ts';
import { listOf, textOf } from './property.ts';

/** What all instances of a VEVENT share. */
export type EventFields = Omit<
  Occurrence,
  'key' | 'sourceId' | 'calendarId' | 'uid' | 'startMs' | 'endMs' | 'allDay' | 'floating' | 'recurring'
>;

/** Text of a description that the classifier gets to see, in characters. */
const LONGEST_DESCRIPTION = 2000;
const LONGEST_TITLE = 1000;

/** Title, people, status and the like of one VEVENT. */
export function eventFields(event: Properties, own: ReadonlySet<string>, isAllDay: boolean): EventFields {
  const busy = textOf(event.first('X-MICROSOFT-CDO-BUSYSTATUS')).toUpperCase();
  const people = peopleOf(event, own);
  const color = textOf(event.first('COLOR'));
  // Some programs write the call's address there.
  const url = textOf(event.first('URL'));
  return {
    title: textOf(event.first('SUMMARY')).slice(0, LONGEST_TITLE),
    description: textOf(event.first('DESCRIPTION')).slice(0, LONGEST_DESCRIPTION),
    location: textOf(event.first('LOCATION')).slice(0, LONGEST_TITLE),
    status: statusOf(event),
    transparency:
      /^TRANSPARENT$/i.test(textOf(event.first('TRANSP'))) || busy === 'FREE' ? 'transparent' : 'opaque',
    eventType: eventTypeOf(busy, isAllDay),
    ...people,
    response: responseOf(people.response, busy),
    hasConference: hasConference(event),
    categories: event
      .all('CATEGORIES')
      .flatMap(listOf)
      .map((v) => v.trim())
      .filter((v) => v !== ''),
    ...(color ? { color } : {}),
    ...(hasMeetingLink(url) ? {} : eventLink(url)),
  };
}

function statusOf(event: Properties): EventStatus {
  const status = textOf(event.first('STATUS')).toUpperCase();
  if (status === 'CANCELLED' || status === 'CANCELED') return 'cancelled';
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

/** "Working elsewhere" is a place for a whole day; a timed entry is a meeting that happens to be elsewhere. */
function eventTypeOf(busy: string, isAllDay: boolean): EventType {
  if (busy === 'OOF') return 'outOfOffice';
  return busy === 'WORKINGELSEWHERE' && isAllDay ? 'workingLocation' : 'default';
}

/** Outlook says in the busy status what its export leaves out of the guest list. */
function responseOf(response: ResponseStatus, busy: string): ResponseStatus {
  return busy === 'TENTATIVE' && response === 'accepted' ? 'tentative' : response;
}
