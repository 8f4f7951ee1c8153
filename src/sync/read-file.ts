import type { ReadOptions, ReadResult } from '../calendar/read-result.ts';

/** Reads the text of a calendar file; throws `SourceError` where nothing in it is readable. */
export type ReadFile = (text: string, options: ReadOptions & { fileName?: string }) => Promise<ReadResult>;

/** The one calendar of a file. */
export const FILE_CALENDAR_ID = 'calendar';

/** Names what a reading of a file depends on. */
export function fileCursor(
  importedMs: number,
  { zone, window, ownAddresses }: Pick<ReadOptions, 'zone' | 'window' | 'ownAddresses'>,
): string {
  return JSON.stringify([importedMs, zone, window.startMs, window.endMs, [...ownAddresses].sort()]);
}
