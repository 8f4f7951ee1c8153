import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { badParameter, ERRORS, Refused } from './answers.ts';
import { instanceOf, instantOf, type ServerEvent, type Single, slotsOf } from './instances.ts';
import type { ServerCalendar } from './world.ts';

/** How the server does what Google's documentation leaves open. */
export interface ListRules {
  /** Whether a sync token still means the times of the listing that it came from. */
  readonly tokenKeepsTimes: boolean;
  /** Deleted events carry their id alone: the documentation promises no more. */
  readonly bareDeletions: boolean;
  /** How far ahead endless series are expanded where nobody says. */
  readonly horizonMs: number;
  /** `updatedMin` may lie this far back. */
  readonly updatedMinMs: number;
  /** "The number of events in the resulting page may be less than" `maxResults`: never more than this. */
  readonly mostOnPage: number;
}

interface Token {
  /** Version that pages show, and behind which changes follow. */
  readonly v: number;
  /** Position on a listing; absent in a sync token. */
  readonly at?: number;
  /** Version from which on changes are listed. */
  readonly from?: number;
  /** The parameters that have to stay the same. */
  readonly q: string;
  readonly min?: number;
  readonly max?: number;
}

/** https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
export function listEvents(
  calendar: ServerCalendar,
  params: URLSearchParams,
  rules: ListRules,
  nowMs: number,
): calendar_v3.Schema$Events {
  const query = readQuery(params);
  const page = query.pageToken === null ? null : readToken(query.pageToken, 'pageToken');
  const sync = query.syncToken === null ? null : readToken(query.syncToken, 'syncToken');
  for (const token of [page, sync]) {
    if (token && token.v < calendar.oldest) throw new Refused(ERRORS.fullSyncRequired());
  }
  if (sync && sync.q !== query.lasting) {
    throw badParameter(
      'syncToken',
      'invalid',
      'Parameters differ from those of the initial synchronization.',
    );
  }
  if (page && page.q !== query.all) throw badParameter('pageToken', 'invalid', 'Invalid page token value.');

  const version = page?.v ?? calendar.version;
  const from = page?.from ?? sync?.v;
  const times = from === undefined ? query : { timeMin: sync?.min ?? null, timeMax: sync?.max ?? null };
  const items =
    from === undefined
      ? fullList(calendar, version, query, rules, nowMs)
      : changesOf(calendar, from, version, query, times, rules, nowMs);
  const at = page?.at ?? 0;
  const end = at + Math.min(query.maxResults, rules.mostOnPage);
  const more = end < items.length;
  const common = { v: version, ...(from === undefined ? {} : { from }) };
  const kept = rules.tokenKeepsTimes
    ? {
        ...(times.timeMin === null ? {} : { min: times.timeMin }),
        ...(times.timeMax === null ? {} : { max: times.timeMax }),
      }
    : {};
  return {
    kind: 'calendar#events',
    etag: `"p${version}"`,
    summary: calendar.entry.summary ?? '',
    updated: new Date(nowMs).toISOString(),
    timeZone: query.timeZone ?? calendar.zone,
    accessRole: calendar.entry.accessRole ?? 'owner',
    defaultReminders: [],
    ...(more ? { nextPageToken: writeToken({ ...common, at: end, q: query.all }) } : {}),
    // Ordered and filtered lists have no token to go on from.
    ...(more || query.unsyncable
      ? {}
      : { nextSyncToken: writeToken({ v: version, q: query.lasting, ...kept }) }),
    items: items.slice(at, end).map((event) => limited(event, query.maxAttendees)),
  };
}

/** Parameters that may not come with a sync token. */
const FORBIDDEN = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

function readQuery(params: URLSearchParams) {
  const flag = (name: string): boolean => params.get(name) === 'true';
  const time = (name: string): number | null => {
    const text = params.get(name);
    if (text === null) return null;
    if (
      !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ||
      Number.isNaN(Date.parse(text))
    ) {
      throw badParameter(name, 'badRequest', 'Bad Request');
    }
    // "Milliseconds may be provided but are ignored."
    return Math.floor(Date.parse(text) / 1000) * 1000;
  };
  const whole = (name: string, most: number, otherwise: number): number => {
    const text = params.get(name);
    if (text === null) return otherwise;
    if (!/^\d+$/.test(text) || Number(text) < 1) {
      throw badParameter(
        name,
        'invalidParameter',
        `Invalid value '${text}'. Values must be within the range: [1, ${most}]`,
      );
    }
    return Math.min(Number(text), most);
  };
  const [timeMin, timeMax, updatedMin] = [time('timeMin'), time('timeMax'), time('updatedMin')];
  const syncToken = params.get('syncToken');
  if (syncToken !== null) {
    const bad = FORBIDDEN.find((name) => params.has(name));
    if (bad) {
      throw badParameter(bad, 'badRequest', 'Sync token cannot be used with the supplied parameters.');
    }
    if (params.get('showDeleted') === 'false') {
      throw badParameter(
        'showDeleted',
        'badRequest',
        'Sync token cannot be used with the supplied parameters.',
      );
    }
  }
  if (timeMin !== null && timeMax !== null && timeMin >= timeMax) {
    throw badParameter('timeMax', 'timeRangeEmpty', 'The specified time range is empty.');
  }
  const orderBy = params.get('orderBy');
  const singleEvents = flag('singleEvents');
  if (orderBy !== null && orderBy !== 'startTime' && orderBy !== 'updated') {
    throw badParameter('orderBy', 'invalidParameter', `Invalid string value: '${orderBy}'.`);
  }
  if (orderBy === 'startTime' && !singleEvents) {
    throw badParameter(
      'orderBy',
      'badRequest',
      'The requested ordering is not available for the particular query.',
    );
  }
  const fixed = (names: readonly string[]): string =>
    [...params]
      .filter(([name]) => !names.includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('&');
  return {
    timeMin,
    timeMax,
    updatedMin,
    syncToken,
    pageToken: params.get('pageToken'),
    maxResults: whole('maxResults', 2500, 250),
    maxAttendees: params.has('maxAttendees') ? whole('maxAttendees', 10_000, 10_000) : null,
    singleEvents,
    orderBy,
    showDeleted: flag('showDeleted'),
    iCalUID: params.get('iCalUID'),
    q: params.get('q')?.toLowerCase() ?? null,
    eventTypes: params.getAll('eventTypes'),
    timeZone: params.get('timeZone'),
    unsyncable: [
      'orderBy',
      'q',
      'iCalUID',
      'updatedMin',
      'privateExtendedProperty',
      'sharedExtendedProperty',
    ].some((name) => params.has(name)),
    /** Must stay the same over the pages of a listing. */
    all: fixed(['pageToken', 'fields', 'maxResults', 'alt', 'prettyPrint', 'key', 'quotaUser']),
    /** Must stay the same over the life of a sync token. */
    lasting: fixed([
      ...FORBIDDEN,
      'syncToken',
      'pageToken',
      'fields',
      'maxResults',
      'alt',
      'prettyPrint',
      'key',
      'quotaUser',
    ]),
  };
}

type Query = ReturnType<typeof readQuery>;

function fullList(
  calendar: ServerCalendar,
  version: number,
  query: Query,
  rules: ListRules,
  nowMs: number,
): ServerEvent[] {
  const { updatedMin } = query;
  if (updatedMin !== null && updatedMin < nowMs - rules.updatedMinMs) {
    throw new Refused(ERRORS.updatedMinTooLongAgo());
  }
  const deleted = query.showDeleted || updatedMin !== null;
  const all = query.singleEvents
    ? singlesOf(calendar, version, query.timeMax ?? nowMs + rules.horizonMs)
    : rawOf(calendar, version, query, nowMs + rules.horizonMs);
  const kept = all.filter(
    ({ event, startMs, endMs }) =>
      isInTimes({ startMs, endMs }, query) &&
      (event.status !== 'cancelled' ||
        deleted ||
        (!query.singleEvents && isException(calendar, version, event))) &&
      (updatedMin === null || Date.parse(event.updated ?? '') >= updatedMin) &&
      (query.iCalUID === null || event.iCalUID === query.iCalUID) &&
      (query.q === null || textOf(event).includes(query.q)) &&
      (query.eventTypes.length === 0 || query.eventTypes.includes(event.eventType ?? 'default')),
  );
  if (query.orderBy === 'startTime')
    kept.sort((a, b) => a.startMs - b.startMs || (a.event.id < b.event.id ? -1 : 1));
  else if (query.orderBy === 'updated') {
    kept.sort((a, b) => ((a.event.updated ?? '') < (b.event.updated ?? '') ? -1 : 1));
  } else kept.sort((a, b) => (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0));
  return kept.map(({ event }) => event);
}

/** Single events and instances, deleted ones among them; only of those events where ids are given. */
export function singlesOf(
  calendar: ServerCalendar,
  version: number,
  untilMs: number,
  only?: ReadonlySet<string>,
): Single[] {
  const events = calendar.at(version);
  const singles: Single[] = [];
  const exceptions = new Map<string, ServerEvent>();
  for (const event of events.values()) if (event.recurringEventId) exceptions.set(event.id, event);
  for (const event of events.values()) {
    if (event.recurringEventId || only?.has(event.id) === false) continue;
    if (!event.recurrence) {
      singles.push(timed(event, calendar.zone));
      continue;
    }
    for (const slot of slotsOf(event, calendar.zone, untilMs)) {
      const exception = exceptions.get(slot.id);
      if (exception && exception.status !== 'forgotten') continue;
      singles.push(timed(instanceOf(event, slot), calendar.zone));
    }
  }
  for (const event of exceptions.values()) {
    if (event.status === 'forgotten' || only?.has(event.recurringEventId ?? '') === false) continue;
    singles.push(timed(event, calendar.zone));
  }
  return singles;
}

/** Events as they are kept; a series is as long as its last instance. */
function rawOf(calendar: ServerCalendar, version: number, query: Query, horizonMs: number): Single[] {
  const list: Single[] = [];
  for (const event of calendar.at(version).values()) {
    if (event.status === 'forgotten') continue;
    const own = timed(event, calendar.zone);
    if (!event.recurrence) {
      list.push(own);
      continue;
    }
    if (query.timeMin === null && query.timeMax === null) {
      list.push(own);
      continue;
    }
    const hit = slotsOf(event, calendar.zone, query.timeMax ?? horizonMs).some((slot) =>
      isInTimes({ startMs: slot.startMs, endMs: instantOf(slot.end, calendar.zone) }, query),
    );
    if (hit) list.push({ ...own, startMs: query.timeMin ?? own.startMs, endMs: Number.POSITIVE_INFINITY });
  }
  return list;
}

/** What changed between two versions, as a client that saw the first has to hear it. */
function changesOf(
  calendar: ServerCalendar,
  from: number,
  until: number,
  query: Query,
  times: { timeMin: number | null; timeMax: number | null },
  rules: ListRules,
  nowMs: number,
): ServerEvent[] {
  const changed = calendar.changed(from, until);
  if (changed.size === 0) return [];
  const now = calendar.at(until);
  if (!query.singleEvents) {
    return [...changed]
      .flatMap((id) => now.get(id) ?? [])
      .filter((event) => event.status !== 'forgotten')
      .map((event) =>
        event.status === 'cancelled' ? deletion(event, rules, isException(calendar, until, event)) : event,
      );
  }
  const families = new Set([
    ...changed,
    ...[...changed].flatMap((id) => now.get(id)?.recurringEventId ?? []),
  ]);
  const touched = (event: ServerEvent): boolean =>
    changed.has(event.id) || (event.recurringEventId != null && changed.has(event.recurringEventId));
  const horizonMs = times.timeMax ?? nowMs + rules.horizonMs;
  const before = new Map(
    singlesOf(calendar, from, horizonMs, families)
      .filter(({ event }) => touched(event) && event.status !== 'cancelled')
      .map((single) => [single.event.id, single]),
  );
  const after = new Map(
    singlesOf(calendar, until, horizonMs, families)
      .filter(({ event }) => touched(event))
      .map((single) => [single.event.id, single]),
  );
  const wasInTimes = (id: string): boolean =>
    [...calendar.versions(from, until)].some((version) =>
      singlesOf(calendar, version, horizonMs, families).some(
        (single) => single.event.id === id && isInTimes(single, times),
      ),
    );
  const items: ServerEvent[] = [];
  for (const [id, single] of after) {
    const known = before.get(id);
    // A token that keeps its times tells of nothing that has been outside of them all the time.
    if (!isInTimes(single, times) && !(known && isInTimes(known, times)) && !wasInTimes(id)) continue;
    const { event } = single;
    items.push(
      event.status === 'cancelled' ? deletion(event, rules, isException(calendar, until, event)) : event,
    );
  }
  for (const [id, single] of before) {
    if (!after.has(id) && isInTimes(single, times)) {
      items.push(deletion({ ...single.event, status: 'cancelled' }, rules, false));
    }
  }
  return items.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Of a cancelled exception of a living series the id, the series and the original start are sure to be told; of any
 * other deleted event the id alone (reference of the events resource, `status`).
 */
function deletion(event: ServerEvent, { bareDeletions }: ListRules, ofLivingSeries: boolean): ServerEvent {
  if (!bareDeletions) return { ...event, status: 'cancelled' };
  const { kind, etag, id, recurringEventId, originalStartTime } = event;
  const base = { ...(kind ? { kind } : {}), ...(etag ? { etag } : {}), id, status: 'cancelled' };
  if (!ofLivingSeries || !recurringEventId || !originalStartTime) return base;
  return { ...base, recurringEventId, originalStartTime };
}

function timed(event: ServerEvent, zone: string): Single {
  const startMs = instantOf(event.start, zone);
  return { event, startMs, endMs: Math.max(startMs, instantOf(event.end ?? event.start, zone)) };
}

function isInTimes(
  { startMs, endMs }: { startMs: number; endMs: number },
  { timeMin, timeMax }: { timeMin: number | null; timeMax: number | null },
): boolean {
  return (timeMin === null || endMs > timeMin) && (timeMax === null || startMs < timeMax);
}

function isException(calendar: ServerCalendar, version: number, { recurringEventId }: ServerEvent): boolean {
  const master = recurringEventId ? calendar.at(version).get(recurringEventId) : undefined;
  return master !== undefined && master.status !== 'cancelled';
}

function textOf({ summary, description, location }: ServerEvent): string {
  return [summary, description, location].join(' ').toLowerCase();
}

function limited(event: ServerEvent, most: number | null): ServerEvent {
  const { attendees } = event;
  if (most === null || !attendees || attendees.length <= most) return event;
  return { ...event, attendeesOmitted: true, attendees: attendees.filter((a) => a.self) };
}

function writeToken(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function readToken(text: string, name: 'pageToken' | 'syncToken'): Token {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (typeof token === 'object' && token !== null && 'v' in token && 'q' in token) return token as Token;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (name === 'syncToken') throw new Refused(ERRORS.fullSyncRequired());
  throw badParameter('pageToken', 'invalid', 'Invalid page token value.');
}
