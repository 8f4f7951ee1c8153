import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SignInKind } from '../../background/connectors.ts';
import { useAttempt } from '../attempt.ts';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';
import { ConnectForm } from './connect-form.tsx';
import { ForTheCompany } from './for-the-company.tsx';
import { signInThrough } from './sign-in.ts';
import { TextField } from './text-field.tsx';

/** What is particular to a provider's sign-in. */
const KINDS = {
  google: { errors: 'error', hasSecret: true, company: [] },
  // Microsoft shows some refusals of the company's on its own page alone, which is then closed.
  outlook: {
    errors: 'outlook_error',
    hasSecret: false,
    company: ['consent-blocked', 'window-closed', 'consent-denied'],
  },
} as const satisfies Record<SignInKind, { errors: string; hasSecret: boolean; company: readonly string[] }>;

/** Connecting through a provider's sign-in page: one button where a client id is known, the way to give one where not. */
export function SignInForm({
  kind,
  onConnected,
}: {
  kind: SignInKind;
  onConnected: () => void;
}): JSX.Element {
  const { t, data } = usePage();
  const attempt = useAttempt();
  const { errors, hasSecret, company } = KINDS[kind];
  /** Null where no id is known, undefined until the background has said. */
  const known = useSignal<string | null | undefined>(undefined);
  const wantsOther = useSignal(false);
  const clientId = useSignal('');
  const secret = useSignal('');
  const failed = useSignal('');
  useEffect(() => {
    void data.commands('signInClient', { kind }).then((answer) => {
      if (answer.ok) known.value = answer.value.clientId;
    });
  }, [data, known, kind]);

  const connect = async (): Promise<string | undefined> => {
    failed.value = '';
    const id = clientId.value.trim();
    const withSecret = id !== '' && secret.value.trim() !== '';
    const end = await signInThrough(data, kind, {
      ...(id === '' ? {} : { clientId: id }),
      ...(withSecret ? { clientSecret: secret.value.trim() } : {}),
    });
    if (end.ok) {
      secret.value = '';
      wantsOther.value = false;
      onConnected();
      return undefined;
    }
    failed.value = end.code;
    return worded(t, errors, end.code, 'error_unknown');
  };

  const asks = known.value === null || wantsOther.value;
  return (
    <>
      <ConnectForm
        attempt={attempt}
        label={t(`${kind}_connect`)}
        submit={t(`${kind}_connect`)}
        busyText={t(`${kind}_busy`)}
        ready={Boolean(known.value) || clientId.value.trim() !== ''}
        onSubmit={() => void attempt.run(connect)}
        beside={
          !asks &&
          known.value && (
            <button
              type="button"
              class="link"
              onClick={() => {
                wantsOther.value = true;
              }}
            >
              {t(`${kind}_other_client`)}
            </button>
          )
        }
      >
        {asks && (
          <>
            <p class="small soft">{t(`${kind}_client_hint`)}</p>
            <TextField name="client" label={t(`${kind}_client_id`)} value={clientId} />
            {hasSecret && <TextField name="secret" secret label={t('google_client_secret')} value={secret} />}
            <p class="small soft">
              {t(`${kind}_redirect`)} <code class="connect__redirect">{data.signIn[kind].redirectUri()}</code>
            </p>
          </>
        )}
      </ConnectForm>
      {company.some((code) => code === failed.value) && (
        <ForTheCompany clientId={clientId.value.trim() || (known.value ?? '')} />
      )}
    </>
  );
}
