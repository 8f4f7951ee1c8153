import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { usePage } from '../page.ts';
import { TextField } from './text-field.tsx';

/** Asks for the address at which the user is invited, where the calendar does not say it. */
export function OwnAddressForm({ onDone }: { onDone: () => void }): JSX.Element {
  const { t, data } = usePage();
  const address = useSignal('');
  const keep = async (): Promise<void> => {
    const { ownAddresses } = await data.settings();
    const own = address.value.trim().toLowerCase();
    await data.saveSettings({ ownAddresses: [...new Set([...ownAddresses, own])] });
    onDone();
  };
  const ready = /^[^\s@]+@[^\s@]+$/.test(address.value.trim());
  return (
    <form
      class="connect"
      aria-label={t('caldav_asks_address')}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void keep();
      }}
    >
      <p>{t('caldav_asks_address')}</p>
      <TextField name="address" label={t('caldav_own_address')} value={address} />
      <p class="connect__ways">
        <button type="submit" class="button" disabled={!ready}>
          {t('caldav_keep_address')}
        </button>
        <button type="button" class="link" onClick={onDone}>
          {t('caldav_later')}
        </button>
      </p>
    </form>
  );
}
