import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { Toast } from '../../ui/toast.tsx';
import { useModel } from '../context.ts';
import type { PanelEntry } from '../model.ts';
import { FigurePanel } from './figure-panel.tsx';
import { OccurrencePanel } from './occurrence-panel.tsx';

/** The panel over the week: a stack of pages, of which Escape closes one. */
export function Panel(): JSX.Element | null {
  const { t } = usePage();
  const model = useModel();
  const stack = model.panel.value;
  const entry = stack.at(-1);
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = entry !== undefined;

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!opened || !element || element.open) return;
    // Focus goes back by hand: the popup's element may have been drawn anew meanwhile.
    const before = document.activeElement;
    element.showModal();
    return () => {
      if (element.open) element.close();
      focusAgain(before);
    };
  }, [opened]);

  const depth = stack.length;
  useLayoutEffect(() => {
    if (depth === 0) return;
    // A new page of the stack begins at its top, with its heading in focus so that a voice reads it.
    dialog.current?.querySelector('.panel__scroll')?.scrollTo(0, 0);
    dialog.current?.querySelector<HTMLElement>('.panel__title')?.focus();
  }, [depth]);

  if (!entry) return null;
  return (
    <dialog
      ref={dialog}
      class="panel"
      aria-labelledby="panel-title"
      onCancel={(event) => {
        event.preventDefault();
        model.back();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) model.closePanel();
      }}
      onKeyDown={(event) => {
        // Browsers let a second Escape through without `cancel`; a toolbar popup would close on it.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        model.back();
      }}
    >
      <div class="panel__frame">
        <div class="panel__ways">
          <button
            type="button"
            class="button button--quiet button--icon"
            aria-label={t('ui_back')}
            title={t('ui_back')}
            onClick={() => model.back()}
          >
            <Icon name="back" />
          </button>
          {depth > 1 && (
            <button
              type="button"
              class="button button--quiet button--icon"
              aria-label={t('ui_close')}
              title={t('ui_close')}
              onClick={() => model.closePanel()}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        <div class="panel__scroll">
          <Content entry={entry} />
        </div>
      </div>
      <Toast />
    </dialog>
  );
}

function Content({ entry }: { entry: PanelEntry }): JSX.Element {
  return entry.kind === 'figure' ? (
    <FigurePanel key={entry.id} id={entry.id} />
  ) : (
    <OccurrencePanel key={entry.key} occurrenceKey={entry.key} />
  );
}

function focusAgain(before: Element | null): void {
  if (!(before instanceof HTMLElement)) return;
  if (before.isConnected) before.focus();
  else {
    const figure = before.dataset.figure;
    if (figure) document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure)}"]`)?.focus();
  }
}
