import { SourceError } from '../../calendar/source-error.ts';
import type { DavAnswer, DavClient } from './dav-client.ts';
import { urlOf } from './hrefs.ts';
import { CALDAV, DAV, type DavResponse, multiStatus } from './multistatus.ts';
import { PRINCIPAL_PROPS, propfind } from './requests.ts';
import { child, childrenOf, type XmlElement } from './xml.ts';

/** Where the calendars of an account are; JSON. */
export interface CaldavPlace {
  /** Collections whose members are calendars, as addresses. */
  readonly homes: readonly string[];
  /** Calendars that were named by themselves. */
  readonly calendars: readonly string[];
  /** The user's principal; null where the server names none. */
  readonly principal: string | null;
  /** The user's own addresses, lower case; empty where the server does not say. */
  readonly addresses: readonly string[];
}

/** Where servers keep their calendars when neither the address given nor the well-known one leads there. */
const USUAL_PATHS = [
  '/remote.php/dav/',
  '/dav/',
  '/caldav/',
  '/SOGo/dav/',
  '/dav.php/',
  '/cal.php/',
  '/caldav.php/',
  '/davical/caldav.php/',
  '/baikal/html/dav.php/',
  '/radicale/',
  '/calendars/',
];

/**
 * Finds an account's calendars from whatever the user has: a bare server, the well-known address (RFC 6764, 5), a
 * principal, a home, or a calendar's own address. Asks in turn until one leads on. Throws SourceError: `wrong-password`
 * and its like at once, so that no account is locked by guesses; `not-caldav` where nothing answers as a calendar
 * server.
 */
export async function discover(client: DavClient, server: string): Promise<CaldavPlace> {
  let sentOn: SourceError | null = null;
  for (const url of candidates(server)) {
    try {
      const place = await placeFrom(client, url);
      if (place) return place;
    } catch (error) {
      if (!(error instanceof SourceError) || !LOOK_ON.has(error.code)) throw error;
      if (error.code === 'other-server') sentOn ??= error;
    }
  }
  throw sentOn ?? new SourceError('not-caldav', 'that server does not answer as a calendar server');
}

/** What one address may say while another leads on. */
const LOOK_ON: ReadonlySet<string> = new Set(['other-server', 'server-error', 'bad-answer']);

/** The user's own addresses among the hrefs of `calendar-user-address-set`. */
function ownAddressesOf(set: XmlElement | undefined): string[] {
  return childrenOf(set, DAV, 'href')
    .map((href) => href.text.trim())
    .filter((text) => /^mailto:/i.test(text))
    .map((text) => text.slice('mailto:'.length).toLowerCase())
    .filter((address) => address.includes('@'));
}

function candidates(server: string): string[] {
  const paths = ['/.well-known/caldav', '/', ...USUAL_PATHS];
  const own = new URL(server);
  const given = own.pathname === '/' ? [] : [own.href];
  return [...new Set([...given, ...paths.map((path) => new URL(path, own.origin).href)])];
}

/** What one address leads to; null where it is nothing of a calendar server's. */
async function placeFrom(client: DavClient, url: string): Promise<CaldavPlace | null> {
  const here = await principalProps(client, url);
  if (!here) return null;
  const home = homesOf(here);
  if (home.length > 0) return placeOf(here, home);
  const named = hrefIn(here.prop(DAV, 'current-user-principal'), here.url);
  if (named !== null) {
    const principal = await principalProps(client, named);
    const homes = principal ? homesOf(principal) : [];
    if (principal && homes.length > 0) return placeOf(principal, homes);
  }
  const alone = { principal: named, addresses: [] };
  const type = here.prop(DAV, 'resourcetype');
  if (child(type, CALDAV, 'calendar')) return { ...alone, homes: [], calendars: [here.url] };
  // Without a home set the principal's own folder may hold them.
  return named === null ? null : { ...alone, homes: [named], calendars: [] };
}

type Props = { readonly url: string; readonly prop: DavResponse['prop'] };

async function principalProps(client: DavClient, url: string): Promise<Props | null> {
  const answer: DavAnswer = await client.ask({
    method: 'PROPFIND',
    url,
    depth: '0',
    body: propfind(PRINCIPAL_PROPS),
  });
  if (answer.status !== 207) return null;
  const [first] = multiStatus(answer.body).responses;
  return first && first.status < 300 ? { url: answer.url, prop: first.prop } : null;
}

function placeOf(principal: Props, homes: readonly string[]): CaldavPlace {
  return {
    homes,
    calendars: [],
    principal: principal.url,
    addresses: ownAddressesOf(principal.prop(CALDAV, 'calendar-user-address-set')),
  };
}

function homesOf({ url, prop }: Props): string[] {
  return childrenOf(prop(CALDAV, 'calendar-home-set'), DAV, 'href').flatMap(
    ({ text }) => urlOf(text.trim(), url)?.href ?? [],
  );
}

function hrefIn(element: XmlElement | undefined, base: string): string | null {
  const href = child(element, DAV, 'href')?.text.trim();
  return href ? (urlOf(href, base)?.href ?? null) : null;
}
