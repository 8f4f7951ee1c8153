import { SourceError } from '../../calendar/source-error.ts';
import { type ApiParts, apiRequest } from '../http/api-request.ts';
import { refusalOf } from './errors.ts';
import { CALENDARS_MASK, EVENTS_MASK, SERIES_LIST_MASK, SERIES_MASK } from './fields.ts';
import { pageWatch } from './page-watch.ts';
import { calendarsPage, eventsPage, oneEvent } from './shapes.ts';
import type { GoogleCalendarListEntry, GoogleEvent, GoogleEventsPage } from './wire.ts';

/** What the client needs of the world. */
export interface GoogleParts extends ApiParts {
  /** Ends with a slash. Default: Google's own. */
  readonly baseUrl?: string;
}

/** Parameters of one page of `events.list`; see Google's reference for each. */
export interface EventsQuery {
  readonly timeMin?: string;
  readonly timeMax?: string;
  readonly syncToken?: string;
  readonly pageToken?: string;
  /** Events on a page; the most that Google gives where absent. */
  readonly maxResults?: number;
}

/** The part of the Calendar API that is read. Every method throws SourceError. */
export interface GoogleClient {
  /** All entries of the account's list of calendars, over all pages. */
  calendarList(): Promise<readonly GoogleCalendarListEntry[]>;
  /** One page of single events and of instances of series. */
  events(calendarId: string, query: EventsQuery): Promise<GoogleEventsPage>;
  /** One page of events before expansion, their rules alone. */
  series(calendarId: string, query: EventsQuery): Promise<GoogleEventsPage>;
  /** The rule of one series; null where it is not to be had. */
  oneSeries(calendarId: string, eventId: string): Promise<GoogleEvent | null>;
}

export const GOOGLE_BASE_URL = 'https://www.googleapis.com/calendar/v3/';

/** The most that Google gives on a page of events, and of the list of calendars. */
const MOST_EVENTS = 2500;
const MOST_CALENDARS = 250;
const MOST_CALENDAR_PAGES = 40;
/** A client of the Calendar API for one account; holds no state but what its parts hold. */
export function googleClient(parts: GoogleParts): GoogleClient {
  const service = { name: 'Google', baseUrl: parts.baseUrl ?? GOOGLE_BASE_URL, refusalOf };
  const get = (path: string, query: Record<string, string | number | boolean | undefined>): Promise<object> =>
    apiRequest(parts, service, { path, query });
  const eventsPath = (calendarId: string): string => `calendars/${encodeURIComponent(calendarId)}/events`;
  return {
    async calendarList() {
      const entries: GoogleCalendarListEntry[] = [];
      const watch = pageWatch(MOST_CALENDAR_PAGES);
      for (let pageToken: string | null = null; ; ) {
        const page = calendarsPage(
          await get('users/me/calendarList', {
            maxResults: MOST_CALENDARS,
            fields: CALENDARS_MASK,
            ...(pageToken === null ? {} : { pageToken }),
          }),
        );
        entries.push(...page.items);
        pageToken = page.next;
        watch({ items: page.items.length, next: pageToken });
        if (pageToken === null) break;
      }
      return entries;
    },
    async events(calendarId, query) {
      const answer = await get(eventsPath(calendarId), {
        singleEvents: true,
        maxResults: MOST_EVENTS,
        fields: EVENTS_MASK,
        ...query,
      });
      return eventsPage(answer);
    },
    async series(calendarId, query) {
      const answer = await get(eventsPath(calendarId), {
        singleEvents: false,
        maxResults: MOST_EVENTS,
        fields: SERIES_LIST_MASK,
        ...query,
      });
      return eventsPage(answer);
    },
    async oneSeries(calendarId, eventId) {
      const path = `${eventsPath(calendarId)}/${encodeURIComponent(eventId)}`;
      try {
        return oneEvent(await get(path, { fields: SERIES_MASK }));
      } catch (error) {
        // Invited to single instances of someone else's series, one cannot see the series itself.
        if (error instanceof SourceError && (error.code === 'not-found' || error.code === 'forbidden')) {
          return null;
        }
        throw error;
      }
    },
  };
}
