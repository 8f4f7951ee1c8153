import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { originPattern } from '../../../src/sources/recognise/origins.ts';
import { recognise } from '../../../src/sources/recognise/recognise.ts';
import type { Verdict } from '../../../src/sources/recognise/verdict.ts';
import { useAttempt } from '../attempt.ts';
import { usePage } from '../page.ts';
import { messageKey, worded } from '../words.ts';
import { ConnectForm } from './connect-form.tsx';
import { TextField } from './text-field.tsx';

/** A calendar's address to paste. What is no feed is led on at once, before anything is asked of anybody. */
export function AddressForm({ onConnected }: { onConnected: (sourceId: string) => void }): JSX.Element {
  const { t, data } = usePage();
  const attempt = useAttempt();
  const typed = useSignal('');
  const wrong = useSignal<Extract<Verdict, { kind: 'wrong' }> | null>(null);

  const connect = async (text: string, anyway = false): Promise<string | undefined> => {
    wrong.value = null;
    const verdict = recognise(text);
    const address = verdict.kind === 'feed' ? verdict.address : anyway ? verdict.instead : undefined;
    if (verdict.kind === 'wrong' && address === undefined) {
      wrong.value = verdict;
      return t(messageKey('wrong', verdict.code));
    }
    // Browsers let a page ask for a permission only in the very turn of the click.
    if (!(await data.allowHosts([originPattern(address ?? text)]))) return t('connect_not_allowed');
    const answer = await data.commands('connect', {
      kind: 'ics-address',
      address: text,
      ...(anyway ? { anyway } : {}),
    });
    if (!answer.ok) return worded(t, 'error', answer.code, 'error_unknown');
    typed.value = '';
    onConnected(answer.value.sourceId);
    return undefined;
  };
  const isPublic = wrong.value?.code === 'google-public';
  const instead = wrong.value?.instead;

  return (
    <>
      <ConnectForm
        attempt={attempt}
        label={t('connect_address_label')}
        ready={typed.value.trim() !== ''}
        onSubmit={() => void attempt.run(() => connect(typed.value))}
      >
        <TextField
          name="calendar-address"
          label={t('connect_address_label')}
          hint={t('connect_address_hint')}
          value={typed}
        />
      </ConnectForm>
      {instead !== undefined && (
        <p class="connect__ways">
          <button
            type="button"
            class="button"
            onClick={() => void attempt.run(() => connect(instead, isPublic))}
          >
            {t(isPublic ? 'connect_anyway' : 'connect_instead')}
          </button>
        </p>
      )}
    </>
  );
}
