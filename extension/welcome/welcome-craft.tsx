import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { UserSettings } from '../../src/settings/settings.ts';
import { CraftChoice } from '../ui/craft-choice.tsx';
import { usePage } from '../ui/page.ts';

/** Asks for the craft, once and skippably: what counts as craft depends on it. */
export function WelcomeCraft({ settings }: { settings: Signal<UserSettings | null> }): JSX.Element {
  const { t, data } = usePage();
  return (
    <section class="welcome__craft" aria-label={t('craft_question')}>
      <h2>{t('craft_question')}</h2>
      <CraftChoice
        value={settings.value?.craft ?? null}
        label={t('craft_question')}
        onChoose={(craft) => {
          void data.saveSettings({ craft }).then(async () => {
            settings.value = await data.settings();
          });
        }}
      />
      <p class="small soft">{t('craft_hint')}</p>
    </section>
  );
}
