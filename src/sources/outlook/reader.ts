import type { Occurrence } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { Calendar } from '../../calendar/source.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { covers, HOUR_MS, type Interval, touches } from '../../time/interval.ts';
import type { SourcePage, SourceReader } from '../contract.ts';
import { accountAddress, calendarsOf } from './calendars.ts';
import type { OutlookClient } from './client.ts';
import { type ChangesCursor, type Cursor, cursorFrom } from './cursor.ts';
import { isOfEvent, occurrenceOf, UnreadableTime } from './occurrence-of.ts';
import { brokenField, type GraphPage, isEvent } from './shapes.ts';
import type { GraphEvent } from './wire.ts';

export interface OutlookReaderOptions {
  readonly client: OutlookClient;
  readonly sourceId: string;
  /** The user's own addresses; the account's is added. */
  readonly ownAddresses: readonly string[];
  /** Epoch ms. */
  readonly now: () => number;
  /** From 0 up to 1; tells listings apart. */
  readonly random: () => number;
}

/** Grows when events are read in another way, so that all are read anew. */
const READING = 2;
/** Pages of 200 in one run of one calendar. */
const MOST_PAGES = 1000;
/** All-day entries may belong to the window in another zone. */
const ZONE_PAD_MS = 40 * HOUR_MS;

/** What is known while one calendar is read. */
interface Reading {
  readonly calendarId: string;
  readonly reads: string;
  readonly range: Interval;
  /** Series by their ids, as far as this run has seen them; null where one is not there. */
  readonly masters: Map<string, GraphEvent | null>;
  readonly problems: Problem[];
}

/** What a page of events says. */
interface Content {
  readonly events: readonly GraphEvent[];
  readonly masters: readonly string[];
  /** Ids of what is deleted, or cannot be read any more. */
  readonly gone: Set<string>;
}

/**
 * Reads the calendars of a Microsoft account through `calendarView/delta`, as `cursor.ts` draws it. A delta names a
 * series (`seriesMaster`) with all it has, and of its instances the times alone; so what they share is taken from the
 * series, which is asked for where the delta has not named it. Where a series has changed, all its instances are read
 * anew: the delta need not name those whose times stayed. When the window leaves what was listed, each week, all is
 * listed anew.
 */
export function outlookReader(options: OutlookReaderOptions): SourceReader {
  const { client, now, random, sourceId } = options;
  const ownAddresses = new Set(options.ownAddresses.map((address) => address.toLowerCase()));

  async function* pages(
    { id: calendarId }: Calendar,
    cursorJson: unknown,
    window: Interval,
  ): AsyncGenerator<SourcePage> {
    let cursor = beginning(cursorJson, window);
    const { reads, range } = cursor;
    const reading: Reading = { calendarId, reads, range, masters: new Map(), problems: [] };
    const links = new Set<string>();
    // A pass that an earlier run began shows the calendar as it was then: the changes are asked for once more behind it.
    let whole = cursor.step === 'list' ? cursor.link === null : !cursor.begun;
    for (;;) {
      const { page, next, over } = await stepFrom(cursor, reading);
      const done = over && whole;
      yield { ...page, cursor: next, done };
      if (done) return;
      if (links.has(next.link ?? '') || links.size >= MOST_PAGES) {
        throw new SourceError('bad-answer', `Microsoft's list does not end (after ${links.size} pages)`);
      }
      links.add(next.link ?? '');
      whole ||= over;
      cursor = next;
    }
  }

  /** The stored cursor where it still serves the window, else the beginning of a new listing. */
  function beginning(cursorJson: unknown, window: Interval): Cursor {
    const range = { startMs: window.startMs - ZONE_PAD_MS, endMs: window.endMs + ZONE_PAD_MS };
    const reads = `${READING} ${[...ownAddresses].sort().join(' ')}`;
    const known = cursorFrom(cursorJson);
    if (known?.reads === reads && covers(known.range, range)) return known;
    return { step: 'list', reads, range, link: null, id: listingId() };
  }

  async function stepFrom(at: Cursor, reading: Reading) {
    const graph =
      at.link === null
        ? await client.firstPage(reading.calendarId, reading.range)
        : await client.pageAt(at.link);
    const over = graph.next === null;
    const link = graph.next ?? graph.delta;
    if (link === null) throw new SourceError('bad-answer', 'Microsoft answered without a link to go on from');
    const content = contentOf(graph, reading);
    const { reads, range } = at;
    const changes: ChangesCursor = { step: 'changes', reads, range, link, begun: !over };
    if (at.step === 'list') {
      const changed = await occurrencesOf(content.events, reading, content.gone);
      const page = { changed, removed: [], listing: { id: at.id, last: over }, problems: reading.problems };
      return { page, next: over ? changes : { ...at, link }, over };
    }
    const changed = await changedIn(content, reading);
    const { gone } = content;
    const page = {
      changed,
      removed: [],
      ...(gone.size > 0 ? removedOf(gone) : {}),
      ...(reading.problems.length > 0 ? { problems: reading.problems } : {}),
    };
    return { page, next: changes, over };
  }

  /** What the changes bring: what they name, and of each series that they name all of it. */
  async function changedIn({ events, masters, gone }: Content, reading: Reading): Promise<Occurrence[]> {
    const whole: GraphEvent[] = [];
    for (const id of masters) {
      const instances = await client.instances(id, reading.range);
      // What the series does not have any more goes; what it has is on the page, and stays.
      gone.add(id);
      whole.push(...(instances ?? []).filter(isEvent));
    }
    const renewed = new Set(masters);
    const others = events.filter(({ seriesMasterId }) => !seriesMasterId || !renewed.has(seriesMasterId));
    return occurrencesOf([...others, ...whole], reading, gone);
  }

  async function occurrencesOf(
    events: readonly GraphEvent[],
    reading: Reading,
    gone: Set<string>,
  ): Promise<Occurrence[]> {
    const { calendarId, masters, problems, range } = reading;
    const occurrences: Occurrence[] = [];
    for (const event of events) {
      const master = await masterOf(event.seriesMasterId, masters);
      try {
        const occurrence = occurrenceOf(event, master, { sourceId, calendarId, ownAddresses });
        if (touches(occurrence, range)) occurrences.push(occurrence);
        else gone.add(event.id ?? '');
      } catch (error) {
        if (!(error instanceof UnreadableTime)) throw error;
        gone.add(event.id ?? '');
        problems.push({
          code: 'broken-event',
          message: 'has no time that can be read',
          field: error.message,
        });
      }
    }
    return occurrences;
  }

  /** A series by its id, asked for once; null for an event that belongs to none. */
  async function masterOf(
    id: string | null | undefined,
    masters: Reading['masters'],
  ): Promise<GraphEvent | null> {
    if (!id) return null;
    const known = masters.get(id);
    if (known !== undefined) return known;
    const master = await client.event(id);
    masters.set(id, master);
    return master;
  }

  function listingId(): string {
    return `list-${now().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`;
  }

  return {
    async calendars() {
      const found = await client.calendars();
      const address = accountAddress(found);
      if (address === null) {
        throw new SourceError('bad-answer', 'Microsoft named no default calendar, which every mailbox has');
      }
      ownAddresses.add(address);
      return calendarsOf(found);
    },
    pages,
  };
}

/** What a page says, sorted by what is to be done with it. */
function contentOf({ items }: GraphPage, { masters, problems }: Reading): Content {
  const events: GraphEvent[] = [];
  const named: string[] = [];
  const gone = new Set<string>();
  for (const [i, item] of items.entries()) {
    if (!isEvent(item)) {
      problems.push(brokenItem(item, `value[${i}]`));
      for (const id of idsOf(item)) gone.add(id);
    } else if (item['@removed']) gone.add(item.id);
    else if (item.type === 'seriesMaster') {
      masters.set(item.id, item);
      named.push(item.id);
    } else events.push(item);
  }
  return { events, masters: named, gone };
}

function brokenItem(item: unknown, path: string): Problem {
  const field = brokenField(item) ?? '';
  const code = 'broken-event';
  if (field === '') return { code, message: 'is no event', field: path };
  return { code, message: 'is of another type', field: `${path}.${field}` };
}

/** The id of an item of which nothing else can be read; none where it has none. */
function idsOf(item: unknown): string[] {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'string' ? [id] : [];
}

/** The part of a page that says which events are gone: their ids stand in the keys. */
function removedOf(ids: ReadonlySet<string>): Pick<SourcePage, 'removedWhere' | 'removedKeys'> {
  return {
    removedWhere: (o) => isOfEvent(o, ids),
    removedKeys: (key) => isOfEvent({ key }, ids),
  };
}
