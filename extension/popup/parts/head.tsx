import type { JSX } from 'preact';
import { dateRange } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { useModel } from '../context.ts';
import type { PopupView } from '../view.ts';

/** The week's name and the ways to the other weeks. */
export function Head({ view }: { view: PopupView }): JSX.Element {
  const { t, data } = usePage();
  const model = useModel();
  const range = dateRange(view.week, view.lastDate, view.currentWeek.slice(0, 4), t.locale);
  return (
    <header class="head">
      <h1 class="head__week" aria-live="polite">
        {range}
      </h1>
      <nav class="head__ways" aria-label={t('popup_weeks')}>
        {view.time !== 'current' && (
          <button
            type="button"
            class="button button--quiet"
            title={t('popup_key_today')}
            onClick={() => void model.show(null)}
          >
            {t('popup_today')}
          </button>
        )}
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('popup_week_back')}
          title={`${t('popup_week_back')} ←`}
          onClick={() => void model.show(view.previous)}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('popup_week_forward')}
          title={`${t('popup_week_forward')} →`}
          onClick={() => void model.show(view.next)}
        >
          <Icon name="forward" />
        </button>
        <button
          type="button"
          class="button button--quiet button--icon head__report"
          aria-label={t('popup_report')}
          title={t('popup_report')}
          onClick={() => data.openPage(`report/index.html?week=${view.week}`)}
        >
          <Icon name="report" />
        </button>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('popup_settings')}
          title={t('popup_settings')}
          onClick={() => data.openPage('settings/index.html')}
        >
          <Icon name="settings" />
        </button>
      </nav>
    </header>
  );
}
