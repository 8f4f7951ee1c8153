import type { JSX } from 'preact';
import { addDays, dateIn, type PlainDate } from '../../../src/time/zone.ts';
import {
  type FigureDetail,
  type FigureId,
  type FigureRow,
  figureDetail,
  type LeftOutRow,
} from '../../../src/week/figures.ts';
import { durationText } from '../../../src/words/format.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { Duration, Percent } from '../../ui/amount.tsx';
import { clockRange, dateRange, plainDate, spokenLength } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { leftOutText, messageKey } from '../../ui/words.ts';
import { useModel } from '../context.ts';

/** The occurrences behind a figure with their minutes, and those left out with the reason. */
export function FigurePanel({ id }: { id: FigureId }): JSX.Element | null {
  const { t } = usePage();
  const model = useModel();
  const read = model.read.value;
  const state = model.state.value;
  if (!read || state.kind !== 'week') return null;
  const detail = figureDetail(id, read.facts, state.view.headline);
  const about = aboutFigure(id, t);
  const { zone } = read.settings;
  return (
    <>
      <h2 id="panel-title" class="panel__title" tabIndex={-1}>
        {figureName(id, detail, t)}
      </h2>
      {detail.minutes !== null && (
        <p class="panel__figure">
          <Duration minutes={detail.minutes} />
        </p>
      )}
      {detail.share !== null && (
        <p class="panel__figure">
          <Percent share={detail.share} />
        </p>
      )}
      {about && <p class="panel__about">{about}</p>}
      {detail.weeks ? (
        <Weeks weeks={detail.weeks} />
      ) : (
        <>
          <Rows rows={detail.rows} zone={zone} byDay={!id.startsWith('day:')} />
          <LeftOut rows={detail.leftOut} zone={zone} byDay={!id.startsWith('day:')} />
        </>
      )}
    </>
  );
}

/** The heading of a figure's panel. */
function figureName(id: FigureId, detail: FigureDetail, t: Translate): string {
  if (id.startsWith('day:')) return plainDate(id.slice(4), 'long', t.locale);
  if (id.startsWith('series:')) return detail.rows[0]?.occurrence?.title || t('popup_untitled');
  return t(messageKey('figure', id));
}

function aboutFigure(id: FigureId, t: Translate): string {
  if (id.startsWith('day:')) return '';
  if (id.startsWith('series:')) return t('figure_about_series');
  return t(messageKey('figure_about', id));
}

/** The minutes stay with their own day, under one heading each. */
function byDate<T extends { readonly startMs: number }>(
  rows: readonly T[],
  zone: string,
): [PlainDate, T[]][] {
  const days = new Map<PlainDate, T[]>();
  for (const row of rows) {
    const date = dateIn(zone, row.startMs);
    days.set(date, [...(days.get(date) ?? []), row]);
  }
  return [...days];
}

function Rows({
  rows,
  zone,
  byDay,
}: {
  rows: readonly FigureRow[];
  zone: string;
  byDay: boolean;
}): JSX.Element {
  const { t } = usePage();
  if (rows.length === 0) return <p class="panel__none soft">{t('panel_nothing')}</p>;
  return (
    <>
      {byDate(rows, zone).map(([date, list]) => (
        <section key={date} class="rows">
          {byDay && <h3 class="rows__day">{plainDate(date, 'short', t.locale)}</h3>}
          <ul>
            {list.map((row) => (
              <Row key={`${row.startMs} ${row.kind} ${row.occurrence?.key ?? ''}`} row={row} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What an entry, or a stretch without one, is called. */
function titleOf({ occurrence, kind, recovery }: FigureRow, t: Translate): string {
  if (occurrence) return occurrence.title || t('popup_untitled');
  if (kind === 'craft-open') return t('popup_open_focus');
  return t(recovery ? 'popup_recovery' : 'popup_fragment');
}

/** What is to be known of how a row counts. */
function notesOf({ occurrence, afterHours, covered, against = [] }: FigureRow, t: Translate): string[] {
  const named = (title: string | null): string => title || t('popup_untitled');
  return [
    ...(occurrence?.unconfirmed ? [t('row_unconfirmed')] : []),
    ...(afterHours ? [t('row_after_hours')] : []),
    ...(covered
      ? [t('row_covered', { length: durationText(covered.minutes, t.locale), by: named(covered.by) })]
      : []),
    ...against.map((other) => t('row_against', { title: named(other) })),
  ];
}

function Row({ row, zone }: { row: FigureRow; zone: string }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const { occurrence } = row;
  const guess = occurrence && (occurrence.certainty === 'probably' || occurrence.certainty === 'unsure');
  const notes = [
    clockRange(row.startMs, row.endMs, zone, t.locale),
    ...(guess ? [t(messageKey('certainty', occurrence.certainty))] : []),
    ...notesOf(row, t),
  ];
  const content = (
    <>
      <span class={`row__mark mark mark--${row.kind} ${guess ? 'mark--guess' : ''}`} />
      <span class="row__what">
        <span class="row__title">{titleOf(row, t)}</span>
        <span class="row__note">{notes.join(' · ')}</span>
      </span>
      <span class="row__minutes">
        <span aria-hidden="true">{durationText(row.minutes, t.locale)}</span>
        <span class="aside-voice">{spokenLength(row.minutes, t.locale)}</span>
      </span>
    </>
  );
  return (
    <li>
      {occurrence ? (
        <button
          type="button"
          class="row row--open"
          onClick={() => model.open({ kind: 'occurrence', key: occurrence.key })}
        >
          {content}
        </button>
      ) : (
        <div class="row">{content}</div>
      )}
    </li>
  );
}

function LeftOut({
  rows,
  zone,
  byDay,
}: {
  rows: readonly LeftOutRow[];
  zone: string;
  byDay: boolean;
}): JSX.Element | null {
  const { t } = usePage();
  const model = useModel();
  if (rows.length === 0) return null;
  const when = (row: LeftOutRow): string =>
    [
      ...(byDay ? [plainDate(dateIn(zone, row.startMs), 'short', t.locale)] : []),
      ...(row.allDay ? [] : [clockRange(row.startMs, row.endMs, zone, t.locale)]),
    ].join(' ');
  return (
    <section class="rows rows--left-out">
      <h3 class="rows__day">{t('panel_left_out', { count: rows.length })}</h3>
      <ul>
        {rows.map((row) => (
          <li key={`${row.key} ${row.reason}`}>
            <button
              type="button"
              class="row row--open"
              onClick={() => model.open({ kind: 'occurrence', key: row.key })}
            >
              <span class="row__mark row__mark--none" />
              <span class="row__what">
                <span class="row__title">{row.title || t('popup_untitled')}</span>
                <span class="row__note">
                  {[when(row), leftOutText(t, row.reason)].filter(Boolean).join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Weeks({ weeks }: { weeks: NonNullable<FigureDetail['weeks']> }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  if (weeks.length === 0) return <p class="panel__none soft">{t('panel_no_weeks')}</p>;
  return (
    <ul class="rows">
      {weeks.map(({ week, share }) => (
        <li key={week}>
          <button type="button" class="row row--open" onClick={() => void model.show(week)}>
            <span class="row__mark mark mark--craft" style={{ opacity: 0.25 + 0.75 * share }} />
            <span class="row__what">
              <span class="row__title">{dateRange(week, addDays(week, 6), week.slice(0, 4), t.locale)}</span>
            </span>
            <span class="row__minutes">
              <Percent share={share} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
