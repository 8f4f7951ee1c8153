import { HOUR_MS, type Interval } from '../../time/interval.ts';
import type { ReadContext, SourceReader } from '../contract.ts';
import { basisOf, feedCursorFrom } from '../feed/feed-cursor.ts';
import { feedPage, type ReadText } from '../feed/feed-page.ts';
import { type FeedAnswer, type FeedFetch, fetchFeed, type Validators } from './fetch-feed.ts';

/** The one calendar of an address. */
const ADDRESS_CALENDAR_ID = 'calendar';

/** So long a server's "not modified" is believed: some say it for ever. */
const BELIEVED_MS = 24 * HOUR_MS;

export interface AddressSource {
  readonly sourceId: string;
  /** A secret. */
  readonly address: string;
  /** What the feed calls itself, or its provider. */
  readonly name: string;
  readonly color?: string;
  /** A download of a moment ago, so that connecting asks once. */
  readonly fresh?: FeedAnswer;
}

export interface AddressReaderParts extends FeedFetch {
  readonly read: ReadText;
}

interface Cursor extends Validators {
  readonly feed: unknown;
  /** When the whole was read last, in epoch ms. */
  readonly readMs: number;
}

/** Reads a calendar at an address: asks whether it has changed, and reads what has. */
export function addressReader(
  { sourceId, address, name, color, fresh }: AddressSource,
  parts: AddressReaderParts,
  context: ReadContext,
): SourceReader {
  return {
    calendars: async () => [{ id: ADDRESS_CALENDAR_ID, name, ...(color === undefined ? {} : { color }) }],
    async *pages(calendar, json, window) {
      const before = cursorFrom(json);
      const nowMs = parts.now();
      const answer = fresh ?? (await fetchFeed(parts, address, askWith(before, nowMs, window, context)));
      if (answer === null) return;
      const page = await feedPage(answer.text, feedCursorFrom(before?.feed), {
        read: parts.read,
        context,
        sourceId,
        calendarId: calendar.id,
        window,
        nowMs,
      });
      const { etag, modified } = answer.validators;
      const isSame = page === null && before?.etag === etag && before?.modified === modified;
      // A server without validators would have a row written at each reading that says the same.
      if (isSame && etag === undefined && modified === undefined) return;
      const cursor: Cursor = { feed: page?.cursor ?? before?.feed, readMs: nowMs, ...answer.validators };
      yield { changed: [], removed: [], ...page, cursor, done: true };
    },
  };
}

/** What the server may answer "not modified" to; nothing where all is to be read in any case. */
function askWith(before: Cursor | null, nowMs: number, window: Interval, context: ReadContext): Validators {
  const feed = feedCursorFrom(before?.feed);
  if (!before || !feed || feed.window.startMs !== window.startMs || feed.basis !== basisOf(context))
    return {};
  if (Math.abs(nowMs - before.readMs) > BELIEVED_MS) return {};
  const { etag, modified } = before;
  return { ...(etag === undefined ? {} : { etag }), ...(modified === undefined ? {} : { modified }) };
}

function cursorFrom(json: unknown): Cursor | null {
  if (typeof json !== 'object' || json === null) return null;
  const { readMs } = json as Partial<Cursor>;
  return typeof readMs === 'number' ? (json as Cursor) : null;
}
