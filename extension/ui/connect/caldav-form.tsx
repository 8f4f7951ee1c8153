import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { CALDAV_PROVIDERS, originsOf, serverOf } from '../../../src/accounts/caldav-providers.ts';
import { useAttempt } from '../attempt.ts';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';
import { ConnectForm } from './connect-form.tsx';
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
  const attempt = useAttempt();
  const chosen = useSignal(provider ?? CALDAV_PROVIDERS[0]?.id ?? ANOTHER);
  const server = useSignal('');
  const username = useSignal('');
  const password = useSignal('');
  const asksAddress = useSignal(false);
  const providerId = useId();
  const known = CALDAV_PROVIDERS.find(({ id }) => id === chosen.value);

  const connect = async (): Promise<string | undefined> => {
    const typed = known?.server ?? (server.value.trim() || username.value.trim());
    const address = serverOf(typed);
    if (address === null) return t('caldav_bad_server');
    // Browsers let a page ask for a permission only in the very turn of the click.
    if (!(await data.allowHosts(originsOf(address)))) return t('caldav_not_allowed');
    const answer = await data.commands('connect', {
      kind: 'caldav',
      server: address.href,
      username: username.value.trim(),
      password: password.value,
    });
    if (!answer.ok) return worded(t, 'caldav_error', answer.code, 'error_unknown');
    password.value = '';
    asksAddress.value = answer.value.asksAddress === true;
    onConnected();
    return undefined;
  };

  if (asksAddress.value) return <OwnAddressForm onDone={() => (asksAddress.value = false)} />;
  return (
    <ConnectForm
      attempt={attempt}
      label={t('caldav_connect')}
      submit={t('caldav_connect')}
      busyText={t('caldav_busy')}
      ready={username.value.trim() !== '' && password.value !== ''}
      onSubmit={() => void attempt.run(connect)}
    >
      <label for={providerId}>{t('caldav_provider')}</label>
      <select
        id={providerId}
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
          <a class="link" href={known.passwordPage} target="_blank" rel="noreferrer">
            {t('caldav_make_password', { provider: known.name })}
          </a>
        </p>
      )}
    </ConnectForm>
  );
}
