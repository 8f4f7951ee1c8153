import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import type { Calendar } from '../calendar/source.ts';
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

/** Computes a week from the occurrences of all calendars; those of deselected calendars are left out. */
export function weekFacts(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Calendar[],
  settings: LoadSettings,
): WeekFacts {
  const off = new Set(calendars.filter((c) => !c.selected).map((c) => calendarId(c.sourceId, c.id)));
  const counted: LabelledOccurrence[] = [];
  const deselected: LabelledOccurrence[] = [];
  for (const occurrence of occurrences) {
    const list = off.has(calendarId(occurrence.sourceId, occurrence.calendarId)) ? deselected : counted;
    list.push(resolveOccurrence(occurrence, settings.zone));
  }
  const load = weekLoad(week, counted, settings);
  const offHere = deselected.filter((o) => overlaps(o, load));
  const here = [...counted.filter((o) => touches(o, load)), ...offHere];
  return {
    load,
    byKey: new Map(here.map((o) => [o.key, o])),
    leftOut: [...load.leftOut, ...offHere.map(({ key }) => ({ key, reason: 'calendar-off' as const }))],
  };
}

function touches(o: LabelledOccurrence, span: WeekLoad): boolean {
  return overlaps(o, span) || (o.startMs >= span.startMs && o.startMs < span.endMs);
}

function calendarId(sourceId: string, id: string): string {
  return `${sourceId}\u001f${id}`;
}
