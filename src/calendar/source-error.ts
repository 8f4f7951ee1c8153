/** Stable codes that messages (`error_<code>`, dashes as underscores) and callers switch on. */
export type SourceErrorCode =
  | 'not-a-calendar'
  | 'not-google-json'
  /** A file with nothing in it. */
  | 'file-empty'
  /** A page that was saved as a calendar. */
  | 'file-page'
  /** Of an address: what was pasted is no feed, with what it is behind the dash. */
  | `wrong-${string}`
  | FeedErrorCode
  | CaldavErrorCode
  | 'not-found'
  | 'no-network'
  | 'token-expired'
  | 'access-revoked'
  | 'forbidden'
  | 'rate-limited'
  | 'quota-exceeded'
  | 'cursor-expired'
  | 'consent-denied'
  /** The user would allow it, and the company does not let them. */
  | 'consent-blocked'
  | 'wrong-state'
  | 'client-refused'
  | 'no-client'
  | 'server-error'
  | 'bad-answer'
  /** More than half of what was known is missing: believed only when a later reading agrees. */
  | 'mass-removal'
  /** The user stopped the reading. */
  | 'cancelled'
  /** Readings of it began again and again, and never ended. */
  | 'set-aside';

/** What may be wrong with the download of a calendar. */
type FeedErrorCode =
  /** No answer at all: offline, a wrong host, a bad certificate, or a redirect to where the browser may not read. */
  | 'feed-unreachable'
  /** A page instead of a calendar. */
  | 'feed-page'
  /** 401, or a page to sign in at. */
  | 'feed-sign-in'
  /** 403. */
  | 'feed-refused'
  /** 404 or 410. */
  | 'feed-gone'
  | 'feed-empty'
  /** It ends in the middle. */
  | 'feed-cut'
  | 'feed-too-large'
  | 'feed-slow'
  /** Something else than a calendar: an error as JSON or text. */
  | 'feed-no-calendar'
  /** 429, or 503 with a time. */
  | 'feed-pause'
  /** 5xx. */
  | 'feed-server'
  /** Google's export: the browser is signed in to no such account. */
  | 'export-signed-out'
  /** Google's export is switched off, by the company's administrator mostly. */
  | 'export-blocked'
  /** Nobody that is signed in is the one whose calendars were connected. */
  | 'export-other-account';

/** What may be wrong with a calendar server that a password opens. */
type CaldavErrorCode =
  | 'wrong-password'
  /** It takes passwords in the Digest form alone. */
  | 'digest-only'
  /** It sends on to a server that was not named, and gets no password there. */
  | 'other-server'
  | 'not-caldav'
  | 'no-calendars';

/** A source cannot go on. The text never holds a token, an e-mail address or an event title. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly code: SourceErrorCode;
  /** When another try makes sense, in epoch ms, where the server said so. */
  readonly retryAtMs?: number;

  constructor(code: SourceErrorCode, message: string, options?: ErrorOptions & { retryAtMs?: number }) {
    super(message, options);
    this.code = code;
    if (options?.retryAtMs !== undefined) this.retryAtMs = options.retryAtMs;
  }
}
