import type { Source } from '../calendar/source.ts';
import type { SourceReader } from '../sources/contract.ts';
import type { LabelWith, StoreReader, StoreWriter } from '../store/store.ts';
import { HOUR_MS, MINUTE_MS } from '../time/interval.ts';
import { type SourceReport, syncSource } from './sync-source.ts';
import { syncWindow } from './sync-window.ts';

/** The part of the Web Locks API that keeps runs apart, over all contexts of the extension. */
export interface Locks {
  request<T>(name: string, options: { ifAvailable: true }, work: (lock: unknown) => Promise<T>): Promise<T>;
}

/** Name of the lock that a run holds. */
export const SYNC_LOCK = 'craftweek-sync';

/** How long a run that shows no life keeps its lease. A page takes seconds, the slowest retry under a minute. */
export const LEASE_MS = 3 * MINUTE_MS;
/** The lease is renewed when this much of it is over. */
const RENEW_MS = MINUTE_MS;

/** A daily quota comes back after a day, with an hour for the change of the clocks. */
const LONGEST_PAUSE_MS = 25 * HOUR_MS;

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
  /** The user asked: pauses that a server asked for are tried again. */
  readonly onDemand?: boolean;
}

export interface SyncReport {
  /** False where another run was on its way. */
  readonly ran: boolean;
  readonly sources: readonly SourceReport[];
}

const NOT_RUN: SyncReport = { ran: false, sources: [] };

/**
 * Brings the store to what the sources say. One run at a time: a second one answers `ran: false` at once. A
 * failing source is written down and does not stop the others. Killed anywhere, the next run goes on from the
 * last page written; a run that was replaced meanwhile can write nothing more.
 *
 *     lock ── lease ──▶ source ▶ calendars ▶ page+cursor ▶ page+cursor … ▶ read/failed ▶ next source ─▶ drop
 */
export async function syncSources(run: SyncRun, request: SyncRequest = {}): Promise<SyncReport> {
  const { locks } = run;
  if (locks === null) return withLease(run, request, false);
  return locks.request(SYNC_LOCK, { ifAvailable: true }, (lock) =>
    // Whoever has the lock is the only one alive: a lease left behind belongs to a dead run.
    lock === null ? Promise.resolve(NOT_RUN) : withLease(run, request, true),
  );
}

async function withLease(run: SyncRun, request: SyncRequest, force: boolean): Promise<SyncReport> {
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
  try {
    for (const source of await store.sources()) {
      if (request.sourceId !== undefined && source.id !== request.sourceId) continue;
      const pausedMs = await store.pausedUntil(source.id);
      if (pausedMs !== null && isAhead(pausedMs, now()) && !request.onDemand) continue;
      const reader = await run.readerOf(source);
      if (!reader) continue;
      const window = syncWindow(source.kind, now(), run.zone);
      const report = await syncSource({ ...run, source, reader, window, beat }).catch((error: unknown) => {
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

/** Whether a pause still holds; one further ahead than any server asks for was written by a clock gone wrong. */
function isAhead(untilMs: number, nowMs: number): boolean {
  return untilMs > nowMs && untilMs - nowMs <= LONGEST_PAUSE_MS;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'gone';
}
