import type { PlainDate, PlainDateTime } from '../time/zone.ts';

export type ResponseStatus = 'accepted' | 'tentative' | 'needsAction' | 'declined';
export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';
/** Google's event types; other sources map onto them where they can tell. */
export type EventType =
  | 'default'
  | 'focusTime'
  | 'outOfOffice'
  | 'workingLocation'
  | 'birthday'
  | 'fromGmail';
/** How often the series comes, as far as a person would say it; `none` for a single event. */
export type Recurring = 'none' | 'daily' | 'weekly' | 'biweekly' | 'monthly';

/** A person on the guest list. Rooms and equipment are not people: they are counted in `resources`. */
export interface Attendee {
  /** Lower case; may be empty where a source hides it. */
  readonly email: string;
  readonly name?: string;
  readonly response: ResponseStatus;
  readonly self: boolean;
  /** The invitation says that they need not come; absent where it does not. */
  readonly optional?: true;
  readonly organizer: boolean;
}

/** One happening of an event, recurrence already expanded. */
export interface Occurrence {
  /** Unique in the store and stable over re-imports: see `occurrenceKey`. */
  readonly key: string;
  readonly sourceId: string;
  readonly calendarId: string;
  /** iCalendar UID: the same for all occurrences of a series and for copies in other calendars. */
  readonly uid: string;
  /**
   * UTC epoch ms, half-open. For all-day entries: UTC midnight of the dates (for indexes only; use `allDay`).
   * For floating times: as if the wall clock were UTC (use `resolveOccurrence` with the user's zone).
   */
  readonly startMs: number;
  readonly endMs: number;
  /** Dates of an all-day entry, end exclusive; null for timed ones. */
  readonly allDay: { readonly start: PlainDate; readonly end: PlainDate } | null;
  /** Wall-clock times of an entry without a zone, which follow the user's zone; absent otherwise. */
  readonly floating?: { readonly start: PlainDateTime; readonly end: PlainDateTime };
  readonly title: string;
  /** Cut to 2,000 characters: only the classifier reads it. */
  readonly description: string;
  readonly location: string;
  readonly status: EventStatus;
  /** The user's own answer; `accepted` where nobody was asked. */
  readonly response: ResponseStatus;
  readonly transparency: 'opaque' | 'transparent';
  readonly eventType: EventType;
  readonly organizerIsSelf: boolean;
  /** Number of people including the user: 1 for a solo entry. Rooms and equipment are not counted. */
  readonly people: number;
  /** At most 50 of them, the user included; `people` has the true count. */
  readonly attendees: readonly Attendee[];
  /** Number of rooms and pieces of equipment on the guest list. */
  readonly resources: number;
  readonly hasConference: boolean;
  readonly recurring: Recurring;
  /** CATEGORIES, colour labels and the like, as the source spells them. */
  readonly categories: readonly string[];
  readonly color?: string;
  /** Where the entry stands in its calendar on the web, as the source says; https alone. */
  readonly link?: string;
}

/**
 * Key of an occurrence: source, calendar, UID and the original start of this instance (its own start for a
 * single event), so that a moved instance keeps its key.
 */
export function occurrenceKey(
  sourceId: string,
  calendarId: string,
  uid: string,
  originalStart: string | number,
): string {
  return [sourceId, calendarId, uid, String(originalStart)].join('\u001f');
}

/** The UID in a key that `occurrenceKey` made. */
export function uidOfKey(key: string): string {
  // A UID may hold anything, the separator too.
  return key.split('\u001f').slice(2, -1).join('\u001f');
}
