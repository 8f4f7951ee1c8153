import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Interval } from '../time/interval.ts';

/** The kinds of moves, by letter: the order in which moves of one start are listed. */
export const MOVE_KINDS = ['gather', 'rarer', 'shift', 'shorten', 'skip'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** What a plan wins: craft minutes, or people, direction and open minutes in focus blocks. */
export type Objective = 'craft' | 'leadership';

/** One occurrence that a move touches, as it stands today, and where it goes; null where it goes away. */
export interface Change {
  readonly occurrence: LabelledOccurrence;
  readonly to: Interval | null;
}

/** One change to a week that the plan weighs (plan.md: which are allowed). */
export interface Move {
  readonly kind: MoveKind;
  /** Sorted by start, then UID; never empty. */
  readonly changes: readonly Change[];
  /** Everybody but the user of each UID that is changed, rooms left out, summed. */
  readonly peopleAsked: number;
}

/** A move of `changes` in any order. */
export function moveOf(kind: MoveKind, changes: readonly Change[]): Move {
  const asked = new Map<string, number>();
  for (const { occurrence } of changes) {
    const others = Math.max(0, occurrence.people - 1);
    asked.set(occurrence.uid, Math.max(others, asked.get(occurrence.uid) ?? 0));
  }
  return {
    kind,
    changes: [...changes].sort(compareChanges),
    peopleAsked: [...asked.values()].reduce((sum, n) => sum + n, 0),
  };
}

/** By present start, UID, and new start; what goes away comes first. */
export function compareChanges(a: Change, b: Change): number {
  return (
    a.occurrence.startMs - b.occurrence.startMs ||
    compareText(a.occurrence.uid, b.occurrence.uid) ||
    newStart(a) - newStart(b)
  );
}

/** The order in which moves are listed: first change's start, kind by letter, UID, new start. */
export function compareMoves(a: Move, b: Move): number {
  const [first, second] = [a.changes[0], b.changes[0]];
  if (!first || !second) return a.changes.length - b.changes.length;
  return (
    first.occurrence.startMs - second.occurrence.startMs ||
    compareText(a.kind, b.kind) ||
    compareText(first.occurrence.uid, second.occurrence.uid) ||
    newStart(first) - newStart(second) ||
    compareLists(a.changes, b.changes, compareChanges)
  );
}

/** Lists one by one, the first difference deciding; where one is the other's beginning, the shorter first. */
export function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const found = compare(a[i] as T, b[i] as T);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function newStart({ to }: Change): number {
  return to === null ? Number.MIN_SAFE_INTEGER : to.startMs;
}
