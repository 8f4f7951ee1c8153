import type { Occurrence } from '../../../src/calendar/occurrence.ts';
import type { FeedCursor } from '../../../src/sources/feed/feed-cursor.ts';
import { type FeedPage, feedPage } from '../../../src/sources/feed/feed-page.ts';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { overlaps } from '../../../src/time/interval.ts';

export const NOW = Date.UTC(2026, 10, 16, 12);
const DAY = 86_400_000;
export const WINDOW = { startMs: NOW - 370 * DAY, endMs: NOW + 90 * DAY };

/** What a store makes of a feed's pages. */
export class Rows {
  readonly rows = new Map<string, Occurrence>();
  cursor: FeedCursor | null = null;
  /** Length of all texts that were read. */
  charactersRead = 0;
  page: FeedPage | null = null;

  async take(
    text: string,
    { nowMs = NOW, zone = 'Europe/Berlin', window = WINDOW } = {},
  ): Promise<FeedPage | null> {
    const page = await feedPage(text, this.cursor, {
      read: async (part, options) => {
        this.charactersRead += part.length;
        return readIcs(part, options);
      },
      context: { zone, ownAddresses: [] },
      sourceId: 's',
      calendarId: 'c',
      window,
      nowMs,
    });
    this.page = page;
    if (!page) return null;
    // The store keeps JSON.
    this.cursor = JSON.parse(JSON.stringify(page.cursor)) as FeedCursor;
    const wanted = new Set(page.changed.map((o) => o.key));
    for (const [key, row] of this.rows) {
      const unseen = page.listing?.window ? overlaps(row, page.listing.window) : false;
      if (!wanted.has(key) && (unseen || page.removedWhere?.(row))) this.rows.delete(key);
    }
    for (const o of page.changed) this.rows.set(o.key, o);
    return page;
  }

  titles(): string[] {
    return [...this.rows.values()].sort((a, b) => a.startMs - b.startMs).map((o) => o.title);
  }
}

export function calendar(...events: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

export interface Asked {
  uid: string;
  title?: string;
  /** Days from now. */
  day?: number;
  hour?: number;
  stamp?: string;
  more?: readonly string[];
}

export function event({
  uid,
  title = uid,
  day = 1,
  hour = 9,
  stamp = '20261116T000000Z',
  more = [],
}: Asked): string {
  const at = (h: number): string =>
    `${new Date(Math.floor(NOW / DAY) * DAY + day * DAY + h * 3_600_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  return [
    'BEGIN:VEVENT',
    `DTSTAMP:${stamp}`,
    ...(uid === '' ? [] : [`UID:${uid}`]),
    `SUMMARY:${title}`,
    `DTSTART:${at(hour)}`,
    `DTEND:${at(hour + 1)}`,
    ...more,
    'END:VEVENT',
  ].join('\r\n');
}
