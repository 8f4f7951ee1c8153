import { type JSX, render } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Translate } from '../../src/words/translate.ts';
import type { PageData } from '../ui/data.ts';
import { type Page, PageContext, usePage } from '../ui/page.ts';
import { StoreFailed } from '../ui/store-failed.tsx';
import { Toast } from '../ui/toast.tsx';
import { createToasts } from '../ui/toasts.ts';
import { ModelContext } from './context.ts';
import { createSettingsModel, type SettingsModel } from './model.ts';
import { CalendarsSection } from './parts/calendars.tsx';
import { ChoicesSection } from './parts/choices.tsx';
import { DataSection } from './parts/data.tsx';
import { FocusSection } from './parts/focus.tsx';
import { HoursSection } from './parts/hours.tsx';
import { SummarySection } from './parts/summary.tsx';
import { TargetSection } from './parts/target.tsx';
import { YouSection } from './parts/you.tsx';

/** Draws the settings into `root` and answers with the way to take them away. */
export function mount(
  data: PageData,
  now: () => number,
  t: Translate,
  { root, query }: { root: HTMLElement; query: URLSearchParams },
): () => void {
  const page: Page = { data, t, now, toasts: createToasts() };
  const model = createSettingsModel(page);
  document.documentElement.lang = t.locale;
  document.title = `${t('settings_title')} · Craftweek`;
  render(
    <PageContext.Provider value={page}>
      <Settings model={model} eventKey={query.get('event')} />
      <Toast />
    </PageContext.Provider>,
    root,
  );
  return () => {
    model.dispose();
    render(null, root);
  };
}

function Settings({ model, eventKey }: { model: SettingsModel; eventKey: string | null }): JSX.Element {
  const { t, data } = usePage();
  const read = model.read.value;
  const context = useMemo(() => (read ? { model, read } : null), [model, read]);
  const ready = context !== null;
  useLayoutEffect(() => {
    // The address may name a section, which was not there when the browser looked for it.
    if (ready && location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
  return (
    <main class="page" aria-busy={!ready && model.failed.value === null}>
      <header class="page__head">
        <h1>{t('settings_title')}</h1>
        <button type="button" class="link" onClick={() => data.openPage('popup/index.html?tab=1')}>
          {t('settings_to_week')}
        </button>
      </header>
      {model.failed.value !== null && (
        <div class="page__failed">
          <StoreFailed code={model.failed.value} onRetry={model.reload} />
        </div>
      )}
      {context && (
        <ModelContext.Provider value={context}>
          <CalendarsSection />
          <HoursSection />
          <FocusSection />
          <TargetSection />
          <SummarySection />
          <YouSection />
          <ChoicesSection eventKey={eventKey} />
          <DataSection />
        </ModelContext.Provider>
      )}
    </main>
  );
}
