import type { WeekLoad } from '../../../src/load/week-load.ts';
import { type Ease, easeOf } from '../../../src/plan/ease.ts';
import { type DayGain, type Effect, effectsOf, gainsByDay } from '../../../src/plan/effects.ts';
import type { Frame } from '../../../src/plan/frame.ts';
import type { Move } from '../../../src/plan/move.ts';
import { editsOf, loadOnTrial } from '../../../src/plan/what-if.ts';

/** What there is to say of one move. */
export interface MoveFacts {
  /** Days that gain; those that lose stand among the effects. */
  readonly gains: readonly DayGain[];
  readonly ease: readonly Ease[];
  readonly effects: readonly Effect[];
}

/** The facts of a move by itself, in the week that `before` is the load of. */
export function moveFacts(move: Move, frame: Frame, before: WeekLoad): MoveFacts {
  const after = loadOnTrial(frame, editsOf(move.changes));
  return {
    gains: gainsByDay(before, after).filter(({ minutes }) => minutes > 0),
    ease: easeOf(move),
    effects: effectsOf(move, before, after),
  };
}
