import type { Problem } from '../../calendar/problem.ts';
import type { Interval } from '../../time/interval.ts';
import type { ReadContext } from '../contract.ts';
import type { TextGroups } from './event-groups.ts';

/** Goes up when the reader reads the same text differently, so that all is read anew once. */
const READER_VERSION = 1;

/** One UID as it was read last. */
interface ReadEvent {
  readonly hash: string;
  readonly likeness: string;
  /** The UID under which the store has it, where the server has given it another since. */
  readonly as?: string;
}

/** What is remembered of a download, so that the next one costs what has changed. JSON. */
export interface FeedCursor {
  /** What occurrences depend on beside the text. */
  readonly basis: string;
  readonly window: Interval;
  readonly headHash: string;
  /** Whether single events can be read apart from the others. */
  readonly apart: boolean;
  readonly events: Readonly<Record<string, ReadEvent>>;
  /** The user's addresses that the whole calendar let guess, which its parts would not. */
  readonly own: readonly string[];
  readonly problems: readonly Problem[];
}

/** Names what a reading depends on beside the text and the window. */
export function basisOf({ zone, ownAddresses }: ReadContext): string {
  return JSON.stringify([READER_VERSION, zone, [...ownAddresses].sort()]);
}

/** A cursor as the store gave it back; null where it is none that this version wrote. */
export function feedCursorFrom(json: unknown): FeedCursor | null {
  if (typeof json !== 'object' || json === null) return null;
  const { basis, window, headHash, events, own, problems } = json as Partial<FeedCursor>;
  const whole =
    typeof basis === 'string' &&
    typeof window?.startMs === 'number' &&
    typeof headHash === 'string' &&
    typeof events === 'object' &&
    Array.isArray(own) &&
    Array.isArray(problems);
  return whole ? (json as FeedCursor) : null;
}

/** What has changed between two downloads. */
export interface FeedChanges {
  /** Whether there is anything to remember or to write. */
  readonly any: boolean;
  /** UIDs, as the text has them, that are to be read. */
  readonly changed: readonly string[];
  /** UIDs, as the store has them, that are not in the text any more. */
  readonly gone: readonly string[];
  /** All events of the text, as they will have been read. */
  readonly events: Readonly<Record<string, ReadEvent>>;
}

/**
 * Compares a download with the one before. Where a UID has vanished and an event with the same title and times has
 * come, it is the same event under another UID: some services delete and make anew what they write, and some feeds
 * draw new UIDs at each request. It keeps the UID that the store knows.
 */
export function feedChanges({ groups }: TextGroups, before: FeedCursor['events']): FeedChanges {
  const known = new Map(Object.entries(before));
  const orphans = orphansOf(known, groups);
  const changed: string[] = [];
  const events: [string, ReadEvent][] = [];
  for (const [uid, { hash, likeness }] of groups) {
    const same = known.get(uid);
    const last = same ?? orphans.get(likeness)?.shift();
    // Another event bears that UID by now: this one is read under its own.
    const isTaken = last?.as !== undefined && last.as !== uid && groups.has(last.as);
    const as = isTaken ? undefined : last?.as;
    events.push([uid, { hash, likeness, ...(as === undefined || as === uid ? {} : { as }) }]);
    if (isTaken || last?.hash !== hash) changed.push(uid);
  }
  const gone = [...orphans.values()].flat().map(({ as }) => as);
  const any = changed.length > 0 || gone.length > 0 || events.some(([uid]) => !known.has(uid));
  return { any, changed, gone, events: Object.fromEntries(events) };
}

/** Events that the feed does not name any more, by what they look like. */
function orphansOf(
  known: ReadonlyMap<string, ReadEvent>,
  groups: TextGroups['groups'],
): Map<string, { as: string; hash: string }[]> {
  const orphans = new Map<string, { as: string; hash: string }[]>();
  for (const [uid, { likeness, hash, as = uid }] of known) {
    if (groups.has(uid)) continue;
    orphans.set(likeness, [...(orphans.get(likeness) ?? []), { as, hash }]);
  }
  return orphans;
}
