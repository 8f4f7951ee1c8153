import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server differs from the plainest one; each was seen in a real server (named). */
export interface Quirks {
  /** `/` answers PROPFIND with 405 (SOGo). */
  readonly rootRefuses?: boolean;
  /** Where `/.well-known/caldav` leads; null where there is no such page. Default: the service's own path. */
  readonly wellKnown?: string | null;
  /** What a token that is not known any more is answered with. Default: 403 (Cyrus, Radicale). */
  readonly forgotten?: '403' | '500' | 'all-rows' | 'no-rows' | 'minus-one';
  /** No tokens and no sync-collection; `etags` has no ctag either. */
  readonly tells?: 'tokens' | 'ctags' | 'etags';
  /** Rows of a sync-collection in one answer; more come behind a 507 (Cyrus, when limited). */
  readonly mostRows?: number;
  /** A member that is missing costs a multiget its whole answer (sabre), has no row (DAViCal), or a 404 row. */
  readonly missing?: 'fails' | 'is-left-out' | 'is-a-row';
  /** No multiget at all. */
  readonly noMultiget?: boolean;
  /** `@` is written where `%40` was sent (Cyrus, SOGo). */
  readonly rewritesHrefs?: boolean;
  /** ETags count how often a name was written, and begin anew with it (SOGo). */
  readonly countsEtags?: boolean;
  /** Raw control characters and references that XML lacks (Cyrus, sabre, SOGo). */
  readonly dirtyBytes?: boolean;
  /** Display names are escaped twice (DAViCal). */
  readonly escapesTwice?: boolean;
  /** The scheme of the sign-in as it is written. Default: `Basic realm="x"`. */
  readonly challenge?: string;
  /** Tokens are named from this number on. */
  readonly firstToken?: number;
}

interface Entry {
  etag: string;
  text: string;
}

const D = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/"';
const BASE = '/SOGo/dav/';
const HOME = `${BASE}ada/Calendar/`;

/** A calendar server that is nothing but quirks, with one user (ada, secret) and what a hand does to her calendars. */
export class QuirkyServer {
  readonly quirks: Quirks;
  readonly log: string[] = [];
  readonly calendars = new Map<string, Map<string, Entry>>();
  private readonly names = new Map<string, { name: string; type: string; component: string }>();
  private changes: { calendar: string; entry: string; gone: boolean; version: number }[] = [];
  private version: number;
  private oldest = 0;

  constructor(quirks: Quirks = {}) {
    this.quirks = quirks;
    this.version = quirks.firstToken ?? 1;
  }

  add(calendar: string, name: string, type = '<c:calendar/>', component = 'VEVENT'): void {
    this.calendars.set(calendar, new Map());
    this.names.set(calendar, { name, type, component });
  }

  put(calendar: string, entry: string, text: string): void {
    const known = this.calendars.get(calendar)?.get(entry);
    const count = Number(known?.etag.replace(/\D/g, '') ?? 0) + 1;
    this.version++;
    this.calendars.get(calendar)?.set(entry, {
      text,
      etag: this.quirks.countsEtags ? `"${count}"` : `"v${this.version}"`,
    });
    this.changes.push({ calendar, entry, gone: false, version: this.version });
  }

  remove(calendar: string, entry: string): void {
    this.calendars.get(calendar)?.delete(entry);
    this.version++;
    this.changes.push({ calendar, entry, gone: true, version: this.version });
  }

  /** Every token that was given so far is none any more. */
  forget(): void {
    this.changes = [];
    this.version++;
    this.oldest = this.version;
  }

  answer(method: string, path: string, headers: Headers, body: string): Response {
    this.log.push(`${method} ${path}${/<(?:c|d):(calendar-multiget|sync-collection)/.exec(body)?.[1] ?? ''}`);
    if (headers.get('authorization') !== `Basic ${btoa('ada:secret')}`) {
      const challenge = this.quirks.challenge ?? 'Basic realm="x"';
      return new Response('', { status: 401, headers: { 'www-authenticate': challenge } });
    }
    if (path === '/.well-known/caldav') {
      const { wellKnown = BASE } = this.quirks;
      if (wellKnown === null) return new Response('', { status: 404 });
      return new Response('', { status: 301, headers: { location: wellKnown } });
    }
    if (path === '/')
      return this.quirks.rootRefuses ? new Response('', { status: 405 }) : this.principalOf('/');
    if (path === BASE || path === `${BASE}ada/`) return this.principalOf(path);
    if (path === HOME) return multistatus([...this.calendars.keys()].map((c) => this.collection(c)).join(''));
    const [, calendar = '', entry = ''] = /^\/SOGo\/dav\/ada\/Calendar\/([^/]+)\/([^/]*)$/.exec(path) ?? [];
    const entries = this.calendars.get(calendar);
    if (!entries) return new Response('', { status: 404 });
    if (method === 'GET') {
      const found = entries.get(decodeURIComponent(entry));
      return found ? new Response(found.text) : new Response('', { status: 404 });
    }
    if (method === 'PROPFIND') {
      const rows = [...entries.keys()].map((name) => this.row(calendar, name)).join('');
      return multistatus(this.collection(calendar) + (headers.get('depth') === '1' ? rows : ''));
    }
    if (body.includes('sync-collection')) return this.sync(calendar, body);
    return this.multiget(calendar, body);
  }

  private principalOf(path: string): Response {
    return multistatus(`<d:response><d:href>${path}</d:href><d:propstat><d:prop>
      <d:current-user-principal><d:href>${BASE}ada/</d:href></d:current-user-principal>
      ${path === `${BASE}ada/` ? `<c:calendar-home-set><d:href>${HOME}</d:href></c:calendar-home-set>` : ''}
      ${path === `${BASE}ada/` ? '<c:calendar-user-address-set><d:href>mailto:Ada@Example.org</d:href><d:href>/SOGo/dav/ada/</d:href></c:calendar-user-address-set>' : ''}
      </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`);
  }

  private collection(calendar: string): string {
    const { name = '', type = '', component = '' } = this.names.get(calendar) ?? {};
    const { tells = 'tokens' } = this.quirks;
    const shown = this.quirks.escapesTwice
      ? name.replaceAll('&', '&amp;amp;')
      : name.replaceAll('&', '&amp;');
    return `<d:response><d:href>${HOME}${calendar}/</d:href><d:propstat><d:prop>
      <d:resourcetype><d:collection/>${type}</d:resourcetype><d:displayname>${shown}</d:displayname>
      <c:supported-calendar-component-set><c:comp name="${component}"/></c:supported-calendar-component-set>
      ${tells === 'tokens' ? `<d:sync-token>${this.version}</d:sync-token>` : ''}
      ${tells === 'etags' ? '' : `<cs:getctag>${this.version}</cs:getctag>`}
      </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  }

  private href(calendar: string, entry: string): string {
    const name = this.quirks.rewritesHrefs ? entry : encodeURIComponent(entry);
    return `<d:href>${HOME}${calendar}/${name}</d:href>`;
  }

  private row(calendar: string, entry: string, data = false): string {
    const found = this.calendars.get(calendar)?.get(entry);
    if (!found) {
      return `<d:response>${this.href(calendar, entry)}<d:status>HTTP/1.1 404 Not Found</d:status></d:response>`;
    }
    const dirt = this.quirks.dirtyBytes ? '\u0001&#65535;' : '';
    const text = found.text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace('SUMMARY:', `SUMMARY:${dirt}`);
    return `<d:response>${this.href(calendar, entry)}<d:propstat><d:prop><d:getetag>${found.etag.replaceAll('"', '&quot;')}</d:getetag>
      ${data ? `<c:calendar-data>${text}</c:calendar-data>` : ''}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  }

  private sync(calendar: string, body: string): Response {
    const { tells = 'tokens', forgotten = '403', mostRows = 1000 } = this.quirks;
    if (tells !== 'tokens') return new Response('', { status: 403 });
    const token = Number(/<d:sync-token>([^<]*)</.exec(body)?.[1]);
    const end = (at: number | string): string => `<d:sync-token>${at}</d:sync-token>`;
    if (!(token >= this.oldest)) {
      if (forgotten === '403')
        return new Response('<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>', { status: 403 });
      if (forgotten === '500') return new Response('', { status: 500 });
      const all = [...(this.calendars.get(calendar)?.keys() ?? [])].map((name) => this.row(calendar, name));
      if (forgotten === 'all-rows') return multistatus(all.join('') + end(this.version));
      return multistatus(end(forgotten === 'minus-one' ? -1 : this.version));
    }
    const later = this.changes.filter((c) => c.calendar === calendar && c.version > token);
    const told = later.slice(0, mostRows);
    const rows = [...new Set(told.map((c) => c.entry))].map((name) => this.row(calendar, name)).join('');
    if (told.length === later.length) return multistatus(rows + end(this.version));
    const more = `<d:response><d:href>${HOME}${calendar}/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>`;
    return multistatus(rows + more + end(told.at(-1)?.version ?? token));
  }

  private multiget(calendar: string, body: string): Response {
    if (this.quirks.noMultiget) return new Response('', { status: 501 });
    const { missing = 'is-a-row' } = this.quirks;
    const asked = [...body.matchAll(/<d:href>([^<]*)</g)].map((m) =>
      decodeURIComponent(m[1]?.split('/').at(-1) ?? ''),
    );
    const there = asked.filter((name) => this.calendars.get(calendar)?.has(name));
    if (missing === 'fails' && there.length < asked.length) return new Response('', { status: 404 });
    const rows = missing === 'is-left-out' ? there : asked;
    return multistatus(rows.map((name) => this.row(calendar, name, true)).join(''));
  }

  /** For a client in the same process; follows redirects as fetch does, and says where it ended. */
  readonly fetch = async (input: string, init: RequestInit): Promise<Response> => {
    const url = new URL(input);
    const ask = (at: URL): Response =>
      this.answer(init.method ?? 'GET', at.pathname, new Headers(init.headers), String(init.body ?? ''));
    const first = ask(url);
    const location = init.redirect === 'manual' ? null : first.headers.get('location');
    const end = location === null ? url : new URL(location, url);
    if (location !== null && end.origin !== url.origin) throw new TypeError('Failed to fetch');
    const response = location === null ? first : ask(end);
    Object.defineProperty(response, 'url', { value: end.href });
    return response;
  };

  /** The same on loopback, for a browser. */
  async listen(): Promise<{ origin: string; close(): Promise<void> }> {
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
        const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
        const response = this.answer(
          incoming.method ?? 'GET',
          pathname,
          headers,
          Buffer.concat(chunks).toString(),
        );
        void response.text().then((text) => {
          outgoing.writeHead(response.status, Object.fromEntries(response.headers));
          outgoing.end(text);
        });
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return {
      origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    };
  }
}

function multistatus(inside: string): Response {
  const text = `<?xml version="1.0"?><d:multistatus ${D}>${inside}</d:multistatus>`;
  return new Response(text, { status: 207, headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
