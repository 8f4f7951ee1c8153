import type { Source } from '../calendar/source.ts';
import { SourceError } from '../calendar/source-error.ts';
import type { StoreReader, StoreWriter } from '../store/store.ts';
import type { LabelContext } from './labeller.ts';
import { fileCursor, type ReadFile } from './read-file.ts';
import type { SourceReader } from './source-reader.ts';

/**
 * Reads an imported file anew when the window has moved, or the zone or the own addresses have changed; costs one
 * look at its cursor otherwise.
 */
export function fileReader(
  source: Source,
  store: StoreReader & StoreWriter,
  read: ReadFile,
  context: LabelContext,
): SourceReader {
  return {
    async calendars() {
      const known = (await store.calendars()).filter((c) => c.sourceId === source.id);
      return known.map(({ id, name, color }) => ({ id, name, ...(color === undefined ? {} : { color }) }));
    },
    async *pages(calendar, cursor, window) {
      const file = await store.file(source.id);
      if (!file) throw new SourceError('not-found', 'the text of the file is not kept any more');
      const options = {
        sourceId: source.id,
        calendarId: calendar.id,
        zone: context.zone,
        ownAddresses: context.ownAddresses,
        window,
        fileName: file.name,
      };
      const wanted = fileCursor(file.importedMs, options);
      if (cursor === wanted) return;
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
