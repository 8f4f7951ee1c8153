import { SourceError } from '../../calendar/source-error.ts';
import { assertWhole } from '../feed/assert-whole.ts';
import { boundedBytes } from '../http/bounded-body.ts';
import { feedText, MOST_FEED_BYTES } from './body.ts';
import { retryAt } from './retry-after.ts';

/** What a server said of the state of a feed, to ask with the next time. */
export interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

export interface FeedAnswer {
  readonly text: string;
  readonly validators: Validators;
}

export interface FeedFetch {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  /** A signal that fires after so many milliseconds. */
  readonly deadline: (ms: number) => AbortSignal;
}

/** The whole download, an endless one included. */
const LONGEST_MS = 90_000;

/**
 * Downloads a calendar; null where the server says that it is the same as `known`. Every error is a SourceError whose
 * text names neither the address nor what was in the answer.
 */
export async function fetchFeed(
  parts: FeedFetch,
  address: string,
  known: Validators = {},
): Promise<FeedAnswer | null> {
  const { url, authorization } = withoutPassword(address);
  const signal = parts.deadline(LONGEST_MS);
  const failed = (cause: unknown): SourceError => {
    if (cause instanceof SourceError) return cause;
    // The text of a network error may quote the whole address: it is not handed on.
    return signal.aborted
      ? new SourceError('feed-slow', 'the calendar took too long')
      : new SourceError('feed-unreachable', 'there was no answer');
  };
  const response = await parts
    .fetch(url, {
      signal,
      // Else the browser answers from its own cache, and shows a 304 as 200.
      cache: 'no-store',
      // Some servers set a cookie and send on; a password of our own needs none.
      credentials: authorization === null ? 'include' : 'omit',
      headers: {
        accept: 'text/calendar, */*;q=0.5',
        ...(authorization === null ? {} : { authorization }),
        ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
        ...(known.modified === undefined ? {} : { 'if-modified-since': known.modified }),
      },
    })
    .catch((cause: unknown) => {
      throw failed(cause);
    });
  if (response.status === 304) return null;
  if (!response.ok) throw refusal(response, parts.now());
  const bytes = await boundedBytes(response, MOST_FEED_BYTES, 'feed-too-large').catch((cause: unknown) => {
    throw failed(cause);
  });
  const text = feedText(bytes, response.headers.get('content-type'));
  assertCalendar(text, response.url);
  const etag = response.headers.get('etag');
  const modified = response.headers.get('last-modified');
  return {
    text,
    validators: { ...(etag === null ? {} : { etag }), ...(modified === null ? {} : { modified }) },
  };
}

/** The address without the name and password in it, which `fetch` refuses, and these as a header. */
function withoutPassword(address: string): { url: string; authorization: string | null } {
  const match = /^(https?:\/\/)([^/?#]*)@(.*)$/is.exec(address);
  if (!match) return { url: address, authorization: null };
  const [, scheme = '', userinfo = '', rest = ''] = match;
  const [user = '', ...password] = userinfo.split(':');
  const bytes = new TextEncoder().encode(`${decoded(user)}:${decoded(password.join(':'))}`);
  return { url: `${scheme}${rest}`, authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A password with a bare percent sign in it.
    return text;
  }
}

function refusal({ status, headers }: Response, nowMs: number): SourceError {
  const said = `the server answered ${status}`;
  const after = headers.get('retry-after');
  if (status === 429 || (status === 503 && after !== null)) {
    return new SourceError('feed-pause', said, { retryAtMs: retryAt(after, nowMs) });
  }
  if (status === 401 || status === 407) return new SourceError('feed-sign-in', said);
  if (status === 404 || status === 410) return new SourceError('feed-gone', said);
  if (status >= 500) return new SourceError('feed-server', said);
  return new SourceError(status === 403 ? 'feed-refused' : 'feed-no-calendar', said);
}

/** How far into an answer it is looked at for what it is. */
const LOOKED_AT = 200_000;

/** Throws where a text is no calendar, or not all of one. */
function assertCalendar(text: string, finalUrl: string): void {
  if (text.trim() === '') throw new SourceError('feed-empty', 'the answer is empty');
  const begin = text.slice(0, LOOKED_AT);
  if (/^[ \t\uFEFF]*BEGIN[ \t]*:[ \t]*V(CALENDAR|EVENT)/im.test(begin)) {
    assertWhole(text);
    return;
  }
  if (!/<(!doctype html|html|head|body|script|meta)\b/i.test(begin)) {
    throw new SourceError('feed-no-calendar', 'the answer is no calendar');
  }
  const signIn =
    /type\s*=\s*["']?password|\b(sign|log)[- ]?in\b/i.test(begin) || /(login|signin)/i.test(finalUrl);
  throw new SourceError(signIn ? 'feed-sign-in' : 'feed-page', 'the answer is a page');
}
