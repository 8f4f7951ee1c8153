import type { ComponentChildren, JSX, RefObject } from 'preact';
import { type Activity, SIDE, type Side } from '../../../src/calendar/activity.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { knownWords, settledWords } from '../headline-words.ts';
import { clipped, type Paper, PaperPatterns, paper, sideFill, wrapped } from '../paper.tsx';
import { lastingWords } from '../plan/plan-words.ts';
import type { ReportTables } from '../view.ts';
import { dayMonth, hourSum, meanDuration, percent, signedDuration } from '../words.ts';
import { CheckupTrend } from './checkup-trend.tsx';
import { useHeadline } from './headline.tsx';

interface Sheet {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly tables: ReportTables;
  /** Whether series are called by their titles, or by their activity alone. */
  readonly titles: boolean;
  readonly nameOf: (activity: Activity) => string;
}

const { width: WIDTH, height: HEIGHT, margin: MARGIN, ink: INK, soft: SOFT, line: LINE, font: FONT } = paper;
/** Left edge of the right column, and the width of either. */
const RIGHT = 380;
const COLUMN = WIDTH - MARGIN - RIGHT;
/** Width of the left column. */
const LEFT = RIGHT - MARGIN - 32;
/** Height of a row of activities. */
const ROW = 22;
const MOST_ROWS = 11;

/**
 * The check-up as one drawing that holds all of its style, so that print, PDF and picture are the same sheet:
 * headline, figures, trend, the split by activity, what costs most focus, and what came with the change.
 */
export function CheckupPage({ svgRef, tables, titles, nameOf }: Sheet): JSX.Element {
  const { t, now } = usePage();
  const { view, read } = useReport();
  const sentence = useHeadline();
  const year = new Date(now()).toISOString().slice(0, 4);
  const first = view.weeks[0]?.week;
  const last = view.weeks.at(-1)?.week;
  const range = first && last ? `${dayMonth(first, year, t.locale)} – ${dayMonth(last, year, t.locale)}` : '';
  const rows = sheetRows(tables, nameOf, t('report_craft_open'));
  const lines = wrapped(sentence, 46);
  const sureWords = [
    settledWords(tables.settled, t),
    view.knownMs === null ? null : knownWords(view.knownMs, read.settings.zone, t),
  ].filter((words) => words !== null);
  const figuresTop = 96 + lines.length * 32;
  const trendTop = figuresTop + 62;
  const listTop = trendTop + 404;
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
      <PaperPatterns />
      <rect width={WIDTH} height={HEIGHT} fill="#ffffff" />
      <text x={MARGIN} y={46} font-size={12} font-weight={600}>
        Craftweek
      </text>
      <text x={WIDTH - MARGIN} y={46} font-size={12} fill={SOFT} text-anchor="end">
        {t('report_checkup')}, {range}
      </text>
      <Rule y={58} />
      {lines.map((line, i) => (
        <text key={line} x={MARGIN} y={96 + i * 32} font-size={25}>
          {line}
        </text>
      ))}
      <Figures top={figuresTop} />
      <g transform={`translate(${MARGIN} ${trendTop})`}>
        <CheckupTrend width={WIDTH - 2 * MARGIN} titles={titles} />
      </g>
      <g transform={`translate(${MARGIN} ${listTop})`}>
        <Activities rows={rows} weeks={tables.weeks} />
        <WhatNow top={51 + rows.length * ROW} titles={titles} nameOf={nameOf} />
      </g>
      <g transform={`translate(${RIGHT} ${listTop})`}>
        <Drains tables={tables} titles={titles} nameOf={nameOf} />
      </g>
      <g transform={`translate(${MARGIN} ${HEIGHT - 58})`} font-size={10.5} fill={SOFT}>
        <line x2={WIDTH - 2 * MARGIN} y1={-18} y2={-18} stroke={LINE} />
        <text>{t('report_definition')}</text>
        <text y={14}>{clipped(t('report_cannot_see'), 124)}</text>
        <text y={28}>{clipped(sureWords.join(' '), 124)}</text>
        <text y={42}>{t('report_made_by')}</text>
      </g>
    </svg>
  );
}

function Rule({
  y,
  width = WIDTH - 2 * MARGIN,
  x = MARGIN,
}: {
  y: number;
  width?: number;
  x?: number;
}): JSX.Element {
  return <line x1={x} x2={x + width} y1={y} y2={y} stroke={LINE} />;
}

/** The one lasting change that gives back most; nothing where the plan has found none. */
function WhatNow({
  top,
  titles,
  nameOf,
}: Pick<Sheet, 'titles' | 'nameOf'> & { top: number }): JSX.Element | null {
  const { t } = usePage();
  const { model, read } = useReport();
  const move = model.lasting.value;
  const activity = move?.changes[0]?.occurrence.label.activity;
  if (!move || !activity) return null;
  const { zone } = read.settings;
  const name = lastingWords(move, zone, t, titles ? undefined : nameOf(activity));
  const gain = t('plan_lasting_gain', {
    hours: signedDuration(move.gainedMinutes, t.locale),
    count: move.weeks,
  });
  return (
    <g transform={`translate(0 ${top})`}>
      <Heading width={LEFT}>{t('report_what_now')}</Heading>
      <text y={29} font-size={12.5}>
        {clipped(name, 46)}
      </text>
      <text y={45} font-size={11} fill={SOFT}>
        {gain}
      </text>
    </g>
  );
}

/** The three figures of the half-year, side by side. */
function Figures({ top }: { top: number }): JSX.Element {
  const { t } = usePage();
  const { view } = useReport();
  const { figure } = view;
  const shown = (value: number | null): string => (value === null ? '–' : percent(value, t.locale));
  const cells: { value: string; name: string }[] = [
    { value: shown(figure.craftShare), name: t('popup_share') },
    { value: shown(figure.leadershipShare), name: t('report_leadership_share') },
    figure.target === null
      ? { value: shown(view.ownBest), name: t('report_target_own') }
      : { value: shown(figure.target), name: t('report_target') },
  ];
  return (
    <g transform={`translate(${MARGIN} ${top})`}>
      {cells.map(({ value, name }, i) => (
        <g key={name} transform={`translate(${i * 230} 0)`}>
          <text y={20} font-size={22}>
            {value}
          </text>
          <text y={38} font-size={11.5} fill={SOFT}>
            {clipped(name, 34)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Heading({ children, width }: { children: ComponentChildren; width: number }): JSX.Element {
  return (
    <>
      <text font-size={13.5} font-weight={600}>
        {children}
      </text>
      <Rule x={0} y={9} width={width} />
    </>
  );
}

interface SheetRow {
  readonly name: string;
  readonly side: Side;
  readonly minutes: number;
}

/** The rows that the chart above them adds up to: the activities, and after those of craft the open time. */
function sheetRows(
  { activities, openMinutes }: ReportTables,
  nameOf: Sheet['nameOf'],
  openName: string,
): SheetRow[] {
  const rows = activities.map(({ activity, side, minutes }) => ({ name: nameOf(activity), side, minutes }));
  const open = openMinutes > 0 ? [{ name: openName, side: 'craft' as const, minutes: openMinutes }] : [];
  const craft = rows.filter(({ side }) => side === 'craft');
  return [...craft, ...open, ...rows.filter(({ side }) => side !== 'craft')].slice(0, MOST_ROWS);
}

function Activities({ rows, weeks }: { rows: readonly SheetRow[]; weeks: number }): JSX.Element {
  const { t } = usePage();
  const most = Math.max(1, ...rows.map((row) => row.minutes));
  return (
    <>
      <Heading width={LEFT}>{t('report_activities')}</Heading>
      <text x={LEFT} font-size={11} fill={SOFT} text-anchor="end">
        {t('report_hours_week')}
      </text>
      {rows.map((row, i) => (
        <g key={row.name} transform={`translate(0 ${29 + i * ROW})`}>
          <text font-size={12.5}>{clipped(row.name, 22)}</text>
          <Bar x={142} width={Math.max(1, (104 * row.minutes) / most)} side={row.side} />
          <text x={LEFT} font-size={12.5} text-anchor="end">
            {hourSum(row.minutes / weeks, t.locale)}
          </text>
        </g>
      ))}
    </>
  );
}

function Bar({ x, width, side }: { x: number; width: number; side: Side }): JSX.Element {
  const fill: Paper = sideFill(side);
  return (
    <rect
      x={x}
      y={-9}
      width={width}
      height={9}
      fill={fill.fill}
      {...(fill.stroke ? { stroke: fill.stroke, 'stroke-width': 0.6 } : {})}
    />
  );
}

/** What costs most focus, and what came with the change. */
function Drains({ tables, titles, nameOf }: Pick<Sheet, 'tables' | 'titles' | 'nameOf'>): JSX.Element {
  const { t } = usePage();
  const { view } = useReport();
  const drains = tables.series
    .filter((row) => (row.focusMinutesPerMonth ?? 0) > 0)
    .sort((a, b) => (b.focusMinutesPerMonth ?? 0) - (a.focusMinutesPerMonth ?? 0))
    .slice(0, 3);
  const causes = titles
    ? view.causes.map((c) => ({
        name: c.title || t('popup_untitled'),
        minutes: c.minutesPerWeek,
        side: SIDE[c.activity],
      }))
    : byActivity();
  const causesTop = 44 + Math.max(1, drains.length) * 40;
  return (
    <>
      <Heading width={COLUMN}>{t('report_drains')}</Heading>
      {drains.length === 0 && (
        <text y={29} font-size={12.5} fill={SOFT}>
          {t('panel_nothing')}
        </text>
      )}
      {drains.map((row, i) => (
        <g key={row.id} transform={`translate(0 ${29 + i * 40})`}>
          <text font-size={12.5}>
            {clipped(
              titles
                ? row.title || t('popup_untitled')
                : t('report_drain_untitled', { activity: nameOf(row.activity), count: row.times }),
              42,
            )}
          </text>
          <text y={16} font-size={11} fill={SOFT}>
            {clipped(
              t('report_drain', {
                hours: meanDuration(row.minutesPerMonth, t.locale),
                focus: meanDuration(row.focusMinutesPerMonth ?? 0, t.locale),
              }),
              54,
            )}
          </text>
        </g>
      ))}
      {causes.length > 0 && (
        <g transform={`translate(0 ${causesTop})`}>
          <Heading width={COLUMN}>{clipped(t('report_causes_short'), 36)}</Heading>
          {causes.slice(0, 5).map((cause, i) => (
            <g key={cause.name} transform={`translate(0 ${29 + i * 20})`}>
              <Bar x={0} width={9} side={cause.side} />
              <text x={18} font-size={12.5}>
                {clipped(cause.name, 34)}
              </text>
              <text x={COLUMN} font-size={12.5} text-anchor="end">
                {cause.minutes > 0 ? '+' : '−'}
                {hourSum(Math.abs(cause.minutes), t.locale)}
              </text>
            </g>
          ))}
        </g>
      )}
    </>
  );

  /** Without titles: the changes of each activity together. */
  function byActivity(): { name: string; minutes: number; side: Side }[] {
    const sums = new Map<Activity, number>();
    for (const { activity, minutesPerWeek } of view.causes) {
      sums.set(activity, (sums.get(activity) ?? 0) + minutesPerWeek);
    }
    return [...sums]
      .map(([activity, minutes]) => ({ name: nameOf(activity), minutes, side: SIDE[activity] }))
      .sort((a, b) => Math.abs(b.minutes) - Math.abs(a.minutes));
  }
}
