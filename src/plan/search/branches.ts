import { lengthMs, overlaps } from '../../time/interval.ts';
import type { Change, Move, Objective } from '../move.ts';
import { isOfWorth, placed } from '../stretch-load.ts';
import { type Candidate, type Option, optionsOf } from './options.ts';
import type { Difference, State, StretchStates } from './states.ts';
import type { Subject, Subjects } from './subject.ts';
import { Table } from './table.ts';
import type { Tally } from './tally.ts';

/** A set of moves of several occurrences that is settled, and what moves of one occurrence can add to it. */
export interface Branch {
  readonly settled: readonly Move[];
  readonly candidates: ReadonlyMap<Subject, Candidate>;
  /** Moves of one occurrence that may be added. */
  readonly left: number;
  readonly table: Table;
  /** Whether the table has every option; else there were too many. */
  readonly isWhole: boolean;
  /** No set that begins with this one is worth more. */
  readonly boundMs: number;
}

/** Sets of at most `most` moves that change no occurrence twice and whose new places do not overlap. */
export function* compatibleSets(moves: readonly Move[], most: number): Generator<readonly Move[]> {
  function* visit(from: number, chosen: readonly Move[]): Generator<readonly Move[]> {
    yield chosen;
    if (chosen.length === most) return;
    for (let i = from; i < moves.length; i++) {
      const move = moves[i] as Move;
      if (chosen.every((other) => areCompatible(other, move))) yield* visit(i + 1, [...chosen, move]);
    }
  }
  yield* visit(0, []);
}

/** Whether two moves may stand in one set, each being allowed alone. */
function areCompatible(a: Move, b: Move): boolean {
  const clash = (x: Change, y: Change): boolean =>
    x.occurrence === y.occurrence || (x.to !== null && y.to !== null && overlaps(x.to, y.to));
  return !a.changes.some((x) => b.changes.some((y) => clash(x, y)));
}

/** The branch of a settled set. */
export function branchOf(
  settled: readonly Move[],
  subjects: Subjects,
  states: readonly StretchStates[],
  goal: { readonly objective: Objective; readonly mostMoves: number },
  tally: Tally,
): Branch {
  const changes = settled.flatMap((move) => move.changes);
  const differences = states.map((s) => differencesIn(s, changes, subjects.idOf, goal.objective));
  const bases = states.map((s, i) => s.state(differences[i] ?? []));
  const candidates = new Map<Subject, Candidate>();
  for (const subject of subjects.subjects) {
    if (changes.some(({ occurrence }) => occurrence === subject.occurrence)) continue;
    candidates.set(subject, candidateOf(subject, changes, bases));
  }
  const left = goal.mostMoves - settled.length;
  const able = [...candidates.values()].filter(
    ({ subject }) => !bases[subject.stretch]?.hides(subject, left),
  );
  const optionsWith = (most: number): (Option[] | null)[] =>
    states.map((stretch, i) => {
      const here = able.filter(({ subject }) => subject.stretch === i);
      return optionsOf(stretch, here, differences[i] ?? [], most, tally);
    });
  const all = optionsWith(left);
  const options = all.filter((list) => list !== null);
  if (options.length === all.length) {
    const table = new Table(options, left);
    return { settled, candidates, left, table, isWhole: true, boundMs: table.restMs(0, left) };
  }
  // Too many: what few moves give is looked at all the same, so that there is an answer beside the bound.
  const few = optionsWith(1).map((list) => list ?? []);
  const table = new Table(few, left);
  return {
    settled,
    candidates,
    left,
    table,
    isWhole: false,
    boundMs: utmost(subjects, states, goal.objective),
  };
}

function candidateOf(subject: Subject, changes: readonly Change[], bases: readonly State[]): Candidate {
  const places = subject.places.filter(
    ({ placed: { startMs, endMs } }) => !changes.some(({ to }) => to && overlaps(to, { startMs, endMs })),
  );
  const taken = places.map((p) => bases[p.stretch]?.openIn(p.placed) ?? 0);
  return { subject, places, leastTakenMs: Math.min(...taken) };
}

function differencesIn(
  states: StretchStates,
  changes: readonly Change[],
  idOf: Subjects['idOf'],
  objective: Objective,
): Difference[] {
  return changes.flatMap(({ occurrence, to }) => {
    const found: Difference[] = [];
    if (states.touches(occurrence)) {
      found.push({ key: `${idOf.get(occurrence)}`, gone: occurrence, arrived: null });
    }
    if (to && states.touches(to)) {
      const key = `${idOf.get(occurrence)}@${to.startMs}`;
      found.push({ key, gone: null, arrived: placed(occurrence, objective, to) });
    }
    return found;
  });
}

/** The most that any moves can give to a week: everything that may be changed is gone, and keeps its worth. */
export function utmost({ idOf }: Subjects, states: readonly StretchStates[], objective: Objective): number {
  const changeable = [...idOf.keys()];
  const kept = changeable
    .filter((o) => isOfWorth(o, objective))
    .reduce((ms, occurrence) => ms + lengthMs(occurrence), 0);
  const gone = changeable.map((occurrence) => ({ occurrence, to: null }));
  return states
    .map((stretch) => stretch.state(differencesIn(stretch, gone, idOf, objective)).valueMs)
    .reduce((sum, ms) => sum + ms, kept);
}
