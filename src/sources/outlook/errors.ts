import { SourceError } from '../../calendar/source-error.ts';
import type { Refusal, RefusedAnswer } from '../http/api-request.ts';
import { retryAfterMs } from '../http/retry-after.ts';

/** Codes by which Graph says that a delta link has ended (learn.microsoft.com/graph/delta-query-overview). */
const EXPIRED = /^(syncstatenotfound|syncstateinvalid|resyncrequired|synccalendarview.*)$/i;

/**
 * Reads a refusal as Microsoft documents them (learn.microsoft.com/graph/errors). Texts hold the status and the code
 * alone: messages name mailboxes.
 */
export function refusalOf({ status, retryAfter, body }: RefusedAnswer, nowMs: number): Refusal {
  const code = codeIn(body);
  const said = `Microsoft answered ${status}${code === '' ? '' : ` (${code})`}`;
  const afterMs = retryAfterMs(retryAfter, nowMs);
  const retryAt = afterMs === null ? {} : { retryAtMs: nowMs + afterMs };
  const give = (next: Refusal['next'], error: SourceError): Refusal => ({ error, next, afterMs });
  if (status === 401) {
    return give('renew-token', new SourceError('access-revoked', `${said}: the access was taken back`));
  }
  if (status === 410 || EXPIRED.test(code)) {
    return give('give-up', new SourceError('cursor-expired', `${said}: reading has to begin anew`));
  }
  if (status === 429) {
    return give('back-off', new SourceError('rate-limited', `${said}: too many requests`, retryAt));
  }
  if (status >= 500) {
    return give('back-off', new SourceError('server-error', `${said}: trouble at the server`, retryAt));
  }
  if (status === 403 || code === 'MailboxNotEnabledForRESTAPI') {
    return give('give-up', new SourceError('forbidden', `${said}: that calendar may not be read`));
  }
  if (status === 404)
    return give('give-up', new SourceError('not-found', `${said}: that calendar is not there`));
  return give('give-up', new SourceError('bad-answer', `${said}, which was not expected`));
}

/** `{error: {code}}`; proxies answer with anything. */
function codeIn(body: string): string {
  return /"error"\s*:\s*\{\s*"code"\s*:\s*"([A-Za-z]{1,60})"/.exec(body.slice(0, 1000))?.[1] ?? '';
}
