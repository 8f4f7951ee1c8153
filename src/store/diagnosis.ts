import type { SourceKind } from '../calendar/source.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { Database } from './database.ts';
import { DATABASE_VERSION } from './migrations/all.ts';
import { rowsOfSource } from './row-ranges.ts';
import { STORE_NAMES, type StoreName } from './rows.ts';
import type { StoreReader } from './store.ts';

/** What the maintainer needs to understand a fault: kinds, counts, codes and times; no title, name or address. */
export interface Diagnosis {
  readonly databaseVersion: number;
  /** Rows of each store. */
  readonly rows: Readonly<Record<StoreName, number>>;
  readonly sources: readonly SourceDiagnosis[];
  /** Files that wait: how often they were tried, and why they were set aside. */
  readonly waiting: readonly {
    readonly characters: number;
    readonly attempts: number;
    readonly setAside: string | null;
  }[];
  /** Rows still wait to be labelled. */
  readonly labelling: boolean;
}

interface SourceDiagnosis {
  readonly kind: SourceKind;
  readonly addedMs: EpochMs;
  readonly readMs: EpochMs | null;
  readonly trouble: { readonly code: string; readonly sinceMs: EpochMs } | null;
  readonly calendars: Readonly<Record<string, number>>;
  readonly occurrences: number;
  /** How many problems of each code its last reading had. */
  readonly problems: Readonly<Record<string, number>>;
  /** A reading is asked for, with so many attempts that never ended. */
  readonly wanted: number | null;
}

/** Looks over everything that is stored, and tells nothing of what it says. */
export function diagnosisAccess(db: Database): Pick<StoreReader, 'diagnosis'> {
  return {
    diagnosis: () =>
      db.read(STORE_NAMES, async (tx): Promise<Diagnosis> => {
        const counts = await Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).count()));
        const [sources, calendars, problems, wanted, inbox, labels] = await Promise.all([
          tx.objectStore('sources').getAll(),
          tx.objectStore('calendars').getAll(),
          tx.objectStore('problems').getAll(),
          tx.objectStore('wanted').getAll(),
          tx.objectStore('inbox').getAll(),
          tx.objectStore('state').get('labels'),
        ]);
        const about = sources.map(
          async ({ id, kind, addedMs, syncedMs, trouble }): Promise<SourceDiagnosis> => ({
            kind,
            addedMs,
            readMs: syncedMs,
            trouble: trouble && { code: trouble.code, sinceMs: trouble.sinceMs },
            calendars: tally(calendars.filter((c) => c.sourceId === id).map((c) => c.role)),
            occurrences: await tx.objectStore('occurrences').count(rowsOfSource(id)),
            problems: tally(problems.find((p) => p.sourceId === id)?.problems.map((p) => p.code) ?? []),
            wanted: wanted.find((w) => w.sourceId === id)?.attempts ?? null,
          }),
        );
        return {
          databaseVersion: DATABASE_VERSION,
          rows: Object.fromEntries(STORE_NAMES.map((name, i) => [name, counts[i]])) as Record<
            StoreName,
            number
          >,
          sources: await Promise.all(about),
          waiting: inbox
            .filter((row) => !row.outcome)
            .map(({ text, attempts = 0, setAside = null }) => ({
              characters: text.length,
              attempts,
              setAside,
            })),
          labelling: labels?.name === 'labels' && labels.pendingAfter !== null,
        };
      }),
  };
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
