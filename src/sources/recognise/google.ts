import { type Detector, feed, wrong } from './verdict.ts';

/** Google's secret address in iCal format, and the four other addresses that its settings show beside it. */
export const google: Detector = (pasted) => {
  const { hostname, pathname, searchParams } = pasted.url;
  if (hostname === 'apidata.googleusercontent.com') return wrong('caldav');
  if (!/^(calendar|www)\.google\.com$/.test(hostname)) return null;
  if (hostname === 'www.google.com' && !pathname.startsWith('/calendar/')) return null;
  if (/\/ical\/[^/]+\/private-[^/]+\/(basic|full)\.ics$/.test(pathname)) return feed('google', pasted);
  if (/\/ical\/[^/]+\/public\/(basic|full)\.ics$/.test(pathname)) return wrong('google-public', pasted.text);
  if (/\/embed$/.test(pathname)) return wrong('google-embed');
  const shared = searchParams.get('cid');
  if (shared !== null) {
    // "Add by URL" of another calendar: the address itself is in it.
    return /^(https?|webcals?):\/\//i.test(shared)
      ? wrong('google-share', shared.replace(/^(webcals?|http):/i, 'https:'))
      : wrong('google-share');
  }
  return pathname.endsWith('.ics') ? feed('google', pasted) : wrong('google-page');
};
