import * as v from 'valibot';

const INTERVAL = v.object({ startMs: v.number(), endMs: v.number() });

/** ETag, then the UIDs of the occurrences that came from it. */
const MEMBER = v.tupleWithRest([v.string()], v.string());

const ANY = {
  /** What the occurrences depend on besides the entries; another value makes everything read anew. */
  reads: v.string(),
  /** The window that was read. Series have more instances in another, so all is read anew when it moves. */
  window: INTERVAL,
  /** The server's sync token as of what was read; null where it has none. */
  token: v.nullable(v.string()),
  ctag: v.nullable(v.string()),
  /** What has been read, by its href as the server wrote it. */
  members: v.record(v.string(), MEMBER),
};

const CURSOR = v.variant('step', [
  /** A complete listing on its way; `todo` are hrefs with their ETags. */
  v.object({
    step: v.literal('list'),
    ...ANY,
    id: v.string(),
    todo: v.array(v.tuple([v.string(), v.string()])),
  }),
  /** Changes since; `comparedMs` is when all ETags were last held against the server's. */
  v.object({ step: v.literal('changes'), ...ANY, comparedMs: v.number() }),
]);

/**
 * Where the reading of one calendar stands: JSON that the store keeps beside what was read.
 *
 *     list ──▶ changes ◀─┐
 *      ▲          ├──────┘ every run: what the token tells, or what the ETags tell
 *      └──────────┘ the window has moved on, or more than half is missing
 */
export type Cursor = v.InferOutput<typeof CURSOR>;
export type ListCursor = Extract<Cursor, { step: 'list' }>;
export type ChangesCursor = Extract<Cursor, { step: 'changes' }>;
export type Members = Cursor['members'];

/** A cursor as the store gave it back; null where it is none that this version wrote. */
export function cursorFrom(json: unknown): Cursor | null {
  const result = v.safeParse(CURSOR, json);
  return result.success ? result.output : null;
}
