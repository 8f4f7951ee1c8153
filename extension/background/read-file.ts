import { readGoogleEvents } from '../../src/sources/google/read-events.ts';
import { readIcs } from '../../src/sources/ics/read-ics.ts';
import type { ReadFile } from '../../src/sync/read-file.ts';

/** Reads a calendar file: iCalendar, or saved answers of Google's `events.list`, told apart by how it begins. */
export const readFile: ReadFile = async (text, options) =>
  /^\uFEFF?\s*[[{]/.test(text) ? readGoogleEvents(text, options) : readIcs(text, options);
