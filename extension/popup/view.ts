import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Calendar, Source } from '../../src/calendar/source.ts';
import type { LoadMinutes, LoadSettings, Segment, WeekLoad } from '../../src/load/week-load.ts';
import { changeInPoints, USUAL_WEEKS_NEEDED, type UsualWeek } from '../../src/summary/usual-week.ts';
import type { Interval } from '../../src/time/interval.ts';
import { lengthMs } from '../../src/time/interval.ts';
import { addWeeks, weekAt, weekOf } from '../../src/time/week.ts';
import { addDays, isPlainDate, type PlainDate } from '../../src/time/zone.ts';
import { type ColumnScale, type DayColumn, dayColumns } from '../../src/week/day-columns.ts';
import { type Freshness, freshnessOf, type Trouble, troublesOf } from '../../src/week/freshness.ts';
import { type Review, reviewOf } from '../../src/week/review.ts';
import { type WeekFacts, weekFacts } from '../../src/week/week-facts.ts';
import { type HoursGroup, hoursGroups } from './hours-groups.ts';

/** What the popup of one week is computed from. */
export interface PopupInput {
  /** Any date of the week. */
  readonly week: PlainDate;
  readonly nowMs: number;
  /** Labelled occurrences of all calendars that touch the week; others do no harm. */
  readonly occurrences: readonly LabelledOccurrence[];
  readonly settings: LoadSettings;
  readonly calendars: readonly Calendar[];
  readonly sources: readonly Source[];
  /** The yardstick of the week, or null while it is still being read. */
  readonly usual: UsualWeek | null;
}

/** One part of the bar, in the order in which it is drawn. */
export interface BarPart {
  readonly kind: Segment['kind'];
  readonly minutes: number;
  /** Of the whole bar, 0 to 1. */
  readonly fraction: number;
}

/** The week against the usual one. */
export type Change =
  | { readonly kind: 'reading' }
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number }
  /** The week itself has no share to compare. */
  | { readonly kind: 'no-share'; readonly usual: number }
  | { readonly kind: 'points'; readonly points: number; readonly usual: number; readonly weeks: number };

/** Everything that the popup draws for one week. */
export interface PopupView {
  readonly week: PlainDate;
  readonly lastDate: PlainDate;
  readonly previous: PlainDate;
  readonly next: PlainDate;
  /** Where the week stands: over, running, or to come. */
  readonly time: 'past' | 'current' | 'future';
  readonly currentWeek: PlainDate;
  readonly zone: string;
  readonly hours: readonly HoursGroup[];
  readonly share: number | null;
  readonly minutes: LoadMinutes;
  readonly bar: readonly BarPart[];
  readonly change: Change;
  /** Where on the bar the share would end that the week is compared with, 0 to 1; null where there is none. */
  readonly yardstick: number | null;
  /** Craft shares of the weeks that are compared with, oldest first, this week's last where it has one. */
  readonly recentShares: readonly number[];
  readonly columns: readonly DayColumn[];
  readonly scale: ColumnScale;
  /** The longest focus block, and how many there are. */
  readonly focus: { readonly longest: Interval | null; readonly minutes: number; readonly count: number };
  readonly run: { readonly interval: Interval | null; readonly minutes: number };
  readonly afterHoursMinutes: number;
  readonly topSeries: TopSeries | null;
  /** More than half of the working time is away: no yardstick, and no summary comes. */
  readonly mostlyAway: boolean;
  /** No occurrence touches the week. */
  readonly nothingHere: boolean;
  /** There is no working time in the settings at all. */
  readonly noWorkingTime: boolean;
  readonly review: Review | null;
  readonly freshness: Freshness;
  readonly troubles: readonly Trouble[];
  /** Only the sample calendar is connected. */
  readonly sampleOnly: boolean;
}

/** The management series that took most of the week. */
export interface TopSeries {
  readonly uid: string;
  readonly title: string;
  readonly minutes: number;
  readonly count: number;
}

/** The week that a page is asked for: `?week=` where it is a date, else the week of now. */
export function askedWeek(asked: string | null, nowMs: number, settings: LoadSettings): PlainDate {
  if (asked !== null && isPlainDate(asked)) return weekOf(asked, settings.weekStart);
  return weekAt(nowMs, settings.zone, settings.weekStart);
}

/** The popup of a week. Pure: the same input gives the same view. */
export function popupView(input: PopupInput, given?: WeekFacts): PopupView {
  const { settings, nowMs, sources } = input;
  const week = weekOf(input.week, settings.weekStart);
  const facts = given ?? weekFacts(week, input.occurrences, input.calendars, settings);
  const { load, byKey } = facts;
  const { minutes } = load;
  const currentWeek = weekAt(nowMs, settings.zone, settings.weekStart);
  const { columns, scale } = dayColumns(load, byKey, nowMs);
  const longest = load.focusBlocks.reduce<Interval | null>(
    (best, b) => (best === null || lengthMs(b) > lengthMs(best) ? b : best),
    null,
  );
  return {
    week,
    lastDate: addDays(week, 6),
    previous: addWeeks(week, -1),
    next: addWeeks(week, 1),
    time: week === currentWeek ? 'current' : week < currentWeek ? 'past' : 'future',
    currentWeek,
    zone: settings.zone,
    hours: hoursGroups(settings.workingHours, settings.weekStart),
    share: load.craftShare,
    minutes,
    bar: barOf(load),
    change: changeOf(load, input.usual),
    yardstick: yardstickOn(load, input.usual),
    recentShares: recentShares(load, input.usual),
    columns,
    scale,
    focus: { longest, minutes: load.longestFocusMinutes, count: load.focusBlocks.length },
    run: { interval: load.longestMeetingRun, minutes: load.longestMeetingRunMinutes },
    afterHoursMinutes: minutes.afterHoursCraft + minutes.afterHoursManagement,
    topSeries: topSeriesOf(facts),
    mostlyAway: load.mostlyAway,
    nothingHere: byKey.size === 0,
    noWorkingTime: Object.values(settings.workingHours).every((day) => day.length === 0),
    review: reviewOf(facts),
    freshness: freshnessOf(sources, nowMs),
    troubles: troublesOf(sources),
    sampleOnly: sources.length > 0 && sources.every((s) => s.kind === 'sample'),
  };
}

function barOf({ minutes }: WeekLoad): BarPart[] {
  const parts = [
    { kind: 'craft-booked', minutes: minutes.craftBooked },
    { kind: 'craft-open', minutes: minutes.craftOpen },
    { kind: 'management', minutes: minutes.management },
    { kind: 'fragment', minutes: minutes.fragments },
    { kind: 'away', minutes: minutes.away },
  ] as const;
  const whole = parts.reduce((sum, p) => sum + p.minutes, 0);
  return parts.map((p) => ({ ...p, fraction: whole === 0 ? 0 : p.minutes / whole }));
}

/** A share is of the bar without the time away, which stands at its end. */
function yardstickOn({ minutes, craftShare }: WeekLoad, usual: UsualWeek | null): number | null {
  if (craftShare === null || !usual || usual.craftShare === null) return null;
  const counted = minutes.craft + minutes.management + minutes.fragments;
  return (usual.craftShare * counted) / (counted + minutes.away);
}

function recentShares({ craftShare }: WeekLoad, usual: UsualWeek | null): number[] {
  const before = (usual?.weeks ?? []).map((week) => week.craftShare).reverse();
  return craftShare === null ? before : [...before, craftShare];
}

function changeOf(load: WeekLoad, usual: UsualWeek | null): Change {
  if (usual === null) return { kind: 'reading' };
  if (usual.craftShare === null) {
    return { kind: 'too-few', have: usual.weeks.length, need: USUAL_WEEKS_NEEDED };
  }
  if (load.craftShare === null) return { kind: 'no-share', usual: usual.craftShare };
  return {
    kind: 'points',
    points: changeInPoints(load.craftShare, usual.craftShare),
    usual: usual.craftShare,
    weeks: usual.weeks.length,
  };
}

function topSeriesOf({ load, byKey }: WeekFacts): TopSeries | null {
  const series = new Map<string, TopSeries>();
  for (const { key, minutes } of load.counted) {
    const occurrence = byKey.get(key);
    if (occurrence?.label.side !== 'management' || occurrence.recurring === 'none') continue;
    const { uid, title } = occurrence;
    const known = series.get(uid);
    series.set(uid, { uid, title, minutes: minutes + (known?.minutes ?? 0), count: (known?.count ?? 0) + 1 });
  }
  return [...series.values()].reduce<TopSeries | null>(
    (top, s) => (top === null || s.minutes > top.minutes ? s : top),
    null,
  );
}
