import type { EpochMs } from '../calendar/units.ts';
import { shareBy } from '../drift/week-point.ts';
import type { Known } from '../history/as-of.ts';
import type { Range, WeekLoad } from '../load/week-load.ts';
import { type Comparison, compared } from './comparison.ts';
import { sharesSoFar } from './so-far.ts';
import { hasShare, type Standing, standingOf } from './standing.ts';
import type { Story } from './story.ts';
import { type Yardstick, yardstickOf } from './yardstick.ts';

/** What is said of one week, on every surface alike. */
export interface WeekStatement {
  readonly standing: Standing;
  /**
   * The share of the user's track: of a finished week, of a running one if nothing is added, of one ahead as booked; null
   * where there is none, and for a week mostly away.
   */
  readonly share: number | null;
  /** Of a running week, until now; null before anything of it is over. */
  readonly soFar: number | null;
  /** Of the share. */
  readonly range: Range | null;
  readonly yardstick: Yardstick;
  /** Null where the week is not compared. */
  readonly comparison: Comparison | null;
}

/** What a statement rests on beside the week. */
export interface StatementInput {
  readonly story: Story;
  /** The target that held for the week, 0 to 1; null without one. */
  readonly target: number | null;
  readonly marks: readonly { readonly date: string; readonly name: string }[];
  readonly known: Known['kind'];
  readonly nowMs: EpochMs;
}

/** The one statement on a week. */
export function weekStatement(load: WeekLoad, input: StatementInput): WeekStatement {
  const { story, target, marks, known, nowMs } = input;
  const { measure, points, records, reach } = story;
  const standing = standingOf(load, reach, nowMs, known);
  const share = hasShare(standing) && standing !== 'away' ? shareBy(measure, load) : null;
  const ranges = { craft: load.craftShareRange, leadership: load.leadershipShareRange };
  const range = share === null ? null : ranges[measure];
  const yardstick = yardstickOf(load.week, { target, records, marks, points });
  return {
    standing,
    share,
    soFar: standing === 'running' ? shareBy(measure, sharesSoFar(load, nowMs)) : null,
    range,
    yardstick,
    comparison: compared({ standing, share, range }, yardstick),
  };
}
