import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { usePage } from '../page.ts';

/** What to do where a company lets nobody allow a program by themselves: a text for those who may, and other ways. */
export function ForTheCompany({ clientId }: { clientId: string }): JSX.Element {
  const { t } = usePage();
  const copied = useSignal(false);
  const text = t('outlook_company_text', { client: clientId });
  return (
    <section class="company" aria-label={t('outlook_company_title')}>
      <h4>{t('outlook_company_title')}</h4>
      <p class="small">{t('outlook_company_hint')}</p>
      <pre class="company__text">{text}</pre>
      <p class="connect__ways">
        <button
          type="button"
          class="button button--quiet"
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => {
              copied.value = true;
            });
          }}
        >
          {copied.value ? t('outlook_company_copied') : t('outlook_company_copy')}
        </button>
      </p>
      <p class="small soft">{t('outlook_company_else')}</p>
    </section>
  );
}
