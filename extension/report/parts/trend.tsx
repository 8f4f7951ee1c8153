import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { Cause } from '../../../src/drift/causes.ts';
import type { LastingMove } from '../../../src/plan/lasting.ts';
import { forecastWith } from '../../../src/report/ahead.ts';
import { addDays } from '../../../src/time/zone.ts';
import { Hours, Percent } from '../../ui/amount.tsx';
import { dateRange } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { clipped } from '../paper.tsx';
import { lastingWords } from '../plan/plan-words.ts';
import { type ChartLabel, counts, FRAME, type TrendWeek, trendScale } from '../trend-scale.ts';
import { RANGES, type Range, type ReportView } from '../view.ts';
import { dayMonth, hourSum, percent } from '../words.ts';
import { TrendDrawing } from './trend-drawing.tsx';

/** The weeks that the chart shows: the past ones, the running one, and those ahead, with a lasting move if one is given. */
export function trendWeeks(view: ReportView, move: LastingMove | null = null): TrendWeek[] {
  const ahead = view.ahead ?? [];
  const planned = move === null ? [] : forecastWith(ahead, move.shares);
  return [
    ...view.weeks.map((load): TrendWeek => ({ week: load.week, load, forecast: null, kind: 'past' })),
    ...(view.running
      ? [{ week: view.running.week, load: view.running, forecast: null, kind: 'running' as const }]
      : []),
    ...ahead.map(
      (forecast, i): TrendWeek => ({
        week: forecast.week,
        load: null,
        forecast,
        planned: planned[i]?.expected ?? null,
        kind: 'ahead',
      }),
    ),
  ];
}

/** How many causes stand at the break itself, and how much of their titles; the table has them all. */
const CAUSES_NAMED = 2;
const CAUSE_LETTERS = 24;

/**
 * The words over the chart's lines: the change, with its first causes where titles are wanted, the user's dates, and
 * where the forecast begins.
 */
export function useLabels(titles: boolean): ChartLabel[] {
  const { t, now } = usePage();
  const { view } = useReport();
  return useMemo(() => {
    const thisYear = new Date(now()).toISOString().slice(0, 4);
    const { drift, ahead, marks, causes } = view;
    const named = ({ title, minutesPerWeek }: Cause): string =>
      `${minutesPerWeek > 0 ? '+' : '−'} ${clipped(title || t('popup_untitled'), CAUSE_LETTERS)}`;
    const labels: ChartLabel[] = marks.map(({ mark }) => ({
      kind: 'mark',
      date: mark.date,
      text: mark.name,
    }));
    if (drift.kind === 'change') {
      const { week } = drift.change;
      labels.push({
        kind: 'change',
        date: week,
        text: [
          dayMonth(week, thisYear, t.locale),
          ...causes.slice(0, titles ? CAUSES_NAMED : 0).map(named),
        ].join(' · '),
      });
    }
    const first = ahead?.[0]?.week;
    if (first !== undefined) labels.push({ kind: 'ahead', date: first, text: t('report_forecast') });
    return labels;
  }, [view, t, now, titles]);
}

/**
 * The weekly split and the craft share. One stop for the keyboard: a slider over the weeks, whose value is read
 * out; Enter or a click opens the week. The figures of the week pointed at stand below, and all of them in a table.
 */
export function Trend(): JSX.Element {
  const { t } = usePage();
  const { model, view, openWeek } = useReport();
  const lasting = model.lasting.value;
  const weeks = useMemo(() => trendWeeks(view, lasting), [view, lasting]);
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(800);
  const fallback = view.weeks.length - 1;
  const pointed = model.pointed.value;
  const found = weeks.findIndex((w) => w.week === pointed);
  const at = found < 0 ? Math.max(0, fallback) : found;
  const labels = useLabels(true);
  const scale = useMemo(() => trendScale(weeks, width.value, labels), [weeks, width.value, labels]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = entry.contentRect.width;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);

  const point = (index: number): void => {
    model.pointed.value = weeks[Math.min(weeks.length - 1, Math.max(0, index))]?.week ?? null;
  };
  const indexAt = (event: PointerEvent & { currentTarget: HTMLElement }): number =>
    Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - FRAME.left) / scale.band);
  const here = weeks[at];

  return (
    <section class="part part--joined" id="trend" aria-labelledby="trend-title" tabIndex={-1}>
      <div class="part__head">
        <h2 id="trend-title">{t('report_trend')}</h2>
        <RangeChoice />
      </div>
      <div
        ref={box}
        class="trend"
        role="slider"
        tabIndex={0}
        aria-label={t('report_trend_weeks')}
        aria-valuemin={1}
        aria-valuemax={weeks.length}
        aria-valuenow={at + 1}
        aria-valuetext={here ? spoken(here, t) : ''}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse') point(indexAt(event));
        }}
        onPointerDown={(event) => point(indexAt(event))}
        onClick={(event) => {
          // A finger points first, and opens with the button below.
          if ((event as unknown as PointerEvent).pointerType !== 'touch' && here) openWeek(here.week);
        }}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 4, PageDown: -4 }[
            event.key
          ];
          if (step !== undefined) point(at + step);
          else if (event.key === 'Home') point(0);
          else if (event.key === 'End') point(weeks.length - 1);
          else if (event.key === 'Enter' && here) openWeek(here.week);
          else return;
          event.preventDefault();
        }}
      >
        <TrendDrawing weeks={weeks} scale={scale} width={width.value} pointed={at} />
      </div>
      <TrendKey />
      {here && <Readout week={here} />}
      <TrendTable weeks={weeks} />
    </section>
  );
}

function RangeChoice(): JSX.Element {
  const { t } = usePage();
  const { model } = useReport();
  const name = useId();
  const text = (range: Range): string =>
    range === 'all' ? t('report_range_all') : t('report_range_weeks', { count: range });
  return (
    <fieldset class="choice">
      <legend class="aside-voice">{t('report_range')}</legend>
      {RANGES.map((range) => (
        <label key={range}>
          <input
            type="radio"
            name={name}
            checked={model.range.value === range}
            onChange={() => void model.show(range)}
          />
          {text(range)}
        </label>
      ))}
    </fieldset>
  );
}

function spoken(week: TrendWeek, t: ReturnType<typeof usePage>['t']): string {
  const name = dateRange(week.week, addDays(week.week, 6), week.week.slice(0, 4), t.locale);
  if (week.forecast) {
    const { expected, low, high } = week.forecast;
    if (expected === null) return `${name}: ${t('report_week_away')}`;
    const values = {
      share: percent(expected, t.locale),
      low: percent(low ?? 0, t.locale),
      high: percent(high ?? 0, t.locale),
    };
    const forecast = t('report_forecast_week', values);
    const planned = week.planned ?? null;
    const words =
      planned === null
        ? forecast
        : t('report_forecast_planned', { forecast, share: percent(planned, t.locale) });
    return `${name}: ${words}`;
  }
  if (!week.load || week.load.mostlyAway) return `${name}: ${t('report_week_away')}`;
  if (week.load.craftShare === null) return `${name}: ${t('report_week_nothing')}`;
  return `${name}: ${t('report_week_share', { share: percent(week.load.craftShare, t.locale) })}`;
}

/** The figures of the week pointed at; its height is kept, so that nothing below it jumps. */
function Readout({ week }: { week: TrendWeek }): JSX.Element {
  const { t } = usePage();
  const { openWeek } = useReport();
  const { load } = week;
  return (
    <div class="readout">
      <p class="readout__words">
        <strong>{spoken(week, t)}</strong>
        {week.kind === 'running' && <span class="soft"> {t('report_running')}</span>}
      </p>
      {load && (
        <dl class="readout__figures">
          {(['craft', 'management', 'fragments', 'away'] as const).map((part) => (
            <div key={part}>
              <dt>
                <span class={`swatch mark mark--${part === 'fragments' ? 'fragment' : part}`} />{' '}
                {t(`part_${part}`)}
              </dt>
              <dd>
                <Hours minutes={load.minutes[part]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <button type="button" class="button" onClick={() => openWeek(week.week)}>
        {t('report_open_week')}
      </button>
    </div>
  );
}

function TrendKey(): JSX.Element {
  const { t } = usePage();
  const { view, read, model } = useReport();
  const move = model.lasting.value;
  const leads = read.user.track === 'leadership';
  return (
    <ul class="key small">
      <li>
        <span class="swatch mark mark--craft-booked" /> {t('report_craft_booked')}
      </li>
      <li>
        <span class="swatch mark mark--craft-open" /> {t('report_craft_open')}
      </li>
      <li>
        <span class="swatch mark mark--management" /> {t('part_management')}
      </li>
      <li>
        <span class="swatch mark mark--fragment" /> {t('part_fragments')}
      </li>
      <li>
        <span class="swatch mark mark--away" /> {t('part_away')}
      </li>
      <li>
        <span class="key__line" /> {t('popup_share')}
      </li>
      {leads && (
        <li>
          <span class="key__line key__line--people" /> {t('report_leadership_share')}
        </li>
      )}
      {read.user.target !== null && (
        <li>
          <span class="key__target" />{' '}
          {t('report_key_target', { share: percent(read.user.target, t.locale) })}
        </li>
      )}
      {view.ahead && (
        <li>
          <span class="key__ahead" /> {t('report_key_ahead')}
        </li>
      )}
      {view.ahead && move && (
        <li>
          <span class="key__planned" />{' '}
          {t('report_key_planned', { move: lastingWords(move, read.settings.zone, t) })}
        </li>
      )}
    </ul>
  );
}

function TrendTable({ weeks }: { weeks: readonly TrendWeek[] }): JSX.Element {
  const { t } = usePage();
  const parts = ['craft', 'management', 'fragments', 'away'] as const;
  return (
    <details class="as-table">
      <summary>{t('report_as_table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={t('report_trend')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report_week')}</th>
              <th scope="col" class="number">
                {t('popup_share')}
              </th>
              {parts.map((part) => (
                <th key={part} scope="col" class="number">
                  {t(`part_${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.week}>
                <th scope="row">{dayMonth(week.week, weeks.at(-1)?.week.slice(0, 4) ?? '', t.locale)}</th>
                <td class="number">
                  {week.forecast ? (
                    week.forecast.expected === null ? (
                      '–'
                    ) : (
                      <>
                        ≈ <Percent share={week.forecast.expected} />
                      </>
                    )
                  ) : counts(week) || week.kind === 'running' ? (
                    week.load?.craftShare === null ? (
                      '–'
                    ) : (
                      <Percent share={week.load?.craftShare ?? 0} />
                    )
                  ) : (
                    '–'
                  )}
                </td>
                {parts.map((part) => (
                  <td key={part} class="number">
                    {week.load ? hourSum(week.load.minutes[part], t.locale) : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
