import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';

/** What the maintainer needs to understand a fault, shown before it is copied: counts and codes, nothing private. */
export function MaintainerReport(): JSX.Element {
  const { t, data } = usePage();
  const text = useSignal<string | null>(null);
  const copied = useSignal(false);
  const show = async (): Promise<void> => {
    text.value ??= JSON.stringify(await data.diagnosis(), null, 2);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text.value ?? '');
      copied.value = true;
    } catch (error) {
      // Without the permission the text itself, which stands above, is the way out.
      console.warn('Craftweek could not copy', error);
    }
  };
  return (
    <details onToggle={(event) => event.currentTarget.open && void show()}>
      <summary>{t('settings_report')}</summary>
      <p class="small soft">{t('settings_report_about')}</p>
      {text.value !== null && (
        <>
          <textarea class="input" rows={10} readOnly aria-label={t('settings_report')} value={text.value} />
          <p>
            <button type="button" class="button" onClick={copy}>
              {t('settings_report_copy')}
            </button>{' '}
            <span role="status" class="small">
              {copied.value ? t('settings_report_copied') : ''}
            </span>
          </p>
        </>
      )}
    </details>
  );
}
