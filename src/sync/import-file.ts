import type { ReadOptions, ReadResult } from '../calendar/read-result.ts';
import type { Source } from '../calendar/source.ts';
import type { ReadContext } from '../sources/contract.ts';
import { FILE_CALENDAR_ID, fileCursor, type ReadFile } from '../sources/file/read-file.ts';
import type { ImportOutcome } from '../store/rows.ts';
import type { LabelWith, Store } from '../store/store.ts';
import { syncWindow } from './sync-window.ts';

export interface ImportRun {
  readonly store: Store;
  readonly read: ReadFile;
  readonly label: LabelWith;
  readonly context: ReadContext;
  readonly now: () => number;
}

/**
 * Imports a file of the inbox: as the source that the user chose, else the one that a file of the same name made,
 * else as a new one. Source, calendar, occurrences, raw text and outcome are one transaction, so a re-import
 * replaces exactly what the earlier one brought. The sample leaves when a real calendar arrives. A file that was
 * dealt with already answers with its outcome again. Never throws for what is in the file: that is an outcome.
 */
export async function importFile(run: ImportRun, inboxId: string): Promise<ImportOutcome> {
  const { store, now } = run;
  const row = await store.inboxRow(inboxId);
  if (!row) return { ok: false, code: 'no-such-file', message: 'that file is not in the inbox' };
  if (row.outcome) return row.outcome;
  const sources = await store.sources();
  const known = knownSource(sources, row.name, row.replaces);
  if (row.replaces !== undefined && !known) {
    const message = 'the source that the file was to replace is not there any more';
    await store.refuseInbox(inboxId, 'gone', message, now());
    return { ok: false, code: 'gone', message };
  }
  const sourceId = known?.id ?? `file-${inboxId}`;
  const options: ReadOptions & { fileName: string } = {
    sourceId,
    calendarId: FILE_CALENDAR_ID,
    zone: run.context.zone,
    ownAddresses: run.context.ownAddresses,
    window: syncWindow('ics-file', now(), run.context.zone),
    fileName: row.name,
  };
  let result: ReadResult;
  try {
    result = await run.read(row.text, options);
  } catch (error) {
    const { code, message } = refusalOf(error);
    await store.refuseInbox(inboxId, code, message, now());
    return { ok: false, code, message };
  }
  const nowMs = now();
  const { name = nameOfFile(row.name), color } = result.calendar;
  await store.replaceSource(
    {
      source: { id: sourceId, kind: 'ics-file', name: row.name, syncedMs: nowMs, trouble: null },
      nowMs,
      calendar: { id: FILE_CALENDAR_ID, name, ...(color === undefined ? {} : { color }) },
      occurrences: result.occurrences,
      problems: result.problems,
      cursor: fileCursor(nowMs, options),
      file: { name: row.name, text: row.text },
      inboxId,
      leave: sources.filter((s) => s.kind === 'sample').map((s) => s.id),
    },
    run.label,
  );
  const { occurrences, problems } = result;
  return { ok: true, sourceId, occurrences: occurrences.length, problems: problems.length };
}

/**
 * Imports every file that still waits in the inbox: those whose import was cut short. Answers how many there
 * were.
 */
export async function importWaiting(run: ImportRun): Promise<number> {
  const waiting = (await run.store.inbox()).filter((row) => !row.outcome);
  for (const { id } of waiting) await importFile(run, id);
  return waiting.length;
}

function knownSource(sources: readonly Source[], name: string, chosen?: string): Source | undefined {
  const files = sources.filter((s) => s.kind === 'ics-file');
  return chosen === undefined ? files.find((s) => s.name === name) : files.find((s) => s.id === chosen);
}

function nameOfFile(name: string): string {
  return name.replace(/\.(ics|ical|ifb|json)$/i, '') || name;
}

function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof Error && error.name === 'SourceError' && 'code' in error) {
    return { code: String(error.code), message: error.message };
  }
  // A mistake of ours: the text of a foreign error may quote the file.
  return { code: 'unexpected', message: `the file could not be read (${nameOf(error)})` };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
