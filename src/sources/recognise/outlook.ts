import { type Detector, feed, wrong } from './verdict.ts';

const NAMES = ['outlook', 'office365', 'office', 'live', 'microsoft365'];
const ENDINGS = ['com', 'us', 'cn', 'de'];
const PAGES = ['/calendar.html', '/index.html'];
const FOLDER = '/calendar/';

/** Outlook's published calendar: its ICS link, the HTML twin beside it, and pages of the calendar itself. */
export const outlook: Detector = (pasted) => {
  const { hostname, pathname } = pasted.url;
  const [name = '', ending = ''] = hostname.split('.').slice(-2);
  const isMicrosoft = NAMES.includes(name) && ENDINGS.includes(ending);
  if (!isMicrosoft && !/\/owa\/calendar\//.test(pathname)) return null;
  if (/\.ics$/i.test(pathname)) return feed('outlook', pasted);
  if (isPublishedPage(pathname)) return wrong('outlook-html', icsTwin(pasted.text));
  return isMicrosoft ? wrong('outlook-page') : null;
};

/** The HTML link of a published calendar, whose id stands between the folder and the page. */
function isPublishedPage(pathname: string): boolean {
  const folder = pathname.indexOf(FOLDER);
  return (
    folder >= 0 &&
    PAGES.some((page) => pathname.endsWith(page) && pathname.length - page.length > folder + FOLDER.length)
  );
}

function icsTwin(text: string): string {
  return text.replace(/\/(calendar|index)\.html(?=$|[?#])/, '/calendar.ics');
}
