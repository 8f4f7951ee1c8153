import type { FoundCalendar } from '../contract.ts';
import type { DavClient } from './dav-client.ts';
import type { CaldavPlace } from './discover.ts';
import { type PathKey, pathKey, samePath, urlOf } from './hrefs.ts';
import { APPLE, CALDAV, CALENDARSERVER, DAV, type DavResponse } from './multistatus.ts';
import { CALENDAR_PROPS, propfind } from './requests.ts';
import { child, childrenOf, decoded } from './xml.ts';

/** A calendar of an account, and how it stands now. */
export interface DavCalendar extends FoundCalendar {
  /** Its path, decoded. */
  readonly id: PathKey;
  /** As the server wrote it. */
  readonly url: string;
  /** Changes with every change of the calendar; null where the server has none. */
  readonly ctag: string | null;
}

/**
 * The calendars of an account, by name: collections that are `calendar` and may hold events. Inboxes, task lists,
 * birthdays and the trash are none; SOGo's own calendar is `calendar` and `schedule-outbox`, and is one. Other people's
 * count only when the user says so.
 */
export async function calendarsOf(client: DavClient, place: CaldavPlace): Promise<DavCalendar[]> {
  const found: { calendar: DavCalendar; owner: string | null }[] = [];
  const body = propfind(CALENDAR_PROPS);
  const asked = [
    ...place.homes.map((url) => ({ url, depth: '1' as const })),
    ...place.calendars.map((url) => ({ url, depth: '0' as const })),
  ];
  for (const { url: base, depth } of asked) {
    const { responses, url } = await client.askMany({ method: 'PROPFIND', url: base, depth, body });
    for (const response of responses) {
      const calendar = isCalendar(response) ? calendarOf(response, url) : null;
      if (!calendar || found.some((f) => samePath(f.calendar.id, calendar.id))) continue;
      const owner = child(response.prop(DAV, 'owner'), DAV, 'href')?.text.trim();
      found.push({ calendar, owner: owner ? pathKey(owner, url) : null });
    }
  }
  const own = place.principal === null ? null : pathKey(place.principal, place.principal);
  const isOwn = (owner: string | null): boolean => own !== null && owner !== null && samePath(owner, own);
  // SOGo writes owners in another way than principals: where none is the user, owners say nothing.
  const ownersSay = found.some(({ owner }) => isOwn(owner));
  return found
    .map(({ calendar, owner }) =>
      ownersSay && owner !== null && !isOwn(owner) ? { ...calendar, selected: false } : calendar,
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isCalendar({ status, prop }: DavResponse): boolean {
  const type = prop(DAV, 'resourcetype');
  const names = new Set((type?.children ?? []).map((c) => c.name));
  if (status >= 300 || !child(type, CALDAV, 'calendar')) return false;
  if (names.has('schedule-inbox') || names.has('deleted-calendar')) return false;
  const components = childrenOf(prop(CALDAV, 'supported-calendar-component-set'), CALDAV, 'comp');
  if (components.length === 0) return true;
  return components.some((comp) => comp.attributes.get('name')?.toUpperCase() === 'VEVENT');
}

function calendarOf({ href, prop }: DavResponse, base: string): DavCalendar | null {
  const url = urlOf(href, base);
  const id = pathKey(href, base);
  if (!url || id === null || isBirthdays(id)) return null;
  const color = prop(APPLE, 'calendar-color')?.text.trim() ?? '';
  const name = nameIn(prop(DAV, 'displayname')?.text ?? '');
  const ctag = prop(CALENDARSERVER, 'getctag')?.text.trim() || null;
  return {
    id,
    url: url.href,
    name: name || (id.split('/').filter(Boolean).at(-1) ?? id),
    // Apple writes the opacity behind the colour.
    ...(/^#[0-9a-f]{6}/i.test(color) ? { color: color.slice(0, 7).toLowerCase() } : {}),
    ctag,
  };
}

/** DAViCal escapes names twice. */
function nameIn(text: string): string {
  const name = text.trim();
  return (/&(amp|lt|gt|quot|#39);/.test(name) ? decoded(name) : name).slice(0, 200);
}

/** The calendar that Nextcloud, ownCloud and Fruux make of the address book. */
function isBirthdays(id: PathKey): boolean {
  return /\/(contact_birthdays|birthdays)\/?$/.test(id);
}
