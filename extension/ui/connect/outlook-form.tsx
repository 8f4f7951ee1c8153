import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';
import { ForTheCompany } from './for-the-company.tsx';
import { signInThrough } from './sign-in.ts';
import { TextField } from './text-field.tsx';

/** Ends of a sign-in behind which the company's rules may stand: Microsoft shows some on its own page alone. */
const MAY_BE_THE_COMPANY: ReadonlySet<string> = new Set([
  'consent-blocked',
  'window-closed',
  'consent-denied',
]);

/** Connecting a Microsoft account: one button where a client id is known, and the way to give one where not. */
export function OutlookForm({ onConnected }: { onConnected: () => void }): JSX.Element {
  const { t, data } = usePage();
  /** Null where no id is known, undefined until the background has said. */
  const known = useSignal<string | null | undefined>(undefined);
  const asks = useSignal(false);
  const clientId = useSignal('');
  const busy = useSignal(false);
  const failed = useSignal<string | null>(null);
  const errorId = useId();
  const redirectUri = data.signIn.outlook.redirectUri();
  useEffect(() => {
    void data.commands('signInClient', { kind: 'outlook' }).then((answer) => {
      if (!answer.ok) return;
      known.value = answer.value.clientId;
      asks.value = answer.value.clientId === null;
    });
  }, [data, known, asks]);

  const connect = async (): Promise<void> => {
    failed.value = null;
    const typed = clientId.value.trim();
    const end = await signInThrough(data, 'outlook', typed === '' ? {} : { clientId: typed }, () => {
      busy.value = true;
    });
    busy.value = false;
    if (end.ok) onConnected();
    else failed.value = end.code;
  };

  const ready = Boolean(known.value) || clientId.value.trim() !== '';
  return (
    <form
      class="connect"
      aria-label={t('outlook_connect')}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value && ready) void connect();
      }}
    >
      {asks.value && (
        <>
          <p class="small soft">{t('outlook_client_hint')}</p>
          <TextField name="client" label={t('outlook_client_id')} value={clientId} />
          <p class="small soft">
            {t('outlook_redirect')} <code class="connect__redirect">{redirectUri}</code>
          </p>
        </>
      )}
      <p class="connect__ways">
        <button
          type="submit"
          class="button"
          disabled={busy.value || !ready}
          aria-describedby={failed.value ? errorId : undefined}
        >
          {t('outlook_connect')}
        </button>
        {!asks.value && known.value && (
          <button
            type="button"
            class="link"
            onClick={() => {
              asks.value = true;
            }}
          >
            {t('outlook_other_client')}
          </button>
        )}
      </p>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('outlook_busy')}</p>}
      </div>
      <div role="alert">
        {failed.value && (
          <p id={errorId} class="field__error">
            {worded(t, 'outlook_error', failed.value, 'error_unknown')}
          </p>
        )}
      </div>
      {failed.value && MAY_BE_THE_COMPANY.has(failed.value) && (
        <ForTheCompany clientId={clientId.value.trim() || (known.value ?? '')} />
      )}
    </form>
  );
}
