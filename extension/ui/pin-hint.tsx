import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePage } from './page.ts';

/** How to pin the icon, as long as the browser says that it is out of sight: the badge is unseen without it. */
export function PinHint(): JSX.Element | null {
  const { t, data } = usePage();
  const hidden = useSignal(false);
  useEffect(() => {
    data.onToolbar().then(
      (shown) => {
        hidden.value = shown === false;
      },
      (cause: unknown) => console.error('Craftweek could not ask whether it is in the toolbar', cause),
    );
  }, [data]);
  return hidden.value ? <p class="pin-hint">{t('ui_pin')}</p> : null;
}
