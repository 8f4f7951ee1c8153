import { SourceError, type SourceErrorCode } from '../../calendar/source-error.ts';
import { assertWhole } from '../feed/assert-whole.ts';
import { kindOfText, saysSignIn, type TextKind } from '../feed/kind-of-text.ts';
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
  const scheme = address.indexOf('://') + '://'.length;
  const path = address.slice(scheme).search(/[/?#]/);
  const authority = path < 0 ? address.slice(scheme) : address.slice(scheme, scheme + path);
  const at = authority.lastIndexOf('@');
  if (at < 0) return { url: address, authorization: null };
  const userinfo = authority.slice(0, at);
  const url = address.slice(0, scheme) + authority.slice(at + 1) + address.slice(scheme + authority.length);
  const [user = '', ...password] = userinfo.split(':');
  const bytes = new TextEncoder().encode(`${decoded(user)}:${decoded(password.join(':'))}`);
  return { url, authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
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

/** What is answered in place of a calendar. */
const INSTEAD = {
  empty: ['feed-empty', 'the answer is empty'],
  other: ['feed-no-calendar', 'the answer is no calendar'],
  'sign-in-page': ['feed-sign-in', 'the answer is a page to sign in at'],
  page: ['feed-page', 'the answer is a page'],
} as const satisfies Record<Exclude<TextKind, 'calendar'>, readonly [SourceErrorCode, string]>;

/** Throws where a text is no calendar, or not all of one. */
function assertCalendar(text: string, finalUrl: string): void {
  const kind = kindOfText(text);
  if (kind === 'calendar') {
    assertWhole(text);
    return;
  }
  const isSignIn = kind === 'page' && saysSignIn(finalUrl.toLowerCase());
  const [code, message] = INSTEAD[isSignIn ? 'sign-in-page' : kind];
  throw new SourceError(code, message);
}
