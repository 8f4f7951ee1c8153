import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import {
  exportJson,
  occurrencesCsv,
  SEPARATORS,
  type Separator,
  weeksCsv,
} from '../../../src/report/export.ts';
import { distinct } from '../../../src/report/series-table.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { download } from '../download.ts';
import { separatorOf } from '../words.ts';

const SEPARATOR_NAMES = {
  ',': 'report_separator_comma',
  ';': 'report_separator_semicolon',
  '\t': 'report_separator_tab',
} as const;

/** Everything that the report stands on, to take along. */
export function YourData(): JSX.Element {
  const { t, data } = usePage();
  const { view, read } = useReport();
  const titles = useSignal(false);
  const separator = useSignal<Separator>(separatorOf(t.locale));
  const { past } = read;
  const form = (): { titles: boolean; zone: string } => ({ titles: titles.value, zone: read.settings.zone });
  return (
    <section class="part" id="your-data" aria-labelledby="data-title" tabIndex={-1}>
      <h2 id="data-title">{t('report_data')}</h2>
      <p class="part__about soft">{t('report_data_about')}</p>
      <div class="part__ways">
        <button
          type="button"
          class="button"
          onClick={() => download('craftweek-weeks.csv', weeksCsv(view.weeks, separator.value), 'text/csv')}
        >
          {t('report_weeks_csv')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            download(
              'craftweek-events.csv',
              occurrencesCsv(distinct(past), form(), separator.value),
              'text/csv',
            )
          }
        >
          {t('report_events_csv')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            download('craftweek.json', exportJson(view.weeks, distinct(past), form()), 'application/json')
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
        <label class="part__choice">
          {t('report_separator')}
          <select
            class="input"
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              separator.value = SEPARATORS.find((one) => one === chosen) ?? separator.value;
            }}
          >
            {SEPARATORS.map((one) => (
              <option key={one} value={one} selected={one === separator.value}>
                {t(SEPARATOR_NAMES[one])}
              </option>
            ))}
          </select>
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
