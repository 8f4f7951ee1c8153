import type { Occurrence } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import { HOUR_MS, type Interval, overlaps } from '../../time/interval.ts';
import { isZone } from '../../time/zone.ts';
import { UnreadableTime } from './event-time.ts';
import { occurrenceOf } from './occurrence-of.ts';
import type { GoogleEvent, GoogleEventsPage } from './wire.ts';

/**
 * What the store may keep of all-day entries lies up to 26 hours outside of the window, since the user's zone may
 * change; and Google puts the dates into the calendar's zone, up to 14 hours away from UTC.
 */
const DATE_PAD_MS = 40 * HOUR_MS;

/** What is asked for a window, so that no all-day entry at its edge is missing. */
export function padded({ startMs, endMs }: Interval): Interval {
  return { startMs: startMs - DATE_PAD_MS, endMs: endMs + DATE_PAD_MS };
}

export interface PageContext {
  readonly sourceId: string;
  readonly calendarId: string;
  /** Where the page does not name the calendar's. */
  readonly zone: string;
  readonly ownAddresses: ReadonlySet<string>;
  readonly window: Interval;
}

/** What a page of `events.list` says. */
export interface PageContent {
  /** Those that may overlap the window; the rhythm of series is still to be filled in. */
  readonly found: readonly { readonly occurrence: Occurrence; readonly seriesId: string | null }[];
  /** Keys of those that lie elsewhere now. */
  readonly elsewhere: readonly string[];
  /** Ids of deleted events and of cancelled instances. */
  readonly cancelled: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Reads a page. Items that cannot be read are problems that name their path, without what is in them. */
export function pageOf(page: GoogleEventsPage, context: PageContext): PageContent {
  const calendarZone = page.timeZone && isZone(page.timeZone) ? page.timeZone : context.zone;
  const near = padded(context.window);
  const found: { occurrence: Occurrence; seriesId: string | null }[] = [];
  const elsewhere: string[] = [];
  const cancelled = new Set<string>();
  const problems: Problem[] = [];
  for (const [i, item] of ((page.items ?? []) as readonly (GoogleEvent | null)[]).entries()) {
    if (typeof item !== 'object' || item === null || !item.id) {
      problems.push({ code: 'broken-event', message: 'is no event', field: `items[${i}]` });
      continue;
    }
    if (item.status === 'cancelled') {
      cancelled.add(item.id);
      continue;
    }
    try {
      const occurrence = occurrenceOf(item, { ...context, calendarZone, recurring: 'none' });
      const { startMs, endMs, key } = occurrence;
      if (overlaps({ startMs, endMs: Math.max(endMs, startMs + 1) }, near)) {
        found.push({ occurrence, seriesId: item.recurringEventId ?? null });
      } else elsewhere.push(key);
    } catch (error) {
      if (!(error instanceof UnreadableTime)) throw error;
      // What was known of it before is not known any more.
      cancelled.add(item.id);
      const field = `items[${i}].${error.field}`;
      problems.push({ code: 'broken-event', message: `${error.field} ${error.message}`, field });
    }
  }
  return { found, elsewhere, cancelled, problems };
}
