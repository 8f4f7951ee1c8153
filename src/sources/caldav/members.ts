import { SourceError } from '../../calendar/source-error.ts';
import type { Interval } from '../../time/interval.ts';
import { type DavAnswer, type DavClient, refusalOf } from './dav-client.ts';
import { type PathKey, pathKey, samePath, urlOf } from './hrefs.ts';
import { CALDAV, CALENDARSERVER, DAV, type DavResponse, multiStatus } from './multistatus.ts';
import { COLLECTION_PROPS, eventsWithin, multiget, propfind, syncCollection } from './requests.ts';
import { child } from './xml.ts';

/** One entry of a calendar, as a list names it. */
export interface Member {
  readonly href: string;
  /** '' where the server gives none: then it is taken for changed. */
  readonly etag: string;
}

/** All entries of a calendar, and how it stands. */
export interface MemberList {
  readonly members: ReadonlyMap<PathKey, Member>;
  readonly token: string | null;
  readonly ctag: string | null;
}

/** What changed since a token. */
export interface MemberChanges {
  readonly changed: ReadonlyMap<PathKey, Member>;
  readonly removed: ReadonlySet<PathKey>;
  readonly token: string | null;
  /** There is more, behind the new token (RFC 6578, 3.6). */
  readonly more: boolean;
}

/** Lists a calendar by a PROPFIND, which every server knows. No time range is asked for: few find what they should. */
export async function listMembers(client: DavClient, url: string): Promise<MemberList> {
  const request = { method: 'PROPFIND', url, depth: '1', body: propfind(COLLECTION_PROPS) } as const;
  const { responses, url: base } = await client.askMany(request);
  const own = pathKey(base, base) ?? '';
  const members = new Map<PathKey, Member>();
  let token: string | null = null;
  let ctag: string | null = null;
  let named = false;
  for (const { href, status, prop } of responses) {
    const key = pathKey(href, base);
    if (key === null) continue;
    if (samePath(key, own)) {
      named = true;
      token = prop(DAV, 'sync-token')?.text.trim() || null;
      ctag = prop(CALENDARSERVER, 'getctag')?.text.trim() || null;
    } else if (status < 300 && !child(prop(DAV, 'resourcetype'), DAV, 'collection')) {
      members.set(key, { href, etag: prop(DAV, 'getetag')?.text.trim() ?? '' });
    }
  }
  // Depth 1 names the calendar itself too (RFC 4918, 9.1): without it nothing is believed of its entries.
  if (!named) throw new SourceError('bad-answer', 'the calendar server listed a calendar without naming it');
  return { members, token, ctag };
}

/**
 * Entries with something in a range, as far as the server finds them: few find all, so it is good for an order and for
 * nothing else. Empty where it cannot tell.
 */
export async function membersWithin(client: DavClient, url: string, range: Interval): Promise<Set<PathKey>> {
  const answer = await client.ask({ method: 'REPORT', url, depth: '1', body: eventsWithin(range) });
  if (answer.status !== 207) return new Set();
  return new Set(multiStatus(answer.body).responses.flatMap(({ href }) => pathKey(href, answer.url) ?? []));
}

/**
 * What a `sync-collection` tells since a token; null where the server does not know the token any more, or the whole
 * report: servers say that with 403, 404, 409, 500 and others, so only a sign-in or a pause is taken for what it says.
 */
export async function changedMembers(
  client: DavClient,
  url: string,
  token: string,
): Promise<MemberChanges | null> {
  const answer = await client.ask({ method: 'REPORT', url, depth: '0', body: syncCollection(token) });
  if (isBusy(answer)) throw refusalOf(answer);
  if (answer.status !== 207) return null;
  const { responses, syncToken } = multiStatus(answer.body);
  const own = pathKey(answer.url, answer.url) ?? '';
  const changed = new Map<PathKey, Member>();
  const removed = new Set<PathKey>();
  let more = false;
  for (const { href, status, prop } of responses) {
    // "Nothing new" is one row without href at some.
    const key = href === '' ? null : pathKey(href, answer.url);
    if (key === null) continue;
    if (samePath(key, own)) more ||= status === 507;
    else if (status === 404) removed.add(key);
    else if (status < 300) changed.set(key, { href, etag: etagOf(prop) });
  }
  for (const key of changed.keys()) removed.delete(key);
  return { changed, removed, token: syncToken, more };
}

/** The text of one entry. */
interface MemberText extends Member {
  readonly text: string;
}

/** Of an entry that is gone: nothing. */
export type Fetched = ReadonlyMap<PathKey, MemberText>;

/**
 * The texts of entries, all in one request, and one by one what that does not bring: a member that is missing costs the
 * whole answer at sabre, a 404 row at others, and no row at DAViCal. Those that are gone are not in the answer.
 */
export async function fetchMembers(
  client: DavClient,
  url: string,
  asked: ReadonlyMap<PathKey, Member>,
): Promise<Fetched> {
  const together = asked.size > 1 ? await fetchTogether(client, url, asked) : new Map<PathKey, null>();
  const texts = new Map<PathKey, MemberText>();
  for (const [key, member] of asked) {
    const answered = together.get(key);
    const one = answered === undefined ? await fetchOne(client, url, member) : answered;
    if (one) texts.set(key, one);
  }
  return texts;
}

/** What one multiget answers of the members: a text, or null where one is gone. What it does not name is not there. */
async function fetchTogether(
  client: DavClient,
  url: string,
  asked: ReadonlyMap<PathKey, Member>,
): Promise<Map<PathKey, MemberText | null>> {
  const body = multiget([...asked.values()].map(({ href }) => href));
  const answer = await client.ask({ method: 'REPORT', url, depth: '0', body });
  if (isBusy(answer)) throw refusalOf(answer);
  const found = new Map<PathKey, MemberText | null>();
  const rows = answer.status === 207 ? multiStatus(answer.body).responses : [];
  for (const { href, status, prop } of rows) {
    const key = pathKey(href, answer.url);
    const member = key === null ? undefined : asked.get(key);
    if (key === null || !member) continue;
    const text = prop(CALDAV, 'calendar-data')?.text;
    const etag = etagOf(prop) || member.etag;
    if (text) found.set(key, { href: member.href, etag, text });
    else if (status === 404 && !found.has(key)) found.set(key, null);
  }
  return found;
}

async function fetchOne(client: DavClient, base: string, { href, etag }: Member): Promise<MemberText | null> {
  const url = urlOf(href, base);
  if (!url) return null;
  const answer = await client.ask({ method: 'GET', url: url.href });
  if (answer.status === 404 || answer.status === 410) return null;
  if (answer.status !== 200) throw refusalOf(answer);
  return { href, etag, text: answer.body };
}

function isBusy({ status }: DavAnswer): boolean {
  return status === 429 || status === 503;
}

/** The ETag that a row names; empty where it names none. */
function etagOf(prop: DavResponse['prop']): string {
  return prop(DAV, 'getetag')?.text.trim() ?? '';
}
