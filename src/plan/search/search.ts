import type { LoadSettings } from '../../load/week-load.ts';
import { type Change, compareChanges, compareLists, type Move, type Objective } from '../move.ts';
import type { Stretch } from '../stretch.ts';
import type { Placed } from '../stretch-load.ts';
import { type Branch, branchOf, compatibleSets, utmost } from './branches.ts';
import { compareFound, type Found, foundOf } from './found.ts';
import type { Candidate, Choice, Option } from './options.ts';
import { putBest } from './put.ts';
import { StretchStates } from './states.ts';
import { subjectsOf } from './subject.ts';
import { Tally } from './tally.ts';

export interface Problem {
  /** None cuts an occurrence that a move changes. */
  readonly stretches: readonly Stretch[];
  /** Every occurrence that blocks, at its present place. */
  readonly present: readonly Placed[];
  /** Each allowed alone, in the order of `compareMoves`. */
  readonly moves: readonly Move[];
  readonly settings: LoadSettings;
  readonly objective: Objective;
  readonly mostMoves: number;
  /** Units of effort (`Tally`); beyond, the search stops early. */
  readonly mostEffort: number;
}

export interface Answer {
  readonly best: Found;
  /** No allowed set is worth more; the best's own value where that is proven. */
  readonly boundMs: number;
  readonly optimal: boolean;
  /** Layouts of stretches that were counted. */
  readonly examined: number;
}

/**
 * The best set of at most `mostMoves` moves (`compareFound` says which of two is better), exactly: branch and bound over
 * the stretches of the week. Moves of several occurrences are settled first, set by set; for each, the ways to change
 * single occurrences are listed stretch by stretch with a bound on what they give (`optionsOf`), and walked from the
 * most promising on; where the shifted ones go is settled last (`putBest`).
 *
 * It yields often, so that a page can draw in between.
 */
export function* search(problem: Problem): Generator<undefined, Answer> {
  const tally = new Tally(problem.mostEffort);
  const subjects = subjectsOf(problem.moves, problem.stretches, problem.objective);
  const states = problem.stretches.map((s, i) => new StretchStates(i, s, problem.present, problem, tally));
  const nothing = states.reduce((ms, s) => ms + s.state([]).valueMs, 0);

  const branches: Branch[] = [];
  let overlookedMs = Number.NEGATIVE_INFINITY;
  for (const settled of compatibleSets(subjects.several, problem.mostMoves)) {
    if (branches.length > 0 && tally.isSpent) {
      overlookedMs = utmost(subjects, states, problem.objective);
      break;
    }
    branches.push(branchOf(settled, subjects, states, problem, tally));
    yield;
  }
  branches.sort((a, b) => b.boundMs - a.boundMs || a.settled.length - b.settled.length);
  const walk = new Walk(foundOf([], nothing), tally, overlookedMs);
  for (const branch of branches) yield* walk.into(branch);

  const { best, openMs } = walk;
  return {
    best,
    boundMs: Math.max(best.valueMs, openMs),
    // A tie that was left open might still come first: only what was walked to its end is proven.
    optimal: openMs < best.valueMs,
    examined: tally.examined,
  };
}

/** Walks branches and keeps the best set that it has met. */
class Walk {
  best: Found;
  /** The highest bound of what was not walked to its end; less than anything where there is nothing such. */
  openMs: number;
  readonly #tally: Tally;

  constructor(best: Found, tally: Tally, openMs: number) {
    this.best = best;
    this.openMs = openMs;
    this.#tally = tally;
  }

  *into(branch: Branch): Generator<undefined, void> {
    const { table, left } = branch;
    if (branch.boundMs < this.best.valueMs) return;
    if (!branch.isWhole) this.#leave(branch.boundMs);
    for (const option of table.ordered(0, left)) {
      const bound = table.boundOf(option, 0, left);
      if (bound < this.best.valueMs) return;
      if (this.#tally.isSpent) return this.#leave(bound);
      yield* this.#step(branch, [option], left - option.choices.length);
      if (this.#tally.isSpent) return this.#leave(bound);
    }
  }

  #leave(boundMs: number): void {
    this.openMs = Math.max(this.openMs, boundMs);
  }

  /** Goes on from the options that were chosen for the first stretches. */
  *#step(branch: Branch, chosen: readonly Option[], left: number): Generator<undefined, void> {
    const { table } = branch;
    if (this.#tally.isSpent || !this.#mayWin(branch, chosen, left)) return;
    if (chosen.length === table.stretches) {
      this.#judge(branch, chosen);
      yield;
      return;
    }
    const before = chosen.reduce((ms, o) => ms + o.upperMs, 0);
    for (const option of table.ordered(chosen.length, left)) {
      if (before + table.boundOf(option, chosen.length, left) < this.best.valueMs) return;
      yield* this.#step(branch, [...chosen, option], left - option.choices.length);
    }
  }

  /** Whether what was chosen can still become better than the best, by value or by having fewer moves. */
  #mayWin({ table, settled }: Branch, chosen: readonly Option[], left: number): boolean {
    const before = chosen.reduce((ms, o) => ms + o.upperMs, 0);
    const restMs = (moves: number): number => table.restMs(chosen.length, moves);
    const bound = before + restMs(left);
    if (bound !== this.best.valueMs) return bound > this.best.valueMs;
    const made = settled.length + chosen.reduce((n, o) => n + o.choices.length, 0);
    const moves = Math.min(left, this.best.moves.length - made);
    return moves >= 0 && before + restMs(moves) >= bound;
  }

  /** Settles where the shifted occurrences go, and keeps the set where it is the best so far. */
  #judge(branch: Branch, chosen: readonly Option[]): void {
    const choices = chosen.flatMap((o) => o.choices);
    const upperMs = chosen.reduce((ms, o) => ms + o.upperMs, 0);
    const tied = upperMs === this.best.valueMs;
    if (tied && !this.#mayWinTie(branch, choices)) return;
    const shifted = choices
      .filter(({ kind }) => kind === 'shift')
      .map(({ subject }) => branch.candidates.get(subject))
      .filter((c) => c !== undefined)
      .sort((a, b) => compareChanges(leaving(a), leaving(b)));
    const put = putBest(
      chosen.map((o) => o.state),
      shifted,
      this.best.valueMs,
      this.#tally,
    );
    if (put === null) return;
    const moves = [...branch.settled, ...put.places.map(({ move }) => move), ...choices.flatMap(ownMove)];
    const found = foundOf(moves, put.valueMs);
    if (compareFound(found, this.best) < 0) this.best = found;
  }

  /** Whether a set of the best's own value could come before it: by moves, people, or the changes at their earliest. */
  #mayWinTie(branch: Branch, choices: readonly Choice[]): boolean {
    const { best } = this;
    const moves = branch.settled.length + choices.length;
    if (moves !== best.moves.length) return moves < best.moves.length;
    const people =
      branch.settled.reduce((n, m) => n + m.peopleAsked, 0) +
      choices.reduce((n, { subject }) => n + subject.people, 0);
    if (people !== best.people) return people < best.people;
    const earliest = [
      ...branch.settled.flatMap((m) => m.changes),
      ...choices.flatMap((choice): readonly Change[] => {
        const [own] = ownMove(choice);
        const move = own ?? branch.candidates.get(choice.subject)?.places[0]?.move;
        return move?.changes ?? [];
      }),
    ].sort(compareChanges);
    return compareLists(earliest, best.changes, compareChanges) <= 0;
  }
}

function leaving({ subject }: Candidate): Change {
  return { occurrence: subject.occurrence, to: null };
}

/** The move of a choice that is settled by itself; none for a shift. */
function ownMove({ subject, kind }: Choice): Move[] {
  const move = kind === 'drop' ? subject.drop : kind === 'shorten' ? subject.shorten?.move : null;
  return move ? [move] : [];
}
