import { ACTIVITIES, type Activity, SIDE, type Side } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Measure, Track } from '../../src/calendar/track.ts';
import type { Cause } from '../../src/drift/causes.ts';
import type { Drift } from '../../src/drift/drift.ts';
import type { LoadSettings, WeekLoad } from '../../src/load/week-load.ts';
import { type Forecast, forecast } from '../../src/report/ahead.ts';
import { company, type Met } from '../../src/report/company.ts';
import { type HeatMap, heatMap } from '../../src/report/heat-map.ts';
import { compareAt, type MarkComparison } from '../../src/report/marks.ts';
import { meetingsByOrganizer, meetingsBySize, type SizeId, type Slice } from '../../src/report/meetings.ts';
import { occurrencesByKey, type SeriesRow, seriesTable } from '../../src/report/series-table.ts';
import { type Strain, strainsOf } from '../../src/report/strains.ts';
import { ownBest, type TrackFigure, trackFigure } from '../../src/report/tracks.ts';
import type { Mark } from '../../src/settings/settings.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { type Settled, settledOf } from '../../src/week/settled.ts';
import { type Reach, withinReach } from '../../src/week/standing.ts';
import type { Story } from '../../src/week/story.ts';
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
  readonly marks: readonly Mark[];
  /** What all weeks say together, those that are not shown too. */
  readonly story: Story;
  /** The causes of the story's change. */
  readonly causes: readonly Cause[];
}

/** One row of the activity table. */
interface ActivityRow {
  readonly activity: Activity;
  readonly side: Side;
  readonly minutes: number;
  /** Of all booked minutes on either side, 0 to 1; null for what is on neither. */
  readonly fraction: number | null;
  readonly times: number;
  readonly keys: readonly string[];
}

/** A marked date with the weeks before it beside those since. */
export interface MarkView extends MarkComparison {
  readonly mark: Mark;
}

/** What the track could look at first: the series that stands in its way most. */
interface Advice {
  readonly kind: 'focus' | 'administration';
  readonly row: SeriesRow;
}

/** Everything that the report draws, but for the tables of `ReportTables`. */
export interface ReportView {
  readonly weeks: readonly WeekLoad[];
  readonly running: WeekLoad | null;
  /** When the calendars were last read, where nothing is known of the running week; null where it is known. */
  readonly knownMs: number | null;
  readonly drift: Drift;
  readonly causes: readonly Cause[];
  /** The four weeks after the running one; null where too little is known. */
  readonly ahead: readonly Forecast[] | null;
  /** The track's figure over the weeks since the change, where there is one, else over all that count. */
  readonly figure: TrackFigure;
  /** First of the weeks that the figure stands on; null where that is all of them. */
  readonly figureSince: PlainDate | null;
  readonly figureWeeks: number;
  /** The gap to the target in minutes a week, above or below; null without a target. */
  readonly gapMinutes: number | null;
  readonly ownBest: number | null;
  /** Weeks with entries that are not mostly away. */
  readonly countedWeeks: number;
  readonly marks: readonly MarkView[];
}

/** The tables of where the time goes, over at most the last 52 weeks. */
export interface ReportTables {
  readonly weeks: number;
  readonly series: readonly SeriesRow[];
  readonly activities: readonly ActivityRow[];
  /** Open time that counts as craft, in minutes over all weeks: in the share, and in no activity. */
  readonly openMinutes: number;
  readonly heat: HeatMap;
  readonly sizes: readonly Slice<SizeId>[];
  readonly organizers: readonly Slice<'self' | 'others'>[];
  readonly people: readonly Met[];
  readonly domains: readonly Met[];
  readonly strains: readonly Strain[];
  readonly advice: Advice | null;
  /** How the booked time got its labels. */
  readonly settled: Settled;
}

/** The report's upper half. Pure. What it finds is the story's, whatever range of weeks is shown. */
export function reportView({ past, coming, track, target, marks, story, causes }: ReportInput): ReportView {
  const { drift, reach, points, records } = story;
  const isKnown = ({ startMs }: Pick<WeekLoad, 'startMs'>): boolean => startMs <= story.untilMs + DAY_MS;
  const weeks = past.filter(({ load }) => isKnown(load)).map(({ load }) => withinReach(load, reach));
  const now = coming[0]?.load ?? null;
  const knowsNow = now === null || isKnown(now);
  const counted = new Set(points.map((p) => p.week));
  const change = drift.kind === 'change' ? drift.change : null;
  const since = change?.week ?? null;
  const shown = weeks.filter((w) => counted.has(w.week));
  const figureWeeks = shown.filter((w) => since === null || w.week >= since);
  const figure = atLevel(trackFigure(figureWeeks, track, target), change?.after ?? null, story.measure);
  return {
    weeks,
    running: now && knowsNow ? withinReach(now, reach) : null,
    knownMs: knowsNow ? null : story.untilMs,
    drift,
    causes,
    ahead: knowsNow ? aheadOf({ past, coming }, counted, reach) : null,
    figure,
    figureSince: since,
    figureWeeks: change?.weeksAfter.length ?? figureWeeks.length,
    gapMinutes: gapMinutes(figure, figureWeeks),
    ownBest: ownBest(points, records),
    countedWeeks: shown.length,
    marks: marks.map((mark) => ({ mark, ...compareAt(mark.date, shown) })),
  };
}

function aheadOf(
  { past, coming }: Pick<ReportInput, 'past' | 'coming'>,
  counted: ReadonlySet<PlainDate>,
  reach: Reach | null,
): readonly Forecast[] | null {
  return forecast(
    past
      .filter((w) => counted.has(w.load.week))
      .map(({ load, recurringOnly }) => ({ full: load, recurringOnly })),
    coming.slice(1).map(({ load, recurringOnly }) => ({ booked: withinReach(load, reach), recurringOnly })),
  );
}

/** The figure at the level of the record, where there is one: one change, one figure, at any range. */
function atLevel(figure: TrackFigure, level: number | null, measure: Measure): TrackFigure {
  if (level === null) return figure;
  const { target } = figure;
  return {
    ...figure,
    value: level,
    gap: target === null ? null : level - target,
    ...(measure === 'leadership' ? { leadershipShare: level } : { craftShare: level }),
  };
}

/** The gap as time: of all that the share is taken from, in the mean week. */
function gapMinutes({ gap }: TrackFigure, weeks: readonly WeekLoad[]): number | null {
  if (gap === null || weeks.length === 0) return null;
  const base = weeks.reduce((sum, { minutes: m }) => sum + m.craft + m.management + m.fragments, 0);
  return (Math.abs(gap) * base) / weeks.length;
}

/** The report's tables. Pure; the cost in focus is what takes the time. */
export function reportTables({ past, settings, track }: Omit<ReportInput, 'coming'>): ReportTables {
  const recent = past.slice(-TABLE_WEEKS);
  const first = recent.findIndex((w) => w.occurrences.length > 0);
  const weeks = first < 0 ? [] : recent.slice(first);
  const loads = weeks.map((w) => w.load);
  const byKey = occurrencesByKey(weeks);
  const series = seriesTable(weeks, settings);
  const { people, domains } = company(weeks);
  return {
    weeks: weeks.length,
    series,
    activities: activityRows(weeks, byKey),
    openMinutes: loads.reduce((sum, { minutes }) => sum + minutes.craftOpen, 0),
    heat: heatMap(loads),
    sizes: meetingsBySize(weeks),
    organizers: meetingsByOrganizer(weeks),
    people,
    domains,
    strains: strainsOf(weeks),
    advice: adviceOf(series, track),
    settled: settledOf(loads, byKey),
  };
}

/**
 * Each activity with its booked minutes: those of the weeks' own sums, so that what happens outside working hours on
 * neither side is not in it.
 */
function activityRows(
  weeks: readonly ReportWeek[],
  byKey: ReadonlyMap<string, LabelledOccurrence>,
): ActivityRow[] {
  const keys = new Map<Activity, Set<string>>(ACTIVITIES.map((activity) => [activity, new Set()]));
  for (const { load } of weeks) {
    for (const { key } of load.counted) {
      const occurrence = byKey.get(key);
      if (occurrence) keys.get(occurrence.label.activity)?.add(key);
    }
  }
  const total = (activity: Activity): number =>
    weeks.reduce((sum, { load }) => sum + load.activities[activity], 0);
  const onSides = ACTIVITIES.filter((a) => SIDE[a] !== 'neither').reduce((sum, a) => sum + total(a), 0);
  return ACTIVITIES.map((activity): ActivityRow => {
    const minutes = total(activity);
    const own = [...(keys.get(activity) ?? [])];
    const fraction = SIDE[activity] === 'neither' || onSides === 0 ? null : minutes / onSides;
    return { activity, side: SIDE[activity], minutes, fraction, times: own.length, keys: own };
  }).filter((row) => row.minutes > 0);
}

/** Mastery and one's own mix look for focus that would come back; leadership for administration. */
function adviceOf(series: readonly SeriesRow[], track: Track): Advice | null {
  if (track === 'leadership') {
    const row = series.find((r) => r.activity === 'administration');
    return row ? { kind: 'administration', row } : null;
  }
  const back = (r: SeriesRow): number => r.focusMinutesPerMonth ?? 0;
  const row = [...series].sort((a, b) => back(b) - back(a))[0];
  return row && back(row) >= 60 ? { kind: 'focus', row } : null;
}

/** Complete weeks shown; `all` begins with the first entry. */
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
