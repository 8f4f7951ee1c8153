import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { CALDAV_PROVIDERS, originsOf, serverOf } from '../../../src/accounts/caldav-providers.ts';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';
import { OwnAddressForm } from './own-address-form.tsx';
import { TextField } from './text-field.tsx';

/** Stands in the list of providers for a server that is none of them. */
const ANOTHER = 'another';

/** Connecting a CalDAV account: the provider or a server, a user name, a password. `provider` is chosen at first. */
export function CaldavForm({
  provider,
  onConnected,
}: {
  provider?: string;
  onConnected: () => void;
}): JSX.Element {
  const { t, data } = usePage();
  const chosen = useSignal(provider ?? CALDAV_PROVIDERS[0]?.id ?? ANOTHER);
  const server = useSignal('');
  const username = useSignal('');
  const password = useSignal('');
  const busy = useSignal(false);
  const error = useSignal('');
  const asksAddress = useSignal(false);
  const ids = { provider: useId(), error: useId() };
  const known = CALDAV_PROVIDERS.find(({ id }) => id === chosen.value);

  const connect = async (): Promise<void> => {
    const typed = known?.server ?? (server.value.trim() || username.value.trim());
    const address = serverOf(typed);
    if (address === null) {
      error.value = t('caldav_bad_server');
      return;
    }
    // Browsers let a page ask for a permission only in the very turn of the click.
    if (!(await data.allowHosts(originsOf(address)))) {
      error.value = t('caldav_not_allowed');
      return;
    }
    busy.value = true;
    error.value = '';
    const answer = await data.commands('connect', {
      kind: 'caldav',
      server: address.href,
      username: username.value.trim(),
      password: password.value,
    });
    busy.value = false;
    if (!answer.ok) {
      error.value = worded(t, 'caldav_error', answer.code, 'error_unknown');
      return;
    }
    password.value = '';
    asksAddress.value = answer.value.asksAddress === true;
    onConnected();
  };

  if (asksAddress.value) return <OwnAddressForm onDone={() => (asksAddress.value = false)} />;
  const ready = username.value.trim() !== '' && password.value !== '';
  return (
    <form
      class="connect"
      aria-label={t('caldav_connect')}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value && ready) void connect();
      }}
    >
      <label for={ids.provider}>{t('caldav_provider')}</label>
      <select
        id={ids.provider}
        class="input input--wide"
        name="provider"
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value;
        }}
      >
        {CALDAV_PROVIDERS.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={ANOTHER}>{t('caldav_another')}</option>
      </select>
      {known?.server === undefined && (
        <TextField name="server" label={t('caldav_server')} hint={t('caldav_server_hint')} value={server} />
      )}
      <TextField
        name="username"
        label={known?.server === undefined ? t('caldav_username') : t('caldav_email')}
        value={username}
      />
      <TextField
        name="password"
        secret
        label={t('caldav_password')}
        hint={t('caldav_password_hint')}
        value={password}
      />
      {known?.passwordPage && (
        <p class="small">
          <a href={known.passwordPage} target="_blank" rel="noreferrer">
            {t('caldav_make_password', { provider: known.name })}
          </a>
        </p>
      )}
      <p>
        <button
          type="submit"
          class="button"
          disabled={busy.value || !ready}
          aria-describedby={error.value ? ids.error : undefined}
        >
          {t('caldav_connect')}
        </button>
      </p>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('caldav_busy')}</p>}
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
