import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { originPattern } from '../../../src/sources/recognise/origins.ts';
import { recognise } from '../../../src/sources/recognise/recognise.ts';
import type { Verdict } from '../../../src/sources/recognise/verdict.ts';
import { usePage } from '../page.ts';
import { messageKey, worded } from '../words.ts';
import { TextField } from './text-field.tsx';

/** A calendar's address to paste. What is no feed is led on at once, before anything is asked of anybody. */
export function AddressForm({ onConnected }: { onConnected: (sourceId: string) => void }): JSX.Element {
  const { t, data } = usePage();
  const typed = useSignal('');
  const busy = useSignal(false);
  const error = useSignal('');
  const wrong = useSignal<Extract<Verdict, { kind: 'wrong' }> | null>(null);
  const errorId = useId();

  const connect = async (text: string, anyway = false): Promise<void> => {
    error.value = '';
    wrong.value = null;
    const verdict = recognise(text);
    const address = verdict.kind === 'feed' ? verdict.address : anyway ? verdict.instead : undefined;
    if (verdict.kind === 'wrong' && address === undefined) {
      wrong.value = verdict;
      error.value = t(messageKey('wrong', verdict.code));
      return;
    }
    // Browsers let a page ask for a permission only in the very turn of the click.
    if (!(await data.allowHosts([originPattern(address ?? text)]))) {
      error.value = t('connect_not_allowed');
      return;
    }
    busy.value = true;
    const answer = await data.commands('connect', {
      kind: 'ics-address',
      address: text,
      ...(anyway ? { anyway } : {}),
    });
    busy.value = false;
    if (!answer.ok) {
      error.value = worded(t, 'error', answer.code, 'error_unknown');
      return;
    }
    typed.value = '';
    onConnected(answer.value.sourceId);
  };
  const isPublic = wrong.value?.code === 'google-public';
  const instead = wrong.value?.instead;

  return (
    <form
      class="connect"
      aria-label={t('connect_address_label')}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value) void connect(typed.value);
      }}
    >
      <TextField
        name="calendar-address"
        label={t('connect_address_label')}
        hint={t('connect_address_hint')}
        value={typed}
      />
      <p class="connect__ways">
        <button
          type="submit"
          class="button button--main"
          disabled={busy.value || typed.value.trim() === ''}
          aria-describedby={error.value ? errorId : undefined}
        >
          {t('connect_connect')}
        </button>
      </p>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('connect_busy')}</p>}
      </div>
      <div role="alert">
        {error.value && (
          <p id={errorId} class="field__error">
            {error.value}
          </p>
        )}
      </div>
      {instead !== undefined && (
        <p class="connect__ways">
          <button type="button" class="button" onClick={() => void connect(instead, isPublic)}>
            {t(isPublic ? 'connect_anyway' : 'connect_instead')}
          </button>
        </p>
      )}
    </form>
  );
}
