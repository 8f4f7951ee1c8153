import { createHash } from 'node:crypto';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { type Answer, badParameter, ERRORS, Refused } from './answers.ts';
import { type ListRules, listEvents, singlesOf } from './events-list.ts';
import { type Fault, spoilt, type WireAnswer } from './faults.ts';
import { applyFields } from './fields-mask.ts';
import type { ServerEvent } from './instances.ts';
import type { GoogleWorld, ServerCalendar } from './world.ts';

/** A request as any wire brings it. */
export interface ServerRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
}

/** What was asked and answered, without the token. */
export interface LogLine {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly status: number;
  /** Length of the body before it is packed. */
  readonly bytes: number;
}

export interface HandlerOptions {
  readonly world: GoogleWorld;
  readonly rules?: Partial<ListRules>;
  /** Whether a bearer token is good; default: every one that is not empty. */
  readonly accepts?: (token: string) => boolean | Promise<boolean>;
}

const DAY_MS = 86_400_000;
const RULES: ListRules = {
  tokenKeepsTimes: false,
  bareDeletions: true,
  horizonMs: 2 * 365 * DAY_MS,
  updatedMinMs: 28 * DAY_MS,
  mostOnPage: 2500,
};

/** The Calendar API over a world, without a wire. */
export class GoogleHandler {
  readonly world: GoogleWorld;
  rules: ListRules;
  /** Taken one an answer; `undefined` lets an answer through. */
  readonly faults: (Fault | undefined)[] = [];
  /** Asked where the script is empty. */
  fault: (request: ServerRequest) => Fault | undefined = () => undefined;
  readonly log: LogLine[] = [];
  accepts: (token: string) => boolean | Promise<boolean>;

  constructor({ world, rules, accepts }: HandlerOptions) {
    this.world = world;
    this.rules = { ...RULES, ...rules };
    this.accepts = accepts ?? ((token) => token !== '');
  }

  async answer(request: ServerRequest): Promise<WireAnswer> {
    const fault = this.faults.length > 0 ? this.faults.shift() : this.fault(request);
    const answer = spoilt(await this.plainAnswer(request), fault);
    const { pathname: path, searchParams: query } = request.url;
    this.log.push({ path, query, status: answer.status, bytes: Buffer.byteLength(answer.body) });
    return answer;
  }

  /** All single events and instances of a calendar that are not deleted, up to the horizon. */
  singles(calendarId: string): ServerEvent[] {
    const calendar = this.world.calendar(calendarId);
    return singlesOf(calendar, calendar.version, this.world.clock() + this.rules.horizonMs)
      .map(({ event }) => event)
      .filter((event) => event.status !== 'cancelled');
  }

  private async plainAnswer(request: ServerRequest): Promise<Answer> {
    try {
      const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      if (bearer === '' || !(await this.accepts(bearer))) throw new Refused(ERRORS.authError());
      return answerOf(this.resource(request), request);
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      throw error;
    }
  }

  private resource({ method, url }: ServerRequest): {
    body: object;
    kind: 'events' | 'event' | 'calendarList';
  } {
    const path = url.pathname
      .replace(/^\/calendar\/v3\//, '')
      .split('/')
      .map(decodeURIComponent);
    const [first, id = '', third, eventId] = path;
    if (method !== 'GET') throw new Refused(ERRORS.insufficientPermissions());
    if (first === 'users' && id === 'me' && third === 'calendarList' && path.length === 3) {
      return { body: this.calendarList(url.searchParams), kind: 'calendarList' };
    }
    if (first !== 'calendars' || third !== 'events') throw new Refused(ERRORS.notFound());
    const calendar = this.calendar(id);
    if (eventId === undefined) {
      return { body: listEvents(calendar, url.searchParams, this.rules, this.world.clock()), kind: 'events' };
    }
    const event = calendar.get(eventId) ?? this.world.instance(calendar.entry.id, eventId);
    if (!event || event.status === 'forgotten') throw new Refused(ERRORS.notFound());
    return { body: event, kind: 'event' };
  }

  private calendar(id: string): ServerCalendar {
    const primary = [...this.world.calendars.values()].find((c) => c.entry.primary);
    const calendar = id === 'primary' ? primary : this.world.calendars.get(id);
    if (!calendar || calendar.access === 'missing') throw new Refused(ERRORS.notFound());
    if (calendar.access === 'forbidden') throw new Refused(ERRORS.forbidden());
    return calendar;
  }

  private calendarList(params: URLSearchParams): calendar_v3.Schema$CalendarList {
    const most = Math.min(Number(params.get('maxResults') ?? 100), 250);
    const at = Number(params.get('pageToken') ?? 0);
    if (!Number.isInteger(at)) throw badParameter('pageToken', 'invalid', 'Invalid page token value.');
    const roles = ['freeBusyReader', 'reader', 'writer', 'owner'];
    const least = roles.indexOf(params.get('minAccessRole') ?? 'freeBusyReader');
    const all = [...this.world.calendars.values()]
      .map((c) => ({ kind: 'calendar#calendarListEntry', accessRole: 'owner', ...c.entry }))
      .filter(
        (e) =>
          (params.get('showHidden') === 'true' || !e.hidden) && roles.indexOf(e.accessRole ?? '') >= least,
      );
    return {
      kind: 'calendar#calendarList',
      items: all.slice(at, at + most),
      ...(at + most < all.length ? { nextPageToken: String(at + most) } : { nextSyncToken: 'calendars' }),
    };
  }
}

function answerOf(
  { body, kind }: { body: object; kind: 'events' | 'event' | 'calendarList' },
  request: ServerRequest,
): Answer {
  const fields = request.url.searchParams.get('fields');
  const text = JSON.stringify(fields === null ? body : applyFields(body, fields, kind));
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
  const headers = {
    'content-type': 'application/json; charset=UTF-8',
    etag,
    'cache-control': 'private, max-age=0, must-revalidate, no-transform',
  };
  if (request.headers.get('if-none-match') === etag) return { status: 304, headers, body: '' };
  return { status: 200, headers, body: text };
}
