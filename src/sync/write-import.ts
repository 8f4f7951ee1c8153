import type { ReadResult } from '../calendar/read-result.ts';
import { FILE_CALENDAR_ID } from '../sources/file/read-file.ts';
import type { ImportOutcome, InboxRow } from '../store/rows.ts';
import type { ImportBatch, LabelInputs, LabelWith, Store } from '../store/store.ts';
import type { Interval } from '../time/interval.ts';

/** Rows of one transaction: short enough that a page is not kept waiting. */
const BATCH = 500;

/** A file that was read, and is to be kept. */
export interface ReadingOfFile {
  readonly inboxId: string;
  readonly row: InboxRow;
  readonly result: ReadResult;
  readonly sourceId: string;
  readonly nowMs: number;
  readonly cursor: string;
  /** Whether the source was there when the import began. */
  readonly replaces: boolean;
}

interface ImportParts {
  readonly store: Store;
  readonly label: LabelWith;
  readonly now: () => number;
}

/**
 * Writes a file's occurrences batch by batch, takes away what an earlier file had and this one has not, and lets the
 * source appear. Throws StoreError `gone` where the import was cancelled meanwhile, and whatever the disk says.
 */
export async function writeImport(
  { store, label, now }: ImportParts,
  reading: ReadingOfFile,
): Promise<ImportOutcome> {
  const { inboxId, row, result, sourceId, nowMs, cursor } = reading;
  const { occurrences, problems } = result;
  const { name = nameOfFile(row.name), color, zone } = result.calendar;
  const calendar = {
    id: FILE_CALENDAR_ID,
    name,
    ...(color === undefined ? {} : { color }),
    ...(zone === undefined ? {} : { zone }),
  };
  const place = { inboxId, sourceId, calendarId: calendar.id };
  const batchFrom = async (from: number): Promise<ImportBatch> => {
    const { stored, ...inputs } = withCalendar(await store.labelInputs(), sourceId, calendar);
    const classify = label(inputs);
    const labelled = occurrences.slice(from, from + BATCH).map((o) => ({ ...o, label: classify(o) }));
    const events = from + labelled.length;
    const times = { startedMs: nowMs, updatedMs: now() };
    const { calendarId } = place;
    const progress = {
      sourceId,
      calendarId,
      inboxId,
      calendarName: name,
      events,
      total: occurrences.length,
      ...times,
    };
    return { ...place, labelled, revision: stored, progress };
  };
  const isSmall = occurrences.length <= BATCH;
  for (let from = 0; !isSmall && from < occurrences.length; from += BATCH) {
    await store.importRows(await batchFrom(from), label);
  }
  const keep = new Set(occurrences.map((o) => o.key));
  const counts = { most: BATCH, leave: isSmall ? BATCH : 0 };
  for (let done = false; !done; ) ({ done } = await store.dropOthers(place, keep, counts));
  await store.finishImport(
    {
      inboxId,
      replaces: reading.replaces,
      source: { id: sourceId, kind: 'ics-file', name: row.name, syncedMs: nowMs, trouble: null },
      calendar,
      nowMs,
      file: { name: row.name, text: row.text },
      problems,
      cursor,
      occurrences: occurrences.length,
      extent: extentOf(occurrences),
      whole: isSmall ? await batchFrom(0) : null,
    },
    label,
  );
  return { ok: true, sourceId, occurrences: occurrences.length, problems: problems.length };
}

/** What decides labels, with the calendar that is coming: rules may name it. */
function withCalendar(
  inputs: LabelInputs,
  sourceId: string,
  { id, name }: { id: string; name: string },
): LabelInputs & { readonly stored: string } {
  const stored = inputs.revision;
  if (inputs.calendars.some((c) => c.sourceId === sourceId && c.id === id)) return { ...inputs, stored };
  const coming = { sourceId, id, name, role: 'work' } as const;
  return {
    ...inputs,
    stored,
    revision: `${stored} with ${sourceId}`,
    calendars: [...inputs.calendars, coming],
  };
}

function extentOf(occurrences: ReadResult['occurrences']): Interval | null {
  if (occurrences.length === 0) return null;
  let [startMs, endMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const o of occurrences) {
    startMs = Math.min(startMs, o.startMs);
    endMs = Math.max(endMs, o.endMs, o.startMs + 1);
  }
  return { startMs, endMs };
}

function nameOfFile(name: string): string {
  return name.replace(/\.(ics|ical|ifb|json)$/i, '') || name;
}
