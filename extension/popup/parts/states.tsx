import type { JSX } from 'preact';
import { lazily } from '../../ui/lazily.tsx';
import { usePage } from '../../ui/page.ts';
import { FirstReading } from '../../ui/sync-progress.tsx';
import { useModel } from '../context.ts';

/** Only who has no calendar yet sees it. */
const AddFile = lazily(async () => (await import('../../ui/files/add-file.tsx')).AddFile);

/** Hardly anybody sees it. */
const StoreFailed = lazily(async () => (await import('../../ui/store-failed.tsx')).StoreFailed);

/** Before anything is read: the page's own lines, without words. */
export function Loading(): JSX.Element {
  const { t } = usePage();
  return (
    <main class="state state--loading" aria-busy="true">
      <h1 class="aside-voice">{t('popup_title')}</h1>
      <p class="aside-voice" role="status">
        {t('popup_loading')}
      </p>
      <span class="ghost ghost--line" />
      <span class="ghost ghost--figure" />
      <span class="ghost ghost--bar" />
      <span class="ghost ghost--chart" />
    </main>
  );
}

/** Nothing is connected yet: what this is, and the two ways to begin. */
export function Empty(): JSX.Element {
  const { t, data } = usePage();
  const model = useModel();
  return (
    <main class="state">
      <h1 class="state__title">{t('popup_empty_title')}</h1>
      <p>{t('popup_empty_text')}</p>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => data.openPage('welcome/index.html?connect=google#connect')}
        >
          {t('connect_title')}
        </button>
      </p>
      <FirstReading />
      <AddFile sample onAdded={() => void model.retry()} />
      <p class="small soft">{t('popup_empty_privacy')}</p>
    </main>
  );
}

/** The store cannot be read. */
export function Failed({ code }: { code: string }): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  return (
    <main class="state">
      <h1 class="state__title">{t('popup_failed_title')}</h1>
      <StoreFailed code={code} onRetry={model.retry} />
    </main>
  );
}
