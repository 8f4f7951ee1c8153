import type { LabelledOccurrence } from '../calendar/label.ts';
import { keptOf } from './closed-week.ts';

/** What the calendar says of a closed week now. */
export interface CalendarNow {
  /** Entries that came, went or changed since the week closed. */
  readonly changed: number;
  /** What the week would be counted from. */
  readonly occurrences: readonly LabelledOccurrence[];
}

/**
 * The difference between what a week was closed with and what the calendar says now. Sources that cannot be asked any
 * more (removed ones, and accounts that do not reach back so far) are taken at their last word: what they forgot is no
 * change. Labels are none either: they are ours, not the calendar's.
 */
export function calendarNow(
  entries: readonly LabelledOccurrence[],
  current: readonly LabelledOccurrence[],
  isAsked: (sourceId: string) => boolean,
): CalendarNow {
  const silent = entries.filter((entry) => !isAsked(entry.sourceId));
  const heard = current.filter((o) => isAsked(o.sourceId));
  const before = new Map(entries.filter((e) => isAsked(e.sourceId)).map((e) => [e.key, factsOf(e)]));
  let changed = 0;
  for (const occurrence of heard) {
    if (before.get(occurrence.key) !== factsOf(keptOf(occurrence))) changed++;
    before.delete(occurrence.key);
  }
  return { changed: changed + before.size, occurrences: [...heard, ...silent] };
}

/** What the calendar says of an entry, as far as a figure can rest on it. */
function factsOf(entry: LabelledOccurrence): string {
  const { startMs, endMs, allDay, floating, title, description, private: isPrivate } = entry;
  const { status, response, transparency, eventType, people } = entry;
  return JSON.stringify([
    ...[startMs, endMs, allDay, floating ?? null, title, description, isPrivate ?? false],
    ...[status, response, transparency, eventType, people],
  ]);
}
