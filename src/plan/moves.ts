import type { LabelledOccurrence } from '../calendar/label.ts';
import { type Interval, lengthMs } from '../time/interval.ts';
import { isManagementMeeting, isOneToOne, mayShift, maySkip, meetingsOf } from './changeable.ts';
import type { Frame } from './frame.ts';
import { type Change, compareChanges, compareMoves, type Move, type MoveKind, moveOf } from './move.ts';
import { isFree, isInside, newPlaces } from './places.ts';
import { shorterPlace } from './shorter.ts';

/** Every move that is allowed alone, of the given kinds, in the order of `compareMoves`. */
export function allowedMoves(frame: Frame, kinds: readonly MoveKind[]): Move[] {
  const meetings = meetingsOf(frame);
  const changeable = meetings.filter((o) => o.startMs >= frame.fromMs);
  const found = kinds.flatMap((kind) => {
    switch (kind) {
      case 'skip':
        return changeable.filter(maySkip).map((o) => moveOf(kind, [{ occurrence: o, to: null }]));
      case 'shorten':
        return changeable.flatMap(shortened).map((change) => moveOf(kind, [change]));
      case 'shift':
        return changeable.flatMap((o) => shifted(o, frame)).map((change) => moveOf(kind, [change]));
      case 'rarer':
        return rarer(meetings, frame.fromMs);
      case 'gather':
        return gathered(changeable, frame);
      default:
        return kind satisfies never;
    }
  });
  return found.sort(compareMoves);
}

function shortened(occurrence: LabelledOccurrence): Change[] {
  const to = shorterPlace(occurrence);
  return to ? [{ occurrence, to }] : [];
}

function shifted(occurrence: LabelledOccurrence, frame: Frame): Change[] {
  if (!mayShift(occurrence)) return [];
  return newPlaces(occurrence, frame).map((to) => ({ occurrence, to }));
}

/** Every second occurrence of a series of management meetings, of those that begin in the week. */
function rarer(meetings: readonly LabelledOccurrence[], fromMs: number): Move[] {
  const ofSeries = new Map<string, LabelledOccurrence[]>();
  for (const occurrence of meetings.filter(isManagementMeeting)) {
    const list = ofSeries.get(occurrence.uid);
    if (list) list.push(occurrence);
    else ofSeries.set(occurrence.uid, [occurrence]);
  }
  return [...ofSeries.values()]
    .map((list) =>
      list
        .sort((a, b) => a.startMs - b.startMs)
        .filter((o, i) => i % 2 === 1 && o.startMs >= fromMs)
        .map((occurrence): Change => ({ occurrence, to: null })),
    )
    .filter((changes) => changes.length > 0)
    .map((changes) => moveOf('rarer', changes));
}

/** All one-to-ones that are not wholly inside a working interval already, end to end at its start or its end. */
function gathered(changeable: readonly LabelledOccurrence[], frame: Frame): Move[] {
  const meetings = changeable.filter(isOneToOne);
  return frame.working.flatMap((into) => {
    const outside = meetings.filter((o) => !isInside(o, into));
    if (outside.length < 2) return [];
    const total = outside.reduce((ms, o) => ms + lengthMs(o), 0);
    const staying = frame.blocking.filter((o) => !outside.includes(o));
    return [...new Set([into.startMs, into.endMs - total])]
      .map((startMs) => endToEnd(outside, startMs))
      .filter((changes) => changes.every(({ to }) => isFree(to, staying, frame) && isInside(to, into)))
      .map((changes) => moveOf('gather', changes));
  });
}

function endToEnd(
  occurrences: readonly LabelledOccurrence[],
  fromMs: number,
): { occurrence: LabelledOccurrence; to: Interval }[] {
  let startMs = fromMs;
  return [...occurrences]
    .sort((a, b) => compareChanges({ occurrence: a, to: null }, { occurrence: b, to: null }))
    .map((occurrence) => {
      const to = { startMs, endMs: startMs + lengthMs(occurrence) };
      startMs = to.endMs;
      return { occurrence, to };
    });
}
