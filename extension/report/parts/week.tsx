import type { JSX } from 'preact';
import { useModel } from '../../popup/context.ts';
import { Facts } from '../../popup/parts/facts.tsx';
import { Share } from '../../popup/parts/share.tsx';
import { WeekChart } from '../../popup/parts/week-chart.tsx';
import { dateRange } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';

/** The popup's week in large, with its figures that open. */
export function WeekSection(): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const state = model.state.value;
  const view = state.kind === 'week' ? state.view : null;
  return (
    <section class="part" id="week" aria-labelledby="week-title" tabIndex={-1}>
      <div class="part__head">
        <h2 id="week-title" aria-live="polite">
          {view
            ? dateRange(view.week, view.lastDate, view.currentWeek.slice(0, 4), t.locale)
            : t('report_week')}
        </h2>
        {view && (
          <div class="part__ways">
            <button
              type="button"
              class="button button--quiet button--icon"
              aria-label={t('popup_week_back')}
              onClick={() => void model.show(view.previous)}
            >
              <Icon name="back" />
            </button>
            <button
              type="button"
              class="button button--quiet button--icon"
              aria-label={t('popup_week_forward')}
              onClick={() => void model.show(view.next)}
            >
              <Icon name="forward" />
            </button>
          </div>
        )}
      </div>
      {view && (
        <div class="big-week">
          <WeekChart view={view} />
          <div class="big-week__side">
            <Share view={view} />
            <Facts view={view} />
          </div>
        </div>
      )}
    </section>
  );
}
