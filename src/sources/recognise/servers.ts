import { type Detector, feed, wrong } from './verdict.ts';

/** Nextcloud and its kin: the sharing page, and the address behind it, which is a calendar with `?export` alone. */
export const nextcloud: Detector = (pasted) => {
  const { origin, pathname, searchParams } = pasted.url;
  const page = /^(.*?)(?:\/index\.php)?\/apps\/calendar\/(?:p|embed)\/([A-Za-z0-9]+)/.exec(pathname);
  if (page) {
    const [, base = '', token = ''] = page;
    return wrong('nextcloud-page', `${origin}${base}/remote.php/dav/public-calendars/${token}?export`);
  }
  if (/\/apps\/calendar(\/|$)/.test(pathname)) return wrong('nextcloud-page');
  if (!/\/remote\.php\/(dav|caldav)\//.test(pathname)) return null;
  if (searchParams.has('export')) return feed('nextcloud', pasted);
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  if (path.split('/').at(-2) === 'public-calendars')
    return wrong('nextcloud-page', `${origin}${path}?export`);
  return wrong('caldav');
};

/** Teamup's feeds have a host of their own; what people paste is the calendar's page. */
export const teamup: Detector = (pasted) => {
  const { hostname, pathname } = pasted.url;
  if (!/(^|\.)teamup\.com$/.test(hostname)) return null;
  return /^\/feed\//.test(pathname) ? feed('teamup', pasted) : wrong('teamup-page');
};

/** A shared calendar of Fastmail (`user.fm/calendar/v1-.../x.ics`), or its page or server. */
export const fastmail: Detector = (pasted) => {
  const { hostname, pathname } = pasted.url;
  if (!/(^|\.)(fastmail\.(com|fm)|user\.fm)$/.test(hostname)) return null;
  if (/^(caldav|d[0-9]+)\./.test(hostname)) return wrong('caldav');
  return /\.ics$/i.test(pathname) ? feed('fastmail', pasted) : wrong('fastmail-page');
};

/** Zimbra writes a folder in the form that is asked for; without one it is a page. */
export const zimbra: Detector = (pasted) => {
  const { pathname, searchParams } = pasted.url;
  if (!/^\/(service\/)?home\/[^/]+\/[^/]+/.test(pathname)) return null;
  const format = searchParams.get('fmt')?.toLowerCase();
  if (/\.ics$/i.test(pathname) || format === 'ics') return feed('zimbra', pasted);
  if (format === 'freebusy' || format === 'ifb') return feed('zimbra', pasted, true);
  if (format !== undefined && format !== 'html') return null;
  const bare = pasted.text.split(/[?#]/, 1)[0]?.replace(/\.html$/i, '');
  return wrong('zimbra-page', `${bare}?fmt=ics`);
};

/** Addresses of servers that want a protocol, not a download. */
export const caldav: Detector = ({ url: { hostname, pathname } }) =>
  /^caldav\./.test(hostname) ||
  /\/(\.well-known\/caldav|caldav(\.php)?|dav\.php|principals?)(\/|$)/.test(pathname)
    ? wrong('caldav')
    : null;
