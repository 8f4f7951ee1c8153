import type { LabelledOccurrence } from '../calendar/label.ts';
import { compareClaims, reasonLeftOut } from './counts.ts';

/**
 * One of each meeting that is seen through several calendars (same iCalendar UID and start). The copy that
 * counts is kept; among several, the one that would get the minute. Where the user declined one copy, the
 * declined copy is kept: a feed without guest lists cannot know of the answer.
 */
export function withoutDuplicates(occurrences: readonly LabelledOccurrence[]): {
  kept: LabelledOccurrence[];
  duplicates: LabelledOccurrence[];
} {
  const best = new Map<string, LabelledOccurrence>();
  const duplicates: LabelledOccurrence[] = [];
  for (const occurrence of occurrences) {
    const id = `${occurrence.uid}\u001f${occurrence.startMs}`;
    const rival = best.get(id);
    if (!rival) best.set(id, occurrence);
    else if (compareCopies(occurrence, rival) < 0) {
      best.set(id, occurrence);
      duplicates.push(rival);
    } else duplicates.push(occurrence);
  }
  return { kept: [...best.values()], duplicates };
}

function compareCopies(a: LabelledOccurrence, b: LabelledOccurrence): number {
  const rank = (o: LabelledOccurrence): number => {
    const reason = reasonLeftOut(o);
    return reason === 'declined' ? 0 : reason === null ? 1 : 2;
  };
  return rank(a) - rank(b) || compareClaims(a, b);
}
