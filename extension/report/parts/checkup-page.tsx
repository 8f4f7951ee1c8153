import type { JSX, RefObject } from 'preact';
import type { Activity } from '../../../src/calendar/activity.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { counts, type TrendWeek, trendScale } from '../trend-scale.ts';
import type { ReportTables } from '../view.ts';
import { dayMonth, hours, monthTick, percent } from '../words.ts';
import { useHeadline } from './headline.tsx';
import { trendWeeks } from './trend.tsx';

/** A4 upright in CSS pixels at 96 to the inch, less a margin. */
const WIDTH = 720;
const HEIGHT = 1000;
/** Paper's own colours, whatever the screen's: they must hold in black and white. */
const INK = '#1d1a17';
const SOFT = '#5f5952';
const LINE = '#d8d3cc';
const CRAFT = '#a4542f';
const MANAGEMENT = '#2f6ea4';
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK JP", sans-serif';

interface Sheet {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly tables: ReportTables;
  /** Whether series are called by their titles, or by their activity alone. */
  readonly titles: boolean;
  readonly nameOf: (activity: Activity) => string;
}

/**
 * The check-up as one drawing that holds all of its style, so that print, PDF and picture are the same sheet:
 * headline, trend, the split by activity, and the three series that cost most focus.
 */
export function CheckupPage({ svgRef, tables, titles, nameOf }: Sheet): JSX.Element {
  const { t, now } = usePage();
  const { view } = useReport();
  const sentence = useHeadline();
  const weeks = trendWeeks({ ...view, running: null, ahead: null });
  const year = new Date(now()).toISOString().slice(0, 4);
  const { figure, drift } = view;
  const first = view.weeks[0]?.week;
  const last = view.weeks.at(-1)?.week;
  const range = first && last ? `${dayMonth(first, year, t.locale)} – ${dayMonth(last, year, t.locale)}` : '';
  const drains = tables.series
    .filter((row) => (row.focusMinutesPerMonth ?? 0) > 0)
    .sort((a, b) => (b.focusMinutesPerMonth ?? 0) - (a.focusMinutesPerMonth ?? 0))
    .slice(0, 3);
  const most = Math.max(1, ...tables.activities.map((row) => row.minutesPerWeek));
  const lines = wrapped(sentence, 44);
  const trendTop = 96 + lines.length * 34;
  const listTop = trendTop + 340;
  return (
    <svg
      ref={svgRef}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${t('report_checkup')}: ${sentence}`}
      style={{ fontFamily: FONT, fontVariantNumeric: 'tabular-nums lining-nums' }}
      fill={INK}
    >
      <rect width={WIDTH} height={HEIGHT} fill="#ffffff" />
      <text x={36} y={48} font-size={13} fill={SOFT}>
        Craftweek · {t('report_checkup')} · {range}
      </text>
      {lines.map((line, i) => (
        <text key={line} x={36} y={92 + i * 34} font-size={26} font-weight={300}>
          {line}
        </text>
      ))}
      <g transform={`translate(22 ${trendTop})`}>
        <CheckupTrend weeks={weeks} />
      </g>
      <g transform={`translate(36 ${listTop})`}>
        <text font-size={15} font-weight={600}>
          {t('report_activities')}
        </text>
        <text x={300} font-size={12} fill={SOFT} text-anchor="end">
          {t('report_hours_week')}
        </text>
        {tables.activities.map((row, i) => (
          <g key={row.activity} transform={`translate(0 ${26 + i * 24})`}>
            <text font-size={13}>{nameOf(row.activity)}</text>
            <rect
              x={150}
              y={-9}
              width={Math.max(1, (90 * row.minutesPerWeek) / most)}
              height={9}
              fill={row.side === 'craft' ? CRAFT : row.side === 'management' ? MANAGEMENT : LINE}
            />
            <text x={300} font-size={13} text-anchor="end">
              {hours(row.minutesPerWeek, t.locale)}
            </text>
          </g>
        ))}
      </g>
      <g transform={`translate(376 ${listTop})`}>
        <text font-size={15} font-weight={600}>
          {t('report_drains')}
        </text>
        {drains.length === 0 && (
          <text y={26} font-size={13} fill={SOFT}>
            {t('panel_nothing')}
          </text>
        )}
        {drains.map((row, i) => (
          <g key={row.id} transform={`translate(0 ${26 + i * 42})`}>
            <text font-size={13}>
              {clipped(titles ? row.title || t('popup_untitled') : nameOf(row.activity), 40)}
            </text>
            <text y={18} font-size={12} fill={SOFT}>
              {t('report_drain', {
                hours: hours(row.minutesPerMonth, t.locale),
                focus: hours(row.focusMinutesPerMonth ?? 0, t.locale),
              })}
            </text>
          </g>
        ))}
        <g transform="translate(0 168)">
          {(
            [
              ['popup_share', figure.craftShare],
              ['report_people_share', figure.peopleShare],
            ] as const
          ).map(
            ([key, value], i) =>
              value !== null && (
                <text key={key} y={i * 22} font-size={13}>
                  {t(key)}: {percent(value, t.locale)}
                </text>
              ),
          )}
          {drift.kind === 'change' && view.causes.length > 0 && titles && (
            <text y={44} font-size={12} fill={SOFT}>
              {clipped(
                `${t('report_causes')} ${view.causes
                  .slice(0, 3)
                  .map((c) => c.title)
                  .join(', ')}`,
                56,
              )}
            </text>
          )}
        </g>
      </g>
      <g transform={`translate(36 ${HEIGHT - 62})`} font-size={11} fill={SOFT}>
        <text>{t('report_definition')}</text>
        <text y={17}>{t('report_cannot_see')}</text>
        <text y={34}>{t('report_made_by')}</text>
      </g>
    </svg>
  );
}

/** The trend in paper's colours: bars of hours below, the share as a line above. */
function CheckupTrend({ weeks }: { weeks: readonly TrendWeek[] }): JSX.Element {
  const { t } = usePage();
  const scale = trendScale(weeks, WIDTH - 44);
  const right = WIDTH - 54;
  return (
    <g font-size={11} fill={SOFT}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={34} x2={right} y1={scale.shareY(share)} y2={scale.shareY(share)} stroke={LINE} />
          <text x={30} y={scale.shareY(share) + 4} text-anchor="end">
            {percent(share, t.locale)}
          </text>
        </g>
      ))}
      {weeks.map(({ week, load }, i) => {
        if (!load) return null;
        const { craft, management, fragments } = load.minutes;
        const x = scale.x(i) + 1;
        const width = Math.max(0.5, scale.band - 2);
        const piece = (from: number, to: number, fill: string, stroke?: string): JSX.Element => (
          <rect
            x={x}
            y={scale.hoursY(to)}
            width={width}
            height={Math.max(0, scale.hoursY(from) - scale.hoursY(to))}
            fill={fill}
            {...(stroke ? { stroke, 'stroke-width': 0.6 } : {})}
          />
        );
        return (
          <g key={week} opacity={load.mostlyAway ? 0.35 : 1}>
            {piece(0, craft, CRAFT)}
            {piece(craft, craft + management, MANAGEMENT)}
            {piece(craft + management, craft + management + fragments, '#ffffff', SOFT)}
          </g>
        );
      })}
      <path d={scale.sharePath} fill="none" stroke={INK} stroke-width={1.6} />
      {weeks.map(
        (week, i) =>
          counts(week) &&
          scale.band > 9 && (
            <circle
              key={week.week}
              cx={scale.x(i) + scale.band / 2}
              cy={scale.shareY(week.load?.craftShare ?? 0)}
              r={2.2}
              fill={INK}
            />
          ),
      )}
      {scale.monthTicks.map((i) => (
        <text key={i} x={scale.x(i)} y={308}>
          {monthTick(weeks[i]?.week ?? '', t.locale)}
        </text>
      ))}
      <g transform="translate(34 326)">
        {(
          [
            ['part_craft', CRAFT],
            ['part_management', MANAGEMENT],
            ['part_fragments', '#ffffff'],
          ] as const
        ).map(([key, fill], i) => (
          <g key={key} transform={`translate(${i * 130} 0)`}>
            <rect y={-9} width={10} height={10} fill={fill} stroke={SOFT} stroke-width={0.6} />
            <text x={16}>{t(key)}</text>
          </g>
        ))}
      </g>
    </g>
  );
}

/** A sentence in lines of at most about `most` characters (half as many in scripts of full width). */
function wrapped(text: string, most: number): string[] {
  if (/[\u3040-\u9fff]/.test(text)) {
    const width = Math.floor(most * 0.6);
    return Array.from({ length: Math.ceil(text.length / width) }, (_, i) =>
      text.slice(i * width, (i + 1) * width),
    );
  }
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
