import type { Recurring } from '../../calendar/occurrence.ts';
import type { Interval } from '../../time/interval.ts';
import type { GoogleClient } from './client.ts';
import { pageWatch } from './page-watch.ts';
import { rhythmOfRecurrence } from './rhythm.ts';
import { brokenField } from './shapes.ts';
import type { GoogleEvent, GoogleEventsPage } from './wire.ts';

/** More series than this on one page of changes are asked for in a list instead of one by one. */
const MOST_ONE_BY_ONE = 5;

/** Series that a list does not hold: only instances moved far away from the rest of theirs, and other people's. */
const MOST_STRAYS = 50;

/** A list of rules is followed through this many pages of 2,500. */
const MOST_PAGES = 40;

/**
 * How often series come. Expanded instances do not say it, and what could be told from those on one page changes with
 * the page; so the rule itself is asked for, which gives the same answer on every way through the calendar.
 *
 * One object serves one pass through a list or the changes; what it has asked it remembers, and it lists the calendar's
 * series once at most. With `all` the list is asked for before any single one. Rules that change meanwhile come with the
 * changes of the next pass.
 */
export function seriesRhythms(
  client: GoogleClient,
  calendarId: string,
  range: Interval,
): (seriesIds: ReadonlySet<string>, options?: { all: boolean }) => Promise<ReadonlyMap<string, Recurring>> {
  const known = new Map<string, Recurring>();
  let listed = false;
  let asked = 0;
  const note = (item: GoogleEvent): void => {
    if (brokenField(item) === null && item.id && item.recurrence) {
      known.set(item.id, rhythmOfRecurrence(item.recurrence));
    }
  };
  const list = async (): Promise<void> => {
    listed = true;
    const watch = pageWatch(MOST_PAGES);
    for (let pageToken: string | null = null; ; ) {
      const page: GoogleEventsPage = await client.series(calendarId, {
        ...timesOf(range),
        ...(pageToken === null ? {} : { pageToken }),
      });
      const items = page.items ?? [];
      items.forEach(note);
      pageToken = page.nextPageToken || null;
      watch({ items: items.length, next: pageToken });
      if (pageToken === null) return;
    }
  };
  return async (seriesIds, { all } = { all: false }) => {
    const missing = [...seriesIds].filter((id) => !known.has(id));
    if (missing.length > 0 && !listed && (all || missing.length > MOST_ONE_BY_ONE)) await list();
    let refused = false;
    for (const id of missing.filter((m) => !known.has(m)).slice(0, MOST_STRAYS - asked)) {
      asked++;
      const series = await client.oneSeries(calendarId, id);
      refused ||= series === null;
      known.set(id, rhythmOfRecurrence(series?.recurrence));
    }
    // Refused because of the series, or of the calendar, which was closed a moment ago? The calendar tells, or throws.
    if (refused) await client.events(calendarId, { ...timesOf(range), maxResults: 1 });
    return known;
  };
}

/** `timeMin` and `timeMax` of a range. */
export function timesOf({ startMs, endMs }: Interval): { timeMin: string; timeMax: string } {
  return { timeMin: new Date(startMs).toISOString(), timeMax: new Date(endMs).toISOString() };
}
