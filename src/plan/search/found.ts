import { type Change, compareChanges, compareLists, compareMoves, compareText, type Move } from '../move.ts';

/** A set of moves with what the week is then worth. */
export interface Found {
  readonly valueMs: number;
  /** In the order of `compareMoves`. */
  readonly moves: readonly Move[];
  readonly people: number;
  /** Of all moves, sorted. */
  readonly changes: readonly Change[];
}

export function foundOf(moves: readonly Move[], valueMs: number): Found {
  return {
    valueMs,
    moves: [...moves].sort(compareMoves),
    people: moves.reduce((sum, move) => sum + move.peopleAsked, 0),
    changes: moves.flatMap(({ changes }) => changes).sort(compareChanges),
  };
}

/**
 * Which of two sets is the better one; negative where it is `a`. The most of the objective, then fewer moves, fewer
 * people asked, the changes that come first, the kinds that come first.
 */
export function compareFound(a: Found, b: Found): number {
  return (
    b.valueMs - a.valueMs ||
    a.moves.length - b.moves.length ||
    a.people - b.people ||
    compareLists(a.changes, b.changes, compareChanges) ||
    compareLists(a.moves, b.moves, (x, y) => compareText(x.kind, y.kind))
  );
}
