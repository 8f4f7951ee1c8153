import { SourceError } from '../../calendar/source-error.ts';
import { boundedBytes } from '../http/bounded-body.ts';
import { isZip, MOST_ZIP_BYTES } from '../zip/read-zip.ts';

export interface ExportFetch {
  /** Sends the browser's own cookies where it is told to include them. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** A signal that fires after so many milliseconds. */
  readonly deadline: (ms: number) => AbortSignal;
  /** Where Google Calendar is: `https://calendar.google.com`. */
  readonly origin: string;
}

/** Google makes the zip while one waits. */
const LONGEST_MS = 120_000;

/**
 * Fetches Google's own export of the calendars of the `account`-th signed-in account, as the browser's user. Throws
 * SourceError: `export-signed-out` where the answer is no zip, which is what a page to sign in at looks like,
 * `export-blocked` where Google refuses.
 */
export async function fetchExport(parts: ExportFetch, account: number): Promise<Uint8Array> {
  const signal = parts.deadline(LONGEST_MS);
  const failed = (cause: unknown): SourceError => {
    if (cause instanceof SourceError) return cause;
    return signal.aborted
      ? new SourceError('feed-slow', 'the export took too long')
      : new SourceError('feed-unreachable', 'there was no answer');
  };
  const ask = (redirect: 'manual' | 'follow'): Promise<Response> =>
    parts.fetch(`${parts.origin}/calendar/u/${account}/exporticalzip`, {
      signal,
      redirect,
      credentials: 'include',
      cache: 'no-store',
    });
  let response = await ask('manual').catch((cause: unknown) => {
    throw failed(cause);
  });
  if (isRedirect(response)) {
    // Within Google Calendar it may be followed; to the sign-in the browser lets us go no further.
    response = await ask('follow').catch((cause: unknown) => {
      throw signal.aborted ? failed(cause) : signedOut();
    });
  }
  if (!response.ok) throw refusal(response.status);
  const zip = await boundedBytes(response, MOST_ZIP_BYTES, 'feed-too-large').catch((cause: unknown) => {
    throw failed(cause);
  });
  if (!isZip(zip)) throw signedOut();
  return zip;
}

/** Browsers show a redirect that is not followed as status 0, others as what it is. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

function refusal(status: number): SourceError {
  const said = `the export answered ${status}`;
  if (status === 401) return signedOut();
  if (status === 403 || status === 404) return new SourceError('export-blocked', said);
  return new SourceError(status === 429 ? 'feed-pause' : 'feed-server', said);
}

function signedOut(): SourceError {
  return new SourceError('export-signed-out', 'the answer is no export');
}
