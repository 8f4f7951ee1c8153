import { uidOfKey } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { Calendar } from '../../calendar/source.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { covers, DAY_MS, HOUR_MS, type Interval } from '../../time/interval.ts';
import type { SourcePage, SourceReader } from '../contract.ts';
import { calendarsOf, type DavCalendar } from './calendars.ts';
import { type ChangesCursor, cursorFrom, type ListCursor, type Members } from './cursor.ts';
import type { DavClient } from './dav-client.ts';
import { type Difference, differenceSince, knownMembers } from './difference.ts';
import type { CaldavPlace } from './discover.ts';
import { type EntryContent, entryContent } from './entry-content.ts';
import { addressOfPath, type PathKey, pathKey } from './hrefs.ts';
import { fetchMembers, listMembers, type Member, membersWithin } from './members.ts';

/** What the reader of one account is given. */
export interface CaldavReaderOptions {
  readonly client: DavClient;
  readonly place: CaldavPlace;
  readonly sourceId: string;
  /** The user's zone, for entries without one. */
  readonly zone: string;
  /** The user's own addresses; those that the server names are added. */
  readonly ownAddresses: readonly string[];
  /** Epoch ms. */
  readonly now: () => number;
  /** From 0 up to 1; tells listings apart. */
  readonly random: () => number;
  /** Entries a page: a request, and a transaction of the store. Default 100. */
  readonly mostOnPage?: number;
}

/** Grows when entries are read in another way, so that all are read anew. */
const READING = 2;
const MOST_ON_PAGE = 100;
/** More entries than this are not read: no person has them in one calendar. */
const MOST_MEMBERS = 50_000;
/** What the first pages of a long reading hold, before and after now. */
const NEAR_MS = 28 * DAY_MS;
/** All-day and floating entries may belong to the window in another zone. */
const ZONE_PAD_MS = 26 * HOUR_MS;

/** What is known while one calendar is read. */
interface Reading {
  readonly calendarId: string;
  readonly url: string;
  readonly reads: string;
  readonly window: Interval;
}

/**
 * Reads the calendars of a CalDAV account, as `cursor.ts` draws it. Everything is listed and expanded here: no server's
 * time range or expansion is trusted. Nothing is removed because an answer failed; where more than half of a calendar
 * would go, all is listed anew, so that the store can doubt it.
 */
export function caldavReader(options: CaldavReaderOptions): SourceReader {
  const { client, place, now, random, mostOnPage = MOST_ON_PAGE } = options;
  const ownAddresses = [
    ...new Set([...options.ownAddresses, ...place.addresses].map((a) => a.toLowerCase())),
  ].sort();
  const problems = new Map<string, Problem[]>();
  const seen = new Map<string, DavCalendar>();

  async function* pages(
    { id: calendarId }: Calendar,
    cursorJson: unknown,
    window: Interval,
  ): AsyncGenerator<SourcePage> {
    const [base = ''] = [...place.homes, ...place.calendars];
    const url = seen.get(calendarId)?.url ?? addressOfPath(calendarId, base);
    const reading: Reading = { calendarId, url, reads: `${READING} ${ownAddresses.join(' ')}`, window };
    const known = cursorFrom(cursorJson);
    const usable = known?.reads === reading.reads && covers(known.window, window) ? known : null;
    if (usable?.step === 'changes') return yield* changesPages(usable, reading);
    const { behind } = yield* listPages(usable ?? (await beginning(reading)), reading, usable === null);
    // A listing that an earlier run began shows the calendar as it was then.
    if (usable !== null) yield* changesPages(behind, reading);
  }

  async function beginning({ url, reads, window }: Reading): Promise<ListCursor> {
    const { members, token, ctag } = await listMembers(client, url);
    const first = members.size > mostOnPage ? await membersWithin(client, url, around(now())) : new Set();
    const todo = [...members]
      .sort(([a], [b]) => Number(first.has(b)) - Number(first.has(a)))
      .slice(0, MOST_MEMBERS)
      .map(([, { href, etag }]): [string, string] => [href, etag]);
    const id = `list-${now().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`;
    return { step: 'list', id, reads, window, token, ctag, members: {}, todo };
  }

  async function* listPages(
    from: ListCursor,
    reading: Reading,
    alone: boolean,
  ): AsyncGenerator<SourcePage, { behind: ChangesCursor }> {
    if (Object.keys(from.members).length === 0) problems.set(reading.calendarId, []);
    for (let at = from; ; ) {
      const batch = at.todo.slice(0, mostOnPage).map(([href, etag]) => ({ href, etag }));
      const read = await content(batch, reading);
      const todo = at.todo.slice(batch.length);
      const next: ListCursor = { ...at, todo, members: { ...at.members, ...read.members } };
      const last = todo.length === 0;
      const behind = changesBehind(next, now());
      yield {
        changed: read.occurrences,
        removed: [],
        listing: { id: at.id, last },
        cursor: last ? behind : next,
        done: last && alone,
        ...(last ? said() : {}),
      };
      if (last) return { behind };
      at = next;
    }
  }

  async function* changesPages(at: ChangesCursor, reading: Reading): AsyncGenerator<SourcePage> {
    const ctag = seen.get(reading.calendarId)?.ctag ?? null;
    const difference = await differenceSince(client, reading.url, at, { nowMs: now(), ctag });
    const known = knownMembers(at, reading.url);
    if (difference.removed.size * 2 > known.size) {
      yield* listPages(await beginning(reading), reading, true);
      return;
    }
    const { token, ctag: ctagNow, comparedMs } = difference;
    const todo = withNamesakes(difference, at.members, reading.url);
    let gone: ReadonlySet<PathKey> = difference.removed;
    for (let members = at.members; ; ) {
      const batch = todo.splice(0, mostOnPage);
      const read = await content(batch, reading);
      // An entry that is gone between its row and its text is as removed as the others.
      const asked = new Set([...gone, ...keysOf(batch, reading.url)]);
      const stale = uidsOf(members, asked, reading.url);
      members = { ...without(members, asked, reading.url), ...read.members };
      gone = new Set();
      const done = todo.length === 0;
      yield {
        changed: read.occurrences,
        removed: [],
        ...gonePart(stale),
        // Before the last page the token stays: a run that ends in between asks for the same again.
        cursor: done ? { ...at, members, token, ctag: ctagNow, comparedMs } : { ...at, members },
        done,
        ...(read.problems.length > 0 ? said() : {}),
      };
      if (done) return;
    }
  }

  async function content(batch: readonly Member[], reading: Reading): Promise<EntryContent> {
    const { calendarId, url, window } = reading;
    const asked = new Map(
      batch.flatMap((member) => {
        const key = pathKey(member.href, url);
        return key === null ? [] : [[key, member] as const];
      }),
    );
    const texts = await fetchMembers(client, url, asked);
    const { sourceId, zone } = options;
    const padded = { startMs: window.startMs - ZONE_PAD_MS, endMs: window.endMs + ZONE_PAD_MS };
    const read = entryContent(texts, { sourceId, calendarId, zone, window: padded, ownAddresses });
    problems.set(calendarId, [...(problems.get(calendarId) ?? []), ...read.problems]);
    return read;
  }

  function said(): Pick<SourcePage, 'problems'> {
    return { problems: [...problems.values()].flat() };
  }

  return {
    async calendars() {
      const found = await calendarsOf(client, place);
      if (found.length === 0) {
        throw new SourceError('no-calendars', 'the account has no calendar that holds events');
      }
      for (const calendar of found) seen.set(calendar.id, calendar);
      return found.map(({ url: _, ctag: __, ...calendar }) => calendar);
    },
    pages,
  };
}

function changesBehind(
  { reads, window, token, ctag, members }: ListCursor,
  comparedMs: number,
): ChangesCursor {
  return { step: 'changes', reads, window, token, ctag, members, comparedMs };
}

/**
 * What has to be read for a difference: what has changed, and entries that share a UID with something that goes, since
 * occurrences are taken out by their UID. Servers should not let two entries have one, and some do.
 */
function withNamesakes({ changed, removed }: Difference, members: Members, url: string): Member[] {
  const touched = new Set([...changed.keys(), ...removed]);
  const uids = uidsOf(members, touched, url);
  const namesakes = Object.entries(members)
    .filter(
      ([href, [, ...own]]) => own.some((uid) => uids.has(uid)) && !touched.has(pathKey(href, url) ?? ''),
    )
    .map(([href, [etag]]) => ({ href, etag }));
  return [...changed.values(), ...namesakes];
}

function uidsOf(members: Members, keys: ReadonlySet<PathKey>, url: string): ReadonlySet<string> {
  const uids = new Set<string>();
  for (const [href, [, ...own]] of Object.entries(members)) {
    if (keys.has(pathKey(href, url) ?? '')) for (const uid of own) uids.add(uid);
  }
  return uids;
}

function without(members: Members, keys: ReadonlySet<PathKey>, url: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([href]) => !keys.has(pathKey(href, url) ?? '')));
}

function keysOf(batch: readonly Member[], url: string): PathKey[] {
  return batch.flatMap(({ href }) => pathKey(href, url) ?? []);
}

/** The weeks near now, which come first where a reading takes long. */
function around(nowMs: number): Interval {
  return { startMs: nowMs - NEAR_MS, endMs: nowMs + NEAR_MS };
}

/** The part of a page that says which entries are gone, where some are. */
function gonePart(uids: ReadonlySet<string>): Pick<SourcePage, 'removedWhere' | 'removedKeys'> {
  if (uids.size === 0) return {};
  return { removedWhere: (o) => uids.has(o.uid), removedKeys: (key) => uids.has(uidOfKey(key)) };
}
