import type { Occurrence } from '../calendar/occurrence.ts';
import { SAMPLE_CALENDAR_ID, SAMPLE_SOURCE_ID } from '../sources/sample/sample-occurrences.ts';
import type { LabelWith, Store } from '../store/store.ts';
import { dateIn } from '../time/zone.ts';
import type { SourceReader } from './source-reader.ts';

/** Makes the sample's occurrences as of an instant, for the source and calendar named. */
export type MakeSample = (nowMs: number, zone: string) => readonly Occurrence[];

export interface SampleNames {
  readonly source: string;
  readonly calendar: string;
}

/** Puts the sample calendar into the store, whole, in one transaction. */
export async function putSample(
  store: Store,
  make: MakeSample,
  names: SampleNames,
  nowMs: number,
  zone: string,
  label: LabelWith,
): Promise<void> {
  await store.replaceSource(
    {
      source: { id: SAMPLE_SOURCE_ID, kind: 'sample', name: names.source, syncedMs: nowMs, trouble: null },
      nowMs,
      calendar: { id: SAMPLE_CALENDAR_ID, name: names.calendar },
      occurrences: make(nowMs, zone),
      problems: [],
      cursor: sampleCursor(nowMs, zone),
    },
    label,
  );
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

function sampleCursor(nowMs: number, zone: string): string {
  return JSON.stringify([dateIn(zone, nowMs), zone]);
}
