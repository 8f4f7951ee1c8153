import * as v from 'valibot';
import { SourceError } from '../../calendar/source-error.ts';
import type { GraphCalendar, GraphEvent } from './wire.ts';

const text = v.nullish(v.string());
const flag = v.nullish(v.boolean());
const time = v.nullish(v.object({ dateTime: v.string(), timeZone: text }));
const recipient = v.nullish(v.object({ emailAddress: v.nullish(v.object({ name: text, address: text })) }));

/** The fields of an event that are read, each of the type that Microsoft documents or absent. */
const EVENT = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  '@removed': v.optional(v.object({})),
  type: text,
  seriesMasterId: text,
  iCalUId: text,
  uid: text,
  subject: text,
  bodyPreview: text,
  start: time,
  end: time,
  isAllDay: flag,
  isCancelled: flag,
  isOrganizer: flag,
  isOnlineMeeting: flag,
  webLink: text,
  onlineMeetingUrl: text,
  onlineMeeting: v.nullish(v.object({ joinUrl: text })),
  showAs: text,
  location: v.nullish(v.object({ displayName: text })),
  categories: v.nullish(v.array(v.string())),
  responseStatus: v.nullish(v.object({ response: text })),
  organizer: recipient,
  attendees: v.nullish(
    v.array(
      v.object({
        type: text,
        status: v.nullish(v.object({ response: text })),
        emailAddress: v.nullish(v.object({ name: text, address: text })),
      }),
    ),
  ),
  recurrence: v.nullish(
    v.object({
      pattern: v.nullish(
        v.object({
          type: text,
          interval: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))),
          daysOfWeek: v.nullish(v.array(v.string())),
        }),
      ),
    }),
  ),
});

const CALENDAR = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: text,
  hexColor: text,
  isDefaultCalendar: flag,
  canEdit: flag,
  owner: v.nullish(v.object({ name: text, address: text })),
});

const LIST = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
});

/** A page of a list; its items are unchecked. */
export interface GraphPage {
  readonly items: readonly unknown[];
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
  /** Where the changes begin, at the end of a delta. */
  readonly delta: string | null;
}

/** A page as it came. Throws SourceError `bad-answer` where it is none. */
export function pageIn(answer: unknown): GraphPage {
  const result = v.safeParse(LIST, answer);
  if (!result.success)
    throw new SourceError('bad-answer', 'Microsoft answered with something that is no list');
  const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = result.output;
  return { items: value, next: next ?? null, delta: delta ?? null };
}

/** What is wrong with an item: the path of the field, '' for the item itself; null where nothing is. */
export function brokenField(item: unknown): string | null {
  const result = v.safeParse(EVENT, item, { abortEarly: true });
  return result.success ? null : (v.getDotPath(result.issues[0]) ?? '');
}

export function isEvent(item: unknown): item is GraphEvent & { id: string } {
  return v.is(EVENT, item);
}

export function isCalendar(item: unknown): item is GraphCalendar & { id: string } {
  return v.is(CALENDAR, item);
}
