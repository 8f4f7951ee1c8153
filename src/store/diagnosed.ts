import type { SourceKind } from '../calendar/source.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { StoreName } from './rows.ts';

/** What the maintainer needs to understand a fault: kinds, counts, codes and times; no title, name or address. */
export interface Diagnosis {
  readonly databaseVersion: number;
  /** Rows of each store. */
  readonly rows: Readonly<Record<StoreName, number>>;
  /** Rows of each store that cannot be read, and are skipped; stores without any are left out. */
  readonly unreadable: Readonly<Partial<Record<StoreName, number>>>;
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

/** The same of one source. */
export interface SourceDiagnosis {
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
