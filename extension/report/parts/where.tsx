import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { SIDE } from '../../../src/calendar/activity.ts';
import type { SeriesRow } from '../../../src/report/series-table.ts';
import { dateIn } from '../../../src/time/zone.ts';
import { Hours, Percent } from '../../ui/amount.tsx';
import { clockRange, plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { activityName, messageKey, PROBABLY_BELOW } from '../../ui/words.ts';
import { useReport } from '../context.ts';
import { HeatMaps } from './heat-maps.tsx';

/** Rows of a table before one asks for all. */
const FIRST_ROWS = 10;
/** Occurrences listed under one row: the latest; the full list is in the export. */
const LISTED = 40;

/** Where the time goes: series, people, activities, hours of the week, meetings. */
export function Where(): JSX.Element | null {
  const { t } = usePage();
  const { model } = useReport();
  const tables = model.tables.value;
  if (!tables) return <p class="soft">{t('report_counting')}</p>;
  const series = tables.series.filter((row) => row.side !== 'neither');
  const most = Math.max(1, ...series.map((row) => row.minutesPerMonth));
  return (
    <>
      <section class="part" aria-labelledby="series-title">
        <h2 id="series-title">{t('report_series')}</h2>
        <p class="part__about soft">{t('report_series_about', { count: tables.weeks })}</p>
        <MoreRows
          rows={series}
          head={
            <tr>
              <th scope="col">{t('report_series_name')}</th>
              <th scope="col" class="number">
                {t('report_times')}
              </th>
              <th scope="col" class="number">
                {t('report_hours_month')}
              </th>
              <th scope="col" class="number">
                {t('report_focus_back')}
              </th>
            </tr>
          }
          caption={t('report_series')}
        >
          {(row) => <Series key={row.id} row={row} most={most} />}
        </MoreRows>
      </section>
      <HeatMaps heat={tables.heat} />
      <section class="part part--halves">
        <div>
          <h2>{t('report_activities')}</h2>
          <table>
            <caption class="aside-voice">{t('report_activities')}</caption>
            <thead class="aside-voice">
              <tr>
                <th scope="col">{t('report_activity')}</th>
                <th scope="col">{t('report_hours_week')}</th>
                <th scope="col">{t('report_part_of_booked')}</th>
              </tr>
            </thead>
            <tbody>
              {tables.activities.map((row) => (
                <tr key={row.activity}>
                  <th scope="row">
                    <span class={`swatch mark mark--${row.side}`} /> {activityName(t, row.activity)}
                  </th>
                  <td class="number">
                    <Hours minutes={row.minutesPerWeek} />
                  </td>
                  <td class="number soft">
                    <Percent share={row.fraction} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="small soft">{t('report_per_week')}</p>
        </div>
        <div>
          <h2>{t('report_meetings')}</h2>
          <Expandable
            caption={t('report_meetings')}
            rows={[
              ...tables.sizes.map((s) => ({ ...s, name: t(messageKey('report_size', s.id)) })),
              ...tables.organizers.map((s) => ({ ...s, name: t(messageKey('report_organizer', s.id)) })),
            ].filter((s) => s.minutes > 0)}
          />
          {tables.strains.length > 0 && (
            <table>
              <caption class="aside-voice">{t('report_strains')}</caption>
              <tbody>
                {tables.strains.map((s) => (
                  <tr key={s.id}>
                    <th scope="row">{t(messageKey('report_strain', s.id))}</th>
                    <td class="number">
                      <Hours minutes={s.minutesPerWeek} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </section>
      {tables.people.length > 0 && (
        <section class="part part--halves">
          <div>
            <h2>{t('report_people')}</h2>
            <Expandable caption={t('report_people')} rows={tables.people} />
          </div>
          <div>
            <h2>{t('report_domains')}</h2>
            <Expandable caption={t('report_domains')} rows={tables.domains} />
            <p class="small soft">{t('report_people_about')}</p>
          </div>
        </section>
      )}
    </>
  );
}

/** A table that shows its first rows, and the rest when asked. */
function MoreRows<Row>({
  rows,
  head,
  caption,
  children,
}: {
  rows: readonly Row[];
  head: ComponentChildren;
  caption: string;
  children: (row: Row) => JSX.Element;
}): JSX.Element {
  const { t } = usePage();
  const all = useSignal(false);
  const shown = all.value ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <table class="wide">
        <caption class="aside-voice">{caption}</caption>
        <thead>{head}</thead>
        <tbody>{shown.map(children)}</tbody>
      </table>
      {rows.length > FIRST_ROWS && (
        <button
          type="button"
          class="link more"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t('report_fewer') : t('report_all_rows', { count: rows.length })}
        </button>
      )}
    </>
  );
}

function Series({ row, most }: { row: SeriesRow; most: number }): JSX.Element {
  const { t } = usePage();
  const open = useSignal(false);
  const guess = row.confidence < PROBABLY_BELOW;
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="opens"
            aria-expanded={open.value}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            <span class={`swatch mark mark--${SIDE[row.activity]} ${guess ? 'mark--guess' : ''}`} />
            <span>
              <span class="opens__title">{row.title || t('popup_untitled')}</span>
              <span class="small soft opens__note">{activityName(t, row.activity)}</span>
            </span>
          </button>
          <span class="meter" aria-hidden="true">
            <span
              class={`mark mark--${SIDE[row.activity]}`}
              style={{ inlineSize: `${(100 * row.minutesPerMonth) / most}%` }}
            />
          </span>
        </th>
        <td class="number">{row.times}</td>
        <td class="number">
          <Hours minutes={row.minutesPerMonth} />
        </td>
        <td class="number">
          {row.focusMinutesPerMonth === null ? '' : <Hours minutes={row.focusMinutesPerMonth} />}
        </td>
      </tr>
      {open.value && (
        <tr>
          <td colSpan={4}>
            <Occurrences keys={row.keys} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Rows of minutes that open what stands behind them. */
function Expandable({
  rows,
  caption,
}: {
  rows: readonly { id: string; name: string; minutes: number; times: number; keys: readonly string[] }[];
  caption: string;
}): JSX.Element {
  const { t } = usePage();
  return (
    <MoreRows
      rows={rows}
      caption={caption}
      head={
        <tr class="aside-voice">
          <th scope="col">{caption}</th>
          <th scope="col">{t('report_hours')}</th>
        </tr>
      }
    >
      {(row) => <ExpandableRow key={row.id} row={row} />}
    </MoreRows>
  );
}

function ExpandableRow({
  row,
}: {
  row: { name: string; minutes: number; times: number; keys: readonly string[] };
}): JSX.Element {
  const open = useSignal(false);
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="opens"
            aria-expanded={open.value}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            <span class="opens__title">{row.name}</span>
          </button>
        </th>
        <td class="number">
          <Hours minutes={row.minutes} />
        </td>
      </tr>
      {open.value && (
        <tr>
          <td colSpan={2}>
            <Occurrences keys={row.keys} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The latest occurrences behind a row; each opens its label, which can be changed there. */
function Occurrences({ keys }: { keys: readonly string[] }): JSX.Element {
  const { t } = usePage();
  const { model, read, openOccurrence } = useReport();
  const byKey = model.tables.value?.byKey;
  const { zone } = read.settings;
  const found = keys
    .flatMap((key) => byKey?.get(key) ?? [])
    .sort((a, b) => b.startMs - a.startMs)
    .slice(0, LISTED);
  return (
    <ul class="behind small">
      {found.map((o) => (
        <li key={o.key}>
          <button type="button" class="opens" onClick={() => openOccurrence(o.key, o.startMs)}>
            <span>
              {plainDate(dateIn(zone, o.startMs), 'short', t.locale)}
              {o.allDay ? '' : ` ${clockRange(o.startMs, o.endMs, zone, t.locale)}`}
            </span>
            <span class="opens__title">{o.title || t('popup_untitled')}</span>
            <span class="soft">{activityName(t, o.label.activity)}</span>
          </button>
        </li>
      ))}
      {keys.length > found.length && (
        <li class="soft">{t('report_more_behind', { count: keys.length - found.length })}</li>
      )}
    </ul>
  );
}
