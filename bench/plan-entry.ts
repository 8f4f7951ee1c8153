// What the row `plan` runs in a browser's page: plans of random weeks, timed there.
import { MOVE_KINDS } from '../src/plan/move.ts';
import { planWeek } from '../src/plan/plan-week.ts';
import { randomWeek } from '../tests/plan/weeks.ts';

/** Milliseconds of each plan of `count` random weeks with up to three moves, or with none allowed. */
function planTimes(count: number, empty: boolean): number[] {
  const kinds = empty ? [] : MOVE_KINDS;
  return Array.from({ length: count }, (_, i) => {
    const { week, list, settings } = randomWeek(20_000 + i);
    const begin = performance.now();
    planWeek(week, list, settings, { objective: 'craft', mostMoves: 3, kinds });
    return performance.now() - begin;
  });
}

Object.assign(globalThis, { planTimes });
