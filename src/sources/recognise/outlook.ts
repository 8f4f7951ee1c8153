import { type Detector, feed, wrong } from './verdict.ts';

const HOSTS =
  /(^|\.)(outlook\.(live|office|office365|com)|office365|office|live|microsoft365)\.(com|us|cn|de)$/;

/** Outlook's published calendar: its ICS link, the HTML twin beside it, and pages of the calendar itself. */
export const outlook: Detector = (pasted) => {
  const { hostname, pathname } = pasted.url;
  const published = /\/(owa\/)?calendar\/.+\/(calendar|index)\.html$/.test(pathname);
  if (!HOSTS.test(hostname) && !/\/owa\/calendar\//.test(pathname)) return null;
  if (/\.ics$/i.test(pathname)) return feed('outlook', pasted);
  if (published) return wrong('outlook-html', icsTwin(pasted.text));
  return HOSTS.test(hostname) ? wrong('outlook-page') : null;
};

function icsTwin(text: string): string {
  return text.replace(/\/(calendar|index)\.html(?=$|[?#])/, '/calendar.ics');
}
