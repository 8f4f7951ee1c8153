import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { countryOfZone } from '../../../src/calendar/holidays/country-of-zone.ts';
import { HOLIDAY_COUNTRIES } from '../../../src/calendar/holidays/holidays.ts';
import { zoneOf } from '../../../src/settings/load-settings.ts';
import { CraftChoice } from '../../ui/craft-choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { ReachNote } from './reach-note.tsx';
import { Line } from './section.tsx';

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
  const text = useSignal('');
  const known = useSignal(false);
  const id = useId();
  const add = (): void => {
    const words = text.value.trim();
    if (words === '') return;
    known.value = settings.craftWords.some((w) => w.toLowerCase() === words.toLowerCase());
    if (known.value) return;
    text.value = '';
    void model.save('you', { craftWords: [...settings.craftWords, words] });
  };
  return (
    <Line name={t('settings_craft_words')} hint={t('settings_craft_words_hint')}>
      <ul class="tokens">
        {settings.craftWords.map((words) => (
          <li key={words} class="token">
            <span>{words}</span>
            <button
              type="button"
              class="button button--quiet button--icon"
              aria-label={t('settings_remove_named', { name: words })}
              onClick={() =>
                void model.save('you', { craftWords: settings.craftWords.filter((w) => w !== words) })
              }
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="input input--wide"
          maxLength={60}
          aria-label={t('settings_craft_word_new')}
          placeholder={t('settings_craft_word_new')}
          value={text.value}
          aria-invalid={known.value}
          aria-describedby={known.value ? id : undefined}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            known.value = false;
          }}
        />
        <button type="submit" class="button">
          {t('settings_add')}
        </button>
      </form>
      {known.value && (
        <p id={id} class="field__error small" role="alert">
          {t('settings_craft_word_known')}
        </p>
      )}
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
