import { SAMPLE_CALENDAR_ID, SAMPLE_SOURCE_ID } from '../sources/sample/sample-occurrences.ts';
import { type MakeSample, type SampleNames, sampleCursor } from '../sources/sample/sample-reader.ts';
import type { LabelWith, Store } from '../store/store.ts';

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
