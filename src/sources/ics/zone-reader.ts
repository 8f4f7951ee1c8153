import type { Problem } from '../../calendar/problem.ts';

/** Turns a wall-clock time (epoch ms as if it were UTC) into the instant, in epoch ms. */
export type ZoneReader = (wallMs: number) => number;

/** The zones of one file. */
export interface Zones {
  /** How to read times of a TZID that stands on `line`. An unknown one is read in the user's zone, reported once. */
  reader(tzid: string, line: number): ZoneReader;
  /** The user's IANA zone. */
  readonly user: string;
  readonly problems: readonly Problem[];
}
