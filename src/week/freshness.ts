import type { Source } from '../calendar/source.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import { HOUR_MS } from '../time/interval.ts';

/** Data older than this is called old: a day without one good read. */
const OLD_AFTER_MS = 24 * HOUR_MS;

/** How old the data is that a page shows. */
export type Freshness =
  | { readonly kind: 'none' }
  /** Only the sample, or files, which do not change by themselves. */
  | { readonly kind: 'sample' }
  | { readonly kind: 'file'; readonly readMs: number }
  /** The oldest good read among accounts and feeds; null where one was never read. */
  | { readonly kind: 'live'; readonly readMs: number | null; readonly old: boolean };

/** A source that cannot be read, as the user sees it. */
export interface Trouble {
  readonly sourceId: string;
  readonly name: string;
  readonly code: string;
  readonly sinceMs: number;
  readonly detail?: string;
}

/** The age of the oldest data among the sources. */
export function freshnessOf(sources: readonly Source[], nowMs: number): Freshness {
  const live = sources.filter((s) => SOURCE_TRAITS[s.kind].live && !s.paused);
  if (live.length > 0) {
    const never = live.some((s) => s.syncedMs === null);
    const readMs = never ? null : Math.min(...live.map((s) => s.syncedMs ?? 0));
    return { kind: 'live', readMs, old: readMs === null || nowMs - readMs > OLD_AFTER_MS };
  }
  const files = sources.filter((s) => s.kind === 'ics-file');
  if (files.length > 0)
    return { kind: 'file', readMs: Math.min(...files.map((s) => s.syncedMs ?? s.addedMs)) };
  return sources.length > 0 ? { kind: 'sample' } : { kind: 'none' };
}

/** The sources in trouble, longest first; a paused one is let be. */
export function troublesOf(sources: readonly Source[]): Trouble[] {
  return sources
    .flatMap(({ id, name, trouble, paused }) =>
      trouble && !paused ? [{ sourceId: id, name, ...trouble }] : [],
    )
    .sort((a, b) => a.sinceMs - b.sinceMs);
}
