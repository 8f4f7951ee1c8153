import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SignedInAccount } from '../../background/connectors.ts';
import { useAttempt } from '../attempt.ts';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';
import { AttemptWords } from './connect-form.tsx';

const ORIGINS = ['https://calendar.google.com/*'];

/** So many calendars tell an account from the others. */
const MOST_NAMED = 4;

/** Google Calendar by one click: with the sign-in that this browser already has. */
export function GoogleExport({ onConnected }: { onConnected: (sourceId: string) => void }): JSX.Element {
  const { t, data } = usePage();
  const attempt = useAttempt();
  const accounts = useSignal<readonly SignedInAccount[]>([]);
  const errorId = useId();

  const connect = async (account: number): Promise<string | undefined> => {
    const answer = await data.commands('connect', { kind: 'google-export', account });
    if (!answer.ok) return worded(t, 'error', answer.code, 'error_unknown');
    accounts.value = [];
    onConnected(answer.value.sourceId);
    return undefined;
  };
  const begin = async (): Promise<string | undefined> => {
    accounts.value = [];
    // Browsers let a page ask for a permission only in the very turn of the click.
    if (!(await data.allowHosts(ORIGINS))) return t('connect_not_allowed');
    const found = await data.commands('signedInAccounts', {});
    if (!found.ok) return worded(t, 'error', found.code, 'error_unknown');
    const [only, ...others] = found.value.accounts;
    if (only && others.length === 0) return connect(only.account);
    accounts.value = found.value.accounts;
    return undefined;
  };

  return (
    <div class="connect google-export">
      <p>{t('connect_google_about')}</p>
      <p class="connect__ways">
        <button
          type="button"
          class="button button--main"
          disabled={attempt.busy.value}
          aria-describedby={attempt.error.value ? errorId : undefined}
          onClick={() => void attempt.run(begin)}
        >
          {t('connect_google_button')}
        </button>
      </p>
      <AttemptWords attempt={attempt} busyText={t('connect_busy')} errorId={errorId}>
        <a class="link" href="https://calendar.google.com/" target="_blank" rel="noreferrer">
          {t('connect_open', { place: 'Google Calendar' })}
        </a>
      </AttemptWords>
      {accounts.value.length > 0 && (
        <fieldset class="connect__accounts">
          <legend>{t('connect_google_pick')}</legend>
          {accounts.value.map(({ account, calendars }) => (
            <button
              key={account}
              type="button"
              class="button"
              disabled={attempt.busy.value}
              onClick={() => void attempt.run(() => connect(account))}
            >
              {new Intl.ListFormat(t.locale, { type: 'unit' }).format(calendars.slice(0, MOST_NAMED))}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
