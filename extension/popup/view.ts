import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Calendar, Source } from '../../src/calendar/source.ts';
import { type Measure, measureOf, type Track } from '../../src/calendar/track.ts';
import { shareBy } from '../../src/drift/week-point.ts';
import { knownOf } from '../../src/history/as-of.ts';
import type { LoadMinutes, LoadSettings, Range, Segment, WeekLoad } from '../../src/load/week-load.ts';
import type { Mark } from '../../src/settings/settings.ts';
import type { Interval } from '../../src/time/interval.ts';
import { addWeeks, weekAt, weekOf } from '../../src/time/week.ts';
import { addDays, isPlainDate, type PlainDate } from '../../src/time/zone.ts';
import { type OpenGuesses, openGuesses } from '../../src/week/answers.ts';
import type { Comparison } from '../../src/week/comparison.ts';
import { type ColumnScale, type DayColumn, dayColumns } from '../../src/week/day-columns.ts';
import { type DayQuestion, dayQuestionOf } from '../../src/week/day-question.ts';
import { type Headline, longestBlock } from '../../src/week/figures.ts';
import { type Freshness, freshnessOf, type Trouble, troublesOf } from '../../src/week/freshness.ts';
import { type Review, reviewOf } from '../../src/week/review.ts';
import type { Standing } from '../../src/week/standing.ts';
import { type WeekStatement, weekStatement } from '../../src/week/statement.ts';
import type { Story } from '../../src/week/story.ts';
import { type WeekFacts, weekFacts } from '../../src/week/week-facts.ts';
import { shareOfYardstick } from '../../src/week/yardstick.ts';
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
  /** What all weeks say together, or null while they are still being read. */
  readonly story: Story | null;
  /** The user's track, target and marked dates, as they hold for the week. */
  readonly track: Track;
  readonly target: number | null;
  readonly marks: readonly Mark[];
}

/** One part of the bar, in the order in which it is drawn. */
export interface BarPart {
  readonly kind: Segment['kind'];
  readonly minutes: number;
  /** Of the whole bar, 0 to 1. */
  readonly fraction: number;
}

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
  /** What the week is; null while it is still being read whether the calendar reaches it. */
  readonly standing: Standing | null;
  /** The share of the track: of a running week if nothing is added, of one ahead as booked; null where there is none. */
  readonly share: number | null;
  /** Of a running week, until now. */
  readonly soFar: number | null;
  readonly range: Range | null;
  /** What the track is measured by. */
  readonly measure: Measure;
  readonly minutes: LoadMinutes;
  readonly bar: readonly BarPart[];
  /** What the figures of share and yardstick open. */
  readonly headline: Headline;
  /** Against the yardstick; null where the week is not compared, or it is still being read. */
  readonly comparison: Comparison | null;
  /** Where on the bar the share would end that the week is compared with, 0 to 1; null where there is none. */
  readonly yardstick: number | null;
  /** Shares of the last eight weeks that count, oldest first, this week's last where it has one. */
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
  /** The calendars hold little of the work. */
  readonly thin: boolean;
  /** There is no working time in the settings at all. */
  readonly noWorkingTime: boolean;
  readonly review: Review | null;
  /** What the guesses leave open of a craft share that is compared; null where nothing is. */
  readonly guesses: OpenGuesses | null;
  /** A day of which nobody knows whether it is off; asked before labels are. */
  readonly dayQuestion: DayQuestion | null;
  readonly freshness: Freshness;
  readonly troubles: readonly Trouble[];
  /** Only the sample calendar is connected. */
  readonly sampleOnly: boolean;
}

/** The management series that took most of the week. */
interface TopSeries {
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
  const known = knownOf(load, sources, nowMs);
  const statement = input.story && weekStatement(load, { ...input, story: input.story, known: known.kind });
  const measure = measureOf(input.track);
  const counted = load.entries > 0 ? shareBy(measure, load) : null;
  const share = statement ? statement.share : counted;
  const { columns, scale } = dayColumns(load, byKey, nowMs);
  const longest = longestBlock(load.focusBlocks);
  return {
    week,
    lastDate: addDays(week, 6),
    previous: addWeeks(week, -1),
    next: addWeeks(week, 1),
    time: week === currentWeek ? 'current' : week < currentWeek ? 'past' : 'future',
    currentWeek,
    zone: settings.zone,
    hours: hoursGroups(settings.workingHours, settings.weekStart),
    standing: statement?.standing ?? (load.entries > 0 ? 'running' : null),
    share,
    soFar: statement?.soFar ?? null,
    range: statement?.range ?? null,
    measure,
    minutes,
    bar: barOf(load),
    headline: { share, yardstick: statement?.yardstick ?? null },
    comparison: statement?.comparison ?? null,
    yardstick: yardstickOn(load, statement),
    recentShares: recentShares(week, share, input.story),
    columns,
    scale,
    focus: { longest, minutes: load.longestFocusMinutes, count: load.focusBlocks.length },
    run: { interval: load.longestMeetingRun, minutes: load.longestMeetingRunMinutes },
    afterHoursMinutes: minutes.afterHoursCraft + minutes.afterHoursManagement,
    topSeries: topSeriesOf(facts),
    mostlyAway: load.mostlyAway,
    thin: input.story?.thin ?? false,
    nothingHere: byKey.size === 0,
    noWorkingTime: Object.values(settings.workingHours).every((day) => day.length === 0),
    review: reviewOf(facts),
    guesses: guessesBeside(statement, measure, facts, settings),
    dayQuestion: dayQuestionOf(facts),
    freshness: freshnessOf(sources, nowMs),
    troubles: troublesOf(sources),
    sampleOnly: sources.length > 0 && sources.every((s) => s.kind === 'sample'),
  };
}

/** The guesses that stand beside a comparison of craft shares; null where nothing is compared. */
function guessesBeside(
  statement: WeekStatement | null,
  measure: Measure,
  facts: WeekFacts,
  settings: LoadSettings,
): PopupView['guesses'] {
  return statement?.comparison && measure === 'craft' ? openGuesses(facts, settings) : null;
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

/** A share is of the bar without the time away, which stands at its end; null where the week is not compared. */
function yardstickOn({ minutes }: WeekLoad, statement: WeekStatement | null): number | null {
  const share = statement?.comparison ? shareOfYardstick(statement.yardstick) : null;
  if (share === null) return null;
  const counted = minutes.craft + minutes.management + minutes.fragments;
  return (share * counted) / (counted + minutes.away);
}

/** Weeks of the sparkline before the one that is shown. */
const SPARK_WEEKS = 8;

function recentShares(week: PlainDate, share: number | null, story: Story | null): number[] {
  const before = (story?.points ?? []).filter((p) => p.week < week).slice(-SPARK_WEEKS);
  return [...before.map((p) => p.share), ...(share === null ? [] : [share])];
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
