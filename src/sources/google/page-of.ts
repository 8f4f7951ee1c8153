import type { Occurrence } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import { HOUR_MS, type Interval, touches } from '../../time/interval.ts';
import { isZone } from '../../time/zone.ts';
import { UnreadableTime } from './event-time.ts';
import { type EventContext, occurrenceOf } from './occurrence-of.ts';
import { brokenField, idOf } from './shapes.ts';
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
  /** How many items the page had. */
  readonly items: number;
}

/** Reads a page. Items that cannot be read are problems that name their path, without what is in them. */
export function pageOf(page: GoogleEventsPage, context: PageContext): PageContent {
  const calendarZone = page.timeZone && isZone(page.timeZone) ? page.timeZone : context.zone;
  const near = padded(context.window);
  const found: { occurrence: Occurrence; seriesId: string | null }[] = [];
  const elsewhere: string[] = [];
  const cancelled = new Set<string>();
  const problems: Problem[] = [];
  const take = (item: GoogleEvent, path: string): void => {
    const broken = brokenField(item);
    if (broken !== null) problems.push(brokenItem(path, broken));
    // What was known of a broken one before is not known any more.
    const id = idOf(item);
    if (id === null) return;
    if (broken !== null || item.status === 'cancelled') {
      cancelled.add(id);
      return;
    }
    const read = readItem(item, { ...context, calendarZone, recurring: 'none' });
    if (read instanceof UnreadableTime) {
      cancelled.add(id);
      const field = `${path}.${read.field}`;
      problems.push({ code: 'broken-event', message: `${read.field} ${read.message}`, field });
    } else if (touches(read, near)) found.push({ occurrence: read, seriesId: item.recurringEventId ?? null });
    else elsewhere.push(read.key);
  };
  for (const [i, item] of (page.items ?? []).entries()) take(item, `items[${i}]`);
  return { found, elsewhere, cancelled, problems, items: page.items?.length ?? 0 };
}

/** Of an item that is no event, or of a field with another type than Google documents. */
export function brokenItem(path: string, field: string): Problem {
  const [message, at] = field === '' ? ['is no event', path] : ['is of another type', `${path}.${field}`];
  return { code: 'broken-event', message, field: at };
}

function readItem(item: GoogleEvent, context: EventContext): Occurrence | UnreadableTime {
  try {
    return occurrenceOf(item, context);
  } catch (error) {
    if (error instanceof UnreadableTime) return error;
    throw error;
  }
}
