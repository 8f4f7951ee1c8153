import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { exportJson, occurrencesCsv, weeksCsv } from '../../../src/report/export.ts';
import { distinct } from '../../../src/report/series-table.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { download } from '../download.ts';

/** Everything that the report stands on, to take along. */
export function YourData(): JSX.Element {
  const { t, data } = usePage();
  const { view, read } = useReport();
  const titles = useSignal(false);
  const { past } = read;
  return (
    <section class="part" id="your-data" aria-labelledby="data-title" tabIndex={-1}>
      <h2 id="data-title">{t('report_data')}</h2>
      <p class="part__about soft">{t('report_data_about')}</p>
      <div class="part__ways">
        <button
          type="button"
          class="button"
          onClick={() => download('craftweek-weeks.csv', weeksCsv(view.weeks), 'text/csv')}
        >
          {t('report_weeks_csv')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            download('craftweek-events.csv', occurrencesCsv(distinct(past), titles.value), 'text/csv')
          }
        >
          {t('report_events_csv')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            download(
              'craftweek.json',
              exportJson(view.weeks, distinct(past), titles.value),
              'application/json',
            )
          }
        >
          {t('report_json')}
        </button>
        <label class="switch">
          <input
            type="checkbox"
            checked={titles.value}
            onChange={(event) => {
              titles.value = event.currentTarget.checked;
            }}
          />
          {t('report_with_titles')}
        </label>
      </div>
      <p>
        <button type="button" class="link" onClick={() => data.openPage('settings/index.html#data')}>
          {t('report_to_settings')}
        </button>
      </p>
    </section>
  );
}
