import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings } from '../load/week-load.ts';
import type { PlainDate } from '../time/zone.ts';
import { frameOf } from './frame.ts';

/** What moves that the user took have given, measured on the calendar as it is. */
export interface Won {
  /** Occurrences that are gone, or stand elsewhere or shorter than when the move was taken. */
  readonly changed: number;
  /** Craft of the week beside the same week with these put back; 0 where nothing changed. */
  readonly craftMinutes: number;
}

/**
 * What the moves taken for a week have won: the week is counted as it is, and with every occurrence that they changed put
 * back where it stood. An occurrence that still stands there has won nothing, whatever was intended.
 *
 * @param originals occurrences as they stood when their moves were taken
 */
export function wonBy(
  originals: readonly LabelledOccurrence[],
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
): Won {
  const { counted } = frameOf(week, occurrences, settings);
  const present = new Map(counted.map((o) => [o.key, o]));
  const changed = new Map<string, LabelledOccurrence>();
  for (const original of originals) {
    const was = resolveOccurrence(original, settings.zone);
    const is = present.get(was.key);
    if (is && is.startMs === was.startMs && is.endMs === was.endMs) continue;
    const { floating: _, ...fixed } = was;
    changed.set(was.key, fixed);
  }
  if (changed.size === 0) return { changed: 0, craftMinutes: 0 };
  const putBack = [...counted.filter((o) => !changed.has(o.key)), ...changed.values()];
  const [is, was] = [counted, putBack].map((list) => weekLoad(week, list, settings).minutes.craft);
  return { changed: changed.size, craftMinutes: (is ?? 0) - (was ?? 0) };
}
