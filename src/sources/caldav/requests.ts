import { APPLE, CALDAV, CALENDARSERVER, DAV } from './multistatus.ts';
import { escaped } from './xml.ts';

const SPACES = `xmlns:d="${DAV}" xmlns:c="${CALDAV}" xmlns:cs="${CALENDARSERVER}" xmlns:a="${APPLE}"`;

/** Names of properties, with the prefixes above. */
export const PRINCIPAL_PROPS = [
  'd:current-user-principal',
  'd:resourcetype',
  'c:calendar-home-set',
  'c:calendar-user-address-set',
];
export const CALENDAR_PROPS = [
  'd:resourcetype',
  'd:displayname',
  'd:owner',
  'd:sync-token',
  'cs:getctag',
  'c:supported-calendar-component-set',
  'a:calendar-color',
];
export const COLLECTION_PROPS = ['d:resourcetype', 'd:getetag', 'd:sync-token', 'cs:getctag'];

/** Body of a PROPFIND for some properties. */
export function propfind(props: readonly string[]): string {
  return xml('d:propfind', prop(props));
}

/** Body of a `sync-collection` (RFC 6578, 3.2). */
export function syncCollection(token: string): string {
  const inside = `<d:sync-token>${escaped(token)}</d:sync-token><d:sync-level>1</d:sync-level>`;
  return xml('d:sync-collection', `${inside}${prop(['d:getetag'])}`);
}

/** Body of a `calendar-multiget` (RFC 4791, 7.9) for hrefs as the server wrote them. */
export function multiget(hrefs: readonly string[]): string {
  const named = hrefs.map((href) => `<d:href>${escaped(href)}</d:href>`).join('');
  return xml('c:calendar-multiget', `${prop(['d:getetag', 'c:calendar-data'])}${named}`);
}

/** Body of a `calendar-query` (RFC 4791, 7.8) for the ETags of events that touch a range (epoch ms). */
export function eventsWithin({ startMs, endMs }: { startMs: number; endMs: number }): string {
  const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const range = `<c:time-range start="${utc(startMs)}" end="${utc(endMs)}"/>`;
  const events = `<c:comp-filter name="VEVENT">${range}</c:comp-filter>`;
  const filter = `<c:filter><c:comp-filter name="VCALENDAR">${events}</c:comp-filter></c:filter>`;
  return xml('c:calendar-query', `${prop(['d:getetag'])}${filter}`);
}

function prop(names: readonly string[]): string {
  return `<d:prop>${names.map((name) => `<${name}/>`).join('')}</d:prop>`;
}

function xml(root: string, inside: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root} ${SPACES}>${inside}</${root}>`;
}
