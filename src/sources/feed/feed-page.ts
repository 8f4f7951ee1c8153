import { type Occurrence, uidOfKey } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';
import { DAY_MS, type Interval } from '../../time/interval.ts';
import { parsePlain } from '../../time/zone.ts';
import type { ReadContext, SourcePage } from '../contract.ts';
import { eventGroups, type TextGroups } from './event-groups.ts';
import { basisOf, type FeedChanges, type FeedCursor, feedChanges } from './feed-cursor.ts';
import { feedNotes } from './feed-notes.ts';

/** Reads the text of a calendar. */
export type ReadText = (text: string, options: ReadOptions & { fileName?: string }) => Promise<ReadResult>;

/** What is older than this, and before the first event that a feed still holds, is out of its window, not deleted. */
const FORGETS_AFTER_MS = 14 * DAY_MS;
/** Problems that a cursor remembers. */
const MOST_PROBLEMS = 200;
/** Later than any calendar reaches. */
const END_OF_TIME_MS = 8.64e15;

export interface FeedReading {
  readonly read: ReadText;
  readonly context: ReadContext;
  readonly sourceId: string;
  readonly calendarId: string;
  readonly window: Interval;
  readonly nowMs: number;
  /** Names the calendar where its text does not, for the user's own address in it. */
  readonly fileName?: string;
}

/** A page of a feed, and what to remember of it. */
export type FeedPage = Omit<SourcePage, 'cursor' | 'done'> & { readonly cursor: FeedCursor };

/**
 * What a download of a calendar changes: everything at the first time, and when zone, addresses or names have changed;
 * the changed events alone later; null where nothing has. A component is unchanged where it is the same without DTSTAMP
 * and its kind.
 *
 * A feed that holds only a window forgets what lay before it, and that stays: of rows older than two weeks only those
 * go that are no older than the first event which the feed still has.
 */
export async function feedPage(
  text: string,
  before: FeedCursor | null,
  reading: FeedReading,
): Promise<FeedPage | null> {
  const found = eventGroups(text);
  const basis = basisOf(reading.context);
  const floorMs = Math.min(firstMs(found), reading.nowMs - FORGETS_AFTER_MS);
  const isKnown = before?.basis === basis;
  const changes = feedChanges(found, before?.events ?? {});
  const sameFrame = isKnown && before.headHash === found.headHash;
  if (sameFrame && isSame(before.window, reading.window) && !changes.any) {
    return null;
  }
  const renamed = renamedText(text, found, changes);
  const part =
    sameFrame && isSame(before.window, reading.window) && before.apart && found.frame && renamed !== null
      ? await partOf(renamed(changes.changed), before, changes, reading)
      : await wholeOf(renamed && hasRenamed(changes) ? renamed([...found.groups.keys()]) : text, reading);
  const problems = [
    ...part.problems.filter((p) => !NOTES.has(p.code)),
    ...feedNotes(found, firstMs(found), reading.nowMs),
  ];
  const apart = found.frame !== null && isNamed(part.uids, changes.events);
  const kept = (o: Occurrence): boolean => o.endMs > floorMs;
  return {
    changed: isKnown ? part.occurrences.filter(kept) : part.occurrences,
    removed: [],
    ...(part.replaces
      ? {
          removedWhere: (row: Occurrence) => part.replaces?.has(row.uid) === true && kept(row),
          removedKeys: (key: string) => part.replaces?.has(uidOfKey(key)) === true,
        }
      : {
          listing: {
            id: `feed-${found.headHash}-${reading.nowMs}`,
            last: true,
            window: { startMs: floorMs, endMs: END_OF_TIME_MS },
          },
        }),
    problems,
    cursor: {
      basis,
      window: reading.window,
      headHash: found.headHash,
      apart,
      events: changes.events,
      own: part.own,
      problems: problems.slice(0, MOST_PROBLEMS),
    },
  };
}

interface Part {
  readonly occurrences: readonly Occurrence[];
  readonly problems: readonly Problem[];
  readonly own: readonly string[];
  readonly uids: readonly string[];
  /** UIDs whose rows are all in `occurrences`; absent where all rows are. */
  readonly replaces?: ReadonlySet<string>;
}

const NOTES: ReadonlySet<string> = new Set(['free-busy-only', 'no-guests', 'window-only']);

async function wholeOf(text: string, reading: FeedReading): Promise<Part> {
  const { occurrences, problems } = await reading.read(text, optionsOf(reading, []));
  const own = new Set(occurrences.flatMap((o) => o.attendees.filter((a) => a.self).map((a) => a.email)));
  own.delete('');
  return { occurrences, problems, own: [...own], uids: [...new Set(occurrences.map((o) => o.uid))] };
}

async function partOf(
  text: string,
  before: FeedCursor,
  { changed, gone, events }: FeedChanges,
  reading: FeedReading,
): Promise<Part> {
  const { occurrences, problems } =
    changed.length === 0
      ? { occurrences: [], problems: [] }
      : await reading.read(text, optionsOf(reading, before.own));
  const replaces = new Set([...gone, ...changed.map((uid) => events[uid]?.as ?? uid)]);
  const stay = before.problems.filter((p) => p.uid === undefined || !replaces.has(p.uid));
  return {
    occurrences,
    // The lines are those of the part that was read.
    problems: [...stay, ...problems.map(({ line: _, ...problem }) => problem)],
    own: before.own,
    uids: [...new Set(occurrences.map((o) => o.uid))],
    replaces,
  };
}

function optionsOf(reading: FeedReading, own: readonly string[]): ReadOptions & { fileName?: string } {
  const { sourceId, calendarId, window, context, fileName } = reading;
  return {
    sourceId,
    calendarId,
    window,
    zone: context.zone,
    ownAddresses: [...new Set([...context.ownAddresses, ...own])],
    ...(fileName === undefined ? {} : { fileName }),
  };
}

/** Writes the named events as a calendar of their own, under the UIDs that the store has for them. */
function renamedText(
  text: string,
  { groups, frame }: TextGroups,
  { events }: FeedChanges,
): ((uids: readonly string[]) => string) | null {
  if (!frame) return null;
  return (uids) => {
    const parts = uids.flatMap((uid) => {
      const spans = groups.get(uid)?.spans ?? [];
      const as = events[uid]?.as;
      return spans.map(([from, to]) => {
        const component = text.slice(from, to);
        return as === undefined ? component : withUid(component, as);
      });
    });
    return [frame.head, ...parts, frame.foot].join('');
  };
}

function withUid(component: string, uid: string): string {
  const escaped = uid.replaceAll(/[\\;,]/g, '\\$&');
  return component.replace(/^UID[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im, () => `UID:${escaped}`);
}

function hasRenamed({ events }: FeedChanges): boolean {
  return Object.values(events).some(({ as }) => as !== undefined);
}

/** Whether the reader gave every event the UID by which it is remembered here. */
function isNamed(uids: readonly string[], events: FeedChanges['events']): boolean {
  const names = new Set(Object.entries(events).map(([uid, { as = uid }]) => as));
  names.delete('');
  return uids.every((uid) => names.has(uid));
}

/** When the day of the first single event is over, in any zone; of a feed of series alone the beginning of time. */
function firstMs({ groups }: TextGroups): number {
  if (groups.size === 0) return Number.POSITIVE_INFINITY;
  let first: string | null = null;
  for (const { firstDate } of groups.values()) {
    if (firstDate !== null && (first === null || firstDate < first)) first = firstDate;
  }
  if (first === null) return Number.NEGATIVE_INFINITY;
  return parsePlain(`${first.slice(0, 4)}-${first.slice(4, 6)}-${first.slice(6)}`) + DAY_MS;
}

function isSame(a: Interval, b: Interval): boolean {
  return a.startMs === b.startMs && a.endMs === b.endMs;
}
