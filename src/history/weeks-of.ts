import type { LabelledOccurrence } from '../calendar/label.ts';
import type { EpochMs } from '../calendar/units.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { summaryOfLoad, type WeekSummary } from '../load/week-summary.ts';
import { weeksOfOccurrences } from '../load/weeks-of-occurrences.ts';
import { DAY_MS, type Interval } from '../time/interval.ts';
import { weekInterval } from '../time/week.ts';
import { type PlainDate, parsePlain } from '../time/zone.ts';
import type { ClosedWeek } from './closed-week.ts';
import { stands, weekNames } from './closing.ts';

/** One week of the past or present: its figures, and whether they stand. */
export interface HistoryWeek extends WeekSummary {
  readonly closed: boolean;
}

/** Where weeks come from; the store is one. */
export interface WeeksSource {
  /** Closed weeks whose names lie from `from` to `until`, both included, oldest first. */
  closedWeeks(range: { from?: PlainDate; until?: PlainDate }): Promise<readonly ClosedWeek[]>;
  /** Labelled occurrences of the calendars that count, overlapping the half-open window. */
  counted(window: Interval): Promise<readonly LabelledOccurrence[]>;
}

/** The dates asked for, both included, and what holds on each. */
export interface WeeksAsked {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly settingsAt: (date: PlainDate) => LoadSettings;
  readonly nowMs: EpochMs;
}

/** Two names this near are the same week, begun on another weekday. */
const SAME_WEEK_MS = 3 * DAY_MS;

/**
 * The weeks that hold the dates asked for, oldest first: as they were closed where they are, else as the calendar and
 * the settings of that week say now. The one way to weeks for trend, yardstick, drift and badge.
 */
export async function weeksOf(source: WeeksSource, asked: WeeksAsked): Promise<HistoryWeek[]> {
  const { settingsAt, nowMs } = asked;
  const names = weekNames(asked, settingsAt);
  const first = names[0] ?? asked.from;
  const rows = (await source.closedWeeks({ from: first, until: asked.until })).filter((r) =>
    stands(r, nowMs),
  );
  const open = names.filter((week) => !rows.some((row) => isSameWeek(row.week, week)));
  const found = [
    ...rows.map((row) => ({ ...row.figures, closed: true })),
    ...(await openWeeks(source, open, settingsAt)),
  ];
  return found.sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** Whether two names are of the same week. */
export function isSameWeek(a: PlainDate, b: PlainDate): boolean {
  return a === b || Math.abs(parsePlain(a) - parsePlain(b)) <= SAME_WEEK_MS;
}

async function openWeeks(
  source: WeeksSource,
  weeks: readonly PlainDate[],
  settingsAt: (date: PlainDate) => LoadSettings,
): Promise<HistoryWeek[]> {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Floating and all-day entries are stored as if UTC, at most a day off.
  const occurrences = await source.counted({
    startMs: weekInterval(first, settingsAt(first).zone).startMs - DAY_MS,
    endMs: weekInterval(last, settingsAt(last).zone).endMs + DAY_MS,
  });
  const here = inTheirWeeks(weeks, occurrences, settingsAt);
  return weeks.map((week, i) => ({
    ...summaryOfLoad(weekLoad(week, here[i] ?? [], settingsAt(week))),
    closed: false,
  }));
}

/** What is in each week, in the zone that held in it: all occurrences are read once a zone, not once a week. */
function inTheirWeeks(
  weeks: readonly PlainDate[],
  occurrences: readonly LabelledOccurrence[],
  settingsAt: (date: PlainDate) => LoadSettings,
): LabelledOccurrence[][] {
  const zones = weeks.map((week) => settingsAt(week).zone);
  const found = new Map<PlainDate, LabelledOccurrence[]>();
  for (const zone of new Set(zones)) {
    const own = weeks.filter((_, i) => zones[i] === zone);
    for (const [i, here] of weeksOfOccurrences(own, occurrences, zone).entries())
      found.set(own[i] ?? '', here);
  }
  return weeks.map((week) => found.get(week) ?? []);
}
