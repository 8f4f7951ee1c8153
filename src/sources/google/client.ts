import ky from 'ky';
import { SourceError } from '../../calendar/source-error.ts';
import { boundedText } from '../body.ts';
import { type Refusal, refusalOf } from './errors.ts';
import { CALENDARS_MASK, EVENTS_MASK, SERIES_LIST_MASK, SERIES_MASK } from './fields.ts';
import { pageWatch } from './page-watch.ts';
import { calendarsPage, eventsPage, oneEvent } from './shapes.ts';
import type { GoogleCalendarListEntry, GoogleEvent, GoogleEventsPage } from './wire.ts';

/** What the client needs of the world. */
export interface GoogleParts {
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /**
   * An access token. With `renew` the last one was refused: fetch another. Throws SourceError where there is none
   * (`access-revoked`, `token-expired`, `no-network`).
   */
  readonly token: (options: { renew: boolean }) => Promise<string>;
  /** Epoch ms. */
  readonly now: () => number;
  /** From 0 up to 1, for the jitter. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
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
/** A page of 2,500 events with long descriptions and guest lists stays far below. */
const MOST_BYTES = 64 * 2 ** 20;

/** How long one answer may take to begin, and to arrive whole. */
const TIMEOUT_MS = 30_000;
const WHOLE_TIMEOUT_MS = 60_000;

/** Requests for one answer: the first, and what backing off may add. */
const MOST_TRIES = 4;
/** Where the network or the text of the answer failed, a second try is enough to tell a hiccup. */
const MOST_BROKEN = 2;
/** Full jitter: a pause of up to this much, twice as much each time ("Exponential Backoff And Jitter", AWS 2015). */
const BACK_OFF_MS = 1000;
/** A longer Retry-After is left to the next run: a background that only sleeps is ended by the browser. */
const LONGEST_PAUSE_MS = 20_000;

/** A client of the Calendar API for one account; holds no state but what its parts hold. */
export function googleClient(parts: GoogleParts): GoogleClient {
  const get = (path: string, query: Record<string, string | number | boolean | undefined>) =>
    request(parts, path, query);
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

async function request(
  parts: GoogleParts,
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): Promise<object> {
  let renewed = false;
  let renew = false;
  let broken = 0;
  for (let tries = 1; ; ) {
    const token = await parts.token({ renew });
    renew = false;
    const answer = await oneRequest(parts, path, query, token);
    if ('json' in answer) return answer.json;
    if ('broken' in answer) {
      if (++broken >= MOST_BROKEN) throw answer.broken;
      await parts.sleep(jitter(parts, tries));
      continue;
    }
    const { error, next, afterMs } = answer.refusal;
    if (next === 'give-up') throw error;
    if (next === 'renew-token') {
      if (renewed) throw error;
      renewed = true;
      renew = true;
      continue;
    }
    if (tries >= MOST_TRIES || (afterMs ?? 0) > LONGEST_PAUSE_MS) throw error;
    await parts.sleep(afterMs ?? jitter(parts, tries));
    tries++;
  }
}

/** Between nothing and what the try allows, so that clients that failed together do not come back together. */
function jitter({ random }: GoogleParts, tries: number): number {
  return Math.round(random() * BACK_OFF_MS * 2 ** (tries - 1));
}

type Answer = { readonly json: object } | { readonly refusal: Refusal } | { readonly broken: SourceError };

async function oneRequest(
  parts: GoogleParts,
  path: string,
  searchParams: Record<string, string | number | boolean | undefined>,
  token: string,
): Promise<Answer> {
  let status: number;
  let retryAfter: string | null;
  let body: string;
  try {
    const response = await ky.get(path, {
      prefix: parts.baseUrl ?? GOOGLE_BASE_URL,
      searchParams,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      // The pauses between tries are ours, for the clock to be the caller's.
      retry: 0,
      timeout: TIMEOUT_MS,
      signal: AbortSignal.timeout(WHOLE_TIMEOUT_MS),
      throwHttpErrors: false,
      fetch: (input, init) => parts.fetch(input, init),
      // Answers hold the calendar, and the session's cookies are none of our business.
      cache: 'no-store',
      credentials: 'omit',
    });
    status = response.status;
    retryAfter = response.headers.get('retry-after');
    body = await boundedText(response, MOST_BYTES);
  } catch (error) {
    if (error instanceof SourceError) return { broken: error };
    // Not passed on as `cause`: ky's errors carry the request with its token and the calendar's address.
    const name = error instanceof Error ? error.name : typeof error;
    return { broken: new SourceError('no-network', `Google could not be reached (${name})`) };
  }
  if (status < 200 || status > 299) {
    return { refusal: refusalOf({ status, retryAfter, body }, parts.now()) };
  }
  const json = objectIn(body);
  if (json === null) {
    return { broken: new SourceError('bad-answer', 'Google answered with text that is not JSON') };
  }
  return { json };
}

function objectIn(body: string): object | null {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? json : null;
  } catch (error) {
    // The engine's message quotes the answer.
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
