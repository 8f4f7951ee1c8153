import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';

/** The message of the moment. Drawn inside the panel where one is open: what lies under a dialog is inert. */
export function Toast(): JSX.Element {
  const { t, toasts } = usePage();
  const toast = toasts.current.value;
  return (
    <div role="status">
      {toast && (
        <div
          class="toast"
          onFocusIn={toasts.hold}
          onFocusOut={toasts.release}
          onPointerEnter={toasts.hold}
          onPointerLeave={(event) => {
            if (!event.currentTarget.contains(document.activeElement)) toasts.release();
          }}
        >
          <p>{toast.text}</p>
          {toast.undo && (
            <button
              type="button"
              class="button"
              onClick={() => {
                toasts.close();
                void toast.undo?.();
              }}
            >
              {t('ui_undo')}
            </button>
          )}
          <button
            type="button"
            class="button button--icon"
            aria-label={t('ui_dismiss')}
            onClick={() => toasts.close()}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
