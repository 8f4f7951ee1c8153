import { effect, untracked } from '@preact/signals';
import { type JSX, render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Translate } from '../../src/words/translate.ts';
import type { PageData } from '../ui/data.ts';
import { lazily } from '../ui/lazily.tsx';
import { type Page, PageContext, usePage } from '../ui/page.ts';
import { FirstReading } from '../ui/sync-progress.tsx';
import { Toast } from '../ui/toast.tsx';
import { createToasts } from '../ui/toasts.ts';
import { ModelContext, useModel } from './context.ts';
import { keepGlances } from './keep-glance.ts';
import { createPopupModel } from './model.ts';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import { Notable } from './parts/notable.tsx';
import { Notes } from './parts/notes.tsx';
import { PastNotes } from './parts/past.tsx';
import { Share } from './parts/share.tsx';
import { Empty, Failed, Loading } from './parts/states.tsx';
import { Troubles } from './parts/troubles.tsx';
import { WeekChart } from './parts/week-chart.tsx';
import type { PopupView } from './view.ts';

/** Nobody opens a figure before seeing it. */
const Panel = lazily(async () => (await import('./parts/panel.tsx')).Panel);
const Facts = lazily(async () => (await import('./parts/facts.tsx')).Facts);
const DayCard = lazily(async () => (await import('./parts/day-card.tsx')).DayCard);
const ReviewCard = lazily(async () => (await import('./parts/review-card.tsx')).ReviewCard);
const WhatNow = lazily(async () => (await import('./parts/what-now.tsx')).WhatNow);

/**
 * Draws the popup into `root` and answers with the way to take it away.
 * @param query the page's address query: `week=YYYY-MM-DD` asks for a week, `tab=1` for the wide layout
 */
export function mount(
  data: PageData,
  now: () => number,
  t: Translate,
  { root, query }: { root: HTMLElement; query: URLSearchParams },
): () => void {
  const page: Page = { data, t, now, toasts: createToasts() };
  const model = createPopupModel(page, query.get('week'));
  document.documentElement.lang = t.locale;
  document.documentElement.classList.toggle('in-tab', query.get('tab') === '1');
  const draw = (): void => {
    root.replaceChildren();
    root.inert = false;
    render(
      <PageContext.Provider value={page}>
        <ModelContext.Provider value={model}>
          <Popup />
        </ModelContext.Provider>
      </PageContext.Provider>,
      root,
    );
  };
  // A picture of the last opening stands until all of it can be drawn in its place.
  let drawn = false;
  const stopWaiting = effect(() => {
    const { kind } = model.state.value;
    const ready =
      !root.hasChildNodes() || (kind === 'week' ? model.settled.value !== null : kind !== 'loading');
    if (drawn || !ready) return;
    drawn = true;
    untracked(draw);
  });
  const stopKeeping = keepGlances(model, page, root);
  return () => {
    stopWaiting();
    stopKeeping();
    model.dispose();
    render(null, root);
  };
}

function Popup(): JSX.Element {
  const model = useModel();
  const state = model.state.value;
  const panelOpen = model.panel.value.length > 0;
  useEffect(() => {
    const fetching = setTimeout(() => void Panel.fetch());
    return () => clearTimeout(fetching);
  }, []);
  return (
    <>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <Failed code={state.code} />}
      {state.kind === 'empty' && <Empty />}
      {state.kind === 'week' && <Week view={state.view} />}
      {panelOpen && <Panel />}
      {!panelOpen && <Toast />}
    </>
  );
}

function Week({ view }: { view: PopupView }): JSX.Element {
  const model = useModel();
  const known = model.read.value?.past.known.kind !== 'not-known';
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || model.panel.value.length > 0) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      const week = { ArrowLeft: view.previous, ArrowRight: view.next, Home: null, t: null }[event.key];
      if (week === undefined) return;
      event.preventDefault();
      void model.show(week);
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [view.previous, view.next]);
  return (
    <div class="week">
      <Head view={view} />
      <main class="week__body">
        <Troubles troubles={view.troubles} />
        <FirstReading />
        {known && <Notes view={view} />}
        <PastNotes />
        {known && <Figures view={view} />}
      </main>
      <Foot view={view} />
    </div>
  );
}

/** The figures of a week that is known. */
function Figures({ view }: { view: PopupView }): JSX.Element {
  const { data } = usePage();
  return (
    <>
      <Share view={view} />
      <WeekChart view={view} />
      {data.inPopup ? <Notable view={view} /> : <Facts view={view} />}
      {view.dayQuestion ? (
        <DayCard question={view.dayQuestion} past={view.time === 'past'} />
      ) : (
        view.review && <ReviewCard review={view.review} />
      )}
      {view.time !== 'past' && !view.nothingHere && <WhatNow />}
    </>
  );
}
