import type { Occurrence, Recurring } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { DAY_MS, difference, type Interval, intersection, overlaps } from '../../time/interval.ts';
import { accountAddress, calendarsOf, type GoogleCalendar } from './calendars.ts';
import type { EventsQuery, GoogleClient } from './client.ts';
import { type ChangesCursor, type Cursor, cursorFrom, type ListCursor, type NearCursor } from './cursor.ts';
import { isOfEvent } from './occurrence-of.ts';
import { type PageContent, padded, pageOf } from './page-of.ts';
import { rhythmOf } from './rhythm.ts';
import { seriesRhythms, timesOf } from './series-rhythms.ts';
import type { GoogleEventsPage } from './wire.ts';

/** What the reader of one account is given. */
export interface GoogleReaderOptions {
  readonly client: GoogleClient;
  readonly sourceId: string;
  /** The user's zone, for calendars that do not name theirs. */
  readonly zone: string;
  /** The user's own addresses; the account's is added. */
  readonly ownAddresses: readonly string[];
  /** Epoch ms. */
  readonly now: () => number;
  /** From 0 up to 1; tells listings apart. */
  readonly random: () => number;
}

/** A page of one calendar, in the words of the sync (`SourcePage`). */
export interface GooglePage {
  readonly changed: readonly Occurrence[];
  readonly removed: readonly string[];
  readonly removedWhere?: (occurrence: Occurrence) => boolean;
  readonly listing?: { readonly id: string; readonly last: boolean; readonly window?: Interval };
  readonly cursor: Cursor;
  readonly done: boolean;
  readonly problems?: readonly Problem[];
}

/** Implements `SourceReader` of `src/sync`, which sources may not import: a test holds the two together. */
export interface GoogleReader {
  calendars(): Promise<readonly GoogleCalendar[]>;
  pages(calendar: { readonly id: string }, cursor: unknown, window: Interval): AsyncIterable<GooglePage>;
}

/** Grows when events are read in another way, so that all are read anew. */
const READING = 1;

/** What the first page of all holds, before and after now. */
const NEAR_MS = 28 * DAY_MS;

/** How much further than the window the listing behind a sync token looks: see `googleReader`. */
const SLACK_BEFORE_MS = 7 * DAY_MS;
const SLACK_AFTER_MS = 56 * DAY_MS;

/** How often a gap is listed in one run while the calendar keeps changing; the next run goes on. */
const MOST_GAP_ROUNDS = 3;

/**
 * Reads the calendars of a Google account, as `cursor.ts` draws it:
 *
 * 1. `near`: the weeks around now by themselves, so that the first page is worth looking at.
 * 2. `list`: everything of the window at once. Only an unsliced list answers with a sync token.
 * 3. `changes`: what the token's server has noted since; nothing, in one request, on most days.
 *
 * A sync token cannot be sent with times, and Google does not say whether it remembers those of its listing. So the
 * reader is right in both cases: changes outside the window are dropped here, in case it forgets; and the listing
 * looks some weeks further than the window, in case it remembers. As the window moves on inside that range, the weeks
 * that enter it are listed by themselves (`held` says what is there), and changes to them come with the token. Such a
 * gap is seen apart from the token, which need not tell of what came and went in between: it counts as read once
 * nothing has changed from before it was listed to after, and is listed again otherwise. When the window leaves the
 * range, every two months, all is listed anew.
 *
 * Neither the end of a listing nor 410 empties anything: rows that a new listing does not hold go with its last page.
 * Parameters are the same in `list` and `changes`, as Google demands; deleted events are not asked for in the first,
 * and always come in the second.
 */
export function googleReader(options: GoogleReaderOptions): GoogleReader {
  const { client, now, random } = options;
  const ownAddresses = new Set(options.ownAddresses.map((address) => address.toLowerCase()));
  const problems = new Map<string, Problem[]>();

  async function* pages(
    calendarId: string,
    cursorJson: unknown,
    window: Interval,
  ): AsyncGenerator<GooglePage> {
    const reads = `${READING} ${[...ownAddresses].sort().join(' ')}`;
    const context = { ...options, calendarId, ownAddresses, window };
    const known = cursorFrom(cursorJson);
    let cursor: Cursor;
    if (known && isUsable(known, reads, window, now())) cursor = known;
    else if (cursorJson === null || cursorJson === undefined) cursor = nearCursor(reads, window);
    else cursor = listCursor(reads, window);

    const content = (page: GoogleEventsPage): PageContent => {
      const read = pageOf(page, context);
      problems.set(calendarId, [...(problems.get(calendarId) ?? []), ...read.problems]);
      return read;
    };

    if (cursor.step === 'near') {
      for (let at: NearCursor = cursor; ; ) {
        const page = await client.events(calendarId, { ...timesOf(at.range), ...pageOfToken(at.pageToken) });
        const read = content(page);
        at = { ...at, pageToken: page.nextPageToken ?? null };
        // Eight weeks tell a rhythm well enough; the listing that follows asks for the rules.
        const rhythms = rhythmsFrom(read);
        cursor = at.pageToken === null ? listCursor(reads, window) : at;
        yield { changed: occurrencesOf(read, rhythms), removed: [], cursor, done: false };
        if (at.pageToken === null) break;
      }
    }

    /** Whether what was read last shows the calendar as it was after this run began. */
    let upToDate = false;
    if (cursor.step === 'list') {
      let at: ListCursor = cursor;
      upToDate = at.pageToken === null;
      if (upToDate) problems.set(calendarId, []);
      const rhythmsOf = seriesRhythms(client, calendarId, at.range);
      for (let last = false; !last; ) {
        const page = await client.events(calendarId, { ...timesOf(at.range), ...pageOfToken(at.pageToken) });
        const read = content(page);
        const rhythms = await rhythmsOf(seriesIdsOf(read), { all: true });
        const pageToken = page.nextPageToken ?? null;
        last = pageToken === null;
        const listing = { id: at.id, last };
        const held = intersection(at.held, window) ?? { startMs: window.startMs, endMs: window.startMs };
        at = { ...at, pageToken, held };
        cursor = !last
          ? at
          : page.nextSyncToken
            ? changesCursor(at, page.nextSyncToken)
            : listCursor(reads, window);
        const done = last && (cursor.step === 'list' || (upToDate && covers(held, window)));
        yield {
          changed: occurrencesOf(read, rhythms),
          removed: [],
          listing,
          cursor,
          done,
          ...(last ? { problems: [...problems.values()].flat() } : {}),
        };
        if (done) return;
      }
    }

    if (cursor.step !== 'changes') return;
    let at: ChangesCursor = cursor;
    const held = intersection(at.held, window) ?? { startMs: window.startMs, endMs: window.startMs };
    if (held.startMs !== at.held.startMs || held.endMs !== at.held.endMs) {
      // Said before anything is asked: rows outside the window go at the end of the run, whatever becomes of it.
      at = { ...at, held };
      yield { changed: [], removed: [], cursor: at, done: false };
    }
    // Pages that an earlier run began show the calendar as it was then: ask once more behind them.
    upToDate = at.pageToken === null;
    for (let round = 0; ; round++) {
      for (let quiet = true, last = false; !last; ) {
        const { syncToken } = at;
        const page = await client.events(calendarId, { syncToken, ...pageOfToken(at.pageToken) });
        const read = content(page);
        // Not remembered over pages: a rule may have changed since.
        const rhythms = await seriesRhythms(client, calendarId, at.range)(seriesIdsOf(read));
        const pageToken = page.nextPageToken ?? null;
        if (pageToken === null && !page.nextSyncToken) {
          throw new SourceError('bad-answer', 'Google answered without a token to go on from');
        }
        at = { ...at, pageToken, ...(pageToken === null ? { syncToken: page.nextSyncToken ?? '' } : {}) };
        last = pageToken === null && upToDate;
        if (pageToken === null) upToDate = true;
        quiet &&= (page.items ?? []).length === 0;
        // Nothing has changed since before the gap was listed: what it showed is what the token goes on from.
        if (last && quiet && round > 0) at = { ...at, held: window };
        const done = last && (covers(at.held, window) || round >= MOST_GAP_ROUNDS);
        const { cancelled } = read;
        yield {
          changed: occurrencesOf(read, rhythms),
          removed: read.elsewhere,
          ...(cancelled.size > 0 ? { removedWhere: (o: Occurrence) => isOfEvent(o, cancelled) } : {}),
          cursor: at,
          done,
          ...(read.problems.length > 0 ? { problems: [...problems.values()].flat() } : {}),
        };
        if (done) return;
      }
      for (const gap of difference([window], [at.held])) {
        const id = newId('gap');
        const rhythmsOf = seriesRhythms(client, calendarId, padded(gap));
        for (let pageToken: string | null = null, last = false; !last; ) {
          const page: GoogleEventsPage = await client.events(calendarId, {
            ...timesOf(padded(gap)),
            ...pageOfToken(pageToken),
          });
          const read = content(page);
          const rhythms = await rhythmsOf(seriesIdsOf(read));
          pageToken = page.nextPageToken ?? null;
          last = pageToken === null;
          const listing = { id, last, window: gap };
          yield { changed: occurrencesOf(read, rhythms), removed: [], listing, cursor: at, done: false };
        }
      }
    }
  }

  function newId(kind: string): string {
    return `${kind}-${now().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`;
  }

  function nearCursor(reads: string, window: Interval): Cursor {
    const around = { startMs: now() - NEAR_MS, endMs: now() + NEAR_MS };
    const range = intersection(around, padded(window));
    return range ? { step: 'near', reads, pageToken: null, range } : listCursor(reads, window);
  }

  function listCursor(reads: string, window: Interval): ListCursor {
    const { startMs, endMs } = padded(window);
    return {
      step: 'list',
      reads,
      pageToken: null,
      range: { startMs: startMs - SLACK_BEFORE_MS, endMs: endMs + SLACK_AFTER_MS },
      held: window,
      id: newId('list'),
    };
  }

  return {
    async calendars() {
      const entries = await client.calendarList();
      // The guest list names the user by the account's address, on whichever calendar the event stands.
      const address = accountAddress(entries);
      if (address !== null) ownAddresses.add(address.toLowerCase());
      return calendarsOf(entries);
    },
    pages: ({ id }, cursor, window) => pages(id, cursor, window),
  };
}

function changesCursor({ reads, range, held }: ListCursor, syncToken: string): ChangesCursor {
  return { step: 'changes', reads, pageToken: null, range, held, syncToken };
}

/** Whether reading can go on from a cursor that an earlier run left. */
function isUsable(cursor: Cursor, reads: string, window: Interval, nowMs: number): boolean {
  if (cursor.reads !== reads) return false;
  if (cursor.step === 'near') return covers(cursor.range, { startMs: nowMs, endMs: nowMs + 1 });
  return covers(cursor.range, padded(window)) && overlaps(cursor.held, window);
}

function covers(outer: Interval, inner: Interval): boolean {
  return outer.startMs <= inner.startMs && inner.endMs <= outer.endMs;
}

function pageOfToken(pageToken: string | null): Pick<EventsQuery, 'pageToken'> {
  return pageToken === null ? {} : { pageToken };
}

function seriesIdsOf({ found }: PageContent): ReadonlySet<string> {
  return new Set(found.flatMap(({ seriesId }) => (seriesId === null ? [] : [seriesId])));
}

function occurrencesOf({ found }: PageContent, rhythms: ReadonlyMap<string, Recurring>): Occurrence[] {
  return found.map(({ occurrence, seriesId }) =>
    seriesId === null ? occurrence : { ...occurrence, recurring: rhythms.get(seriesId) ?? 'monthly' },
  );
}

/** Rhythms told from the instances on one page. */
function rhythmsFrom({ found }: PageContent): ReadonlyMap<string, Recurring> {
  const starts = new Map<string, number[]>();
  for (const { occurrence, seriesId } of found) {
    if (seriesId === null) continue;
    const list = starts.get(seriesId);
    if (list) list.push(occurrence.startMs);
    else starts.set(seriesId, [occurrence.startMs]);
  }
  return new Map([...starts].map(([id, list]) => [id, rhythmOf(list)]));
}
