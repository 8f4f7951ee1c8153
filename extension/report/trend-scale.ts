import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { WeekLoad } from '../../src/load/week-load.ts';
import type { Forecast } from '../../src/report/ahead.ts';
import type { PlainDate } from '../../src/time/zone.ts';

/** One week of the chart: past, running or to come. */
export interface TrendWeek {
  readonly week: PlainDate;
  readonly load: WeekLoad | null;
  readonly forecast: Forecast | null;
  readonly kind: 'past' | 'running' | 'ahead';
}

/** Heights of the two panels and what lies round them, in CSS pixels. */
export const FRAME = { left: 34, right: 10, top: 10, share: 150, between: 20, bars: 110, axis: 24 } as const;

export const HEIGHT = FRAME.top + FRAME.share + FRAME.between + FRAME.bars + FRAME.axis;

/** Everything that the trend is drawn with, for a width in CSS pixels. */
export interface TrendScale {
  readonly band: number;
  readonly x: (index: number) => number;
  readonly shareY: (share: number) => number;
  readonly hoursY: (minutes: number) => number;
  readonly hourTicks: readonly number[];
  /** Path of the craft share through past weeks that count; broken at the others. */
  readonly sharePath: string;
  /** Indexes that get a tick with the month. */
  readonly monthTicks: readonly number[];
}

/** Width that a month's name needs, in CSS pixels. */
const TICK_WIDTH = 64;

export function trendScale(weeks: readonly TrendWeek[], width: number): TrendScale {
  const inner = Math.max(40, width - FRAME.left - FRAME.right);
  const band = inner / Math.max(1, weeks.length);
  const x = (index: number): number => FRAME.left + band * index;
  const shareY = scaleLinear([0, 1], [FRAME.top + FRAME.share, FRAME.top]);
  const bottom = FRAME.top + FRAME.share + FRAME.between + FRAME.bars;
  const most = Math.max(60, ...weeks.map(({ load }) => (load ? heightOf(load) : 0)));
  const hoursY = scaleLinear([0, most / 60], [bottom, bottom - FRAME.bars]);
  const path = line<TrendWeek & { index: number }>()
    .defined((w) => counts(w))
    .x((w) => x(w.index) + band / 2)
    .y((w) => shareY(w.load?.craftShare ?? 0));
  const monthTicks: number[] = [];
  for (const [index, { week }] of weeks.entries()) {
    if (Number(week.slice(8)) > 7) continue;
    const last = monthTicks.at(-1);
    if (last !== undefined && x(index) - x(last) < TICK_WIDTH) continue;
    if (x(index) > width - TICK_WIDTH / 2) continue;
    monthTicks.push(index);
  }
  return {
    band,
    x,
    shareY,
    hoursY: (minutes) => hoursY(minutes / 60),
    hourTicks: hoursY.ticks(3).filter((tick) => tick > 0),
    sharePath: path(weeks.map((w, index) => ({ ...w, index }))) ?? '',
    monthTicks,
  };
}

/** Whether a week's share is a point of the line: past, with a share, and not mostly away. */
export function counts({ load, kind }: TrendWeek): boolean {
  return kind === 'past' && load !== null && !load.mostlyAway && load.craftShare !== null;
}

function heightOf({ minutes: m }: WeekLoad): number {
  return m.craft + m.management + m.fragments + m.away;
}
