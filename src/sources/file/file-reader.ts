import type { Calendar, Source } from '../../calendar/source.ts';
import { SourceError } from '../../calendar/source-error.ts';
import type { ReadContext, SourceReader } from '../contract.ts';
import { fileCursor, isSameReading, type ReadFile } from './read-file.ts';

/** Where imported files are kept. */
export interface StoredFiles {
  calendars(): Promise<readonly Calendar[]>;
  /** The raw text of a file source, or null where it is not kept any more. */
  file(
    sourceId: string,
  ): Promise<{ readonly name: string; readonly text: string; readonly importedMs: number } | null>;
}

/**
 * Reads an imported file anew when the window has moved, or the zone or the own addresses have changed; costs one
 * look at its cursor otherwise.
 */
export function fileReader(
  source: Source,
  store: StoredFiles,
  read: ReadFile,
  context: ReadContext,
): SourceReader {
  return {
    async calendars() {
      const known = (await store.calendars()).filter((c) => c.sourceId === source.id);
      return known.map(({ id, name, color }) => ({ id, name, ...(color === undefined ? {} : { color }) }));
    },
    async *pages(calendar, cursor, window) {
      const depends = { zone: context.zone, ownAddresses: context.ownAddresses, window };
      // A cursor is written with the file it was read from, so that it alone says whether anything is to be done.
      if (isSameReading(cursor, depends)) return;
      const file = await store.file(source.id);
      if (!file) throw new SourceError('not-found', 'the text of the file is not kept any more');
      const options = {
        sourceId: source.id,
        calendarId: calendar.id,
        ...depends,
        fileName: file.name,
      };
      const wanted = fileCursor(file.importedMs, options);
      const { occurrences, problems } = await read(file.text, options);
      yield {
        changed: occurrences,
        removed: [],
        listing: { id: wanted, last: true },
        cursor: wanted,
        done: true,
        problems,
      };
    },
  };
}
