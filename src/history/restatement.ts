import type { EpochMs } from '../calendar/units.ts';
import type { Closing } from './closed-week.ts';

/** That a new version has counted the closed weeks again: told once, so that no new model passes for a change. */
export interface Restatement {
  readonly atMs: EpochMs;
  /** Closed weeks whose figures changed. */
  readonly weeks: number;
  /** Mean craft share over all closed weeks that have one, before and after; null where none has. */
  readonly craftShareBefore: number | null;
  readonly craftShareAfter: number | null;
}

/** What there is to tell of a recount by a new version; null where no figure changed. */
export function restatementOf(
  before: readonly Closing[],
  after: readonly Closing[],
  atMs: EpochMs,
): Restatement | null {
  const weeks = after.filter((closing, i) => {
    return JSON.stringify(closing.row.figures) !== JSON.stringify(before[i]?.row.figures);
  }).length;
  if (weeks === 0) return null;
  return { atMs, weeks, craftShareBefore: meanShare(before), craftShareAfter: meanShare(after) };
}

function meanShare(closings: readonly Closing[]): number | null {
  const shares = closings.flatMap(({ row }) => row.figures.craftShare ?? []);
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
