import type { JSX } from 'preact';
import { Confirm } from './confirm.tsx';
import { usePage } from './page.ts';
import { worded } from './words.ts';

/** Where nothing can be deleted either: a tab holds the data, or there is none. */
const NOTHING_TO_DELETE: ReadonlySet<string> = new Set(['held', 'private-window']);

/** The store cannot be read: why, and the ways on. `code` is that of its error. */
export function StoreFailed({ code, onRetry }: { code: string; onRetry: () => Promise<void> }): JSX.Element {
  const { t, data, toasts } = usePage();
  const startAnew = async (): Promise<void> => {
    const answer = await data.commands('deleteEverything', {});
    const text = answer.ok
      ? answer.value.revoked
        ? null
        : t('store_started_anew')
      : worded(t, 'error', answer.code, 'error_unknown');
    if (text !== null) toasts.show({ text });
    await onRetry();
  };
  return (
    <>
      <p role="alert">{worded(t, 'store', code, 'popup_failed_text')}</p>
      <p class="confirm">
        <button type="button" class="button button--main" onClick={() => void onRetry()}>
          {t('popup_try_again')}
        </button>
        {!NOTHING_TO_DELETE.has(code) && (
          <Confirm
            text={t('store_start_anew')}
            question={t('store_start_anew_question')}
            onConfirm={startAnew}
          />
        )}
      </p>
    </>
  );
}
