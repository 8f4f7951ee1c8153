import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { CraftLines } from './craft.tsx';
import { Line, Section } from './section.tsx';
import { TokenList } from './token-list.tsx';

/** The user's own addresses: whose answer counts, and who is not another person. */
export function YouSection(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const { ownAddresses } = settings;
  return (
    <Section id="you">
      <CraftLines />
      <Line name={t('settings_addresses')} hint={t('settings_addresses_hint')}>
        <TokenList
          values={ownAddresses}
          label={t('settings_address_new')}
          areAddresses
          longest={254}
          clean={(text) => text.trim().toLowerCase()}
          problemOf={(address) => {
            if (!/^[^\s@]+@[^\s@]+$/u.test(address)) return t('settings_address_bad');
            return ownAddresses.includes(address) ? t('settings_address_known') : null;
          }}
          onPut={(addresses) => void model.save('you', { ownAddresses: addresses })}
        />
      </Line>
    </Section>
  );
}
