import type { Occurrence, Recurring } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { rhythmOfStarts } from '../../recurrence/rhythm.ts';
import { DAY_MS, type Interval, intersection } from '../../time/interval.ts';
import type { SourcePage, SourceReader } from '../contract.ts';
import { accountAddress, calendarsOf } from './calendars.ts';
import type { EventsQuery, GoogleClient } from './client.ts';
import { type Cursor, cursorFrom } from './cursor.ts';
import { isOfEvent } from './occurrence-of.ts';
import { type PageContent, padded, pageOf } from './page-of.ts';
import { pageWatch } from './page-watch.ts';
import { seriesRhythms, timesOf } from './series-rhythms.ts';

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

/** Grows when events are read in another way, so that all are read anew. */
const READING = 3;

/** What the first page of all holds, before and after now. */
const NEAR_MS = 28 * DAY_MS;

/** Pages of up to 2,500 in one run of one calendar: more than any year of a person holds. */
const MOST_PAGES = 400;

/** What is known while one calendar is read. */
interface Reading {
  readonly calendarId: string;
  readonly window: Interval;
  /** What its occurrences depend on besides the events. */
  readonly reads: string;
  /** Rules asked for in this pass through a list or through the changes. */
  rhythms: ReturnType<typeof seriesRhythms>;
}

/** What a step makes of one page: the page for the store, and where reading goes on. */
interface Step {
  readonly page: Omit<SourcePage, 'cursor' | 'done'>;
  readonly next: Cursor;
  /** Whether the pass is over: `next` begins another one. */
  readonly over: boolean;
  readonly items: number;
}

/**
 * Reads the calendars of a Google account, one step a cursor kind, as `cursor.ts` draws them:
 *
 * 1. `near`: the weeks around now by themselves, so that the first page is worth looking at.
 * 2. `list`: everything of the window at once. Only an unsliced list answers with a sync token.
 * 3. `changes`: what the token's server has noted since; nothing, in one request, on most days.
 *
 * A sync token cannot be sent with times, and Google does not say whether it remembers those of its listing. So changes
 * outside the window are dropped here, and when the window leaves what was listed, each week, all is listed anew: two
 * requests, one fewer than a listing of what has entered would take with the changes round it.
 *
 * Neither the end of a listing nor 410 empties anything: rows that a new listing does not hold go with its last page.
 * Parameters are the same in `list` and `changes`, as Google demands; deleted events are not asked for in the first,
 * and always come in the second. A pass that an earlier run began shows the calendar as it was then, so the changes are
 * asked for once more behind it.
 */
export function googleReader(options: GoogleReaderOptions): SourceReader {
  const { client, now, random } = options;
  const ownAddresses = new Set(options.ownAddresses.map((address) => address.toLowerCase()));
  const problems = new Map<string, Problem[]>();

  async function* pages(
    { id: calendarId }: { readonly id: string },
    cursorJson: unknown,
    window: Interval,
  ): AsyncGenerator<SourcePage> {
    const reads = `${READING} ${[...ownAddresses].sort().join(' ')}`;
    let cursor = beginning(cursorJson, reads, window);
    const freshRhythms = () => seriesRhythms(client, calendarId, cursor.range);
    const reading: Reading = { calendarId, window, reads, rhythms: freshRhythms() };
    const watch = pageWatch(MOST_PAGES);
    for (let whole = cursor.pageToken === null; ; ) {
      const { page, next, over, items } = await stepFrom(cursor, reading);
      watch({ items, next: over ? null : next.pageToken });
      const done = over && whole && cursor.step !== 'near';
      yield { ...page, cursor: next, done };
      if (done) return;
      cursor = next;
      whole ||= over;
      if (over) reading.rhythms = freshRhythms();
    }
  }

  function stepFrom(cursor: Cursor, reading: Reading): Promise<Step> {
    switch (cursor.step) {
      case 'near':
        return nearStep(cursor, reading);
      case 'list':
        return listStep(cursor, reading);
      case 'changes':
        return changesStep(cursor, reading);
      default:
        return cursor satisfies never;
    }
  }

  async function nearStep(at: Cursor & { step: 'near' }, reading: Reading): Promise<Step> {
    const { read, pageToken } = await pageBehind(timesOf(at.range), at, reading);
    // Eight weeks tell a rhythm well enough; the listing that follows asks for the rules.
    const changed = occurrencesOf(read, rhythmsFrom(read));
    const over = pageToken === null;
    const next = over ? listing(reading.reads, reading.window) : { ...at, pageToken };
    return { page: { changed, removed: [] }, next, over, items: read.items };
  }

  async function listStep(at: Cursor & { step: 'list' }, reading: Reading): Promise<Step> {
    if (at.pageToken === null) problems.set(reading.calendarId, []);
    const { read, pageToken, syncToken } = await pageBehind(timesOf(at.range), at, reading);
    const last = pageToken === null;
    if (last && syncToken === null && at.pageToken === null && read.items === 0) {
      throw new SourceError('bad-answer', 'Google answered with neither events nor a token to go on from');
    }
    const changed = occurrencesOf(read, await reading.rhythms(seriesIdsOf(read), { all: true }));
    const { reads, range } = at;
    const page = { changed, removed: [], listing: { id: at.id, last }, ...(last ? said() : {}) };
    const changes = { step: 'changes' as const, reads, pageToken: null, range };
    // Of some calendars Google gives no token: they are listed each time.
    const behind = syncToken === null ? listing(reads, reading.window) : { ...changes, syncToken };
    return { page, next: last ? behind : { ...at, pageToken }, over: last, items: read.items };
  }

  async function changesStep(at: Cursor & { step: 'changes' }, reading: Reading): Promise<Step> {
    const { read, pageToken, syncToken } = await pageBehind({ syncToken: at.syncToken }, at, reading);
    const over = pageToken === null;
    if (over && syncToken === null) {
      throw new SourceError('bad-answer', 'Google answered without a token to go on from');
    }
    const { cancelled, elsewhere } = read;
    const page = {
      changed: occurrencesOf(read, await reading.rhythms(seriesIdsOf(read))),
      removed: elsewhere,
      ...(cancelled.size > 0 ? removedOf(cancelled) : {}),
      ...(read.problems.length > 0 ? said() : {}),
    };
    const next = { ...at, pageToken, ...(syncToken === null ? {} : { syncToken }) };
    return { page, next, over, items: read.items };
  }

  async function pageBehind(query: EventsQuery, { pageToken }: Cursor, { calendarId, window }: Reading) {
    const page = await client.events(calendarId, { ...query, ...(pageToken === null ? {} : { pageToken }) });
    const read = pageOf(page, { ...options, calendarId, ownAddresses, window });
    problems.set(calendarId, [...(problems.get(calendarId) ?? []), ...read.problems]);
    return { read, pageToken: page.nextPageToken || null, syncToken: page.nextSyncToken || null };
  }

  function said(): Pick<SourcePage, 'problems'> {
    return { problems: [...problems.values()].flat() };
  }

  /** Where reading begins: at a cursor that an earlier run left, else at the weeks near now, else at the listing. */
  function beginning(json: unknown, reads: string, window: Interval): Cursor {
    const known = cursorFrom(json);
    if (known?.reads === reads && isUsable(known, window, now())) return known;
    if (json !== null && json !== undefined) return listing(reads, window);
    const around = { startMs: now() - NEAR_MS, endMs: now() + NEAR_MS };
    const range = intersection(around, padded(window));
    return range ? { step: 'near', reads, pageToken: null, range } : listing(reads, window);
  }

  function listing(reads: string, window: Interval): Cursor {
    const id = `list-${now().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`;
    return { step: 'list', reads, pageToken: null, range: padded(window), id };
  }

  return {
    async calendars() {
      const entries = await client.calendarList();
      // The guest list names the user by the account's address, on whichever calendar the event stands.
      const address = accountAddress(entries);
      if (address === null) {
        throw new SourceError('bad-answer', 'Google named no primary calendar, which every account has');
      }
      ownAddresses.add(address.toLowerCase());
      return calendarsOf(entries);
    },
    pages,
  };
}

/** Whether reading can go on from a cursor that an earlier run left. */
function isUsable({ step, range }: Cursor, window: Interval, nowMs: number): boolean {
  const needed = step === 'near' ? { startMs: nowMs, endMs: nowMs } : padded(window);
  return range.startMs <= needed.startMs && needed.endMs <= range.endMs;
}

function seriesIdsOf({ found }: PageContent): ReadonlySet<string> {
  return new Set(found.flatMap(({ seriesId }) => (seriesId === null ? [] : [seriesId])));
}

function occurrencesOf({ found }: PageContent, rhythms: ReadonlyMap<string, Recurring>): Occurrence[] {
  return found.map(({ occurrence, seriesId }) =>
    seriesId === null ? occurrence : { ...occurrence, recurring: rhythms.get(seriesId) ?? 'none' },
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
  return new Map([...starts].map(([id, list]) => [id, rhythmOfStarts(list)]));
}

/** The part of a page that says which events are gone: their ids stand in the keys. */
function removedOf(ids: ReadonlySet<string>): Pick<SourcePage, 'removedWhere' | 'removedKeys'> {
  return {
    removedWhere: (o) => isOfEvent(o, ids),
    removedKeys: (key) => isOfEvent({ key }, ids),
  };
}
