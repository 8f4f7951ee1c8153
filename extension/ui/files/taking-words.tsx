import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page.ts';
import type { Taking } from './taking.ts';

/** What is said while files are taken: that it goes on, what was refused, and what the user is asked. */
export function TakingWords({ taking, errorId }: { taking: Taking; errorId: string }): JSX.Element {
  const { t } = usePage();
  const { busy, error, asks } = taking;
  return (
    <>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('ui_reading')}</p>}
      </div>
      <div role="alert">
        {error.value && (
          <p id={errorId} class="field__error drop__error">
            {error.value}
          </p>
        )}
      </div>
      {asks.value[0] && (
        <NewerAsked
          key={asks.value[0].file.name}
          name={asks.value[0].file.name}
          known={asks.value[0].known.name}
          taking={taking}
        />
      )}
    </>
  );
}

function NewerAsked({ name, known, taking }: { name: string; known: string; taking: Taking }): JSX.Element {
  const { t } = usePage();
  const replace = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => replace.current?.focus(), []);
  const question = t('ui_file_newer', { name, known });
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons under a question are no fieldset of a form.
    <div class="drop__ask" role="group" aria-label={question}>
      <p>{question}</p>
      <div class="drop__actions">
        <button
          ref={replace}
          type="button"
          class="button button--main"
          disabled={taking.busy.value}
          onClick={() => taking.answer(true)}
        >
          {t('ui_file_replace', { name: known })}
        </button>
        <button
          type="button"
          class="button"
          disabled={taking.busy.value}
          onClick={() => taking.answer(false)}
        >
          {t('ui_file_both')}
        </button>
      </div>
    </div>
  );
}
