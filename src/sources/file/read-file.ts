import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';

/**
 * Reads the text of a calendar file; throws `SourceError` where nothing in it is readable, and `AbortError` where it was
 * stopped by the signal.
 */
export type ReadFile = (
  text: string,
  options: ReadOptions & { fileName?: string; signal?: AbortSignal },
) => Promise<ReadResult>;

/** Most occurrences that are kept of one file: ten years of thirty a day. */
const MOST_OCCURRENCES = 110_000;

/** A reading that the store can hold: of more occurrences than that the latest are kept, and it is said. */
export function bounded(result: ReadResult, most: number = MOST_OCCURRENCES): ReadResult {
  const { occurrences, problems } = result;
  if (occurrences.length <= most) return result;
  const latest = [...occurrences].sort((a, b) => a.startMs - b.startMs).slice(-most);
  const message = `more than ${most} occurrences: the oldest are left out`;
  return { ...result, occurrences: latest, problems: [...problems, { code: 'capped', message }] };
}

/** The one calendar of a file. */
export const FILE_CALENDAR_ID = 'calendar';

/** Whether `cursor` names a reading that depends on the same; known without the file, which may be large. */
export function isSameReading(
  cursor: unknown,
  options: Pick<ReadOptions, 'zone' | 'window' | 'ownAddresses'>,
): boolean {
  if (typeof cursor !== 'string') return false;
  const importedMs = /^\[(\d+),/.exec(cursor)?.[1];
  return importedMs !== undefined && cursor === fileCursor(Number(importedMs), options);
}

/** Names what a reading of a file depends on. */
export function fileCursor(
  importedMs: number,
  { zone, window, ownAddresses }: Pick<ReadOptions, 'zone' | 'window' | 'ownAddresses'>,
): string {
  return JSON.stringify([importedMs, zone, window.startMs, window.endMs, [...ownAddresses].sort()]);
}
