import { describe, expect, it, vi } from 'vitest';
import { frameOf } from '../../src/plan/frame.ts';
import { MOVE_KINDS, type Move, type Objective } from '../../src/plan/move.ts';
import { allowedMoves } from '../../src/plan/moves.ts';
import { planWeek } from '../../src/plan/plan-week.ts';
import { everyMove, exhaustiveBest, type PlainMove } from './exhaustive.ts';
import { randomWeek } from './weeks.ts';

const LONG = process.env.CRAFTWEEK_LONG === '1';
vi.setConfig({ testTimeout: LONG ? 3_600_000 : 30_000 });

const plain = (move: Move): Omit<PlainMove, 'people'> => ({
  kind: move.kind,
  changes: move.changes.map(({ occurrence, to }) => ({
    uid: occurrence.uid,
    start: occurrence.startMs,
    to: to && { start: to.startMs, end: to.endMs },
  })),
});
const text = (moves: readonly Omit<PlainMove, 'people'>[]): string[] =>
  moves.map(({ kind, changes }) => JSON.stringify({ kind, changes })).sort();

describe('the moves that are allowed alone', () => {
  it('are those that a walk over every minute of the week finds', () => {
    for (let seed = 1; seed <= (LONG ? 2000 : 25); seed++) {
      const { week, settings, list } = randomWeek(seed);
      const found = allowedMoves(frameOf(week, list, settings), MOVE_KINDS);
      expect(text(found.map(plain)), `week ${seed}`).toEqual(
        text(everyMove(week, list, settings, MOVE_KINDS)),
      );
    }
  });
});

describe('the best set', () => {
  /** Weeks compared, of those that the exhaustive search can finish. */
  function compare(seeds: readonly number[], most: number, largest: number, mostSets: number): number {
    let compared = 0;
    for (const seed of seeds) {
      const { week, settings, list } = randomWeek(seed, 6, largest);
      const objective: Objective = seed % 3 === 0 ? 'leadership' : 'craft';
      const moves = everyMove(week, list, settings, MOVE_KINDS);
      const expected = exhaustiveBest({ week, list, settings, objective }, moves, most, mostSets);
      if (expected === null) continue;
      compared++;
      const plan = planWeek(week, list, settings, { objective, mostMoves: most, kinds: MOVE_KINDS });
      expect(plan.optimal).toBe(true);
      expect(plan.boundMinutes, `week ${seed}`).toBe(expected.minutes);
      expect(text(plan.moves.map(plain)), `week ${seed}`).toEqual(text(expected.moves));
    }
    return compared;
  }
  const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

  it('of one move is the one that counting every move finds', () => {
    expect(compare(seeds(1, LONG ? 1000 : 14), 1, 25, 5_000)).toBeGreaterThan(9);
  });

  it('of two moves is the one that counting every pair finds', () => {
    expect(compare(seeds(5000, LONG ? 400 : 5), 2, LONG ? 20 : 9, LONG ? 60_000 : 8_000)).toBeGreaterThan(2);
  });

  it('of three moves is the one that counting every three finds', () => {
    expect(compare(seeds(9000, LONG ? 400 : 12), 3, LONG ? 14 : 7, LONG ? 400_000 : 12_000)).toBeGreaterThan(
      2,
    );
  });
});
