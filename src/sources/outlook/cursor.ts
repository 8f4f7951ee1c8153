import * as v from 'valibot';

const ANY = {
  /** What the occurrences depend on besides the events; another value makes everything read anew. */
  reads: v.string(),
  /** The times that are read: a delta has those of its beginning for ever. */
  range: v.object({ startMs: v.number(), endMs: v.number() }),
};

const CURSOR = v.variant('step', [
  /** A complete listing on its way; `link` is its next page, null at its beginning. */
  v.object({ step: v.literal('list'), ...ANY, id: v.string(), link: v.nullable(v.string()) }),
  /** Changes behind a link; `begun` where it leads into the middle of some. */
  v.object({ step: v.literal('changes'), ...ANY, link: v.string(), begun: v.boolean() }),
]);

/**
 * Where the reading of one calendar stands: JSON that the store keeps beside what was read.
 *
 *     list ──▶ changes ◀─┐
 *      ▲          ├──────┘ every run
 *      └──────────┘ 410, or the window has moved out of the range
 */
export type Cursor = v.InferOutput<typeof CURSOR>;
export type ChangesCursor = Extract<Cursor, { step: 'changes' }>;

/** A cursor as the store gave it back; null where it is none that this version wrote. */
export function cursorFrom(json: unknown): Cursor | null {
  const result = v.safeParse(CURSOR, json);
  return result.success ? result.output : null;
}
