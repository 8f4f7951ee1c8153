import type { Problem } from '../../../src/calendar/problem.ts';
import type { Calendar, Source } from '../../../src/calendar/source.ts';
import type { PageData } from '../data.ts';

/** What was read of the sources. */
export interface EntryCounts {
  /** Entries of a calendar. */
  entries(calendar: Pick<Calendar, 'sourceId' | 'id'>): number;
  /** What could not be read, and what the feed leaves out. */
  problems(sourceId: string): readonly Problem[];
}

export const NO_COUNTS: EntryCounts = { entries: () => 0, problems: () => [] };

/** Reads how many entries each calendar has, and the problems of each source. */
export async function readCounts(data: PageData, sources: readonly Source[]): Promise<EntryCounts> {
  const [counts, problems] = await Promise.all([
    data.entryCounts(),
    Promise.all(sources.map(async ({ id }) => [id, (await data.problems(id))?.problems ?? []] as const)),
  ]);
  const bySource = new Map(problems);
  return {
    entries: ({ sourceId, id }) =>
      counts.find((c) => c.sourceId === sourceId && c.calendarId === id)?.entries ?? 0,
    problems: (sourceId) => bySource.get(sourceId) ?? [],
  };
}
