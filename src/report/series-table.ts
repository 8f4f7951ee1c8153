import type { Activity, Side } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { seriesGroups } from '../calendar/series.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { focusCosts, type LoadedWeek } from '../plan/focus-cost.ts';

/** Weeks of a mean month: 365.2425 / 12 / 7. */
const WEEKS_PER_MONTH = 4.348125;
/** Series that the cost in focus is computed for: the largest, which are those that a person looks at. */
const MOST_COSTED = 60;

/** One series, or all entries of one title, over the weeks of a report. */
export interface SeriesRow {
  readonly id: string;
  /** The latest title. */
  readonly title: string;
  readonly activity: Activity;
  readonly side: Side;
  /** Lowest confidence among its labels, 0 to 1. */
  readonly confidence: number;
  readonly times: number;
  /** Counted minutes over all weeks, and a month's mean. */
  readonly minutes: number;
  readonly minutesPerMonth: number;
  /** Focus minutes that would come back in a month without it; null where it was not computed. */
  readonly focusMinutesPerMonth: number | null;
  readonly keys: readonly string[];
}

/** The series of the weeks by counted minutes, the largest first. Those that count nothing are not in it. */
export function seriesTable(weeks: readonly LoadedWeek[], settings: LoadSettings): SeriesRow[] {
  const byKey = occurrencesByKey(weeks);
  const groupOf = seriesGroups([...byKey.values()]);
  const months = Math.max(1, weeks.length) / WEEKS_PER_MONTH;
  const rows = new Map<
    string,
    { minutes: number; keys: Set<string>; latest: LabelledOccurrence; confidence: number }
  >();
  for (const { load } of weeks) {
    for (const { key, minutes } of load.counted) {
      const occurrence = byKey.get(key);
      if (!occurrence) continue;
      const id = groupOf(occurrence);
      const row = rows.get(id) ?? { minutes: 0, keys: new Set(), latest: occurrence, confidence: 1 };
      row.minutes += minutes;
      row.keys.add(key);
      row.confidence = Math.min(row.confidence, occurrence.label.confidence);
      if (occurrence.startMs >= row.latest.startMs) row.latest = occurrence;
      rows.set(id, row);
    }
  }
  const sorted = [...rows].sort(([a, x], [b, y]) => y.minutes - x.minutes || (a < b ? -1 : 1));
  const costed = sorted.filter(([, row]) => row.latest.label.side === 'management').slice(0, MOST_COSTED);
  const costs = focusCosts(
    weeks,
    new Set(costed.map(([id]) => id)),
    groupOf as (o: LabelledOccurrence) => string,
    settings,
  );
  return sorted.map(([id, { minutes, keys, latest, confidence }]) => {
    const cost = costs.get(id);
    return {
      id,
      title: latest.title,
      activity: latest.label.activity,
      side: latest.label.side,
      confidence,
      times: keys.size,
      minutes,
      minutesPerMonth: minutes / months,
      focusMinutesPerMonth: cost ? cost.focusMinutes / months : null,
      keys: [...keys],
    };
  });
}

/** Every occurrence of the weeks once. */
export function distinct(weeks: readonly LoadedWeek[]): LabelledOccurrence[] {
  return [...occurrencesByKey(weeks).values()];
}

/** Every occurrence once, by its key, though one that reaches over a border of weeks is in two. */
export function occurrencesByKey(weeks: readonly LoadedWeek[]): ReadonlyMap<string, LabelledOccurrence> {
  return new Map(weeks.flatMap((week) => week.occurrences.map((o) => [o.key, o] as const)));
}
