import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { clipped, paper, partFill } from '../paper.tsx';
import { counts, FRAME, labelY, trendScale } from '../trend-scale.ts';
import { axisHours, monthTick, percent } from '../words.ts';
import { trendWeeks, useLabels } from './trend.tsx';

const { ink: INK, soft: SOFT, line: LINE } = paper;
const PARTS = ['craft', 'management', 'fragments'] as const;

/** The trend in paper's colours: the share as a line above, bars of hours below, and their key. */
export function CheckupTrend({ width, titles }: { width: number; titles: boolean }): JSX.Element {
  const { t } = usePage();
  const { view } = useReport();
  const weeks = trendWeeks({ ...view, running: null, ahead: null });
  // The user's own names of dates are words about them, as titles are.
  const labels = useLabels(titles).filter((l) => l.kind === 'change' || (l.kind === 'mark' && titles));
  const scale = trendScale(weeks, width, labels);
  const { drift } = view;
  return (
    // However many rows of labels there are, the sheet's other parts stay where they are.
    <g font-size={11} fill={SOFT} transform={`translate(0 ${-Math.max(0, scale.top - FRAME.top - 16)})`}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line
            x1={FRAME.left}
            x2={width - FRAME.right}
            y1={scale.shareY(share)}
            y2={scale.shareY(share)}
            stroke={LINE}
          />
          <text x={FRAME.left - 6} y={scale.shareY(share)} dy="0.32em" text-anchor="end">
            {percent(share, t.locale)}
          </text>
        </g>
      ))}
      {scale.hourTicks.map((tick) => (
        <text key={tick} x={FRAME.left - 6} y={scale.hoursY(tick * 60)} dy="0.32em" text-anchor="end">
          {axisHours(tick, t.locale)}
        </text>
      ))}
      <line x1={FRAME.left} x2={width - FRAME.right} y1={scale.bottom} y2={scale.bottom} stroke={LINE} />
      {weeks.map(({ week, load }, i) => {
        if (!load || load.mostlyAway) return null;
        let below = 0;
        return (
          <g key={week}>
            {PARTS.map((part) => {
              const from = scale.hoursY(below);
              below += load.minutes[part];
              const { fill, stroke } = partFill(part);
              return (
                <rect
                  key={part}
                  x={scale.x(i) + Math.min(1, scale.band * 0.1)}
                  y={scale.hoursY(below)}
                  width={Math.max(0.5, scale.band - Math.min(2, scale.band * 0.2))}
                  height={Math.max(0, from - scale.hoursY(below))}
                  fill={fill}
                  stroke={stroke ?? 'none'}
                  stroke-width={scale.band > 6 ? 0.6 : 0}
                />
              );
            })}
          </g>
        );
      })}
      {drift.kind === 'change' &&
        (
          [
            [drift.change.weeksBefore, drift.change.before],
            [drift.change.weeksAfter, drift.change.after],
          ] as const
        ).map(([names, level], i) => {
          const from = weeks.findIndex((w) => w.week >= (names[0] ?? ''));
          const to = weeks.findIndex((w) => w.week === names.at(-1));
          return (
            to >= 0 && (
              <g key={i === 0 ? 'before' : 'after'}>
                <line
                  x1={scale.x(from)}
                  x2={scale.x(to + 1)}
                  y1={scale.shareY(level)}
                  y2={scale.shareY(level)}
                  stroke={SOFT}
                  stroke-dasharray="5 4"
                />
                <text
                  x={scale.x(to + 1) - 6}
                  y={scale.shareY(level)}
                  dy={level > Math.min(drift.change.before, drift.change.after) ? -12 : 20}
                  text-anchor="end"
                  fill={INK}
                  font-weight={600}
                >
                  {percent(level, t.locale)}
                </text>
              </g>
            )
          );
        })}
      <path d={scale.sharePath} fill="none" stroke={INK} stroke-width={1.6} stroke-linejoin="round" />
      {scale.band > 9 &&
        weeks.map(
          (week, i) =>
            counts(week) && (
              <circle
                key={week.week}
                cx={scale.x(i) + scale.band / 2}
                cy={scale.shareY(week.load?.craftShare ?? 0)}
                r={2.2}
                fill={INK}
              />
            ),
        )}
      {scale.labels.map(({ date, text, x, row, anchor }) => (
        <g key={`${date} ${text}`} fill={INK}>
          <line
            x1={x}
            x2={x}
            y1={row === null ? scale.top : labelY(scale, row) - 9}
            y2={scale.bottom}
            stroke={SOFT}
          />
          {row !== null && (
            <text x={x + (anchor === 'start' ? 5 : -5)} y={labelY(scale, row)} text-anchor={anchor}>
              {text}
            </text>
          )}
        </g>
      ))}
      {scale.monthTicks.map((i) => (
        <text key={i} x={scale.x(i)} y={scale.bottom + 16}>
          {monthTick(weeks[i]?.week ?? '', t.locale)}
        </text>
      ))}
      <g transform={`translate(${FRAME.left} ${scale.bottom + 40})`}>
        {PARTS.map((part, i) => {
          const { fill, stroke } = partFill(part);
          return (
            <g key={part} transform={`translate(${i * 150} 0)`}>
              <rect y={-8.5} width={9} height={9} fill={fill} stroke={stroke ?? 'none'} stroke-width={0.6} />
              <text x={15}>{clipped(t(`part_${part}`), 22)}</text>
            </g>
          );
        })}
      </g>
    </g>
  );
}
