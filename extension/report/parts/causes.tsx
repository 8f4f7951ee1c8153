import type { JSX } from 'preact';
import { SIDE } from '../../../src/calendar/activity.ts';
import { Hours } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { OpenRow } from './rows.tsx';

/** The series that came, grew or went with the change, with their hours; each opens. */
export function Causes(): JSX.Element | null {
  const { t } = usePage();
  const { view } = useReport();
  if (view.causes.length === 0) return null;
  return (
    <section class="part" id="causes" aria-labelledby="causes-title" tabIndex={-1}>
      <h2 id="causes-title">{t('report_causes_title')}</h2>
      <table class="causes">
        <caption class="aside-voice">{t('report_causes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report_series_name')}</th>
            <th scope="col" class="number times">
              {t('report_hours_week_before')}
            </th>
            <th scope="col" class="number times">
              {t('report_hours_week_since')}
            </th>
            <th scope="col" class="number">
              {t('report_change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.causes.map((cause) => (
            <OpenRow
              key={cause.keys[0]}
              name={cause.title || t('popup_untitled')}
              swatch={`mark--${SIDE[cause.activity]}`}
              keys={cause.keys}
              columns={4}
            >
              <td class="number times soft">
                <Hours minutes={cause.before} />
              </td>
              <td class="number times soft">
                <Hours minutes={cause.after} />
              </td>
              <td class="number">
                {cause.minutesPerWeek > 0 ? '+' : '−'}
                <Hours minutes={Math.abs(cause.minutesPerWeek)} />
              </td>
            </OpenRow>
          ))}
        </tbody>
      </table>
    </section>
  );
}
