import * as v from 'valibot';
import { SourceError } from '../../calendar/source-error.ts';
import type { GoogleCalendarListEntry, GoogleEvent, GoogleEventsPage } from './wire.ts';

const text = v.nullish(v.string());
const flag = v.nullish(v.boolean());
const time = v.nullish(v.object({ date: text, dateTime: text, timeZone: text }));

/** The fields of an event that are read, each of the type that Google documents or absent. */
const EVENT = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  status: text,
  iCalUID: text,
  recurringEventId: text,
  recurrence: v.nullish(v.array(v.string())),
  originalStartTime: time,
  start: time,
  end: time,
  summary: text,
  description: text,
  location: text,
  transparency: text,
  eventType: text,
  colorId: text,
  hangoutLink: text,
  htmlLink: text,
  conferenceData: v.nullish(v.object({})),
  creator: v.nullish(v.object({ self: flag })),
  organizer: v.nullish(v.object({ email: text, self: flag })),
  attendees: v.nullish(
    v.array(
      v.object({
        email: text,
        displayName: text,
        organizer: flag,
        self: flag,
        optional: flag,
        resource: flag,
        responseStatus: text,
        additionalGuests: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
      }),
    ),
  ),
  attendeesOmitted: flag,
  guestsCanSeeOtherGuests: flag,
});

const CALENDAR = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  summary: text,
  summaryOverride: text,
  backgroundColor: text,
  accessRole: text,
  primary: flag,
  deleted: flag,
  timeZone: text,
});

/** What an answer that is a list has besides its items. One without items has to say at least where to go on. */
const LIST = v.object({
  error: v.optional(v.undefined_()),
  items: v.optional(v.array(v.unknown())),
  nextPageToken: text,
  nextSyncToken: text,
  timeZone: text,
});

/** What is wrong with an item of a list of events: the path of the field, '' for the item itself; null where nothing. */
export function brokenField(item: unknown): string | null {
  const result = v.safeParse(EVENT, item, { abortEarly: true });
  return result.success ? null : (v.getDotPath(result.issues[0]) ?? '');
}

/** The id of an item of which nothing else needs to be readable. */
export function idOf(item: unknown): string | null {
  const result = v.safeParse(v.object({ id: EVENT.entries.id }), item);
  return result.success ? result.output.id : null;
}

/** A page of events as it came, its items unchecked. Throws SourceError `bad-answer` where it is no such page. */
export function eventsPage(answer: unknown): GoogleEventsPage {
  const { nextPageToken, nextSyncToken, timeZone, items } = listOf(answer);
  const says = nextPageToken ?? nextSyncToken ?? timeZone;
  if (items === undefined && says == null) throw noList();
  return answer as GoogleEventsPage;
}

/** A page of the list of calendars; entries that cannot be read are left out. Throws SourceError `bad-answer`. */
export function calendarsPage(answer: unknown): { items: GoogleCalendarListEntry[]; next: string | null } {
  const { items, nextPageToken } = listOf(answer);
  if (items === undefined) throw noList();
  const readable = items.filter((item): item is GoogleCalendarListEntry => v.is(CALENDAR, item));
  return { items: readable, next: nextPageToken || null };
}

/** One event that was asked for by its id. Throws SourceError `bad-answer`. */
export function oneEvent(answer: unknown): GoogleEvent {
  if (brokenField(answer) === null) return answer as GoogleEvent;
  throw new SourceError('bad-answer', 'Google answered with something that is no event');
}

function listOf(answer: unknown): v.InferOutput<typeof LIST> {
  const result = v.safeParse(LIST, answer);
  // An array passes for an object without any field.
  if (!result.success || Array.isArray(answer)) throw noList();
  return result.output;
}

function noList(): SourceError {
  return new SourceError('bad-answer', 'Google answered with something that is no list');
}
