import type { Occurrence } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { isZone } from '../../time/zone.ts';
import { eventTime, UnreadableTime } from './event-time.ts';
import { occurrenceOf } from './occurrence-of.ts';
import { rhythmOf } from './rhythm.ts';
import type { GoogleEvent, GoogleEventsPage } from './wire.ts';

/**
 * Occurrences from the text of Google `events.list` answers: one answer, an array of pages in order, or a bare
 * array of events. Items that cannot be read are problems that name their path (`items[3].start`); of an event
 * that comes twice the later copy stands, as when changes follow a full list.
 *
 * Throws SourceError `not-google-json` where the text is no JSON, or JSON of another form.
 */
export function readGoogleEvents(text: string, options: ReadOptions): ReadResult {
  const pages = pagesOf(parse(text));
  const problems: Problem[] = [];
  const events = new Map<string, { event: GoogleEvent; path: string }>();
  for (const [p, page] of pages.entries()) {
    for (const [i, item] of (page.items ?? []).entries()) {
      const path = pages.length === 1 ? `items[${i}]` : `[${p}].items[${i}]`;
      if (item === null || typeof item !== 'object') {
        problems.push({ code: 'broken-event', message: 'is no event', field: path });
      } else events.set(item.id ?? path, { event: item, path });
    }
  }
  const named = pages.find((page) => page.timeZone && isZone(page.timeZone));
  const calendarZone = named?.timeZone ?? options.zone;
  const rhythms = rhythmsOf(events.values(), calendarZone);
  const ownAddresses = new Set(options.ownAddresses.map((address) => address.toLowerCase()));
  const occurrences: Occurrence[] = [];
  for (const { event, path } of events.values()) {
    // A deleted single event is a mark without a time: there is nothing to show.
    if (event.status === 'cancelled' && !event.start && !event.originalStartTime) continue;
    try {
      occurrences.push(
        occurrenceOf(event, {
          sourceId: options.sourceId,
          calendarId: options.calendarId,
          calendarZone,
          ownAddresses,
          recurring: rhythms.get(event.recurringEventId ?? '') ?? 'none',
        }),
      );
    } catch (error) {
      if (!(error instanceof UnreadableTime)) throw error;
      problems.push({
        code: 'broken-event',
        message: `${error.field} ${error.message}`,
        field: `${path}.${error.field}`,
        ...(event.iCalUID ? { uid: event.iCalUID } : {}),
      });
    }
  }
  const { window } = options;
  const name = pages.find((page) => page.summary)?.summary;
  return {
    occurrences: occurrences
      .filter((o) => o.startMs < window.endMs && Math.max(o.endMs, o.startMs + 1) > window.startMs)
      .sort((a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : 1)),
    problems,
    calendar: { ...(name ? { name } : {}), ...(named?.timeZone ? { zone: named.timeZone } : {}) },
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

function rhythmsOf(
  events: Iterable<{ event: GoogleEvent }>,
  calendarZone: string,
): Map<string, ReturnType<typeof rhythmOf>> {
  const starts = new Map<string, number[]>();
  for (const { event } of events) {
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
  return new Map([...starts].map(([id, list]) => [id, rhythmOf(list)]));
}
