import type { LabelledOccurrence } from '../calendar/label.ts';
import { weekLoad } from '../load/week.ts';
import type { WeekLoad } from '../load/week-load.ts';
import type { Frame } from './frame.ts';
import type { Move } from './move.ts';

/** The week's load with some moves made. Copies were merged in the frame, and are not merged again. */
export function loadWith(moves: readonly Pick<Move, 'changes'>[], frame: Frame): WeekLoad {
  return weekLoad(frame.week, layoutWith(moves, frame), frame.settings);
}

/** The counted occurrences with some moves made. */
function layoutWith(moves: readonly Pick<Move, 'changes'>[], frame: Frame): LabelledOccurrence[] {
  const changed = new Map(
    moves.flatMap((m) => m.changes.map(({ occurrence, to }) => [occurrence, to] as const)),
  );
  return frame.counted.flatMap((occurrence): LabelledOccurrence[] => {
    const to = changed.get(occurrence);
    if (to === undefined) return [occurrence];
    return to === null ? [] : [{ ...occurrence, startMs: to.startMs, endMs: to.endMs }];
  });
}
