import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { CraftLines } from './craft.tsx';
import { Line, Section } from './section.tsx';

/** The user's own addresses: whose answer counts, and who is not another person. */
export function YouSection(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const text = useSignal('');
  const error = useSignal('');
  const id = useId();
  const add = (): void => {
    const address = text.value.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/u.test(address)) error.value = t('settings_address_bad');
    else if (settings.ownAddresses.includes(address)) error.value = t('settings_address_known');
    else {
      error.value = '';
      text.value = '';
      void model.save('you', { ownAddresses: [...settings.ownAddresses, address] });
    }
  };
  return (
    <Section id="you">
      <CraftLines />
      <Line name={t('settings_addresses')} hint={t('settings_addresses_hint')}>
        <ul class="tokens">
          {settings.ownAddresses.map((address) => (
            <li key={address} class="token">
              <span>{address}</span>
              <button
                type="button"
                class="button button--quiet button--icon"
                aria-label={t('settings_remove_named', { name: address })}
                onClick={() =>
                  void model.save('you', {
                    ownAddresses: settings.ownAddresses.filter((a) => a !== address),
                  })
                }
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        <form
          class="inline-form"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            class="input input--wide"
            type="email"
            autocomplete="email"
            aria-label={t('settings_address_new')}
            placeholder={t('settings_address_new')}
            value={text.value}
            aria-invalid={error.value !== ''}
            aria-describedby={error.value ? id : undefined}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              error.value = '';
            }}
          />
          <button type="submit" class="button">
            {t('settings_add')}
          </button>
        </form>
        {error.value && (
          <p id={id} class="field__error small" role="alert">
            {error.value}
          </p>
        )}
      </Line>
    </Section>
  );
}
