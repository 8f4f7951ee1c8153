import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import { type Interval, intersection, MINUTE_MS, overlaps } from '../time/interval.ts';
import { partOfDaysTaken, reasonLeftOut, takesDays } from './counts.ts';
import { withoutDuplicates } from './duplicates.ts';
import { halfOfDays } from './half-day.ts';
import type { LeftOutReason } from './week-load.ts';

/** The occurrences of a span, copies merged: those that count, and those that do not. */
export interface Candidates {
  /** One of each meeting that touches the span, in whole minutes, as instants. */
  readonly kept: readonly LabelledOccurrence[];
  /** Those of `kept` that are not left out on their own account: what the sweep gives the minutes to. */
  readonly counted: readonly LabelledOccurrence[];
  readonly leftOut: readonly { readonly key: string; readonly reason: LeftOutReason }[];
}

/**
 * Which of `occurrences` count in `span`. Starts and ends are cut down to whole minutes; floating and all-day ones
 * are read in `zone`. Nothing is cut at the borders of the span.
 */
export function candidatesOf(
  occurrences: readonly LabelledOccurrence[],
  span: Interval,
  zone: string,
): Candidates {
  const present = occurrences
    .map((o) => inWholeMinutes(resolveOccurrence(o, zone)))
    .filter((o) => touches(o, span));
  const { kept, duplicates } = withoutDuplicates(present);
  const leftOut = duplicates.map(({ key }): { key: string; reason: LeftOutReason } => ({
    key,
    reason: 'duplicate',
  }));
  const counted: LabelledOccurrence[] = [];
  for (const occurrence of kept) {
    const reason = reasonLeftOut(occurrence);
    if (reason) leftOut.push({ key: occurrence.key, reason });
    else counted.push(occurrence);
  }
  return { kept, counted, leftOut };
}

/**
 * The time of the span that a counted occurrence claims: all of its own, or the working time in it where it is an
 * absence that fills days, or the half of each day's where that is all it takes.
 */
export function claimedTime(
  occurrence: LabelledOccurrence,
  span: Interval,
  working: readonly Interval[],
  zone: string,
): Interval[] {
  if (partOfDaysTaken(occurrence) === 0.5) {
    return halfOfDays(occurrence, working, occurrence.label.half ?? 'later', zone);
  }
  const claimed = takesDays(occurrence)
    ? working.map((w) => intersection(w, occurrence))
    : [intersection(occurrence, span)];
  return claimed.filter((i) => i !== null);
}

function inWholeMinutes(occurrence: LabelledOccurrence): LabelledOccurrence {
  const { startMs, endMs } = occurrence;
  if (startMs % MINUTE_MS === 0 && endMs % MINUTE_MS === 0) return occurrence;
  const cut = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  return { ...occurrence, startMs: cut(startMs), endMs: cut(endMs) };
}

/** Whether an occurrence belongs to the week; one without length does where it starts in it. */
function touches(occurrence: Interval, span: Interval): boolean {
  if (occurrence.endMs > occurrence.startMs) return overlaps(occurrence, span);
  return occurrence.startMs >= span.startMs && occurrence.startMs < span.endMs;
}
