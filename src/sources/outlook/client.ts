import { SourceError } from '../../calendar/source-error.ts';
import type { Interval } from '../../time/interval.ts';
import { type ApiParts, apiRequest } from '../http/api-request.ts';
import { refusalOf } from './errors.ts';
import { type GraphPage, isCalendar, isEvent, pageIn } from './shapes.ts';
import type { GraphCalendar, GraphEvent } from './wire.ts';

export const GRAPH_BASE_URL = 'https://graph.microsoft.com/v1.0/';

export interface OutlookParts extends ApiParts {
  /** Ends with a slash. Default: Microsoft's own. */
  readonly baseUrl?: string;
}

/** The part of Graph that is read. Every method throws SourceError. */
export interface OutlookClient {
  /** All calendars of the account. */
  calendars(): Promise<readonly (GraphCalendar & { id: string })[]>;
  /** The first page of everything that touches a range, with a link to the changes at its end. */
  firstPage(calendarId: string, range: Interval): Promise<GraphPage>;
  /** The page behind a link that an earlier one gave. */
  pageAt(link: string): Promise<GraphPage>;
  /** One event by itself; null where it is not there. */
  event(id: string): Promise<GraphEvent | null>;
  /** Everything of one series that touches a range; null where the series is not there. */
  instances(seriesId: string, range: Interval): Promise<readonly unknown[] | null>;
}

/** Ids that stay when an event moves; times in UTC; a page that is worth its request. */
const PREFER = 'IdType="ImmutableId", outlook.timezone="UTC", odata.maxpagesize=200';
/** `calendarView/delta` takes no `$select`; elsewhere these are what is read. */
const SELECT =
  'id,type,seriesMasterId,iCalUId,subject,bodyPreview,start,end,isAllDay,isCancelled,isOrganizer,isOnlineMeeting,' +
  'webLink,onlineMeetingUrl,onlineMeeting,showAs,location,categories,responseStatus,organizer,attendees,recurrence';
const CALENDAR_SELECT = 'id,name,hexColor,isDefaultCalendar,canEdit,owner';
/** Pages of one list: 20,000 calendars, or instances. */
const MOST_PAGES = 100;

export function outlookClient(parts: OutlookParts): OutlookClient {
  const baseUrl = parts.baseUrl ?? GRAPH_BASE_URL;
  const service = { name: 'Microsoft', baseUrl, refusalOf };
  const ask = (path: string, query: Record<string, string> = {}): Promise<object> =>
    apiRequest(parts, service, { path, query, headers: { prefer: PREFER } });
  const pageAt = async (link: string): Promise<GraphPage> => {
    // The token goes to Microsoft alone, whatever a link says.
    if (!link.startsWith(baseUrl)) throw new SourceError('bad-answer', 'Microsoft linked to another server');
    return pageIn(await ask(link.slice(baseUrl.length)));
  };
  const all = async (first: GraphPage): Promise<unknown[]> => {
    const items = [...first.items];
    const seen = new Set<string>();
    for (let { next } = first; next !== null; ) {
      if (seen.has(next) || seen.size >= MOST_PAGES) {
        throw new SourceError('bad-answer', 'a list of Microsoft does not end');
      }
      seen.add(next);
      const page = await pageAt(next);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  };
  return {
    async calendars() {
      const first = pageIn(await ask('me/calendars', { $select: CALENDAR_SELECT, $top: '100' }));
      return (await all(first)).filter(isCalendar);
    },
    async firstPage(calendarId, range) {
      const path = `me/calendars/${encodeURIComponent(calendarId)}/calendarView/delta`;
      return pageIn(await ask(path, timesOf(range)));
    },
    pageAt,
    event: (id) =>
      orNull(async () => {
        const answer = await ask(`me/events/${encodeURIComponent(id)}`, { $select: SELECT });
        if (!isEvent(answer))
          throw new SourceError('bad-answer', 'Microsoft answered with something that is no event');
        return answer;
      }),
    instances: (id, range) =>
      orNull(async () => {
        const path = `me/events/${encodeURIComponent(id)}/instances`;
        return all(pageIn(await ask(path, { ...timesOf(range), $select: SELECT, $top: '200' })));
      }),
  };
}

function timesOf({ startMs, endMs }: Interval): Record<string, string> {
  return { startDateTime: new Date(startMs).toISOString(), endDateTime: new Date(endMs).toISOString() };
}

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SourceError && error.code === 'not-found') return null;
    throw error;
  }
}
