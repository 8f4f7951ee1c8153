/** Stable codes that messages (`error_<code>`, dashes as underscores) and callers switch on. */
export type SourceErrorCode =
  | 'not-a-calendar'
  | 'not-google-json'
  | 'not-found'
  | 'no-network'
  | 'token-expired'
  | 'access-revoked'
  | 'forbidden'
  | 'rate-limited'
  | 'quota-exceeded'
  | 'cursor-expired'
  | 'consent-denied'
  | 'wrong-state'
  | 'client-refused'
  | 'no-client'
  | 'server-error'
  | 'bad-answer'
  /** More than half of what was known is missing: believed only when a later reading agrees. */
  | 'mass-removal'
  /** Readings of it began again and again, and never ended. */
  | 'set-aside';

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
