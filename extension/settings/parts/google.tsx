import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { signInThrough } from '../../ui/connect/sign-in.ts';
import { usePage } from '../../ui/page.ts';
import { worded } from '../../ui/words.ts';
import { useSettings } from '../context.ts';

/** Connecting a Google account: one button where a client id is known, and the way to give one where not. */
export function ConnectGoogle(): JSX.Element {
  const { t, data } = usePage();
  const { model } = useSettings();
  /** Null where no id is known, undefined until the background has said. */
  const known = useSignal<string | null | undefined>(undefined);
  const open = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal('');
  const clientId = useSignal('');
  const secret = useSignal('');
  const ids = { client: useId(), secret: useId(), error: useId() };
  useEffect(() => {
    void data.commands('signInClient', { kind: 'google' }).then((answer) => {
      if (answer.ok) known.value = answer.value.clientId;
    });
  }, [data, known]);

  const connect = async (): Promise<void> => {
    error.value = '';
    const typed = clientId.value.trim();
    const typedSecret = secret.value.trim();
    const end = await signInThrough(
      data,
      'google',
      {
        ...(typed === '' ? {} : { clientId: typed }),
        ...(typed === '' || typedSecret === '' ? {} : { clientSecret: typedSecret }),
      },
      () => {
        busy.value = true;
      },
    );
    busy.value = false;
    if (!end.ok) {
      error.value = worded(t, 'error', end.code, 'error_unknown');
      return;
    }
    open.value = false;
    secret.value = '';
    await model.reload();
  };

  const asks = open.value;
  const show = (): void => {
    open.value = true;
  };
  return (
    <form
      class="google"
      aria-label={t('google_connect')}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value) void connect();
      }}
    >
      {asks && (
        <div class="google__client">
          <p class="small soft">{t('google_client_hint')}</p>
          <label for={ids.client}>{t('google_client_id')}</label>
          <input
            id={ids.client}
            class="input input--wide"
            autocomplete="off"
            spellcheck={false}
            placeholder={known.value ?? '….apps.googleusercontent.com'}
            value={clientId.value}
            onInput={(event) => {
              clientId.value = event.currentTarget.value;
            }}
          />
          <label for={ids.secret}>{t('google_client_secret')}</label>
          <input
            id={ids.secret}
            class="input input--wide"
            type="password"
            autocomplete="off"
            value={secret.value}
            onInput={(event) => {
              secret.value = event.currentTarget.value;
            }}
          />
          <p class="small soft">
            {t('google_redirect')} <code class="google__redirect">{data.signIn.google.redirectUri()}</code>
          </p>
        </div>
      )}
      <p class="google__ways">
        {asks || known.value ? (
          <button
            type="submit"
            class="button"
            disabled={busy.value || (!known.value && clientId.value.trim() === '')}
            aria-describedby={error.value ? ids.error : undefined}
          >
            {t('google_connect')}
          </button>
        ) : (
          <button type="button" class="button" disabled={known.value === undefined} onClick={show}>
            {t('google_connect')}
          </button>
        )}
        {!asks && known.value && (
          <button type="button" class="link" onClick={show}>
            {t('google_other_client')}
          </button>
        )}
      </p>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('google_busy')}</p>}
      </div>
      <div role="alert">
        {error.value && (
          <p id={ids.error} class="field__error">
            {error.value}
          </p>
        )}
      </div>
    </form>
  );
}
