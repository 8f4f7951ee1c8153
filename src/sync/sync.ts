import type { Source } from '../calendar/source.ts';
import type { SourceReader } from '../sources/contract.ts';
import { SOURCE_TRAITS } from '../sources/traits.ts';
import type { WantedRow } from '../store/rows.ts';
import type { LabelWith, StoreReader, StoreWriter } from '../store/store.ts';
import { HOUR_MS, MINUTE_MS } from '../time/interval.ts';
import { type SourceReport, syncSource } from './sync-source.ts';
import { syncWindow } from './sync-window.ts';

/** The part of the Web Locks API that keeps runs apart, over all contexts of the extension. */
export interface Locks {
  request<T>(name: string, options: { ifAvailable: true }, work: (lock: unknown) => Promise<T>): Promise<T>;
}

/** Name of the lock that a run holds. */
const SYNC_LOCK = 'craftweek-sync';

/** How long a run that shows no life keeps its lease. A page takes seconds, the slowest retry under a minute. */
export const LEASE_MS = 3 * MINUTE_MS;
/** The lease is renewed when this much of it is over. */
const RENEW_MS = MINUTE_MS;

/** A daily quota comes back after a day, with an hour for the change of the clocks. */
const LONGEST_PAUSE_MS = 25 * HOUR_MS;

/** How often one run reads a source that is wanted again and again. */
const MOST_ROUNDS = 3;

export interface SyncRun {
  readonly store: StoreReader & StoreWriter;
  /** The reader of a source, or null where it has none that this context can use. */
  readonly readerOf: (source: Source) => Promise<SourceReader | null>;
  readonly label: LabelWith;
  readonly now: () => number;
  /** The user's zone, which the window's weeks are counted in. */
  readonly zone: string;
  /** Null where the context has no Web Locks; the lease alone keeps runs apart then. */
  readonly locks: Locks | null;
  /** Unique to this run. */
  readonly holder: string;
}

export interface SyncRequest {
  /** Only this source; all where absent. */
  readonly sourceId?: string;
  /** The user asked: pauses that a server asked for are tried again, and what was set aside too. */
  readonly onDemand?: boolean;
}

export interface SyncReport {
  /** False where another run was on its way: what was asked for stays wanted. */
  readonly ran: boolean;
  readonly sources: readonly SourceReport[];
}

const NOT_RUN: SyncReport = { ran: false, sources: [] };

/**
 * Reads the sources that are wanted: those of the request, and those that earlier runs left over; with a null request
 * the latter alone. One run at a time: a second one answers `ran: false` at once. A failing source is written down and
 * does not stop the others. Killed anywhere, the next run goes on from the last page written; a run that was replaced
 * meanwhile can write nothing more.
 *
 *     want ─ lock ─ lease ─▶ wanted source ▶ begin ▶ calendars ▶ page+cursor … ▶ read/failed+unwant ▶ next wanted ─▶ drop
 *              └── held by another: wanted stays, `ran: false`      └── moved: wanted stays
 */
export async function syncSources(run: SyncRun, request: SyncRequest | null = {}): Promise<SyncReport> {
  const { locks, store } = run;
  if (request !== null) await store.want(request);
  if (locks === null) return withLease(run, false);
  return locks.request(SYNC_LOCK, { ifAvailable: true }, (lock) =>
    // Whoever has the lock is the only one alive: a lease left behind belongs to a dead run.
    lock === null ? Promise.resolve(NOT_RUN) : withLease(run, true),
  );
}

async function withLease(run: SyncRun, force: boolean): Promise<SyncReport> {
  const { store, holder, now } = run;
  let renewedMs = now();
  if (!(await store.takeLease(holder, renewedMs, renewedMs + LEASE_MS, force))) return NOT_RUN;
  const beat = async (): Promise<void> => {
    const nowMs = now();
    // The clock may have moved back: renew then too.
    if (Math.abs(nowMs - renewedMs) < RENEW_MS) return;
    renewedMs = nowMs;
    await store.takeLease(holder, nowMs, nowMs + LEASE_MS);
  };
  const sources: SourceReport[] = [];
  const done = new Map<string, WantedRow[]>();
  try {
    for (let next = await nextWanted(run, done); next; next = await nextWanted(run, done)) {
      const { source, want } = next;
      done.set(source.id, [...(done.get(source.id) ?? []), want]);
      const report = await readWanted(run, source, want, beat).catch((error: unknown) => {
        // The user removed the source meanwhile: nothing to say, and the others go on.
        if (isGone(error)) return null;
        throw error;
      });
      if (report) sources.push(report);
    }
  } finally {
    await store.dropLease(holder);
  }
  return { ran: true, sources };
}

/** The first source with a want that this run has not answered: wants that come while it runs are among them. */
async function nextWanted(
  { store }: SyncRun,
  done: ReadonlyMap<string, readonly WantedRow[]>,
): Promise<{ source: Source; want: WantedRow } | null> {
  const wants = new Map((await store.wanted()).map((want) => [want.sourceId, want]));
  for (const source of await store.sources()) {
    const want = wants.get(source.id);
    const answered = done.get(source.id) ?? [];
    if (!want || answered.length >= MOST_ROUNDS || answered.some((one) => one.ask === want.ask)) continue;
    return { source, want };
  }
  return null;
}

/** Reads one wanted source; null where it is not to be read now. */
async function readWanted(
  run: SyncRun,
  source: Source,
  { ask, onDemand }: WantedRow,
  beat: () => Promise<void>,
): Promise<SourceReport | null> {
  const { store, now } = run;
  const pausedMs = await store.pausedUntil(source.id);
  const rests = (pausedMs !== null && isAhead(pausedMs, now())) || isResting(source, now());
  const reader = source.paused || (rests && !onDemand) ? null : await run.readerOf(source);
  if (!reader) {
    await store.unwant(source.id, ask);
    return null;
  }
  const begun = await store.beginReading(source.id);
  // Removed since it was looked up.
  if (begun === null) return null;
  if (begun.setAside) {
    const detail = 'it began several times and never ended';
    await store.sourceFailed(source.id, { code: 'set-aside', detail, nowMs: now(), ask });
    return null;
  }
  const window = syncWindow(source.kind, now(), run.zone);
  return syncSource({ ...run, source, reader, window, ask, beat });
}

/** Whether it was read so lately that it is left alone; a clock that went back ends that. */
function isResting({ kind, syncedMs, trouble }: Source, nowMs: number): boolean {
  if (syncedMs === null || trouble !== null) return false;
  const sinceMs = nowMs - syncedMs;
  return sinceMs >= 0 && sinceMs < SOURCE_TRAITS[kind].restMinutes * MINUTE_MS;
}

/** Whether a pause still holds; one further ahead than any server asks for was written by a clock gone wrong. */
function isAhead(untilMs: number, nowMs: number): boolean {
  return untilMs > nowMs && untilMs - nowMs <= LONGEST_PAUSE_MS;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'gone';
}
