import type { Craft } from '../calendar/craft.ts';
import type { EventType, Occurrence, Recurring, ResponseStatus } from '../calendar/occurrence.ts';

/** What the classifier looks at: the plain input of `craftweek classify` (design.md, section 5), and more. */
export interface EventFacts {
  readonly title: string;
  readonly description?: string;
  /** Number of people, the user included; rooms are not people. */
  readonly attendees?: number;
  readonly organizerIsSelf?: boolean;
  readonly recurring?: Recurring;
  readonly durationMinutes?: number;
  readonly hasConference?: boolean;
  readonly eventType?: EventType;
  readonly responseStatus?: ResponseStatus;
  readonly transparency?: 'opaque' | 'transparent';
  readonly allDay?: boolean;
  readonly location?: string;
  readonly rooms?: number;
  readonly calendarName?: string;
  /** Whether somebody of another domain than the user's own is on the guest list. */
  readonly outside?: boolean;
  /** Hour of the day in the user's zone, 0 to 23. */
  readonly hour?: number;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  /** The user's craft. */
  readonly craft?: Craft;
  /** ISO code of the user's country. */
  readonly country?: string;
}

/** The facts of an occurrence; `calendarName` and the user's zone are the caller's to know. */
export function factsOf(
  o: Occurrence,
  more: Pick<EventFacts, 'calendarName' | 'outside' | 'hour' | 'weekday'> = {},
): EventFacts {
  return {
    title: o.title,
    description: o.description,
    attendees: o.people,
    organizerIsSelf: o.organizerIsSelf,
    recurring: o.recurring,
    durationMinutes: Math.round((o.endMs - o.startMs) / 60_000),
    hasConference: o.hasConference,
    eventType: o.eventType,
    responseStatus: o.response,
    transparency: o.transparency,
    allDay: o.allDay !== null,
    location: o.location,
    rooms: o.resources,
    ...more,
  };
}
