import type { JSX } from 'preact';
import { AddFile } from '../files/add-file.tsx';
import { usePage } from '../page.ts';
import { messageKey } from '../words.ts';
import { AddressForm } from './address-form.tsx';
import { CaldavForm } from './caldav-form.tsx';
import { GoogleExport } from './google-export.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { ADDRESS_STEPS, type AddressSteps, WAYS, type Way } from './ways.ts';

/**
 * Every way to connect a calendar: the providers, one open at a time, each a button to the keyboard, and the place to
 * drop a file, which is always there.
 */
export function ConnectCalendar({
  open,
  sample,
  onConnected,
  onAdded = onConnected,
}: {
  /** The way that is open at first. */
  open?: Way | undefined;
  /** Whether the sample is offered beside the file. */
  sample: boolean;
  /** Of an account or an address. */
  onConnected: () => void;
  /** Of a file or the sample. */
  onAdded?: () => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <div class="ways">
      <p class="small soft">{t('connect_reads')}</p>
      {WAYS.map((way) => (
        <details key={way} class={`way way--${way}`} name="connect-way" open={way === open}>
          <summary class="way__name">{t(messageKey('connect_way', way))}</summary>
          <div class="way__body">
            <WayBody way={way} onConnected={onConnected} />
          </div>
        </details>
      ))}
      <div class="way way--file">
        <AddFile sample={sample} onAdded={onAdded} />
      </div>
    </div>
  );
}

function WayBody({ way, onConnected }: { way: Way; onConnected: () => void }): JSX.Element {
  const { t } = usePage();
  const steps: AddressSteps = ADDRESS_STEPS[way];
  if (way === 'google') {
    return (
      <>
        <GoogleExport onConnected={onConnected} />
        <details class="way__else">
          <summary class="small">{t('connect_google_else')}</summary>
          <Address steps={steps} onConnected={onConnected} />
        </details>
        <details class="way__else google">
          <summary class="small">{t('connect_google_client')}</summary>
          <SignInForm kind="google" onConnected={onConnected} />
        </details>
      </>
    );
  }
  return (
    <>
      <Address steps={steps} onConnected={onConnected} />
      {way === 'outlook' && (
        <details class="way__else outlook">
          <summary class="small">{t('connect_outlook_client')}</summary>
          <SignInForm kind="outlook" onConnected={onConnected} />
        </details>
      )}
      {steps.caldav !== undefined && (
        <details class="way__else caldav">
          <summary class="small">{t('connect_password')}</summary>
          <CaldavForm provider={steps.caldav} onConnected={onConnected} />
        </details>
      )}
    </>
  );
}

function Address({
  steps: { steps, link },
  onConnected,
}: {
  steps: AddressSteps;
  onConnected: () => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <>
      <ol class="way__steps">
        {steps.map((step, i) => (
          <li key={step}>
            {t(step)}{' '}
            {i === 0 && link && (
              <a class="link" href={link.href} target="_blank" rel="noreferrer">
                {t('connect_open', { place: link.place })}
              </a>
            )}
          </li>
        ))}
      </ol>
      <AddressForm onConnected={onConnected} />
    </>
  );
}
