import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { WeekLoad } from '../../src/load/week-load.ts';
import type { Forecast } from '../../src/report/ahead.ts';
import { addWeeks } from '../../src/time/week.ts';
import { type PlainDate, parsePlain } from '../../src/time/zone.ts';

/** One week of the chart: past, running or to come. */
export interface TrendWeek {
  readonly week: PlainDate;
  readonly load: WeekLoad | null;
  readonly forecast: Forecast | null;
  /** What the week is expected to become with the plan's first lasting move, 0 to 1; null where none is known. */
  readonly planned?: number | null;
  readonly kind: 'past' | 'running' | 'ahead';
}

/** A word that stands over a line of the chart. */
export interface ChartLabel {
  readonly kind: 'change' | 'mark' | 'ahead';
  readonly date: PlainDate;
  readonly text: string;
}

export interface PlacedLabel extends ChartLabel {
  /** Of its line, in CSS pixels. */
  readonly x: number;
  /** Row from below, 0 nearest to the chart; null where no row has room for the word. */
  readonly row: number | null;
  readonly anchor: 'start' | 'end';
}

/** Heights of the two panels and what lies round them, in CSS pixels. */
export const FRAME = { left: 36, right: 4, top: 10, share: 160, between: 22, bars: 120, axis: 24 } as const;
/** Few weeks stay as narrow as weeks are. */
const WIDEST_BAND = 56;
const LABEL_ROW = 16;
const MOST_ROWS = 3;

/** Everything that the trend is drawn with, for a width in CSS pixels. */
export interface TrendScale {
  readonly band: number;
  readonly height: number;
  /** Upper edge of the panel of shares. */
  readonly top: number;
  /** Upper and lower edge of the panel of hours. */
  readonly barsTop: number;
  readonly bottom: number;
  readonly x: (index: number) => number;
  readonly shareY: (share: number) => number;
  readonly hoursY: (minutes: number) => number;
  readonly hourTicks: readonly number[];
  /** Path of the craft share through past weeks that count; broken at the others. */
  readonly sharePath: string;
  /** Path of the leadership share, through the same weeks. */
  readonly leadershipPath: string;
  /** Indexes that get a tick with the month. */
  readonly monthTicks: readonly number[];
  readonly labels: readonly PlacedLabel[];
}

/** Width that a month's name needs, in CSS pixels. */
const TICK_WIDTH = 64;

export function trendScale(
  weeks: readonly TrendWeek[],
  width: number,
  labels: readonly ChartLabel[] = [],
): TrendScale {
  const inner = Math.max(40, width - FRAME.left - FRAME.right);
  const band = Math.min(WIDEST_BAND, inner / Math.max(1, weeks.length));
  const x = (index: number): number => FRAME.left + band * index;
  const placed = placeLabels(labels, (date) => xOfDate(date, weeks, x, band), width);
  const rows = Math.max(0, ...placed.map((p) => (p.row ?? -1) + 1));
  const top = FRAME.top + rows * LABEL_ROW;
  const barsTop = top + FRAME.share + FRAME.between;
  const bottom = barsTop + FRAME.bars;
  const shareY = scaleLinear([0, 1], [top + FRAME.share, top]);
  const most = Math.max(60, ...weeks.map(({ load }) => (load ? heightOf(load) : 0)));
  const hoursY = scaleLinear([0, most / 60], [bottom, barsTop]);
  const pathOf = (share: (week: TrendWeek) => number | null): string => {
    const path = line<TrendWeek & { index: number }>()
      .defined((w) => counts(w) && share(w) !== null)
      .x((w) => x(w.index) + band / 2)
      .y((w) => shareY(share(w) ?? 0));
    return path(weeks.map((w, index) => ({ ...w, index }))) ?? '';
  };
  return {
    band,
    height: bottom + FRAME.axis,
    top,
    barsTop,
    bottom,
    x,
    shareY,
    hoursY: (minutes) => hoursY(minutes / 60),
    hourTicks: hoursY.ticks(3).filter((tick) => tick > 0),
    sharePath: pathOf(({ load }) => load?.craftShare ?? null),
    leadershipPath: pathOf(({ load }) => load?.leadershipShare ?? null),
    monthTicks: monthTicks(weeks, x, width),
    labels: placed,
  };
}

/** Height of the baseline of a label's row. */
export function labelY({ top }: TrendScale, row: number): number {
  return top - 6 - row * LABEL_ROW;
}

/** The first week of each month, as far apart as their names need, and none at the right edge. */
function monthTicks(weeks: readonly TrendWeek[], x: (index: number) => number, width: number): number[] {
  const ticks: number[] = [];
  for (const [index, { week }] of weeks.entries()) {
    if (Number(week.slice(8)) > 7) continue;
    const last = ticks.at(-1);
    if (last !== undefined && x(index) - x(last) < TICK_WIDTH) continue;
    if (x(index) > width - TICK_WIDTH / 2) continue;
    ticks.push(index);
  }
  return ticks;
}

/** Where a date lies on the axis; null outside of it. */
function xOfDate(
  date: PlainDate,
  weeks: readonly TrendWeek[],
  x: (index: number) => number,
  band: number,
): number | null {
  const index = weeks.findIndex(({ week }) => week <= date && date < addWeeks(week, 1));
  const week = weeks[index]?.week;
  if (week === undefined) return null;
  const days = (parsePlain(date) - parsePlain(week)) / 86_400_000;
  return x(index) + (band * days) / 7;
}

/** A word's width at the size of labels: a generous mean, twice as wide in scripts of full width. */
function widthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 12 : 6.3), 8);
}

/**
 * Puts words over their lines, in at most three rows, so that none overlaps another or the edge. Words of a change
 * come first; one that no row has room for keeps its line alone.
 */
export function placeLabels(
  labels: readonly ChartLabel[],
  xOf: (date: PlainDate) => number | null,
  width: number,
): PlacedLabel[] {
  const rank = { change: 0, ahead: 1, mark: 2 } as const;
  const lined = [...labels]
    .sort((a, b) => rank[a.kind] - rank[b.kind])
    .flatMap((label) => {
      const x = xOf(label.date);
      return x === null ? [] : [{ ...label, x, size: widthOf(label.text) }];
    });
  const placed: (PlacedLabel & { readonly row: number; from: number; to: number })[] = [];
  return lined.map(({ size, ...label }): PlacedLabel => {
    const { x } = label;
    const sides = [
      { anchor: 'start' as const, from: x, to: x + size },
      { anchor: 'end' as const, from: x - size, to: x },
    ].filter(({ from, to }) => from >= 0 && to <= width);
    // A word keeps clear of the lines of the others, where it can.
    const lines = (side: { from: number; to: number }): number =>
      lined.filter((other) => other.x > side.from && other.x < side.to).length;
    sides.sort((a, b) => lines(a) - lines(b));
    for (let row = 0; row < MOST_ROWS; row++) {
      const side = sides.find(({ from, to }) =>
        placed.every((p) => {
          if (p.row === row) return p.to <= from || to <= p.from;
          // The line of the upper word must not cross the lower word.
          return p.row < row ? x <= p.from || x >= p.to : p.x <= from || p.x >= to;
        }),
      );
      if (!side) continue;
      placed.push({ ...label, row, ...side });
      return { ...label, row, anchor: side.anchor };
    }
    return { ...label, row: null, anchor: 'start' };
  });
}

/** Whether a week's share is a point of the line: past, with a share, and not mostly away. */
export function counts({ load, kind }: TrendWeek): boolean {
  return kind === 'past' && load !== null && !load.mostlyAway && load.craftShare !== null;
}

function heightOf({ minutes: m }: WeekLoad): number {
  return m.craft + m.management + m.fragments + m.away;
}
