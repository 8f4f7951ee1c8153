import type { Event } from '@microsoft/microsoft-graph-types';
import type { GraphWorld } from './world.ts';

/** What a request was, without its token. */
export interface GraphLogLine {
  readonly path: string;
  readonly status: number;
}

type Fault = { status: number; code: string; retryAfter?: string };

/**
 * The part of Graph that is read, after its public documentation (learn.microsoft.com/graph/api/event-delta): a delta
 * names series whole and their instances by their times alone, pages are as long as `Prefer: odata.maxpagesize` says,
 * and links hold their own query.
 */
export class GraphHandler {
  readonly world: GraphWorld;
  /** `https://graph.test/v1.0/`, or a server's on loopback. */
  base = 'https://graph.test/v1.0/';
  readonly log: GraphLogLine[] = [];
  /** Taken one an answer. */
  readonly faults: (Fault | undefined)[] = [];
  /** More than this is on no page, whatever is preferred. */
  mostOnPage = 1000;
  accepts: (token: string) => boolean | Promise<boolean> = (token) => token !== '';

  constructor(world: GraphWorld) {
    this.world = world;
  }

  async answer(url: URL, headers: Headers): Promise<Response> {
    const response = await this.plainAnswer(url, headers);
    this.log.push({ path: `${url.pathname.replace('/v1.0/', '')}`, status: response.status });
    return response;
  }

  readonly fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    return this.answer(new URL(request.url), request.headers);
  };

  private async plainAnswer(url: URL, headers: Headers): Promise<Response> {
    const fault = this.faults.shift();
    if (fault) return refused(fault);
    const token = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
    if (!(await this.accepts(token))) return refused({ status: 401, code: 'InvalidAuthenticationToken' });
    const preferred = Number(/odata\.maxpagesize=(\d+)/.exec(headers.get('prefer') ?? '')?.[1] ?? 10);
    const size = Math.min(preferred, this.mostOnPage);
    const [me, first, id = '', ...rest] = url.pathname
      .replace('/v1.0/', '')
      .split('/')
      .map(decodeURIComponent);
    const last = rest.join('/');
    if (me !== 'me') return refused({ status: 404, code: 'ResourceNotFound' });
    if (first === 'calendars' && id === '') return this.page(url, this.world.calendars, size);
    if (first === 'calendars' && last === 'calendarView/delta') return this.delta(url, id, size);
    if (first === 'calendars' && last === 'calendarView') return this.page(url, this.view(url, id), size);
    if (first === 'events' && last === '') {
      const event = this.world.whole(id);
      return event ? Response.json(event) : refused({ status: 404, code: 'ErrorItemNotFound' });
    }
    if (first === 'events' && last === 'instances') {
      if (!this.world.whole(id)) return refused({ status: 404, code: 'ErrorItemNotFound' });
      const all = [...this.world.events.values()].filter((s) => s.event.seriesMasterId === id && !s.gone);
      const inside = all.filter(({ event }) => isInside(event, rangeOf(url)));
      return this.page(
        url,
        inside.map(({ event }) => this.world.whole(event.id)),
        size,
      );
    }
    return refused({ status: 404, code: 'ResourceNotFound' });
  }

  /** What `calendarView` shows: instances with all they have, no series. */
  private view(url: URL, calendarId: string): unknown[] {
    return [...this.world.events.values()]
      .filter((s) => s.calendarId === calendarId && !s.gone && s.event.type !== 'seriesMaster')
      .filter(({ event }) => isInside(event, rangeOf(url)))
      .map(({ event }) => this.world.whole(event.id));
  }

  private page(url: URL, all: readonly unknown[], size: number): Response {
    const skip = Number(url.searchParams.get('$skip') ?? 0);
    const next = new URL(url);
    next.searchParams.set('$skip', String(skip + size));
    const link = this.base + next.pathname.replace('/v1.0/', '') + next.search;
    return Response.json({
      value: all.slice(skip, skip + size),
      ...(skip + size < all.length ? { '@odata.nextLink': link } : {}),
    });
  }

  private delta(url: URL, calendarId: string, size: number): Response {
    if (!this.world.calendars.some((c) => c.id === calendarId)) {
      return refused({ status: 404, code: 'ErrorItemNotFound' });
    }
    const token = url.searchParams.get('$skiptoken') ?? url.searchParams.get('$deltatoken');
    const state = token === null ? null : JSON.parse(atob(token));
    const { since, until, at, startMs, endMs } = state ?? {
      since: null,
      until: this.world.version,
      at: 0,
      ...rangeOf(url),
    };
    if (until < this.world.oldest) return refused({ status: 410, code: 'SyncStateNotFound' });
    const end = url.searchParams.has('$deltatoken') ? this.world.version : until;
    const all = [...this.world.events.values()]
      .filter((s) => s.calendarId === calendarId && (since === null ? !s.gone : s.version > since))
      .filter(
        ({ event }) => event.type === 'seriesMaster' || isInside(event, { startMs, endMs }) || since !== null,
      )
      .map(({ event, gone }) => (gone ? { id: event.id, '@removed': { reason: 'deleted' } } : event));
    const done = at + size >= all.length;
    const link = (name: string, value: object): string =>
      `${this.base}me/calendars/${encodeURIComponent(calendarId)}/calendarView/delta?${name}=${btoa(JSON.stringify(value))}`;
    return Response.json({
      value: all.slice(at, at + size),
      ...(done
        ? { '@odata.deltaLink': link('$deltatoken', { since: end, until: end, at: 0, startMs, endMs }) }
        : { '@odata.nextLink': link('$skiptoken', { since, until: end, at: at + size, startMs, endMs }) }),
    });
  }
}

function rangeOf(url: URL): { startMs: number; endMs: number } {
  const time = (name: string): number => Date.parse(url.searchParams.get(name) ?? '');
  return { startMs: time('startDateTime'), endMs: time('endDateTime') };
}

function isInside({ start, end }: Event, range: { startMs: number; endMs: number }): boolean {
  const at = (time: typeof start): number => Date.parse(`${time?.dateTime?.slice(0, 19)}Z`);
  return at(start) < range.endMs && at(end) > range.startMs;
}

function refused({ status, code, retryAfter }: Fault): Response {
  return Response.json(
    { error: { code, message: 'ada@example.org: Divorce lawyer' } },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } },
  );
}
