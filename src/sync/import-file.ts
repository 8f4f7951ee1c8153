import type { ReadResult } from '../calendar/read-result.ts';
import type { Source } from '../calendar/source.ts';
import type { ReadContext } from '../sources/contract.ts';
import { FILE_CALENDAR_ID, fileCursor, type ReadFile } from '../sources/file/read-file.ts';
import type { ImportOutcome, InboxRow } from '../store/rows.ts';
import type { LabelWith, Store } from '../store/store.ts';
import { sourceIdOfFile } from '../store/sweep.ts';
import { sameCalendar } from './same-calendar.ts';
import { syncWindow } from './sync-window.ts';
import { type ReadingOfFile, writeImport } from './write-import.ts';

export interface ImportRun {
  readonly store: Store;
  readonly read: ReadFile;
  /** Stops the reading of that file. */
  readonly signalOf?: (inboxId: string) => AbortSignal;
  readonly label: LabelWith;
  readonly context: ReadContext;
  readonly now: () => number;
}

/**
 * Imports a file of the inbox: as the source that the user chose, else the one that an earlier file of the same name
 * and the same calendar made, else as a new one. It comes in batches; a re-import changes exactly what differs from the earlier one. The sample
 * leaves when a real calendar arrives. A file that was dealt with already answers with its outcome again. What is in
 * the file is never thrown: that is an outcome; a disk that refuses is. `byHand` tries one again that was set aside.
 */
export async function importFile(
  run: ImportRun,
  inboxId: string,
  { byHand = true }: { byHand?: boolean } = {},
): Promise<ImportOutcome> {
  const { store, now } = run;
  // Before the store is asked: a file that is cancelled after that finds this signal.
  const signal = run.signalOf?.(inboxId);
  const row = await store.beginImport(inboxId, byHand);
  if (!row) return { ok: false, code: 'no-such-file', message: 'that file is not in the inbox' };
  if (row.outcome) return row.outcome;
  if (row.setAside !== undefined) {
    return { ok: false, code: 'set-aside', message: `the file was set aside (${row.setAside})` };
  }
  const sources = await store.sources();
  const known =
    row.replaces === undefined
      ? await sameNamed(store, row)
      : sources.find(({ id, kind }) => id === row.replaces && kind === 'ics-file');
  if (row.replaces !== undefined && !known) {
    return refused(run, inboxId, 'gone', 'the source that the file was to replace is not there any more');
  }
  const options = {
    sourceId: known?.id ?? sourceIdOfFile(inboxId),
    calendarId: FILE_CALENDAR_ID,
    zone: run.context.zone,
    ownAddresses: run.context.ownAddresses,
    window: syncWindow('ics-file', now(), run.context.zone),
    fileName: row.name,
    ...(signal === undefined ? {} : { signal }),
  };
  let result: ReadResult;
  try {
    result = await run.read(row.text, options);
  } catch (error) {
    const { code, message } = refusalOf(error);
    return refused(run, inboxId, code, message);
  }
  const nowMs = now();
  const cursor = fileCursor(nowMs, options);
  const replaces = known !== undefined;
  return kept(run, { inboxId, row, result, sourceId: options.sourceId, nowMs, cursor, replaces });
}

/**
 * Imports every file that still waits in the inbox: those whose import was cut short. One that the disk refuses does
 * not stop the others. Answers how many there were.
 */
export async function importWaiting(run: ImportRun): Promise<number> {
  const waiting = (await run.store.inbox()).filter((row) => !row.outcome && row.setAside === undefined);
  let trouble: { error: unknown } | null = null;
  for (const { id } of waiting) {
    await importFile(run, id, { byHand: false }).catch((error: unknown) => {
      trouble ??= { error };
    });
  }
  if (trouble !== null) throw (trouble as { error: unknown }).error;
  return waiting.length;
}

/** Writes what was read; a refusal of the disk is remembered as the reason, and rises. */
async function kept(run: ImportRun, reading: ReadingOfFile): Promise<ImportOutcome> {
  try {
    return await writeImport(run, reading);
  } catch (error) {
    if (codeOf(error) === 'gone')
      return refused(run, reading.inboxId, 'cancelled', 'the import was cancelled');
    await run.store.importFailed(reading.inboxId, error instanceof Error ? error.name : typeof error);
    throw error;
  }
}

async function refused(
  run: ImportRun,
  inboxId: string,
  code: string,
  message: string,
): Promise<ImportOutcome> {
  await run.store.refuseInbox(inboxId, code, message, run.now());
  return { ok: false, code, message };
}

/** Where nobody was asked, a newer file has to bear the name of the one that it replaces too. */
async function sameNamed(store: Store, row: InboxRow): Promise<Source | undefined> {
  const known = await sameCalendar(store, row);
  return known?.name === row.name ? known : undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof Error && error.name === 'SourceError' && 'code' in error) {
    return { code: String(error.code), message: error.message };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'cancelled', message: 'the import was cancelled' };
  }
  // A mistake of ours: the text of a foreign error may quote the file.
  return {
    code: 'unexpected',
    message: `the file could not be read (${error instanceof Error ? error.name : typeof error})`,
  };
}
