import type { LabelledOccurrence } from '../../calendar/label.ts';
import { lengthMs } from '../../time/interval.ts';
import type { Move, Objective } from '../move.ts';
import type { Stretch } from '../stretch.ts';
import { isOfWorth, type Placed, placed } from '../stretch-load.ts';

/** A new place that a shift offers. */
export interface Place {
  readonly move: Move;
  readonly placed: Placed;
  /** Its own among the places of its subject. */
  readonly index: number;
  /** Index of the stretch that it lies in. */
  readonly stretch: number;
}

/** An occurrence with the moves that change it alone. */
export interface Subject {
  readonly id: number;
  readonly occurrence: LabelledOccurrence;
  /** Index of the stretch that it lies in today. */
  readonly stretch: number;
  /** Its length where the objective counts its minutes, else 0: what it keeps wherever it goes. */
  readonly worthMs: number;
  /** Everybody but the user. */
  readonly people: number;
  /** By which it goes away: a skip, or a series made rarer of which only this goes, which comes first in a tie. */
  readonly drop: Move | null;
  readonly shorten: { readonly move: Move; readonly placed: Placed } | null;
  /** By new start. */
  readonly places: readonly Place[];
}

/** Moves as the search wants them: those of one occurrence by occurrence, and those of several one by one. */
export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Those that change more than one occurrence. */
  readonly several: readonly Move[];
  /** The id of an occurrence that some move changes, those of `several` included. */
  readonly idOf: ReadonlyMap<LabelledOccurrence, number>;
}

/** Groups moves by the occurrence that they change. `stretches` cut none of these occurrences. */
export function subjectsOf(
  moves: readonly Move[],
  stretches: readonly Stretch[],
  objective: Objective,
): Subjects {
  const idOf = new Map<LabelledOccurrence, number>();
  const own = new Map<LabelledOccurrence, Move[]>();
  for (const move of moves) {
    for (const { occurrence } of move.changes) {
      if (!idOf.has(occurrence)) idOf.set(occurrence, idOf.size);
    }
    const [first] = move.changes;
    if (!first || isOfSeveral(move)) continue;
    const list = own.get(first.occurrence);
    if (list) list.push(move);
    else own.set(first.occurrence, [move]);
  }
  const stretchAt = (ms: number): number => stretches.findIndex((s) => ms >= s.startMs && ms < s.endMs);
  const subjects = [...own].map(([occurrence, list]): Subject => {
    const shorten = list.find(({ kind }) => kind === 'shorten');
    // Moves of one occurrence come by new start.
    const places = list
      .filter(({ kind }) => kind === 'shift')
      .flatMap((move, index): Place[] => {
        const to = move.changes[0]?.to;
        if (!to) return [];
        return [{ move, placed: placed(occurrence, objective, to), index, stretch: stretchAt(to.startMs) }];
      });
    const shorter = shorten?.changes[0]?.to;
    return {
      id: idOf.get(occurrence) ?? -1,
      occurrence,
      stretch: stretchAt(occurrence.startMs),
      worthMs: isOfWorth(occurrence, objective) ? lengthMs(occurrence) : 0,
      people: list[0]?.peopleAsked ?? 0,
      drop: list.find(({ kind }) => kind === 'rarer') ?? list.find(({ kind }) => kind === 'skip') ?? null,
      shorten: shorten && shorter ? { move: shorten, placed: placed(occurrence, objective, shorter) } : null,
      places,
    };
  });
  return { subjects, several: moves.filter(isOfSeveral), idOf };
}

function isOfSeveral({ changes }: Move): boolean {
  return changes.length > 1;
}
