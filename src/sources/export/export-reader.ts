import type { Problem } from '../../calendar/problem.ts';
import { SourceError } from '../../calendar/source-error.ts';
import type { FoundCalendar, ReadContext, SourceReader } from '../contract.ts';
import { feedCursorFrom } from '../feed/feed-cursor.ts';
import { feedPage, type ReadText } from '../feed/feed-page.ts';
import type { Export, ExportedCalendar } from './export-zip.ts';

export interface ExportSource {
  readonly sourceId: string;
  /** What the account's own calendar is called: its own name is the account's address. */
  readonly ownName: string;
  /** Fetches the export; asked once a run. */
  readonly fetch: () => Promise<Export>;
}

/** Reads the calendars of Google's export: one download for all, and of each what has changed. */
export function exportReader(
  { sourceId, ownName, fetch }: ExportSource,
  parts: { readonly read: ReadText; readonly now: () => number },
  context: ReadContext,
): SourceReader {
  let fetched: Promise<Export> | null = null;
  /** Of each calendar that this run has come to. */
  const problems = new Map<string, readonly Problem[]>();
  const all = async (): Promise<readonly ExportedCalendar[]> => {
    fetched ??= fetch();
    return (await fetched).calendars;
  };
  return {
    calendars: async () => (await all()).map((one) => foundIn(one, ownName)),
    async *pages(calendar, cursor, window) {
      const found = (await all()).find(({ id }) => id === calendar.id);
      if (!found) throw new SourceError('not-found', 'the export holds that calendar no more');
      const before = feedCursorFrom(cursor);
      const page = await feedPage(found.text(), before, {
        read: parts.read,
        context,
        sourceId,
        calendarId: calendar.id,
        window,
        nowMs: parts.now(),
        fileName: found.entryName,
      });
      problems.set(calendar.id, page?.problems ?? before?.problems ?? []);
      const named = [...problems].flatMap(([calendarId, list]) =>
        list.map((problem) => ({ ...problem, calendarId })),
      );
      if (page) yield { ...page, problems: named, done: true };
    },
  };
}

function foundIn({ id, name, isOwn, isSubscribed }: ExportedCalendar, ownName: string): FoundCalendar {
  return { id, name: isOwn ? ownName : name, ...(isSubscribed ? { selected: false } : {}) };
}
