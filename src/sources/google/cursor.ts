import type { Interval } from '../../time/interval.ts';

/**
 * Where the reading of one calendar stands: JSON that the store keeps beside what was read.
 *
 *     near ──▶ list ──▶ changes ◀─┐
 *                │          └─────┘ every run
 *                └── 410: from the beginning
 */
export type Cursor = NearCursor | ListCursor | ChangesCursor;

interface AnyCursor {
  /** What the occurrences depend on besides the events; another value makes everything read anew. */
  readonly reads: string;
  /** The next page of what is being read; null at its beginning. */
  readonly pageToken: string | null;
}

/** The weeks around now, which come first. */
export interface NearCursor extends AnyCursor {
  readonly step: 'near';
  readonly range: Interval;
}

/** The complete listing that ends with a sync token. */
export interface ListCursor extends AnyCursor {
  readonly step: 'list';
  /** Names the listing to the store. */
  readonly id: string;
  /** The times that are listed, wider than the window; its pages have to be asked for with the same. */
  readonly range: Interval;
  /** The part of it that the store has kept. */
  readonly held: Interval;
}

/** Changes since a sync token. */
export interface ChangesCursor extends AnyCursor {
  readonly step: 'changes';
  readonly syncToken: string;
  /** The times that the listing behind the token covered. */
  readonly range: Interval;
  /** The times for which the store has everything, as of the token. */
  readonly held: Interval;
}

/** A cursor as the store gave it back; null where it is none that this version wrote. */
export function cursorFrom(json: unknown): Cursor | null {
  if (!isRecord(json)) return null;
  const { step, reads, pageToken, range } = json;
  if (typeof reads !== 'string' || !isInterval(range)) return null;
  if (pageToken !== null && typeof pageToken !== 'string') return null;
  const all = { reads, pageToken, range };
  if (step === 'near') return { step, ...all };
  const { held, id, syncToken } = json;
  if (!isInterval(held)) return null;
  if (step === 'list' && typeof id === 'string') return { step, ...all, held, id };
  if (step === 'changes' && typeof syncToken === 'string') return { step, ...all, held, syncToken };
  return null;
}

function isInterval(value: unknown): value is Interval {
  return (
    isRecord(value) &&
    typeof value.startMs === 'number' &&
    typeof value.endMs === 'number' &&
    value.startMs <= value.endMs
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
