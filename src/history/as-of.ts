import type { Source } from '../calendar/source.ts';
import type { EpochMs } from '../calendar/units.ts';
import { HOUR_MS, type Interval } from '../time/interval.ts';

/** A reading younger than this is as good as now. */
export const FRESH_MS = 24 * HOUR_MS;

/** What of a source its state rests on. */
export type ReadSource = Pick<Source, 'id' | 'kind' | 'syncedMs' | 'paused'>;

/** What the sources know of a stretch of time. */
export type Known =
  /** Every source was read after it ended, or is as fresh as can be. */
  | { readonly kind: 'known' }
  /** What was booked then: the stretch was running, or lies ahead. */
  | { readonly kind: 'as-of'; readonly readMs: EpochMs; readonly sourceIds: readonly string[] }
  /** It began after the last reading: nothing can be said of it. Null where a source was never read. */
  | { readonly kind: 'not-known'; readonly readMs: EpochMs | null; readonly sourceIds: readonly string[] };

/**
 * Until when the calendars are known: the oldest reading among the sources that are asked. A file is as old as the moment
 * it was given, and a silent account as its last good reading. Null where one was never read, infinity without any.
 */
export function knownUntil(sources: readonly ReadSource[]): EpochMs | null {
  let until = Number.POSITIVE_INFINITY;
  for (const { syncedMs } of askedOf(sources)) {
    if (syncedMs === null) return null;
    until = Math.min(until, syncedMs);
  }
  return until;
}

/**
 * Whether a stretch (a week) can be spoken of at `nowMs`: design.md, *Speak only of what is known*. `sourceIds` are
 * the sources whose age it is, oldest first. The sample is always as of now.
 */
export function knownOf(span: Interval, sources: readonly ReadSource[], nowMs: EpochMs): Known {
  const until = knownUntil(sources);
  const behind = askedOf(sources)
    .filter(({ syncedMs }) => syncedMs === null || (syncedMs < span.endMs && nowMs - syncedMs > FRESH_MS))
    .sort((a, b) => (a.syncedMs ?? Number.NEGATIVE_INFINITY) - (b.syncedMs ?? Number.NEGATIVE_INFINITY));
  if (behind.length === 0) return { kind: 'known' };
  const sourceIds = behind.map(({ id }) => id);
  if (until === null) return { kind: 'not-known', readMs: null, sourceIds };
  const begunSince = span.startMs > until && span.startMs <= nowMs;
  return { kind: begunSince ? 'not-known' : 'as-of', readMs: until, sourceIds };
}

/**
 * The sources that are waited for: the sample says nothing of anybody, a paused source is let be, and beside a calendar
 * that is read by itself a file stands for what it holds: nobody gives an old one again only to keep the rest going.
 */
function askedOf(sources: readonly ReadSource[]): readonly ReadSource[] {
  const own = sources.filter(({ kind, paused }) => kind !== 'sample' && paused !== true);
  const live = own.filter(({ kind }) => kind !== 'ics-file');
  return live.length > 0 ? live : own;
}
