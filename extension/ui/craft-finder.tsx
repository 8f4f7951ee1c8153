import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Craft } from '../../src/calendar/craft.ts';
import { craftsOfTitle } from '../../src/calendar/find-craft.ts';
import { usePage } from './page.ts';
import { messageKey } from './words.ts';

interface Titles {
  readonly TITLES: string;
}

/** Job titles of a language, fetched when somebody begins to type one. */
const TABLES: Readonly<Record<string, () => Promise<Titles>>> = {
  en: () => import('../../src/calendar/job-titles/en.ts'),
  de: () => import('../../src/calendar/job-titles/de.ts'),
  fr: () => import('../../src/calendar/job-titles/fr.ts'),
  es: () => import('../../src/calendar/job-titles/es.ts'),
  pt: () => import('../../src/calendar/job-titles/pt.ts'),
  ja: () => import('../../src/calendar/job-titles/ja.ts'),
};

/** Crafts of a typed title by the table of the reader's language; English titles are known in every language. */
async function craftsFor(title: string, locale: string): Promise<readonly Craft[]> {
  const own = TABLES[locale.split(/[-_]/)[0] ?? 'en'];
  for (const table of own && own !== TABLES.en ? [own, TABLES.en] : [TABLES.en]) {
    const found = table ? craftsOfTitle(title, (await table()).TITLES) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Finds the craft by a job title that one types; the crafts that it may mean are offered as buttons. */
export function CraftFinder({ onChoose }: { onChoose: (craft: Craft) => void }): JSX.Element {
  const { t } = usePage();
  const title = useSignal('');
  const found = useSignal<readonly Craft[] | null>(null);
  const id = useId();
  const look = async (typed: string): Promise<void> => {
    title.value = typed;
    const crafts = typed.trim() === '' ? null : await craftsFor(typed, t.locale);
    // An answer to what was typed before comes too late.
    if (title.value === typed) found.value = crafts;
  };
  return (
    <div class="craft-finder">
      <input
        class="input input--wide"
        type="text"
        maxLength={80}
        autocomplete="off"
        aria-label={t('craft_find')}
        aria-describedby={id}
        placeholder={t('craft_find')}
        value={title.value}
        onInput={(event) => void look(event.currentTarget.value)}
      />
      <div id={id} class="craft-finder__found" aria-live="polite">
        {found.value?.map((craft) => (
          <button
            key={craft}
            type="button"
            class="button"
            onClick={() => {
              onChoose(craft);
              title.value = '';
              found.value = null;
            }}
          >
            {t(messageKey('craft', craft))}
          </button>
        ))}
        {found.value?.length === 0 && <span class="small soft">{t('craft_find_nothing')}</span>}
      </div>
    </div>
  );
}
