import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChartLabel,
  counts,
  FRAME,
  placeLabels,
  type TrendWeek,
  trendScale,
} from '../../../extension/report/trend-scale.ts';
import { addWeeks } from '../../../src/time/week.ts';
import { occurrencesOf, weeksOf } from './report-weeks.ts';

const { past } = await weeksOf(occurrencesOf({ weeks: 26, changeBefore: 12, away: [6] }), 26);
const weeks = past.map(({ load }): TrendWeek => ({ week: load.week, load, forecast: null, kind: 'past' }));

describe('the scale of the trend', () => {
  const scale = trendScale(weeks, 900);

  it('puts every week side by side between the margins', () => {
    expect(scale.x(0)).toBe(FRAME.left);
    expect(scale.x(26)).toBeCloseTo(900 - FRAME.right, 6);
    for (let i = 1; i < 26; i++) expect(scale.x(i) - scale.x(i - 1)).toBeCloseTo(scale.band, 6);
  });

  it('keeps a few weeks narrow', () => {
    expect(trendScale(weeks.slice(0, 3), 900).band).toBeLessThan(60);
  });

  it('has nothing above its top nor below its bottom', () => {
    expect(scale.shareY(1)).toBe(scale.top);
    expect(scale.hoursY(0)).toBe(scale.bottom);
    for (const { load } of weeks) {
      const m = load?.minutes ?? { craft: 0, management: 0, fragments: 0, away: 0 };
      const y = scale.hoursY(m.craft + m.management + m.fragments + m.away);
      expect(y).toBeGreaterThanOrEqual(scale.barsTop - 1e-9);
    }
    expect(scale.height).toBe(scale.bottom + FRAME.axis);
  });

  it('breaks the line at a week of holiday, which is no zero', () => {
    expect(scale.sharePath.match(/M/g)).toHaveLength(2);
    expect(weeks.filter(counts)).toHaveLength(25);
    expect(scale.sharePath).not.toContain('NaN');
  });

  it('draws no line through weeks that are not over', () => {
    const running = weeks.map((w) => ({ ...w, kind: 'running' as const }));
    expect(trendScale(running, 900).sharePath).toBe('');
  });

  it('names months without crowding them, at any width and length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2600 }), fc.integer({ min: 1, max: 520 }), (width, count) => {
        const many = Array.from(
          { length: count },
          (_, i): TrendWeek => ({
            week: addWeeks('2017-01-02', i),
            load: null,
            forecast: null,
            kind: 'past',
          }),
        );
        const { monthTicks, x } = trendScale(many, width);
        for (const [i, tick] of monthTicks.entries()) {
          expect(x(tick)).toBeLessThanOrEqual(width - 32);
          if (i > 0) expect(x(tick) - x(monthTicks[i - 1] ?? 0)).toBeGreaterThanOrEqual(64);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the words over the chart', () => {
  const label = (date: string, text: string, kind: ChartLabel['kind'] = 'mark'): ChartLabel => ({
    date,
    text,
    kind,
  });
  const place = (labels: ChartLabel[], width = 600) =>
    placeLabels(labels, (date) => (date === 'off' ? null : Number(date)), width);

  it('stand in one row where they fit beside one another', () => {
    expect(place([label('100', 'Promoted'), label('300', 'New team')]).map((p) => p.row)).toEqual([0, 0]);
  });

  it('turn to the left at the right edge', () => {
    expect(place([label('590', 'Forecast', 'ahead')])).toMatchObject([{ anchor: 'end', row: 0 }]);
  });

  it('leave out what lies outside of the weeks shown', () => {
    expect(place([label('off', 'Promoted')])).toEqual([]);
  });

  it('keep a line whose word has no room', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => label(String(100 + i), 'A new team begins'));
    const placed = place(crowd);
    expect(placed).toHaveLength(12);
    expect(placed.some((p) => p.row === null)).toBe(true);
  });

  it('never overlap, and no upper line crosses a lower word', () => {
    const any = fc.array(
      fc.record({
        date: fc.integer({ min: 0, max: 600 }).map(String),
        text: fc.string({ minLength: 1, maxLength: 30 }),
        kind: fc.constantFrom('mark' as const, 'change' as const, 'ahead' as const),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(any, (labels) => {
        const span = (p: { x: number; text: string; anchor: string }) => {
          const size = [...p.text].reduce((s, c) => s + (c > '\u2e80' ? 12 : 6.3), 8);
          return p.anchor === 'start' ? [p.x, p.x + size] : [p.x - size, p.x];
        };
        const placed = place(labels).flatMap((p) => (p.row === null ? [] : [{ ...p, row: p.row }]));
        for (const [i, p] of placed.entries()) {
          const [from = 0, to = 0] = span(p);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(600);
          for (const other of placed.slice(i + 1)) {
            const [start = 0, end = 0] = span(other);
            if (other.row === p.row) expect(end <= from || to <= start).toBe(true);
            const [upper, lower] = other.row > p.row ? [other, p] : [p, other];
            if (upper.row === lower.row) continue;
            const [a = 0, b = 0] = span(lower);
            expect(upper.x <= a || upper.x >= b).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
