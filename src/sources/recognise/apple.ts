import { type Detector, feed, wrong } from './verdict.ts';

/** A public calendar of iCloud (`p71-caldav.icloud.com/published/2/...`), and the pages and servers beside it. */
export const apple: Detector = (pasted) => {
  const { hostname, pathname } = pasted.url;
  if (!/(^|\.)icloud\.com$/.test(hostname)) return null;
  if (/\/published\//.test(pathname)) return feed('icloud', pasted);
  return /(^|[.-])caldav\./.test(hostname) ? wrong('caldav') : wrong('icloud-page');
};
