import type { Recurring } from '../../calendar/occurrence.ts';
import type { Interval } from '../../time/interval.ts';
import type { GoogleClient } from './client.ts';
import { rhythmOfRecurrence } from './rhythm.ts';

/** More series than this on one page of changes are asked for in a list instead of one by one. */
const MOST_ONE_BY_ONE = 5;

/** Series that a list does not hold: only instances moved far away from the rest of theirs, and other people's. */
const MOST_STRAYS = 50;

/** A list of rules is followed through this many pages of 2,500; series beyond them count as rare. */
const MOST_PAGES = 40;

/**
 * How often series come. Expanded instances do not say it, and what could be told from those on one page changes with
 * the page; so the rule itself is asked for, which gives the same answer on every way through the calendar.
 *
 * One object serves one listing: what it has asked it remembers.
 */
export function seriesRhythms(
  client: GoogleClient,
  calendarId: string,
  range: Interval,
): (seriesIds: ReadonlySet<string>, options?: { all: boolean }) => Promise<ReadonlyMap<string, Recurring>> {
  const known = new Map<string, Recurring>();
  let listed = false;
  const list = async (): Promise<void> => {
    listed = true;
    let pageToken: string | undefined;
    for (let n = 0; n < MOST_PAGES; n++) {
      const page = await client.series(calendarId, {
        ...timesOf(range),
        ...(pageToken ? { pageToken } : {}),
      });
      for (const { id, recurrence } of page.items ?? []) {
        if (id && recurrence) known.set(id, rhythmOfRecurrence(recurrence));
      }
      pageToken = page.nextPageToken ?? undefined;
      if (!pageToken) return;
    }
  };
  return async (seriesIds, { all } = { all: false }) => {
    const missing = [...seriesIds].filter((id) => !known.has(id));
    if (missing.length > 0 && !listed && (all || missing.length > MOST_ONE_BY_ONE)) await list();
    for (const id of missing.filter((m) => !known.has(m)).slice(0, MOST_STRAYS)) {
      const series = await client.oneSeries(calendarId, id);
      // Refused because of the series, or of the calendar, which was closed a moment ago? The list tells, or throws.
      if (series === null) await list();
      if (!known.has(id)) known.set(id, rhythmOfRecurrence(series?.recurrence));
    }
    return known;
  };
}

/** `timeMin` and `timeMax` of a range. */
export function timesOf({ startMs, endMs }: Interval): { timeMin: string; timeMax: string } {
  return { timeMin: new Date(startMs).toISOString(), timeMax: new Date(endMs).toISOString() };
}
