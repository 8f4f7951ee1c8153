import ky from 'ky';
import { SourceError } from '../../calendar/source-error.ts';
import { boundedText } from './bounded-body.ts';

/** What a client of an account's API needs of the world. */
export interface ApiParts {
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
}

/** What differs between services. */
export interface ApiService {
  /** For texts of errors. */
  readonly name: string;
  /** Ends with a slash. The token goes to addresses below it alone. */
  readonly baseUrl: string;
  readonly refusalOf: (answer: RefusedAnswer, nowMs: number) => Refusal;
}

export interface ApiQuestion {
  /** Below the service's base. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer that is no success says, as far as it can be read. */
export interface RefusedAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** What a refusal means to the sync, and whether asking again can help. */
export interface Refusal {
  readonly error: SourceError;
  readonly next: 'renew-token' | 'back-off' | 'give-up';
  /** How long the server asks to be left alone, in ms, where it says so. */
  readonly afterMs: number | null;
}

/** How long one answer may take to begin, and to arrive whole. */
const TIMEOUT_MS = 30_000;
const WHOLE_TIMEOUT_MS = 60_000;
/** A page of 2,500 events with long descriptions and guest lists stays far below. */
const MOST_BYTES = 64 * 2 ** 20;

/** Requests for one answer: the first, and what backing off may add. */
const MOST_TRIES = 4;
/** Where the network or the text of the answer failed, a second try is enough to tell a hiccup. */
const MOST_BROKEN = 2;
/** Full jitter: a pause of up to this much, twice as much each time ("Exponential Backoff And Jitter", AWS 2015). */
const BACK_OFF_MS = 1000;
/** A longer Retry-After is left to the next run: a background that only sleeps is ended by the browser. */
const LONGEST_PAUSE_MS = 20_000;

/** Asks a service until it answers with JSON, or refuses for good. Throws SourceError. */
export async function apiRequest(
  parts: ApiParts,
  service: ApiService,
  question: ApiQuestion,
): Promise<object> {
  const patience = patienceWith(parts);
  for (let renew = false; ; ) {
    const token = await parts.token({ renew });
    const answer = await oneRequest(parts, service, question, token);
    if ('json' in answer) return answer.json;
    const next = 'broken' in answer ? patience.broken(answer.broken) : patience.refused(answer.refusal);
    renew = next === 'renew';
    if (next !== 'renew') await parts.sleep(next.pauseMs);
  }
}

type NextTry = 'renew' | { readonly pauseMs: number };

/** How often one question is asked again, and after which pause. Both functions throw the error where it is not. */
function patienceWith(parts: ApiParts): {
  broken(error: SourceError): NextTry;
  refused(refusal: Refusal): NextTry;
} {
  let renewed = false;
  let broken = 0;
  let tries = 1;
  return {
    broken(error) {
      if (++broken >= MOST_BROKEN) throw error;
      return { pauseMs: jitter(parts, tries) };
    },
    refused({ error, next, afterMs }) {
      if (next === 'give-up' || (next === 'renew-token' && renewed)) throw error;
      if (next === 'renew-token') {
        renewed = true;
        return 'renew';
      }
      if (tries >= MOST_TRIES || (afterMs ?? 0) > LONGEST_PAUSE_MS) throw error;
      const pauseMs = afterMs ?? jitter(parts, tries);
      tries++;
      return { pauseMs };
    },
  };
}

/** Between nothing and what the try allows, so that clients that failed together do not come back together. */
function jitter({ random }: ApiParts, tries: number): number {
  return Math.round(random() * BACK_OFF_MS * 2 ** (tries - 1));
}

type Answer = { readonly json: object } | { readonly refusal: Refusal } | { readonly broken: SourceError };

async function oneRequest(
  parts: ApiParts,
  { name, baseUrl, refusalOf }: ApiService,
  { path, query = {}, headers = {} }: ApiQuestion,
  token: string,
): Promise<Answer> {
  let status: number;
  let retryAfter: string | null;
  let body: string;
  try {
    const response = await ky.get(path, {
      prefix: baseUrl,
      // A link that the service gave has its query already, and `searchParams` would take it away.
      ...(Object.keys(query).length > 0 ? { searchParams: query } : {}),
      headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/json' },
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
    const what = error instanceof Error ? error.name : typeof error;
    return { broken: new SourceError('no-network', `${name} could not be reached (${what})`) };
  }
  if (status < 200 || status > 299) {
    return { refusal: refusalOf({ status, retryAfter, body }, parts.now()) };
  }
  const json = objectIn(body);
  if (json === null) {
    return { broken: new SourceError('bad-answer', `${name} answered with text that is not JSON`) };
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
