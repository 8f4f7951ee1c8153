import { SourceError } from '../../calendar/source-error.ts';
import { addDays, dateIn, startOfDate } from '../../time/zone.ts';
import type { Refusal, RefusedAnswer } from '../http/api-request.ts';
import { retryAfterMs } from '../http/retry-after.ts';

const RATE_REASONS: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);
/** Limits of a day: `quotaExceeded` is today's name, `dailyLimitExceeded` the earlier one. */
const DAY_REASONS: ReadonlySet<string> = new Set(['quotaExceeded', 'dailyLimitExceeded']);

/**
 * Reads a refusal as Google documents them (developers.google.com/workspace/calendar/api/guides/errors). Texts hold
 * the status and Google's reason alone: its messages and our addresses name calendars, which are e-mail addresses.
 */
export function refusalOf({ status, retryAfter, body }: RefusedAnswer, nowMs: number): Refusal {
  const { reason, location } = detailOf(body);
  const said = `Google answered ${status}${reason === '' ? '' : ` (${reason})`}`;
  const afterMs = retryAfterMs(retryAfter, nowMs);
  const retryAt = afterMs === null ? {} : { retryAtMs: nowMs + afterMs };
  const giveUp = (error: SourceError): Refusal => ({ error, next: 'give-up', afterMs });

  if (status === 401) {
    const error = new SourceError('access-revoked', `${said}: the access was taken back`);
    return { error, next: 'renew-token', afterMs };
  }
  if (status === 429 || RATE_REASONS.has(reason)) {
    const error = new SourceError('rate-limited', `${said}: too many requests at once`, retryAt);
    return { error, next: 'back-off', afterMs };
  }
  if (DAY_REASONS.has(reason)) {
    const retryAtMs = pacificMidnightAfter(nowMs);
    return giveUp(
      new SourceError('quota-exceeded', `${said}: the quota of the day is used up`, { retryAtMs }),
    );
  }
  if (status >= 500) {
    const error = new SourceError('server-error', `${said}: trouble at the server`, retryAt);
    return { error, next: 'back-off', afterMs };
  }
  if (status === 410 || (status === 400 && (location === 'syncToken' || location === 'pageToken'))) {
    return giveUp(new SourceError('cursor-expired', `${said}: reading has to begin anew`));
  }
  if (status === 404) return giveUp(new SourceError('not-found', `${said}: that calendar is not there`));
  if (status === 403) return giveUp(forbidden(reason, said));
  return giveUp(new SourceError('bad-answer', `${said}, which was not expected`));
}

function forbidden(reason: string, said: string): SourceError {
  switch (reason) {
    case 'insufficientPermissions':
      return new SourceError('access-revoked', `${said}: the access does not cover reading calendars`);
    case 'accessNotConfigured':
      return new SourceError('forbidden', `${said}: the Calendar API is not turned on for this client id`);
    default:
      return new SourceError('forbidden', `${said}: that calendar may not be read`);
  }
}

/**
 * The next midnight in California, when Google's daily quotas begin anew
 * (developers.google.com/workspace/calendar/api/guides/quota).
 */
export function pacificMidnightAfter(nowMs: number): number {
  const zone = 'America/Los_Angeles';
  return startOfDate(addDays(dateIn(zone, nowMs), 1), zone);
}

/** Google's body is `{error: {errors: [{reason, location}]}}`; proxies answer with anything. */
function detailOf(body: string): { reason: string; location: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // A page of a proxy: the status alone decides.
    return { reason: '', location: '' };
  }
  const list = fieldOf(fieldOf(parsed, 'error'), 'errors');
  const first: unknown = Array.isArray(list) ? list[0] : null;
  const word = (name: string): string => {
    const value = fieldOf(first, name);
    return typeof value === 'string' && /^[A-Za-z]{1,40}$/.test(value) ? value : '';
  };
  return { reason: word('reason'), location: word('location') };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
