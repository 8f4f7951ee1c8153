import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Segment, WeekLoad } from '../load/week-load.ts';
import { type Interval, intersection, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { dateIn, type PlainDate, parsePlain, wallOfInstant } from '../time/zone.ts';
import { certaintyOf } from './certainty.ts';

/** A stretch of a column in minutes of the wall clock since local midnight. */
export interface Stretch {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** One drawn piece of a day. */
export interface Block extends Stretch {
  readonly kind: Segment['kind'];
  readonly startMs: number;
  readonly endMs: number;
  /** Present for booked time: the occurrence it opens. */
  readonly key?: string;
  readonly title?: string;
  readonly guess: boolean;
  readonly unconfirmed: boolean;
  readonly afterHours: boolean;
  readonly recovery: boolean;
}

/** One day drawn to scale. */
export interface DayColumn {
  readonly date: PlainDate;
  readonly isToday: boolean;
  readonly absent: boolean;
  readonly working: readonly Stretch[];
  readonly focus: readonly Stretch[];
  readonly blocks: readonly Block[];
  /** Titles of all-day entries that are shown on this day. */
  readonly allDay: readonly { readonly key: string; readonly title: string }[];
  /** Minute of the now-line, on today's column alone. */
  readonly nowMinute: number | null;
}

/** The scale that all seven columns share, in full hours. */
export interface ColumnScale extends Stretch {
  readonly hourMinutes: readonly number[];
}

/** The earliest end and latest start of the scale: a short week is not blown up. */
const USUAL_SCALE: Stretch = { startMinute: 8 * 60, endMinute: 18 * 60 };

/**
 * The seven columns of a week. Places are those of the wall clock, so that nine o'clock stands at one height in
 * all of them, also in a week whose clock changes; a piece inside the hour that comes twice keeps its length.
 */
export function dayColumns(
  load: WeekLoad,
  byKey: ReadonlyMap<string, LabelledOccurrence>,
  nowMs: number,
): { columns: DayColumn[]; scale: ColumnScale } {
  const { zone } = load;
  const columns = load.days.map((day): DayColumn => {
    const place = (i: Interval): Stretch[] => {
      const part = intersection(i, day);
      return part ? [onClock(part, day.date, zone)] : [];
    };
    const isToday = dateIn(zone, nowMs) === day.date;
    return {
      date: day.date,
      isToday,
      absent: day.absent,
      working: day.working.flatMap(place),
      focus: load.focusBlocks.flatMap(place),
      blocks: joined(load.segments).flatMap((segment) => {
        const part = intersection(segment, day);
        const occurrence = segment.key === undefined ? undefined : byKey.get(segment.key);
        if (!part) return [];
        return [
          {
            ...onClock(part, day.date, zone),
            ...part,
            kind: segment.kind,
            ...(occurrence ? { key: occurrence.key, title: occurrence.title } : {}),
            guess: occurrence ? ['probably', 'unsure'].includes(certaintyOf(occurrence.label)) : false,
            unconfirmed: segment.unconfirmed,
            afterHours: segment.afterHours,
            recovery: segment.recovery ?? false,
          },
        ];
      }),
      allDay: load.allDay.flatMap((key) => {
        const entry = byKey.get(key);
        return entry && intersection(entry, day) ? [{ key, title: entry.title }] : [];
      }),
      nowMinute: isToday ? wallMinute(nowMs, day.date, zone) : null,
    };
  });
  return { columns, scale: scaleOf(columns) };
}

/** Pieces of one occurrence that touch, joined: a meeting across five o'clock is one thing to the eye. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.key !== undefined && last.key === segment.key && last.endMs === segment.startMs) {
      result[result.length - 1] = {
        ...last,
        endMs: segment.endMs,
        afterHours: last.afterHours && segment.afterHours,
      };
    } else result.push(segment);
  }
  return result;
}

function onClock(part: Interval, date: PlainDate, zone: string): Stretch {
  const startMinute = wallMinute(part.startMs, date, zone);
  const endMinute = wallMinute(part.endMs, date, zone);
  // Where the clock goes back inside the piece its wall-clock length is too short or negative.
  return endMinute > startMinute
    ? { startMinute, endMinute }
    : { startMinute, endMinute: Math.min(1440, startMinute + lengthMs(part) / MINUTE_MS) };
}

function wallMinute(instantMs: number, date: PlainDate, zone: string): number {
  return (wallOfInstant(instantMs, zone) - parsePlain(date)) / MINUTE_MS;
}

/** The scale that columns share: usual office hours, and further where something is drawn. */
export function scaleOf(columns: readonly Pick<DayColumn, 'working' | 'blocks'>[]): ColumnScale {
  const drawn = columns.flatMap((c) => [...c.working, ...c.blocks]);
  const startMinute = Math.min(USUAL_SCALE.startMinute, ...drawn.map((s) => s.startMinute));
  const endMinute = Math.max(USUAL_SCALE.endMinute, ...drawn.map((s) => s.endMinute));
  const first = Math.max(0, Math.floor(startMinute / 60));
  const last = Math.min(24, Math.ceil(endMinute / 60));
  // About five figures on the axis, at hours that divide the day well.
  const step = [1, 2, 3, 4, 6].find((s) => (last - first) / s <= 6) ?? 6;
  const hourMinutes: number[] = [];
  for (let hour = Math.ceil(first / step) * step; hour <= last; hour += step) hourMinutes.push(hour * 60);
  return { startMinute: first * 60, endMinute: last * 60, hourMinutes };
}
