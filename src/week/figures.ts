import { SIDE, type Side } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import type { WeekPoint } from '../drift/week-point.ts';
import type { LeftOutReason, Segment } from '../load/week-load.ts';
import { type Interval, intersection, lengthMs, MINUTE_MS, overlaps } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import type { WeekFacts } from './week-facts.ts';
import { shareOfYardstick, type Yardstick } from './yardstick.ts';

/** Every figure of the popup that can be opened. */
export type FigureId =
  | 'share'
  | 'yardstick'
  | 'craft'
  | 'management'
  | 'fragments'
  | 'away'
  | 'focus'
  | 'run'
  | 'after-hours'
  | 'double-booked'
  | 'unconfirmed'
  | `series:${string}`
  | `day:${PlainDate}`;

/** One line behind a figure: an occurrence, or a stretch of open time. */
export interface FigureRow extends Interval {
  readonly kind: Segment['kind'];
  readonly minutes: number;
  /** Absent for open time. */
  readonly occurrence?: {
    readonly key: string;
    readonly title: string;
    readonly certainty: Certainty;
    readonly unconfirmed: boolean;
  };
  readonly recovery?: boolean;
  readonly afterHours?: boolean;
  /** Minutes that another occurrence got, and which. */
  readonly covered?: { readonly minutes: number; readonly by: string | null };
  /** Titles of the meetings that claim minutes of it too, where the figure is about that. */
  readonly against?: readonly string[];
}

/** One occurrence that gave nothing to the figure, and why. */
export interface LeftOutRow extends Interval {
  readonly key: string;
  readonly title: string;
  readonly side: Side;
  readonly allDay: boolean;
  readonly reason: LeftOutReason;
}

/** What stands behind a figure. */
export interface FigureDetail {
  readonly id: FigureId;
  /** The figure itself in minutes; null for a share. */
  readonly minutes: number | null;
  readonly share: number | null;
  readonly rows: readonly FigureRow[];
  readonly leftOut: readonly LeftOutRow[];
  /** The weeks behind the yardstick, newest first; none behind a target. */
  readonly weeks?: readonly WeekPoint[];
}

/** The share that the week shows, and what it is held against; null where there is none, or while it is being read. */
export interface Headline {
  readonly share: number | null;
  readonly yardstick: Yardstick | null;
}

/**
 * Opens a figure: the occurrences and the open stretches behind it, by start, and those left out. For every
 * figure counted in minutes the rows add up to the figure, but for two: a meeting run has its breaks of under ten
 * minutes in it, and a minute that two meetings claim may be given to neither of them.
 */
export function figureDetail(id: FigureId, facts: WeekFacts, headline: Headline): FigureDetail {
  const { load } = facts;
  const { minutes } = load;
  const detail = (
    figure: number | null,
    rows: readonly FigureRow[],
    leftOut: (row: LeftOutRow) => boolean,
  ): FigureDetail => ({
    id,
    minutes: figure,
    share:
      id === 'share'
        ? headline.share
        : id === 'yardstick' && headline.yardstick
          ? shareOfYardstick(headline.yardstick)
          : null,
    rows,
    leftOut: leftOutRows(facts).filter(leftOut),
  });
  const where = (test: (s: Segment) => boolean): FigureRow[] => rowsOf(load.segments.filter(test), facts);
  const ofSide =
    (side: Side) =>
    (row: LeftOutRow): boolean =>
      row.side === side;

  switch (id) {
    case 'share':
      return detail(
        null,
        where((s) => s.kind !== 'away'),
        () => true,
      );
    case 'yardstick':
      return { ...detail(null, [], () => false), ...weeksBehind(headline.yardstick) };
    case 'craft':
      return detail(
        minutes.craft,
        where((s) => s.kind.startsWith('craft')),
        ofSide('craft'),
      );
    case 'management':
      return detail(
        minutes.management,
        where((s) => s.kind === 'management'),
        ofSide('management'),
      );
    case 'fragments':
      return detail(
        minutes.fragments,
        where((s) => s.kind === 'fragment'),
        () => false,
      );
    case 'away':
      return detail(
        minutes.away,
        where((s) => s.kind === 'away'),
        ofSide('neither'),
      );
    case 'focus': {
      const longest = longestBlock(load.focusBlocks);
      return detail(
        longest ? lengthMs(longest) / MINUTE_MS : 0,
        where((s) => s.focus && longest !== null && overlaps(s, longest)),
        () => false,
      );
    }
    case 'run':
      return detail(load.longestMeetingRunMinutes, runRows(facts), () => false);
    case 'after-hours':
      return detail(
        minutes.afterHoursCraft + minutes.afterHoursManagement,
        where((s) => s.afterHours),
        (row) => row.reason === 'outside-hours',
      );
    case 'double-booked':
      return detail(minutes.doubleBooked, doubleBookedRows(facts), (row) => row.reason === 'covered');
    case 'unconfirmed':
      return detail(
        minutes.unconfirmed,
        where((s) => s.unconfirmed),
        (row) => {
          const response = facts.byKey.get(row.key)?.response;
          return response === 'tentative' || response === 'needsAction';
        },
      );
  }
  if (id.startsWith('day:')) {
    const day = load.days.find((d) => d.date === id.slice(4));
    if (!day) return detail(0, [], () => false);
    const rows = rowsOf(
      load.segments.flatMap((s) => {
        const part = intersection(s, day);
        return part ? [{ ...s, ...part }] : [];
      }),
      facts,
    );
    return detail(null, rows, (row) => overlaps(row, day) || row.startMs === day.startMs);
  }
  const uid = id.slice('series:'.length);
  const isSeries = (key: string | undefined): boolean =>
    key !== undefined && facts.byKey.get(key)?.uid === uid;
  const rows = where((s) => isSeries(s.key));
  return detail(sumMinutes(rows), rows, (row) => isSeries(row.key));
}

/** Only a usual week and a marked date rest on weeks that can be opened. */
function weeksBehind(yardstick: Yardstick | null): Pick<FigureDetail, 'weeks'> {
  return yardstick !== null && 'weeks' in yardstick ? { weeks: yardstick.weeks } : {};
}

/** Segments as rows: one for each occurrence and kind, one for each open stretch. */
function rowsOf(segments: readonly Segment[], facts: WeekFacts): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  for (const segment of segments) {
    const minutes = lengthMs(segment) / MINUTE_MS;
    const id = segment.key === undefined ? String(segment.startMs) : `${segment.kind} ${segment.key}`;
    const known = rows.get(id);
    if (known) {
      rows.set(id, {
        ...known,
        minutes: known.minutes + minutes,
        afterHours: (known.afterHours ?? false) && segment.afterHours,
      });
      continue;
    }
    rows.set(id, rowOf(segment, minutes, facts));
  }
  return [...rows.values()].sort((a, b) => a.startMs - b.startMs);
}

/** The row of the first segment of an entry, or of a stretch without one. */
function rowOf(segment: Segment, minutes: number, facts: WeekFacts): FigureRow {
  const occurrence = segment.key === undefined ? undefined : facts.byKey.get(segment.key);
  const { startMs, endMs } = occurrence ?? segment;
  return {
    kind: segment.kind,
    startMs,
    endMs,
    minutes,
    afterHours: segment.afterHours,
    ...(segment.recovery ? { recovery: true } : {}),
    ...(occurrence ? occurrencePart(occurrence, segment.unconfirmed, facts) : {}),
  };
}

function occurrencePart(
  occurrence: LabelledOccurrence,
  unconfirmed: boolean,
  { load, byKey }: WeekFacts,
): Pick<FigureRow, 'occurrence' | 'covered'> {
  const share = load.counted.find((s) => s.key === occurrence.key);
  const by = share?.coveredBy === undefined ? undefined : byKey.get(share.coveredBy);
  return {
    occurrence: {
      key: occurrence.key,
      title: occurrence.title,
      certainty: certaintyOf(occurrence.label),
      unconfirmed,
    },
    ...(share && share.coveredMinutes > 0
      ? { covered: { minutes: share.coveredMinutes, by: by?.title ?? null } }
      : {}),
  };
}

function runRows(facts: WeekFacts): FigureRow[] {
  const run = facts.load.longestMeetingRun;
  if (!run) return [];
  const inside = facts.load.segments.filter((s) => s.key !== undefined && overlaps(s, run));
  return rowsOf(inside, facts).filter((row) => row.kind !== 'away');
}

/** Each meeting that shares minutes with others, with these minutes: those it got itself. */
function doubleBookedRows(facts: WeekFacts): FigureRow[] {
  const claims = [
    ...facts.load.counted.map((share) => share.key),
    ...facts.leftOut.filter((l) => l.reason === 'covered').map((l) => l.key),
  ].flatMap((key) => facts.byKey.get(key) ?? []);
  const meetings = claims.filter((o) => o.label.side !== 'neither' && overlaps(o, facts.load));
  return facts.load.counted.flatMap((share) => {
    const occurrence = facts.byKey.get(share.key);
    if (!occurrence || share.doubleBookedMinutes === 0) return [];
    return [
      {
        kind: KIND_OF_SIDE[SIDE[occurrence.label.activity]],
        startMs: occurrence.startMs,
        endMs: occurrence.endMs,
        minutes: share.doubleBookedMinutes,
        ...occurrencePart(occurrence, share.unconfirmedMinutes > 0, facts),
        against: meetings
          .filter((o) => o.key !== occurrence.key && overlaps(o, occurrence))
          .map((o) => o.title),
      },
    ];
  });
}

const KIND_OF_SIDE = {
  craft: 'craft-booked',
  management: 'management',
  neither: 'away',
} as const satisfies Record<Side, Segment['kind']>;

function leftOutRows({ leftOut, byKey }: WeekFacts): LeftOutRow[] {
  return leftOut
    .flatMap(({ key, reason }): LeftOutRow[] => {
      const o = byKey.get(key);
      if (!o) return [];
      const { title, startMs, endMs, label, allDay } = o;
      return [{ key, reason, title, startMs, endMs, side: label.side, allDay: allDay !== null }];
    })
    .sort((a, b) => a.startMs - b.startMs);
}

/** The longest of a week's focus blocks, the earliest of several; null where there is none. */
export function longestBlock(blocks: readonly Interval[]): Interval | null {
  const [longest = null] = [...blocks].sort((a, b) => lengthMs(b) - lengthMs(a) || a.startMs - b.startMs);
  return longest;
}

function sumMinutes(rows: readonly FigureRow[]): number {
  return rows.reduce((sum, row) => sum + row.minutes, 0);
}
