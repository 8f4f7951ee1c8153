import type { JSX } from 'preact';
import { SIDE } from '../../../src/calendar/activity.ts';
import type { SeriesRow } from '../../../src/report/series-table.ts';
import { PROBABLY_BELOW } from '../../../src/week/certainty.ts';
import { Hours, Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { activityName, messageKey } from '../../ui/words.ts';
import { useReport } from '../context.ts';
import type { ReportTables } from '../view.ts';
import { meanDuration } from '../words.ts';
import { HeatMaps } from './heat-maps.tsx';
import { MoreRows, OpenRow } from './rows.tsx';

/** Where the time goes: series, hours of the week, activities, meetings, people. Every row opens. */
export function Where(): JSX.Element | null {
  const { t } = usePage();
  const { model } = useReport();
  const tables = model.tables.value;
  if (!tables) return <p class="soft">{t('report_counting')}</p>;
  if (tables.weeks === 0) return null;
  return (
    <>
      <SeriesTable tables={tables} />
      <HeatMaps heat={tables.heat} />
      <section class="part" aria-labelledby="week-mean-title">
        <h2 id="week-mean-title">{t('report_mean_week')}</h2>
        <p class="part__about soft">{t('report_mean_week_about', { count: tables.weeks })}</p>
        <div class="halves">
          <Activities tables={tables} />
          <Meetings tables={tables} />
          {tables.people.length > 0 && <People tables={tables} />}
          <Strains tables={tables} />
        </div>
      </section>
    </>
  );
}

function SeriesTable({ tables }: { tables: ReportTables }): JSX.Element {
  const { t } = usePage();
  const series = tables.series.filter((row) => row.side !== 'neither');
  const most = Math.max(1, ...series.map((row) => row.minutesPerMonth));
  return (
    <section class="part" id="where" aria-labelledby="series-title" tabIndex={-1}>
      <h2 id="series-title">{t('report_series')}</h2>
      <p class="part__about soft">{t('report_series_about', { count: tables.weeks })}</p>
      {tables.advice && <p class="part__about">{adviceText(tables.advice.kind, tables.advice.row)}</p>}
      <MoreRows
        wide
        rows={series}
        head={
          <tr>
            <th scope="col">{t('report_series_name')}</th>
            <th scope="col" class="number times">
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
        {(row) => {
          const mark = `mark--${SIDE[row.activity]}`;
          return (
            <OpenRow
              key={row.id}
              name={row.title || t('popup_untitled')}
              note={activityName(t, row.activity)}
              swatch={`${mark} ${row.confidence < PROBABLY_BELOW ? 'mark--guess' : ''}`}
              meter={{ part: row.minutesPerMonth / most, mark }}
              keys={row.keys}
              columns={4}
            >
              <td class="number times">{row.times}</td>
              <td class="number">
                <Hours minutes={row.minutesPerMonth} />
              </td>
              <td class="number">
                {row.focusMinutesPerMonth === null ? '' : <Hours minutes={row.focusMinutesPerMonth} />}
              </td>
            </OpenRow>
          );
        }}
      </MoreRows>
    </section>
  );

  function adviceText(kind: 'focus' | 'administration', row: SeriesRow): string {
    return t(`report_advice_${kind}`, {
      title: row.title || t('popup_untitled'),
      hours: meanDuration(row.minutesPerMonth, t.locale),
      focus: meanDuration(row.focusMinutesPerMonth ?? 0, t.locale),
    });
  }
}

function Activities({ tables }: { tables: ReportTables }): JSX.Element {
  const { t } = usePage();
  return (
    <div>
      <h3>{t('report_activities')}</h3>
      <MoreRows
        rows={tables.activities}
        caption={t('report_activities')}
        head={
          <tr>
            <th scope="col">{t('report_activity')}</th>
            <th scope="col" class="number">
              {t('report_hours_week')}
            </th>
            <th scope="col" class="number">
              {t('report_part_of_booked')}
            </th>
          </tr>
        }
      >
        {(row) => (
          <OpenRow
            key={row.activity}
            name={activityName(t, row.activity)}
            swatch={`mark--${row.side}`}
            keys={row.keys}
            columns={3}
          >
            <td class="number">
              <Hours minutes={row.minutes / tables.weeks} />
            </td>
            <td class="number soft">{row.fraction === null ? '' : <Percent share={row.fraction} />}</td>
          </OpenRow>
        )}
      </MoreRows>
    </div>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly minutes: number;
  readonly times: number;
  readonly keys: readonly string[];
}

/** A name, how often, and hours in the mean week. */
function Lines({
  rows,
  caption,
  about,
  weeks,
}: {
  rows: readonly Line[];
  caption: string;
  /** The head of the column of names. */
  about: string;
  weeks: number;
}): JSX.Element {
  const { t } = usePage();
  return (
    <MoreRows
      rows={rows}
      caption={caption}
      head={
        <tr>
          <th scope="col">{about}</th>
          <th scope="col" class="number">
            {t('report_times')}
          </th>
          <th scope="col" class="number">
            {t('report_hours_week')}
          </th>
        </tr>
      }
    >
      {(row) => (
        <OpenRow key={row.id} name={row.name} note={row.note} keys={row.keys} columns={3}>
          <td class="number soft">{row.times}</td>
          <td class="number">
            <Hours minutes={row.minutes / weeks} />
          </td>
        </OpenRow>
      )}
    </MoreRows>
  );
}

function Meetings({ tables }: { tables: ReportTables }): JSX.Element {
  const { t } = usePage();
  const held = (row: { minutes: number }): boolean => row.minutes > 0;
  return (
    <div>
      <h3>{t('report_meetings')}</h3>
      <Lines
        caption={t('report_by_size')}
        about={t('report_by_size')}
        weeks={tables.weeks}
        rows={tables.sizes.filter(held).map((s) => ({ ...s, name: t(messageKey('report_size', s.id)) }))}
      />
      <Lines
        caption={t('report_by_organizer')}
        about={t('report_by_organizer')}
        weeks={tables.weeks}
        rows={tables.organizers
          .filter(held)
          .map((s) => ({ ...s, name: t(messageKey('report_organizer', s.id)) }))}
      />
    </div>
  );
}

function People({ tables }: { tables: ReportTables }): JSX.Element {
  const { t } = usePage();
  const names = new Map<string, number>();
  for (const { name } of tables.people) names.set(name, (names.get(name) ?? 0) + 1);
  // Two of one name are told apart by their addresses.
  const people = tables.people.map((p) => ({ ...p, note: (names.get(p.name) ?? 0) > 1 ? p.id : undefined }));
  return (
    <div>
      <h3>{t('report_people')}</h3>
      <Lines caption={t('report_people')} about={t('report_person')} weeks={tables.weeks} rows={people} />
      <Lines
        caption={t('report_domains')}
        about={t('report_domains')}
        weeks={tables.weeks}
        rows={tables.domains}
      />
      <p class="small soft note">{t('report_people_about')}</p>
    </div>
  );
}

function Strains({ tables }: { tables: ReportTables }): JSX.Element | null {
  const { t } = usePage();
  if (tables.strains.length === 0) return null;
  return (
    <div>
      <h3>{t('report_strains')}</h3>
      <Lines
        caption={t('report_strains')}
        about={t('report_strain')}
        weeks={tables.weeks}
        rows={tables.strains.map((s) => ({ ...s, name: t(messageKey('report_strain', s.id)) }))}
      />
    </div>
  );
}
