import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import type { Calendar } from '../calendar/source.ts';
import { type ClosedEntries, type ClosedWeek, loadOfClosed } from '../history/closed-week.ts';
import { byRole } from '../load/roles.ts';
import { weekLoad } from '../load/week.ts';
import type { LeftOutReason, LoadSettings, WeekLoad } from '../load/week-load.ts';
import { overlaps } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';

/** The load of a week beside the occurrences that it names by key. */
export interface WeekFacts {
  readonly load: WeekLoad;
  /** Occurrences that touch the week, times resolved in the user's zone. */
  readonly byKey: ReadonlyMap<string, LabelledOccurrence>;
  /** Those that gave nothing, calendars that do not count included. */
  readonly leftOut: readonly { readonly key: string; readonly reason: LeftOutReason }[];
}

/** Computes a week from the occurrences of all calendars; by the calendars' roles; those of calendars that are off are left out. */
export function weekFacts(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Calendar[],
  settings: LoadSettings,
): WeekFacts {
  const resolved = occurrences.map((o) => resolveOccurrence(o, settings.zone));
  const { counted, off } = byRole(resolved, calendars);
  const load = weekLoad(week, counted, settings);
  const offHere = off.filter((o) => overlaps(o, load));
  const here = [...counted.filter((o) => touches(o, load)), ...offHere];
  return {
    load,
    byKey: new Map(here.map((o) => [o.key, o])),
    leftOut: [...load.leftOut, ...offHere.map(({ key }) => ({ key, reason: 'calendar-off' as const }))],
  };
}

/** A closed week from its own entries, by its own settings. */
export function closedFacts(row: ClosedWeek, { entries }: ClosedEntries): WeekFacts {
  const load = loadOfClosed(row, entries);
  const here = entries.map((o) => resolveOccurrence(o, row.basis.load.zone));
  return { load, byKey: new Map(here.map((o) => [o.key, o])), leftOut: load.leftOut };
}

function touches(o: LabelledOccurrence, span: WeekLoad): boolean {
  return overlaps(o, span) || (o.startMs >= span.startMs && o.startMs < span.endMs);
}
