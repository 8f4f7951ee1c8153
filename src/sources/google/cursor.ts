import * as v from 'valibot';
import type { Interval } from '../../time/interval.ts';

const INTERVAL = v.pipe(
  v.object({ startMs: v.number(), endMs: v.number() }),
  v.check(({ startMs, endMs }: Interval) => startMs <= endMs),
);

const ANY = {
  /** What the occurrences depend on besides the events; another value makes everything read anew. */
  reads: v.string(),
  /** The next page of what is being read; null at its beginning. */
  pageToken: v.nullable(v.string()),
  /** The times that are read; pages have to be asked for with the same. */
  range: INTERVAL,
};

const CURSOR = v.variant('step', [
  /** The weeks around now, which come first. */
  v.object({ step: v.literal('near'), ...ANY }),
  /** The complete listing that ends with a sync token; `id` names it to the store. */
  v.object({ step: v.literal('list'), ...ANY, id: v.string() }),
  /** Changes since a sync token; `range` is what the listing behind it covered. */
  v.object({ step: v.literal('changes'), ...ANY, syncToken: v.string() }),
]);

/**
 * Where the reading of one calendar stands: JSON that the store keeps beside what was read.
 *
 *     near ──▶ list ──▶ changes ◀─┐
 *                │          └─────┘ every run
 *                └── 410, or the window has moved out of the range: from the beginning of the listing
 */
export type Cursor = v.InferOutput<typeof CURSOR>;

/** A cursor as the store gave it back; null where it is none that this version wrote. */
export function cursorFrom(json: unknown): Cursor | null {
  const result = v.safeParse(CURSOR, json);
  return result.success ? result.output : null;
}
