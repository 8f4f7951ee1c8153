import { DAY_MS } from '../../time/interval.ts';
import type { ChangesCursor } from './cursor.ts';
import type { DavClient } from './dav-client.ts';
import { type PathKey, pathKey } from './hrefs.ts';
import { changedMembers, listMembers, type Member, type MemberChanges } from './members.ts';

/** What has changed in a calendar since a cursor, and how the calendar stands then. */
export interface Difference {
  readonly changed: ReadonlyMap<PathKey, Member>;
  readonly removed: ReadonlySet<PathKey>;
  readonly token: string | null;
  readonly ctag: string | null;
  /** When all ETags were last held against the server's, in epoch ms. */
  readonly comparedMs: number;
}

/** All ETags are held against the server's this often: some servers forget to tell, and say nothing. */
const COMPARE_MS = DAY_MS;
/** Answers of a sync-collection that end in "more to come". */
const MOST_ANSWERS = 200;
/** A server that tells of more than this share of a calendar may have forgotten the token, and tell of all. */
const MUCH = 0.25;

/**
 * What has changed since a cursor, from the sync token where it looks like the truth, else from the ETags. `ctag` is the
 * calendar's now, null where it is not known.
 *
 * A token that the server has forgotten is answered in many ways: by an error (Cyrus, Radicale, Xandikos), by all rows
 * without deletions (DAViCal), by none at all or a token of -1 (SOGo). So an answer that names much of the calendar, or
 * nothing though something has moved, is held against a list of all entries; and so is the first of each day.
 */
export async function differenceSince(
  client: DavClient,
  url: string,
  at: ChangesCursor,
  { nowMs, ctag }: { nowMs: number; ctag: string | null },
): Promise<Difference> {
  const known = knownMembers(at, url);
  const overdue = Math.abs(nowMs - at.comparedMs) >= COMPARE_MS;
  const same = { changed: new Map(), removed: new Set<PathKey>(), token: at.token, ctag: at.ctag };
  if (at.token === null && at.ctag !== null && at.ctag === ctag && !overdue) {
    return { ...same, comparedMs: at.comparedMs };
  }
  const told = at.token === null ? null : await toldSince(client, url, at.token);
  if (told && !overdue) {
    // SOGo's token counts seconds, and names what changed in its own last one again and again.
    const stands = told.token === at.token && ctag !== null && ctag === at.ctag;
    if (stands && told.removed.size === 0 && repeats(told, known) === told.changed.size) {
      return { ...same, comparedMs: at.comparedMs };
    }
    if (!isDoubtful(told, known, { token: at.token, moved: ctag !== at.ctag })) {
      const removed = new Set([...told.removed].filter((key) => known.has(key)));
      return { changed: told.changed, removed, token: told.token, ctag, comparedMs: at.comparedMs };
    }
  }
  const list = await listMembers(client, url);
  const changed = new Map<PathKey, Member>();
  for (const [key, member] of list.members) {
    const before = known.get(key);
    // A counter for an ETag is the same again when an entry was deleted and made anew: what was told counts too.
    if (!before || member.etag === '' || member.etag !== before.etag || told?.changed.has(key)) {
      changed.set(key, member);
    }
  }
  const removed = new Set([...known.keys()].filter((key) => !list.members.has(key)));
  return { changed, removed, token: list.token, ctag: list.ctag, comparedMs: nowMs };
}

/** What the cursor remembers, by path. */
export function knownMembers({ members }: ChangesCursor, url: string): ReadonlyMap<PathKey, Member> {
  const known = new Map<PathKey, Member>();
  for (const [href, [etag]] of Object.entries(members)) {
    const key = pathKey(href, url);
    if (key !== null) known.set(key, { href, etag });
  }
  return known;
}

/** All that a token tells, over all answers; null where it is forgotten, or where the answers do not end. */
async function toldSince(client: DavClient, url: string, token: string): Promise<MemberChanges | null> {
  const changed = new Map<PathKey, Member>();
  const removed = new Set<PathKey>();
  const tokens = new Set<string>();
  for (let at = token; tokens.size < MOST_ANSWERS && !tokens.has(at); ) {
    tokens.add(at);
    const told = await changedMembers(client, url, at);
    if (!told) return null;
    for (const [key, member] of told.changed) {
      changed.set(key, member);
      removed.delete(key);
    }
    for (const key of told.removed) {
      removed.add(key);
      changed.delete(key);
    }
    if (!told.more) return { changed, removed, token: told.token, more: false };
    if (told.token === null) return null;
    at = told.token;
  }
  return null;
}

type Known = ReadonlyMap<PathKey, Member>;

function isDoubtful(
  { changed, removed, token }: MemberChanges,
  known: Known,
  before: { token: string | null; moved: boolean },
): boolean {
  if (token === null || token === '-1') return true;
  if (changed.size + removed.size === 0) return token !== before.token || before.moved;
  return changed.size > known.size * MUCH || repeats({ changed }, known) > 1;
}

/** How many of the rows say what is known already. */
function repeats({ changed }: Pick<MemberChanges, 'changed'>, known: Known): number {
  return [...changed].filter(([key, { etag }]) => etag !== '' && known.get(key)?.etag === etag).length;
}
