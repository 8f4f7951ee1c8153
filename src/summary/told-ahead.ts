import type { EpochMs } from '../calendar/units.ts';
import { HOUR_MS } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';

/** For so long a clock must have run steadily before what lies ahead of it is taken for an error. */
const STEADY_MS = 6 * HOUR_MS;

/** A telling, and since when it has been seen to lie ahead. */
export interface Telling {
  readonly week: PlainDate;
  readonly aheadSinceMs?: EpochMs;
}

/**
 * What becomes of the telling of a week at `nowMs`, in `thisWeek`. A clock that was ahead for a moment has spent weeks
 * that are still to come: once the clock has run for six hours without reaching them, they are forgotten, and told in
 * their own time. A clock that is behind for a moment forgets nothing.
 */
export function tellingNow(
  telling: Telling,
  thisWeek: PlainDate,
  nowMs: EpochMs,
): 'as-it-was' | 'seen-ahead' | 'not-ahead' | 'forget' {
  const { week, aheadSinceMs } = telling;
  if (week <= thisWeek) return aheadSinceMs === undefined ? 'as-it-was' : 'not-ahead';
  if (aheadSinceMs === undefined || nowMs < aheadSinceMs) return 'seen-ahead';
  return nowMs - aheadSinceMs >= STEADY_MS ? 'forget' : 'as-it-was';
}
