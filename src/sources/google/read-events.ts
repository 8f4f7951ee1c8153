import type { Occurrence, Recurring } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { freshBudget } from '../../recurrence/expand.ts';
import { rhythmOfStarts } from '../../recurrence/rhythm.ts';
import { touches } from '../../time/interval.ts';
import { isZone } from '../../time/zone.ts';
import { eventTime, originalStart, UnreadableTime } from './event-time.ts';
import { type ExpandContext, instancesOfMaster, isMaster } from './expand-master.ts';
import { occurrenceOf } from './occurrence-of.ts';
import { brokenItem } from './page-of.ts';
import { rhythmOfRecurrence } from './rhythm.ts';
import { brokenField } from './shapes.ts';
import type { GoogleEvent, GoogleEventsPage } from './wire.ts';

/**
 * Occurrences from the text of Google `events.list` answers: one answer, an array of pages in order, or a bare
 * array of events. Items that cannot be read are problems that name their path (`items[3].start`); of an event
 * that comes twice the later copy stands, as when changes follow a full list. Series that are not expanded
 * (`singleEvents=false`) are.
 *
 * Throws SourceError `not-google-json` where the text is no JSON, or JSON of another form.
 */
export function readGoogleEvents(text: string, options: ReadOptions): ReadResult {
  const pages = pagesOf(parse(text));
  const problems: Problem[] = [];
  const listed = listedIn(pages, problems);
  const named = pages.find((page) => page.timeZone && isZone(page.timeZone));
  const calendarZone = named?.timeZone ?? options.zone;
  const events = expanded(listed, { window: options.window, calendarZone }, problems);
  const rhythms = rhythmsOf(listed, calendarZone);
  const ownAddresses = new Set(options.ownAddresses.map((address) => address.toLowerCase()));
  const occurrences: Occurrence[] = [];
  for (const { event, path } of events) {
    // A deleted single event is a mark without a time: there is nothing to show.
    if (event.status === 'cancelled' && !event.start && !event.originalStartTime) continue;
    try {
      occurrences.push(
        occurrenceOf(event, {
          sourceId: options.sourceId,
          calendarId: options.calendarId,
          calendarZone,
          ownAddresses,
          recurring: rhythms.get(event.recurringEventId ?? event.id ?? '') ?? 'none',
        }),
      );
    } catch (error) {
      if (!(error instanceof UnreadableTime)) throw error;
      problems.push(brokenEvent(error, event, path));
    }
  }
  const { window } = options;
  const name = pages.find((page) => page.summary)?.summary;
  return {
    occurrences: occurrences
      .filter((o) => touches(o, window))
      .sort((a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : 1)),
    problems,
    calendar: { ...(name ? { name } : {}), ...(named?.timeZone ? { zone: named.timeZone } : {}) },
  };
}

/** The items that can be read, each with its path; of an event that comes twice the later copy. */
function listedIn(pages: readonly GoogleEventsPage[], problems: Problem[]): Listed[] {
  const listed = new Map<string, Listed>();
  for (const [p, page] of pages.entries()) {
    for (const [i, item] of (page.items ?? []).entries()) {
      const path = pages.length === 1 ? `items[${i}]` : `[${p}].items[${i}]`;
      // Events of a file may lack the id that Google gives to all.
      const broken = brokenField(item && { id: path, ...item });
      if (broken !== null) problems.push(brokenItem(path, broken));
      else listed.set(item.id ?? path, { event: item, path });
    }
  }
  return [...listed.values()];
}

interface Listed {
  readonly event: GoogleEvent;
  readonly path: string;
}

/**
 * The items with each master of a series (`singleEvents=false`) replaced by its instances, but for those that stand in
 * the list themselves, changed or cancelled. A master whose rule cannot be read stands for its first instance.
 */
function expanded(
  items: readonly Listed[],
  context: Omit<ExpandContext, 'budget'>,
  problems: Problem[],
): readonly Listed[] {
  const budget = freshBudget();
  const exceptions = new Set<string>();
  for (const { event } of items) {
    const original = event.originalStartTime;
    if (!event.recurringEventId || !original) continue;
    try {
      exceptions.add(`${event.recurringEventId} ${originalStart(original, context.calendarZone)}`);
    } catch (error) {
      // Reported with its path when the event itself is read.
      if (!(error instanceof UnreadableTime)) throw error;
    }
  }
  return items.flatMap((item): readonly Listed[] => {
    if (!isMaster(item.event)) return [item];
    const say = sayOf(item, problems);
    try {
      return instancesIn(item, { ...context, budget }, say).filter(
        ({ event: { originalStartTime: time } }) => {
          const original = time ? originalStart(time, context.calendarZone) : '';
          return !exceptions.has(`${item.event.id ?? ''} ${original}`);
        },
      );
    } catch (error) {
      if (error instanceof UnreadableTime) {
        problems.push(brokenEvent(error, item.event, item.path));
        return [];
      }
      if (!(error instanceof RangeError)) throw error;
      say('bad-rule', `${error.message}: only the first instance is kept`);
      return [item];
    }
  });
}

type Say = (code: string, message: string) => void;

/** Tells of what is wrong with the rule of a master. */
function sayOf({ event, path }: Listed, problems: Problem[]): Say {
  const place = { field: `${path}.recurrence`, ...(event.iCalUID ? { uid: event.iCalUID } : {}) };
  return (code, message) => problems.push({ code, message, ...place });
}

/** All instances of a master in the window. Throws RangeError for a rule that cannot be read, and UnreadableTime. */
function instancesIn({ event, path }: Listed, context: ExpandContext, say: Say): Listed[] {
  const { instances, capped, exrule } = instancesOfMaster(event, context);
  if (capped) say('capped', 'has more instances than are listed');
  if (exrule) say('exrule', 'EXRULE is not read: RFC 5545 has dropped it');
  return instances.map((instance) => ({ event: instance, path }));
}

function brokenEvent({ field, message }: UnreadableTime, { iCalUID }: GoogleEvent, path: string): Problem {
  return {
    code: 'broken-event',
    message: `${field} ${message}`,
    field: `${path}.${field}`,
    ...(iCalUID ? { uid: iCalUID } : {}),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The engine's message quotes the text, which may hold titles: only the place is passed on.
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line =
      position === undefined ? text.split('\n').length : text.slice(0, Number(position)).split('\n').length;
    throw new SourceError('not-google-json', `line ${line}: is not JSON`, { cause: error });
  }
}

function pagesOf(json: unknown): GoogleEventsPage[] {
  const isPage = (value: unknown): value is GoogleEventsPage =>
    typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
  if (isPage(json)) return [json];
  if (Array.isArray(json) && json.every(isPage)) return json;
  const looksLikeEvent = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && ('start' in value || 'iCalUID' in value);
  if (Array.isArray(json) && json.some(looksLikeEvent)) return [{ items: json as GoogleEvent[] }];
  throw new SourceError('not-google-json', 'is no events.list answer: it has no list of items');
}

function rhythmsOf(events: Iterable<{ event: GoogleEvent }>, calendarZone: string): Map<string, Recurring> {
  const starts = new Map<string, number[]>();
  const known = new Map<string, Recurring>();
  for (const { event } of events) {
    if (isMaster(event) && event.id) known.set(event.id, rhythmOfRecurrence(event.recurrence));
    const id = event.recurringEventId;
    if (!id) continue;
    const time = event.originalStartTime ?? event.start;
    try {
      const { startMs } = eventTime(time ?? undefined, undefined, calendarZone);
      const list = starts.get(id);
      if (list) list.push(startMs);
      else starts.set(id, [startMs]);
    } catch (error) {
      // Reported with its path when the event itself is read.
      if (!(error instanceof UnreadableTime)) throw error;
    }
  }
  return new Map([...[...starts].map(([id, list]) => [id, rhythmOfStarts(list)] as const), ...known]);
}
