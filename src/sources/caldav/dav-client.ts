import { SourceError } from '../../calendar/source-error.ts';
import { boundedText } from '../http/bounded-body.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { type MultiStatus, multiStatus } from './multistatus.ts';

/** What the client needs of the world. */
export interface DavParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly username: string;
  readonly password: string;
  /** Whether the password may be sent to an address. */
  readonly trusts: (url: URL) => boolean;
}

interface DavRequest {
  readonly method: 'PROPFIND' | 'REPORT' | 'GET';
  readonly url: string;
  readonly depth?: '0' | '1';
  /** What stands inside the request's root element, and the element's name; see `requests.ts`. */
  readonly body?: string;
}

/** An answer of any status but 401, its body read. */
export interface DavAnswer {
  readonly status: number;
  /** Where the answer came from, behind redirects. */
  readonly url: string;
  readonly body: string;
  /** Epoch ms, where the server asks to be left alone until then. */
  readonly retryAtMs: number | null;
}

/** Speaks to one calendar server with one user's password, which goes to servers that are trusted alone. */
export interface DavClient {
  /** Throws SourceError `wrong-password`, `digest-only`, `other-server`, `no-network`, `bad-answer` (too long). */
  ask(request: DavRequest): Promise<DavAnswer>;
  /** The same for a question that a 207 answers. Throws also what `refusalOf` says of every other status. */
  askMany(request: DavRequest): Promise<MultiStatus & { readonly url: string }>;
}

/** Longer than a server needs to list ten thousand entries. */
const TIMEOUT_MS = 60_000;
const MOST_BYTES = 64 * 2 ** 20;
/** Redirects to a server that is trusted, which fetch follows without the password: asked again there. */
const MOST_MOVES = 3;

export function davClient(parts: DavParts): DavClient {
  const ask = async (request: DavRequest): Promise<DavAnswer> => {
    let { url } = request;
    if (!parts.trusts(new URL(url))) throw otherServer();
    for (let moves = 0; ; moves++) {
      const response = await fetched(parts, { ...request, url });
      const at = response.url || url;
      if (new URL(at).origin !== new URL(url).origin) {
        await response.body?.cancel();
        // fetch leaves the password behind where a redirect goes to another server (Fetch Standard, HTTP-redirect).
        url = upgraded(at, url);
        if (moves >= MOST_MOVES || !parts.trusts(new URL(url))) throw otherServer();
        continue;
      }
      return answerOf(response, at);
    }
  };
  const answerOf = async (response: Response, url: string): Promise<DavAnswer> => {
    if (response.status === 401) throw await signInError(response);
    const afterMs = retryAfterMs(response.headers.get('retry-after'), parts.now());
    const retryAtMs = afterMs === null ? null : parts.now() + afterMs;
    return { status: response.status, url, body: await read(response), retryAtMs };
  };
  return {
    ask,
    async askMany(request) {
      const answer = await ask(request);
      if (answer.status !== 207) throw refusalOf(answer);
      return { ...multiStatus(answer.body), url: answer.url };
    },
  };
}

/** What a status that is no success means to the sync. */
export function refusalOf({ status, retryAtMs }: DavAnswer): SourceError {
  const said = `the calendar server answered ${status}`;
  const retry = retryAtMs === null ? {} : { retryAtMs };
  if (status === 404 || status === 410) return new SourceError('not-found', `${said}: it is not there`);
  if (status === 403) return new SourceError('forbidden', `${said}: it may not be read`);
  if (status === 429) return new SourceError('rate-limited', `${said}: too many requests`, retry);
  if (status >= 500) return new SourceError('server-error', `${said}: trouble at the server`, retry);
  return new SourceError('bad-answer', `${said}, which was not expected`);
}

async function fetched(parts: DavParts, { method, url, depth, body }: DavRequest): Promise<Response> {
  const init = (redirect: 'follow' | 'manual'): RequestInit => ({
    method,
    headers: {
      // Sent first: without it Cyrus answers as to a stranger, and a browser would ask with a window of its own.
      authorization: `Basic ${basic(parts.username, parts.password)}`,
      ...(depth === undefined ? {} : { depth }),
      ...(body === undefined ? {} : { 'content-type': 'application/xml; charset=utf-8' }),
    },
    ...(body === undefined ? {} : { body }),
    // A redirect that is looked at by hand is opaque in a browser: followed, its end is told by `response.url`.
    redirect,
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  try {
    return await parts.fetch(url, init('follow'));
  } catch (error) {
    if (await isRedirect(() => parts.fetch(url, init('manual')))) throw otherServer();
    // Not passed on as `cause`: it may name the address.
    const name = error instanceof Error ? error.name : typeof error;
    throw new SourceError('no-network', `the calendar server could not be reached (${name})`);
  }
}

/** Whether what could not be followed was a redirect, to where this browser may not look. */
async function isRedirect(ask: () => Promise<Response>): Promise<boolean> {
  try {
    const response = await ask();
    await response.body?.cancel();
    return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
  } catch {
    // Nothing to be learned: the first failure is the one to tell.
    return false;
  }
}

/** Servers behind a TLS proxy may name themselves without it: never follow them there. */
function upgraded(found: string, asked: string): string {
  const [to, from] = [new URL(found), new URL(asked)];
  if (from.protocol !== 'https:' || to.protocol !== 'http:' || to.hostname !== from.hostname) return found;
  return new URL(to.pathname + to.search, from).href;
}

async function read(response: Response): Promise<string> {
  try {
    return await boundedText(response, MOST_BYTES);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const name = error instanceof Error ? error.name : typeof error;
    throw new SourceError('no-network', `the calendar server's answer broke off (${name})`);
  }
}

/** Which words a 401 stands for: SOGo writes the scheme in lower case, and some servers speak Digest alone. */
async function signInError(response: Response): Promise<SourceError> {
  await response.body?.cancel();
  const schemes = (response.headers.get('www-authenticate') ?? '').toLowerCase();
  if (/\bdigest\b/.test(schemes) && !/\bbasic\b/.test(schemes)) {
    return new SourceError('digest-only', 'the calendar server takes passwords in the Digest form alone');
  }
  return new SourceError('wrong-password', 'the calendar server did not accept the user name and password');
}

function otherServer(): SourceError {
  return new SourceError('other-server', 'the calendar server sends on to another server');
}

function basic(username: string, password: string): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}
