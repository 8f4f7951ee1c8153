import type { Occurrence } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions } from '../../calendar/read-result.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { readIcs } from '../ics/read-ics.ts';
import type { Members } from './cursor.ts';
import type { Fetched } from './members.ts';

/** What the texts of entries hold. */
export interface EntryContent {
  readonly occurrences: readonly Occurrence[];
  /** As the cursor remembers them. */
  readonly members: Members;
  readonly problems: readonly Problem[];
}

/** Reads entries one by one, so that one that cannot be read costs nothing but itself. */
export function entryContent(entries: Fetched, options: ReadOptions): EntryContent {
  const occurrences: Occurrence[] = [];
  const problems: Problem[] = [];
  const members: Record<string, [string, ...string[]]> = {};
  for (const { href, etag, text } of entries.values()) {
    const read = readEntry(text, options);
    occurrences.push(...read.occurrences);
    problems.push(...read.problems);
    members[href] = [etag, ...new Set(read.occurrences.map(({ uid }) => uid))];
  }
  return { occurrences, members, problems };
}

function readEntry(text: string, options: ReadOptions): Pick<EntryContent, 'occurrences' | 'problems'> {
  try {
    return readIcs(text, options);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // Its href is not named: it may hold a user's name.
    const message = 'an entry of the calendar is no iCalendar text';
    return { occurrences: [], problems: [{ code: 'broken-event', message }] };
  }
}
