import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';

/** Copies a message that asks for a move; where the browser refuses, shows it to be copied by hand. */
export function AskButton({ message, name }: { message: string; name: string }): JSX.Element {
  const { t, toasts } = usePage();
  const shown = useSignal(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(message);
      toasts.show({ text: t('plan_copied') });
    } catch {
      // No permission for the clipboard: the text itself is the way out.
      shown.value = true;
    }
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={t('plan_copy_move', { move: name })}
        onClick={() => void copy()}
      >
        {t('plan_copy')}
      </button>
      {shown.value && (
        <label class="ask">
          {t('plan_copy_failed')}
          <textarea readOnly rows={8} value={message} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  );
}
