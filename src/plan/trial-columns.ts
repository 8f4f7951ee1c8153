import type { LabelledOccurrence } from '../calendar/label.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { type Interval, lengthMs, MINUTE_MS } from '../time/interval.ts';
import { type PlainDate, parsePlain, wallOfInstant } from '../time/zone.ts';
import { type Block, type ColumnScale, dayColumns, type Stretch, scaleOf } from '../week/day-columns.ts';
import type { Frame } from './frame.ts';
import type { EditKind, Edits } from './what-if.ts';

/** One occurrence drawn whole, beside those that it overlaps. */
export interface TrialBox extends Stretch {
  readonly key: string;
  readonly title: string;
  readonly side: 'craft' | 'management' | 'neither';
  readonly startMs: number;
  readonly endMs: number;
  /** Its place among those that overlap, from 0, and how many places there are. */
  readonly lane: number;
  readonly lanes: number;
  readonly edit: EditKind | null;
  /** Taken out: drawn where it stands today, and counted nowhere. */
  readonly out: boolean;
  /** It may be tried elsewhere: a meeting of this week that has not begun. */
  readonly movable: boolean;
}

/** One day of a week on trial, drawn to scale. */
export interface TrialColumn {
  readonly date: PlainDate;
  readonly isToday: boolean;
  readonly absent: boolean;
  readonly working: readonly Stretch[];
  readonly focus: readonly Stretch[];
  /** Open time: in focus blocks, or fragments. */
  readonly open: readonly Block[];
  /** By start. */
  readonly boxes: readonly TrialBox[];
  /** Where occurrences that were moved on trial stand today. */
  readonly origins: readonly Stretch[];
  readonly nowMinute: number | null;
}

/** The columns of a week on trial, and a scale that also holds the week as it is, so that it does not jump. */
export function trialColumns(
  frame: Frame,
  edits: Edits,
  loads: { readonly before: WeekLoad; readonly after: WeekLoad },
  movable: ReadonlySet<string>,
  nowMs: number,
): { columns: TrialColumn[]; scale: ColumnScale } {
  const byKey = new Map(frame.counted.map((o) => [o.key, o]));
  const before = dayColumns(loads.before, byKey, nowMs).columns;
  const after = dayColumns(loads.after, byKey, nowMs).columns;
  const { zone } = frame.settings;
  const placed = frame.blocking.map((o) => [o, edits.get(o.key)?.to ?? o] as const);
  const columns = after.map((day, i): TrialColumn => {
    const { startMs, endMs } = loads.after.days[i] ?? { startMs: 0, endMs: 0 };
    const isHere = (at: Interval): boolean => at.startMs >= startMs && at.startMs < endMs;
    const clock = (at: Interval): Stretch => onClock(at, day.date, zone);
    const here = placed.filter(([, at]) => isHere(at));
    const moved = frame.blocking.filter((o) => isHere(o) && edits.get(o.key)?.to);
    return {
      date: day.date,
      isToday: day.isToday,
      absent: day.absent,
      working: day.working,
      focus: day.focus,
      open: day.blocks.filter(({ kind }) => kind === 'craft-open' || kind === 'fragment'),
      boxes: inLanes(
        here.map(([o, at]) => ({ ...clock(at), ...boxOf(o, at, edits), movable: movable.has(o.key) })),
      ),
      origins: moved.map(clock),
      nowMinute: day.nowMinute,
    };
  });
  const drawn = [...before, ...after, ...columns.map(({ boxes }) => ({ working: boxes, blocks: [] }))];
  return { columns, scale: scaleOf(drawn) };
}

function boxOf(
  { key, title, label }: LabelledOccurrence,
  { startMs, endMs }: Interval,
  edits: Edits,
): Omit<TrialBox, 'lane' | 'lanes' | 'movable' | keyof Stretch> {
  const edit = edits.get(key);
  return {
    key,
    title,
    side: label.side,
    startMs,
    endMs,
    edit: edit?.kind ?? null,
    out: edit !== undefined && edit.to === null,
  };
}

function onClock(at: Interval, date: PlainDate, zone: string): Stretch {
  const startMinute = (wallOfInstant(at.startMs, zone) - parsePlain(date)) / MINUTE_MS;
  return { startMinute, endMinute: Math.min(1440, startMinute + lengthMs(at) / MINUTE_MS) };
}

/** Gives boxes that overlap places beside one another, as few as it takes. */
function inLanes(boxes: readonly Omit<TrialBox, 'lane' | 'lanes'>[]): TrialBox[] {
  const sorted = [...boxes].sort((a, b) => a.startMinute - b.startMinute || b.endMinute - a.endMinute);
  const done: TrialBox[] = [];
  let cluster: (Omit<TrialBox, 'lanes'> & { lane: number })[] = [];
  let laneEnds: number[] = [];
  const close = (): void => {
    done.push(...cluster.map((box) => ({ ...box, lanes: laneEnds.length })));
    cluster = [];
    laneEnds = [];
  };
  for (const box of sorted) {
    if (laneEnds.every((end) => end <= box.startMinute)) close();
    const free = laneEnds.findIndex((end) => end <= box.startMinute);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = box.endMinute;
    cluster.push({ ...box, lane });
  }
  close();
  return done;
}
