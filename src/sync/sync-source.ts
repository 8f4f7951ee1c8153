import type { Calendar, Source } from '../calendar/source.ts';
import { SourceError, type SourceErrorCode } from '../calendar/source-error.ts';
import type { SourcePage, SourceReader } from '../sources/contract.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import type { Changed, LabelWith, PageChanged, PageWrite, StoreWriter } from '../store/store.ts';
import type { Interval } from '../time/interval.ts';

/** What one source's run is given. */
export interface SourceRun {
  readonly store: StoreWriter;
  readonly source: Source;
  readonly reader: SourceReader;
  readonly window: Interval;
  readonly label: LabelWith;
  readonly now: () => number;
  /** The run's name in the lease. */
  readonly holder: string;
  /** The want that this reading answers. */
  readonly ask: string;
  /** Called before each page is written, for the lease to be renewed. */
  readonly beat: () => Promise<void>;
}

/** How one source's run ended. */
export interface SourceReport extends Changed {
  readonly sourceId: string;
  readonly pages: number;
  /** Null where everything was read. */
  readonly trouble: string | null;
  /** Calendars from which the run stepped aside: they were dropped or replaced meanwhile, and want a new reading. */
  readonly moved: number;
}

/** Trouble of one calendar, which leaves the account's other calendars readable. */
const ONE_CALENDAR: ReadonlySet<SourceErrorCode> = new Set([
  'not-found',
  'forbidden',
  'bad-answer',
  'server-error',
  'cursor-expired',
  'not-a-calendar',
  'not-google-json',
]);

interface Reading {
  readonly calendar: Calendar;
  /** The cursor that the store has: what the next page is read behind. */
  behind: unknown;
  pages: AsyncIterator<SourcePage>;
  restarted: boolean;
}

/**
 * Reads all calendars that are not off of one source, a page of each in turn, so that what is near now is there for all
 * of them first. A source's trouble is written down and answered, never thrown; what the store refuses to this
 * run (`lost-lease`, `gone`) is. A page is written only behind the cursor that the store still has:
 *
 *     read behind c ──▶ stored cursor is c ──▶ page + new cursor ──▶ read behind it ...
 *          └── unticked, ticked again, imported anew: another cursor ──▶ step aside; the next run begins there
 */
export async function syncSource(run: SourceRun): Promise<SourceReport> {
  const { store, source } = run;
  const tally: Tally = { pages: 0, added: 0, changed: 0, removed: 0, moved: 0, trouble: null };
  try {
    const readings = await beginReadings(run, tally);
    const progress = { startedMs: run.now(), events: 0 };
    for (let waiting = readings; waiting.length > 0; )
      waiting = await readRound(run, waiting, progress, tally);
    await store.prune(source.id, run.window, run.holder);
  } catch (error) {
    if (isRefusal(error)) throw error;
    tally.trouble = error;
  }
  const { trouble, ...counts } = tally;
  const report = { sourceId: source.id, ...counts };
  if (trouble !== null) {
    await store.sourceFailed(source.id, { ...troubleOf(trouble), nowMs: run.now(), ask: run.ask });
    return { ...report, trouble: troubleOf(trouble).code };
  }
  // Not read, and without trouble: it stays wanted, so that the next run takes it up. It was the user's doing, and no
  // attempt that failed.
  if (report.moved > 0) await store.want({ sourceId: source.id, onDemand: true });
  else await store.sourceRead(source.id, run.now(), run.ask);
  return { ...report, trouble: null };
}

/** What a run has done so far. The first trouble is the one that is told. */
type Tally = { -readonly [K in Exclude<keyof SourceReport, 'sourceId' | 'trouble'>]: number } & {
  trouble: unknown;
};

/** The calendars to be read, each from where the store stands. */
async function beginReadings(run: SourceRun, tally: Tally): Promise<Reading[]> {
  const { store, source, holder } = run;
  const found = await run.reader.calendars();
  const { calendars, doubted } = await store.putCalendars(source.id, found, { holder, nowMs: run.now() });
  if (doubted) tally.trouble = massRemoval();
  const { readsAll } = SOURCE_TRAITS[source.kind];
  const readings: Reading[] = [];
  for (const calendar of calendars.filter((c) => c.role !== 'off' || readsAll)) {
    const cursor = await store.cursor(source.id, calendar.id);
    readings.push({ calendar, behind: cursor, pages: pagesFrom(run, calendar, cursor), restarted: false });
  }
  return readings;
}

/** A page of each calendar; answers with those that have more. */
async function readRound(
  run: SourceRun,
  waiting: readonly Reading[],
  progress: { startedMs: number; events: number },
  tally: Tally,
): Promise<Reading[]> {
  const going: Reading[] = [];
  for (const reading of waiting) {
    const page = await nextPage(run, reading).catch((error: unknown) => {
      if (!concernsOneCalendar(error)) throw error;
      tally.trouble ??= error;
      return null;
    });
    if (page === null) continue;
    progress.events += page.changed.length;
    await run.beat();
    const done = await writePage(run, reading, page, progress);
    if (done === null) {
      tally.moved++;
      continue;
    }
    tally.pages++;
    tally.added += done.added;
    tally.changed += done.changed;
    tally.removed += done.removed;
    if (done.doubted) tally.trouble ??= massRemoval();
    else if (!page.done) going.push(reading);
  }
  return going;
}

/** The next page; a cursor that the server has forgotten starts the calendar over, once. */
async function nextPage(run: SourceRun, reading: Reading): Promise<SourcePage | null> {
  try {
    const next = await reading.pages.next();
    return next.done ? null : next.value;
  } catch (error) {
    if (codeOf(error) !== 'cursor-expired' || reading.restarted) throw error;
    reading.restarted = true;
    reading.pages = pagesFrom(run, reading.calendar, null);
    const next = await reading.pages.next();
    return next.done ? null : next.value;
  }
}

function pagesFrom(run: SourceRun, calendar: Calendar, cursor: unknown): AsyncIterator<SourcePage> {
  return run.reader.pages(calendar, cursor, run.window)[Symbol.asyncIterator]();
}

/**
 * Writes a page where the calendar still stands where the page was read; null where it does not: the user has dropped
 * or replaced it meanwhile, and what is there now is not this reading's to change.
 */
async function writePage(
  run: SourceRun,
  reading: Reading,
  { done: _, ...page }: SourcePage,
  progress: { startedMs: number; events: number },
): Promise<PageChanged | null> {
  const { calendar, behind } = reading;
  const ids = { sourceId: run.source.id, calendarId: calendar.id };
  const write: PageWrite = {
    ...page,
    ...ids,
    behind,
    window: run.window,
    holder: run.holder,
    progress: { ...ids, calendarName: calendar.name, ...progress, updatedMs: run.now() },
  };
  try {
    const changed = await run.store.writePage(write, run.label);
    reading.behind = page.cursor;
    return changed;
  } catch (error) {
    if (codeOf(error) === 'moved') return null;
    throw error;
  }
}

/** More than half of what is known would go: a later run has to agree. */
function massRemoval(): SourceError {
  return new SourceError('mass-removal', 'the answer left out more than half of what was known');
}

function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}

function concernsOneCalendar(error: unknown): boolean {
  return error instanceof SourceError && ONE_CALENDAR.has(error.code);
}

/** Whether the store refused the write of this run, or the user stopped it: nothing more may be written by it. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && (error.name === 'StoreError' || error.name === 'AbortError');
}

function troubleOf(error: unknown): { code: string; detail?: string; retryAtMs?: number } {
  if (error instanceof SourceError) {
    const { code, message, retryAtMs } = error;
    return { code, detail: message, ...(retryAtMs === undefined ? {} : { retryAtMs }) };
  }
  if (error instanceof Error && error.name === 'QuotaExceededError') return { code: 'no-room' };
  // The text of an error that is not ours may hold an address or a title.
  return { code: 'unexpected', detail: error instanceof Error ? error.name : typeof error };
}
