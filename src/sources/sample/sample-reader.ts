import type { Occurrence } from '../../calendar/occurrence.ts';
import { dateIn } from '../../time/zone.ts';
import type { SourceReader } from '../contract.ts';
import { SAMPLE_CALENDAR_ID } from './sample-occurrences.ts';

/** Makes the sample's occurrences as of an instant, for the source and calendar named. */
export type MakeSample = (nowMs: number, zone: string) => readonly Occurrence[];

export interface SampleNames {
  readonly source: string;
  readonly calendar: string;
}

/** The sample is anchored to today, so it is made anew on each new day. */
export function sampleReader(
  make: MakeSample,
  names: SampleNames,
  now: () => number,
  zone: string,
): SourceReader {
  return {
    calendars: async () => [{ id: SAMPLE_CALENDAR_ID, name: names.calendar }],
    async *pages(_calendar, cursor) {
      const nowMs = now();
      const wanted = sampleCursor(nowMs, zone);
      if (cursor === wanted) return;
      yield {
        changed: make(nowMs, zone),
        removed: [],
        listing: { id: wanted, last: true },
        cursor: wanted,
        done: true,
      };
    },
  };
}

/** Names what a making of the sample depends on. */
export function sampleCursor(nowMs: number, zone: string): string {
  return JSON.stringify([dateIn(zone, nowMs), zone]);
}
