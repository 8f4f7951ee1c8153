import { useSignal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { useMemo } from 'preact/hooks';
import { weekAt } from '../../src/time/week.ts';
import type { Translate } from '../../src/words/translate.ts';
import { ModelContext } from '../popup/context.ts';
import { createPopupModel, type PopupModel } from '../popup/model.ts';
import { Panel } from '../popup/parts/panel.tsx';
import { Restated } from '../popup/parts/restated.tsx';
import { Empty, Failed } from '../popup/parts/states.tsx';
import { Troubles } from '../popup/parts/troubles.tsx';
import type { PageData } from '../ui/data.ts';
import { lazily } from '../ui/lazily.tsx';
import { type Page, PageContext, usePage } from '../ui/page.ts';
import { Toast } from '../ui/toast.tsx';
import { createToasts } from '../ui/toasts.ts';
import { type Report, ReportContext } from './context.ts';
import { createReportModel, type ReportModel } from './model.ts';
import { Causes } from './parts/causes.tsx';
import { Headline } from './parts/headline.tsx';
import { Marks } from './parts/marks.tsx';
import { Rail, type RailEntry } from './parts/rail.tsx';
import { Trend } from './parts/trend.tsx';
import { WeekSection } from './parts/week.tsx';
import { Where } from './parts/where.tsx';
import { YourData } from './parts/your-data.tsx';
import type { ReportView } from './view.ts';

/** Far down the page, and heavy: fetched behind the first picture. */
const PlanView = lazily(async () => (await import('./parts/plan.tsx')).PlanView);
const Checkup = lazily(async () => (await import('./parts/checkup.tsx')).Checkup);

/**
 * Draws the report into `root` and answers with the way to take it away.
 * @param query the page's address query: `week=YYYY-MM-DD` opens that week's view
 */
export function mount(
  data: PageData,
  now: () => number,
  t: Translate,
  { root, query }: { root: HTMLElement; query: URLSearchParams },
): () => void {
  const page: Page = { data, t, now, toasts: createToasts() };
  const model = createReportModel(page);
  const week = createPopupModel(page, query.get('week'), false);
  document.documentElement.lang = t.locale;
  document.documentElement.classList.add('in-tab');
  document.title = `${t('report_title')} · Craftweek`;
  render(
    <PageContext.Provider value={page}>
      <ModelContext.Provider value={week}>
        <ReportPage model={model} week={week} asked={query.get('week')} />
        <Panel />
        {week.panel.value.length === 0 && <Toast />}
      </ModelContext.Provider>
    </PageContext.Provider>,
    root,
  );
  return () => {
    model.dispose();
    week.dispose();
    render(null, root);
  };
}

function ReportPage({
  model,
  week,
  asked,
}: {
  model: ReportModel;
  week: PopupModel;
  asked: string | null;
}): JSX.Element {
  const { t, data } = usePage();
  // A week that is clicked on the chart stands beside the chart.
  const opened = useSignal(false);
  const state = model.state.value;
  const report = useMemo<Report | null>(() => {
    if (state.kind !== 'report') return null;
    const { read, view } = state;
    const { zone, weekStart } = read.settings;
    return {
      model,
      read,
      view,
      openWeek(name) {
        opened.value = true;
        void week.show(name).then(() => {
          const section = document.getElementById('week');
          section?.focus({ preventScroll: true });
          section?.scrollIntoView({ block: 'nearest' });
        });
      },
      openOccurrence(key, startMs) {
        void week.show(weekAt(startMs, zone, weekStart)).then(() => week.open({ kind: 'occurrence', key }));
      },
    };
  }, [state, model, week, opened]);

  if (state.kind === 'failed') return <Failed code={state.code} />;
  if (state.kind === 'empty') return <Empty />;
  const troubles = week.state.value.kind === 'week' ? week.state.value.view.troubles : [];
  return (
    <main class="report" aria-busy={state.kind === 'loading'}>
      <header class="report__head">
        <p class="report__name">Craftweek</p>
        <nav class="report__ways" aria-label={t('report_ways')}>
          <button type="button" class="link" onClick={() => data.openPage('popup/index.html?tab=1')}>
            {t('settings_to_week')}
          </button>
          <button type="button" class="link" onClick={() => data.openPage('settings/index.html')}>
            {t('popup_settings')}
          </button>
        </nav>
      </header>
      <Troubles troubles={troubles} />
      <Restated />
      {report === null ? (
        <>
          <h1 class="aside-voice">{t('report_title')}</h1>
          <p class="soft report__wait">{t('popup_loading')}</p>
        </>
      ) : (
        <ReportContext.Provider value={report}>
          <Rail entries={contents(report.view)} />
          <Headline />
          {/* Who comes for one week, from a notification, finds it first. */}
          {asked !== null && <WeekSection />}
          <Trend />
          {asked === null && opened.value && <WeekSection />}
          <Causes />
          {asked === null && !opened.value && <WeekSection />}
          <PlanView
            coming={report.read.coming}
            settings={report.read.settings}
            track={report.read.user.track}
            target={report.read.user.target}
            ahead={report.view.ahead}
            onLasting={(move) => {
              model.lasting.value = move;
            }}
          />
          <Where />
          <Marks />
          <Checkup />
          <YourData />
          <p class="soft report__cannot-see">{t('report_cannot_see')}</p>
        </ReportContext.Provider>
      )}
    </main>
  );
}

/** The sections of the page in its order; causes stand there where a change has some. */
function contents(view: ReportView): RailEntry[] {
  return [
    { id: 'headline', name: 'report_title' },
    { id: 'trend', name: 'report_trend' },
    ...(view.causes.length > 0 ? ([{ id: 'causes', name: 'report_causes_title' }] as const) : []),
    { id: 'week', name: 'report_week' },
    { id: 'plan', name: 'plan_title' },
    { id: 'where', name: 'report_series' },
    { id: 'marks', name: 'report_marks' },
    { id: 'checkup', name: 'report_checkup' },
    { id: 'your-data', name: 'report_data' },
  ];
}
