/** What the server answers, before it is put on a wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A refusal, as Google's pages on errors and on the resources show them. */
export class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`${answer.status}`);
    this.answer = answer;
  }
}

interface Detail {
  readonly domain?: string;
  readonly location?: string;
  readonly locationType?: string;
  readonly retryAfter?: string;
}

/** An error body: `{error: {errors: [{domain, reason, message, locationType, location}], code, message}}`. */
function errorAnswer(status: number, reason: string, message: string, detail: Detail = {}): Answer {
  const { domain = 'global', location, locationType, retryAfter } = detail;
  const first = { domain, reason, message, ...(location ? { locationType, location } : {}) };
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
    body: JSON.stringify({ error: { errors: [first], code: status, message } }, null, 1),
  };
}

/** Errors by the name that Google gives as the reason. */
export const ERRORS = {
  authError: () =>
    errorAnswer(401, 'authError', 'Invalid Credentials', {
      location: 'Authorization',
      locationType: 'header',
    }),
  insufficientPermissions: () =>
    errorAnswer(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.'),
  accessNotConfigured: () =>
    errorAnswer(403, 'accessNotConfigured', 'Calendar API has not been used in this project before.', {
      domain: 'usageLimits',
    }),
  forbidden: () => errorAnswer(403, 'forbidden', 'Forbidden'),
  rateLimitExceeded: () =>
    errorAnswer(403, 'rateLimitExceeded', 'Rate Limit Exceeded', { domain: 'usageLimits' }),
  userRateLimitExceeded: () =>
    errorAnswer(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded', { domain: 'usageLimits' }),
  quotaExceeded: () =>
    errorAnswer(403, 'quotaExceeded', 'Calendar usage limits exceeded.', { domain: 'usageLimits' }),
  notFound: () => errorAnswer(404, 'notFound', 'Not Found'),
  fullSyncRequired: () =>
    errorAnswer(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.', {
      domain: 'calendar',
      location: 'syncToken',
      locationType: 'parameter',
    }),
  updatedMinTooLongAgo: () =>
    errorAnswer(
      410,
      'updatedMinTooLongAgo',
      'The requested minimum modification time lies too far in the past.',
      {
        domain: 'calendar',
        location: 'updatedMin',
        locationType: 'parameter',
      },
    ),
  tooManyRequests: (retryAfter?: string) =>
    errorAnswer(429, 'rateLimitExceeded', 'Rate Limit Exceeded', {
      domain: 'usageLimits',
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }),
  backendError: (retryAfter?: string) =>
    errorAnswer(500, 'backendError', 'Backend Error', retryAfter === undefined ? {} : { retryAfter }),
  unavailable: (retryAfter?: string) =>
    errorAnswer(503, 'backendError', 'Backend Error', retryAfter === undefined ? {} : { retryAfter }),
} as const;

/** 400 for a parameter. */
export function badParameter(location: string, reason: string, message: string): Refused {
  return new Refused(errorAnswer(400, reason, message, { location, locationType: 'parameter' }));
}
