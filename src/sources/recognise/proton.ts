import { type Detector, feed, wrong } from './verdict.ts';

/**
 * Proton's link to a calendar: with `PassphraseKey` the full view, without it times alone. The key is base64, whose
 * end (`%3D`) is what a careless copy loses.
 */
export const proton: Detector = (pasted) => {
  const { hostname, pathname, search } = pasted.url;
  if (!/(^|\.)(proton\.me|protonmail\.com)$/.test(hostname)) return null;
  const [, id = ''] = pathname.split('/api/calendar/v1/url/');
  if (!id.endsWith('/calendar.ics') || id.startsWith('/')) return wrong('proton-page');
  const key = /[?&]PassphraseKey=([^&]*)/.exec(search)?.[1];
  if (key === undefined) return feed('proton', pasted, true);
  return /(%3D|=)$/i.test(key) ? feed('proton', pasted) : wrong('proton-key');
};
