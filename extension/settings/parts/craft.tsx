import type { JSX } from 'preact';
import { countryOfZone } from '../../../src/calendar/holidays/country-of-zone.ts';
import { HOLIDAY_COUNTRIES } from '../../../src/calendar/holidays/holidays.ts';
import { zoneOf } from '../../../src/settings/load-settings.ts';
import { CraftChoice } from '../../ui/craft-choice.tsx';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { ReachNote } from './reach-note.tsx';
import { Line } from './section.tsx';
import { TokenList } from './token-list.tsx';

/** The user's craft, what else is craft to them, and whose public holidays are theirs. */
export function CraftLines(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  return (
    <>
      <Line name={t('craft_question')} hint={t('craft_hint')}>
        <CraftChoice
          value={settings.craft}
          label={t('craft_question')}
          onChoose={(craft) => void model.save('you', { craft })}
        />
      </Line>
      <ReachNote section="you" fields={['craft']} />
      <CraftWords />
      <CountryLine />
    </>
  );
}

function CraftWords(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const { craftWords } = settings;
  return (
    <Line name={t('settings_craft_words')} hint={t('settings_craft_words_hint')}>
      <TokenList
        values={craftWords}
        label={t('settings_craft_word_new')}
        longest={60}
        clean={(text) => text.trim()}
        problemOf={(words) =>
          craftWords.some((known) => known.toLowerCase() === words.toLowerCase())
            ? t('settings_craft_word_known')
            : null
        }
        onPut={(words) => void model.save('you', { craftWords: words })}
      />
    </Line>
  );
}

function CountryLine(): JSX.Element {
  const { t, data } = usePage();
  const { model, settings } = useSettings();
  const names = new Intl.DisplayNames(t.locale, { type: 'region' });
  const nameOf = (country: string): string => names.of(country) ?? country;
  const byZone = countryOfZone(zoneOf(settings, data.machineZone));
  const countries = [...HOLIDAY_COUNTRIES].sort((a, b) => nameOf(a).localeCompare(nameOf(b), t.locale));
  return (
    <Line name={t('settings_country')} hint={t('settings_country_hint')}>
      <select
        class="input input--wide"
        aria-label={t('settings_country')}
        value={settings.country}
        onChange={(event) => void model.save('you', { country: event.currentTarget.value })}
      >
        <option value="auto">
          {byZone === null
            ? t('settings_country_none')
            : t('settings_country_auto', { country: nameOf(byZone) })}
        </option>
        {countries.map((country) => (
          <option key={country} value={country}>
            {nameOf(country)}
          </option>
        ))}
      </select>
    </Line>
  );
}
