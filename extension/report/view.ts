import { ACTIVITIES, type Activity, SIDE, type Side } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { type Cause, causesOf } from '../../src/drift/causes.ts';
import { type Drift, detectDrift } from '../../src/drift/detect.ts';
import { countedPoints } from '../../src/drift/points.ts';
import type { LoadSettings, WeekLoad } from '../../src/load/week-load.ts';
import { type Forecast, forecast } from '../../src/report/ahead.ts';
import { company, type Met } from '../../src/report/company.ts';
import { type HeatMap, heatMap } from '../../src/report/heat-map.ts';
import { meetingsByOrganizer, meetingsBySize, type SizeId, type Slice } from '../../src/report/meetings.ts';
import { distinct, type SeriesRow, seriesTable } from '../../src/report/series-table.ts';
import { ownBest, type Track, type TrackFigure, trackFigure } from '../../src/report/tracks.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import type { ReportWeek } from './load-weeks.ts';

/** Weeks that the tables look back on at most: what a person can still do something about. */
const TABLE_WEEKS = 52;

export interface ReportInput {
  /** Complete weeks, oldest first. */
  readonly past: readonly ReportWeek[];
  /** The running week and the four after it. */
  readonly coming: readonly ReportWeek[];
  readonly settings: LoadSettings;
  readonly track: Track;
  readonly target: number | null;
}

/** One row of the activity table. */
export interface ActivityRow {
  readonly activity: Activity;
  readonly side: Side;
  readonly minutesPerWeek: number;
  /** Of all booked minutes, 0 to 1. */
  readonly fraction: number;
}

/** A figure that is worth a line only where it is not nothing, as a mean a week. */
export interface Strain {
  readonly id: 'after-hours' | 'double-booked' | 'unconfirmed' | 'runs';
  readonly minutesPerWeek: number;
}

/** Everything that the report draws, but for the tables of `ReportTables`. */
export interface ReportView {
  readonly weeks: readonly WeekLoad[];
  readonly running: WeekLoad | null;
  readonly drift: Drift;
  readonly causes: readonly Cause[];
  /** The four weeks after the running one; null where too little is known. */
  readonly ahead: readonly Forecast[] | null;
  readonly figure: TrackFigure;
  readonly ownBest: number | null;
  /** Weeks that the headline and the means stand on: with entries and not mostly away. */
  readonly countedWeeks: number;
  readonly awayWeeks: number;
}

/** The tables of where the time goes, over at most the last 52 weeks. */
export interface ReportTables {
  readonly weeks: number;
  readonly series: readonly SeriesRow[];
  readonly activities: readonly ActivityRow[];
  readonly heat: HeatMap;
  readonly sizes: readonly Slice<SizeId>[];
  readonly organizers: readonly Slice<'self' | 'others'>[];
  readonly people: readonly Met[];
  readonly domains: readonly Met[];
  readonly strains: readonly Strain[];
  readonly byKey: ReadonlyMap<string, LabelledOccurrence>;
}

/** The report's upper half. Pure. */
export function reportView({ past, coming, track, target }: ReportInput): ReportView {
  const weeks = past.map((w) => w.load);
  const points = countedPoints(weeks);
  const drift = detectDrift(points);
  const counted = new Set(points.map((p) => p.week));
  const figureWeeks = weeks.filter((w) => counted.has(w.week));
  return {
    weeks,
    running: coming[0]?.load ?? null,
    drift,
    causes: drift.kind === 'change' ? causesOf(drift.change, weeks, distinct(past)) : [],
    ahead: forecast(
      past
        .filter((w) => counted.has(w.load.week))
        .map(({ load, recurringOnly }) => ({ full: load, recurringOnly })),
      coming.slice(1).map(({ load, recurringOnly }) => ({ booked: load, recurringOnly })),
    ),
    figure: trackFigure(figureWeeks, track, target),
    ownBest: ownBest(weeks),
    countedWeeks: points.length,
    awayWeeks: weeks.filter((w) => w.mostlyAway).length,
  };
}

/** The report's tables. Pure; the cost in focus is what takes the time. */
export function reportTables({ past, settings }: ReportInput): ReportTables {
  const recent = past.slice(-TABLE_WEEKS);
  const first = recent.findIndex((w) => w.occurrences.length > 0);
  const weeks = first < 0 ? [] : recent.slice(first);
  const loads = weeks.map((w) => w.load);
  const { people, domains } = company(weeks);
  return {
    weeks: weeks.length,
    series: seriesTable(weeks, settings),
    activities: activityRows(loads),
    heat: heatMap(loads),
    sizes: meetingsBySize(weeks),
    organizers: meetingsByOrganizer(weeks),
    people,
    domains,
    strains: strainsOf(loads),
    byKey: new Map(distinct(weeks).map((o) => [o.key, o])),
  };
}

function activityRows(loads: readonly WeekLoad[]): ActivityRow[] {
  const total = (activity: Activity): number => loads.reduce((sum, w) => sum + w.activities[activity], 0);
  const all = ACTIVITIES.reduce((sum, activity) => sum + total(activity), 0);
  return ACTIVITIES.map((activity) => ({
    activity,
    side: SIDE[activity],
    minutesPerWeek: total(activity) / Math.max(1, loads.length),
    fraction: all === 0 ? 0 : total(activity) / all,
  })).filter((row) => row.minutesPerWeek > 0);
}

function strainsOf(loads: readonly WeekLoad[]): Strain[] {
  const mean = (pick: (week: WeekLoad) => number): number =>
    loads.reduce((sum, w) => sum + pick(w), 0) / Math.max(1, loads.length);
  const strains: Strain[] = [
    {
      id: 'after-hours',
      minutesPerWeek: mean((w) => w.minutes.afterHoursCraft + w.minutes.afterHoursManagement),
    },
    { id: 'double-booked', minutesPerWeek: mean((w) => w.minutes.doubleBooked) },
    { id: 'unconfirmed', minutesPerWeek: mean((w) => w.minutes.unconfirmed) },
    { id: 'runs', minutesPerWeek: mean((w) => w.longestMeetingRunMinutes) },
  ];
  return strains.filter((s) => s.minutesPerWeek > 0);
}

/** Name of the first and the last week of a range that ends before `current`; `all` begins with the first entry. */
export type Range = 12 | 26 | 52 | 'all';
export const RANGES: readonly Range[] = [12, 26, 52, 'all'];
/** Ten years: further back nothing is drawn. */
export const MOST_WEEKS = 520;

/** The week of the earliest of `occurrences`, at most ten years before `current`. */
export function earliestWeek(
  occurrences: readonly LabelledOccurrence[],
  weekOfMs: (ms: number) => PlainDate,
  fallback: PlainDate,
): PlainDate {
  let earliest = Number.POSITIVE_INFINITY;
  for (const o of occurrences) if (o.startMs < earliest) earliest = o.startMs;
  return Number.isFinite(earliest) ? weekOfMs(earliest) : fallback;
}
