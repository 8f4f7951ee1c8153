import { SourceError } from '../../calendar/source-error.ts';

/** How far from its beginning and end a text is looked at. */
const LOOKED_AT = 200_000;

/**
 * Throws SourceError `feed-cut` where a calendar's text ends in the middle: a broken transfer may come with its right
 * length, and half a gzip stream as a whole answer. Text after the end is no harm.
 */
export function assertWhole(text: string): void {
  const last = (pattern: RegExp): number => [...text.slice(-LOOKED_AT).matchAll(pattern)].at(-1)?.index ?? -1;
  const wrapped = /^[ \t\uFEFF]*BEGIN[ \t]*:[ \t]*VCALENDAR/im.test(text.slice(0, LOOKED_AT));
  const end = last(wrapped ? /^END[ \t]*:[ \t]*VCALENDAR/gim : /^END[ \t]*:[ \t]*VEVENT/gim);
  if (end < 0 || end < last(/^BEGIN[ \t]*:[ \t]*V(CALENDAR|EVENT)/gim)) {
    throw new SourceError('feed-cut', 'the calendar ends in the middle');
  }
}
