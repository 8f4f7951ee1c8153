import type { ComponentChildren, JSX } from 'preact';
import { AddFile } from '../add-file.tsx';
import { usePage } from '../page.ts';
import { messageKey } from '../words.ts';
import { AddressForm } from './address-form.tsx';
import { CaldavForm } from './caldav-form.tsx';
import { GoogleExport } from './google-export.tsx';
import { ADDRESS_STEPS, type AddressSteps, WAYS, type Way } from './ways.ts';

/** Every way to connect a calendar, one open at a time; by keyboard each is a button that opens. */
export function ConnectCalendar({
  open,
  onConnected,
}: {
  /** The way that is open at first. */
  open?: Way;
  /** Without a source where several files were read. */
  onConnected: (sourceId?: string) => void;
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
    </div>
  );
}

function WayBody({ way, onConnected }: { way: Way; onConnected: (sourceId?: string) => void }): JSX.Element {
  const { t } = usePage();
  switch (way) {
    case 'file':
      return <AddFile sample={false} onAdded={() => onConnected()} />;
    case 'google':
      return (
        <>
          <GoogleExport onConnected={onConnected} />
          <details class="way__else">
            <summary class="small">{t('connect_google_else')}</summary>
            <Address steps={ADDRESS_STEPS.google} onConnected={onConnected} />
          </details>
        </>
      );
    default: {
      const steps: AddressSteps = ADDRESS_STEPS[way];
      return (
        <>
          <Address steps={steps} onConnected={onConnected} />
          {steps.caldav && (
            <details class="way__else">
              <summary class="small">{t('settings_connect_caldav')}</summary>
              <CaldavForm provider={steps.caldav} onConnected={() => onConnected()} />
            </details>
          )}
        </>
      );
    }
  }
}

function Address({
  steps: { steps, link },
  onConnected,
}: {
  steps: AddressSteps;
  onConnected: (sourceId: string) => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <>
      <ol class="way__steps">
        {steps.map((step, i) => (
          <Step key={step}>
            {t(step)}{' '}
            {i === 0 && link && (
              <a class="link" href={link.href} target="_blank" rel="noreferrer">
                {t('connect_open', { place: link.place })}
              </a>
            )}
          </Step>
        ))}
      </ol>
      <AddressForm onConnected={onConnected} />
    </>
  );
}

function Step({ children }: { children: ComponentChildren }): JSX.Element {
  return <li>{children}</li>;
}
