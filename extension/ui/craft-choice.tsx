import type { JSX } from 'preact';
import { CRAFTS, type Craft, isCraft } from '../../src/calendar/craft.ts';
import { CraftFinder } from './craft-finder.tsx';
import { usePage } from './page.ts';
import { messageKey } from './words.ts';

/** Asks for the craft: found by a job title, or from the list of crafts, by their names in the reader's language; "something else" stays last. */
export function CraftChoice({
  value,
  label,
  onChoose,
}: {
  value: Craft | null;
  label: string;
  onChoose: (craft: Craft | null) => void;
}): JSX.Element {
  const { t } = usePage();
  const named = CRAFTS.map((craft) => ({ craft, name: t(messageKey('craft', craft)) }));
  const sorted = named
    .filter(({ craft }) => craft !== 'other')
    .sort((a, b) => a.name.localeCompare(b.name, t.locale));
  return (
    <div class="craft-choice">
      <CraftFinder onChoose={onChoose} />
      <select
        class="input input--wide"
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChoose(isCraft(chosen) ? chosen : null);
        }}
      >
        <option value="">{t('craft_none')}</option>
        {[...sorted, ...named.filter(({ craft }) => craft === 'other')].map(({ craft, name }) => (
          <option key={craft} value={craft}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
