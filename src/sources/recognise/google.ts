import { type Detector, feed, wrong } from './verdict.ts';

/** How much of an event the feed shows. */
const FILES = ['basic.ics', 'full.ics'];

/** Google's secret address in iCal format, and the four other addresses that its settings show beside it. */
export const google: Detector = (pasted) => {
  const { hostname, pathname, searchParams } = pasted.url;
  if (hostname === 'apidata.googleusercontent.com') return wrong('caldav');
  if (!/^(calendar|www)\.google\.com$/.test(hostname)) return null;
  if (hostname === 'www.google.com' && !pathname.startsWith('/calendar/')) return null;
  const [folder, , access = '', file = ''] = pathname.split('/').slice(-4);
  if (folder === 'ical' && FILES.includes(file)) {
    if (access.startsWith('private-')) return feed('google', pasted);
    if (access === 'public') return wrong('google-public', pasted.text);
  }
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
