import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SignedInAccount } from '../../background/connectors.ts';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';

const ORIGINS = ['https://calendar.google.com/*'];

/** Google Calendar by one click: with the sign-in that this browser already has. */
export function GoogleExport({ onConnected }: { onConnected: (sourceId: string) => void }): JSX.Element {
  const { t, data } = usePage();
  const busy = useSignal(false);
  const error = useSignal('');
  const accounts = useSignal<readonly SignedInAccount[]>([]);
  const errorId = useId();

  const connect = async (account: number): Promise<void> => {
    busy.value = true;
    const answer = await data.commands('connect', { kind: 'google-export', account });
    busy.value = false;
    if (answer.ok) onConnected(answer.value.sourceId);
    else error.value = worded(t, 'error', answer.code, 'error_unknown');
  };
  const begin = async (): Promise<void> => {
    error.value = '';
    accounts.value = [];
    // Browsers let a page ask for a permission only in the very turn of the click.
    if (!(await data.allowHosts(ORIGINS))) {
      error.value = t('connect_not_allowed');
      return;
    }
    busy.value = true;
    const found = await data.commands('signedInAccounts', {});
    busy.value = false;
    if (!found.ok) {
      error.value = worded(t, 'error', found.code, 'error_unknown');
      return;
    }
    const [only, ...others] = found.value.accounts;
    if (only && others.length === 0) await connect(only.account);
    else accounts.value = found.value.accounts;
  };

  return (
    <div class="connect google-export">
      <p>{t('connect_google_about')}</p>
      <p class="connect__ways">
        <button
          type="button"
          class="button button--main"
          disabled={busy.value}
          aria-describedby={error.value ? errorId : undefined}
          onClick={() => void begin()}
        >
          {t('connect_google_button')}
        </button>
      </p>
      <div role="status" class="small">
        {busy.value && <p class="soft">{t('connect_busy')}</p>}
      </div>
      <div role="alert">
        {error.value && (
          <p id={errorId} class="field__error">
            {error.value}{' '}
            <a class="link" href="https://calendar.google.com/" target="_blank" rel="noreferrer">
              {t('connect_open', { place: 'Google Calendar' })}
            </a>
          </p>
        )}
      </div>
      {accounts.value.length > 0 && (
        <fieldset class="connect__accounts">
          <legend>{t('connect_google_pick')}</legend>
          {accounts.value.map(({ account, calendars }) => (
            <button
              key={account}
              type="button"
              class="button"
              disabled={busy.value}
              onClick={() => void connect(account)}
            >
              {new Intl.ListFormat(t.locale, { type: 'unit' }).format(calendars.slice(0, MOST_NAMED))}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** So many calendars tell an account from the others. */
const MOST_NAMED = 4;
