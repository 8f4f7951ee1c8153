import { eventLink } from '../../calendar/event-link.ts';
import { hasMeetingLink } from '../../calendar/meeting-link.ts';
import { type EventType, type Occurrence, occurrenceKey, type Recurring } from '../../calendar/occurrence.ts';
import { eventTime, originalStart } from './event-time.ts';
import { peopleOf } from './people.ts';
import type { GoogleEvent } from './wire.ts';

/** What an event cannot say of itself. */
export interface EventContext {
  readonly sourceId: string;
  readonly calendarId: string;
  /** IANA zone of the calendar, for times without an offset. */
  readonly calendarZone: string;
  /** Lower case. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Rhythm of the event's series. */
  readonly recurring: Recurring;
}

/** Text of a description that the classifier gets to see, in characters. */
const LONGEST_DESCRIPTION = 2000;

/**
 * An occurrence from an event of `events.list`. Its key ends with the event's id, which Google keeps when the event is
 * moved (that of an instance is made of its original start): of a deleted event the id alone is sure to be told (see
 * `isOfEvent`). A cancelled instance may carry its original start alone: it has
 * no length then. Throws UnreadableTime where the event says no time that can be read.
 */
export function occurrenceOf(event: GoogleEvent, context: EventContext): Occurrence {
  const { sourceId, calendarId, calendarZone, ownAddresses } = context;
  const original = event.originalStartTime;
  // A cancelled instance may say nothing else.
  const { start = original, end = original } = event.start ? event : {};
  const time = eventTime(start, end, calendarZone);
  const uid = event.iCalUID ?? `${event.recurringEventId ?? event.id ?? ''}@google.com`;
  const instance = original
    ? originalStart(original, calendarZone)
    : (time.allDay?.start ?? String(time.startMs));
  const description = plainText(event.description ?? '');
  const location = event.location ?? '';
  return {
    key: occurrenceKey(sourceId, calendarId, uid, event.id ?? instance),
    sourceId,
    calendarId,
    uid,
    ...time,
    title: event.summary ?? '',
    description: description.slice(0, LONGEST_DESCRIPTION),
    location,
    status: event.status === 'cancelled' || event.status === 'tentative' ? event.status : 'confirmed',
    transparency: event.transparency === 'transparent' ? 'transparent' : 'opaque',
    eventType: eventTypeOf(event.eventType),
    ...peopleOf(event, ownAddresses),
    hasConference: hasConference(event),
    recurring: event.recurringEventId || event.recurrence ? context.recurring : 'none',
    categories: [],
    ...(event.colorId ? { color: event.colorId } : {}),
    ...eventLink(event.htmlLink),
  };
}

/**
 * Whether an occurrence came from one of these events, whatever its UID is: from the event itself, or as an instance
 * (`<id>_20261117T090000Z`, `<id>_20261117`) of the series with that id.
 */
export function isOfEvent({ key }: Pick<Occurrence, 'key'>, eventIds: ReadonlySet<string>): boolean {
  const id = key.slice(key.lastIndexOf('\u001f') + 1);
  return eventIds.has(id) || eventIds.has(id.replace(/_\d{8}(T\d{6}Z)?$/, ''));
}

function hasConference({ hangoutLink, conferenceData, location, description }: GoogleEvent): boolean {
  if (hangoutLink || conferenceData) return true;
  return hasMeetingLink(location ?? '') || hasMeetingLink(description ?? '');
}

function eventTypeOf(text: string | null | undefined): EventType {
  switch (text) {
    case 'focusTime':
    case 'outOfOffice':
    case 'workingLocation':
    case 'birthday':
    case 'fromGmail':
      return text;
    default:
      return 'default';
  }
}

/** Google's descriptions hold HTML: tags become spaces, the five entities their characters. */
function plainText(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&nbsp;': ' ',
  };
  return withoutTags(html.slice(0, 4 * LONGEST_DESCRIPTION))
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Tags of up to 500 characters become spaces; a `<` that no `>` follows stays. Linear, as a pattern would not be. */
function withoutTags(html: string): string {
  const [text = '', ...parts] = html.split('<');
  return (
    text +
    parts
      .map((part) => {
        const end = part.indexOf('>');
        return end > 0 && end <= 500 ? ` ${part.slice(end + 1)}` : `<${part}`;
      })
      .join('')
  );
}
