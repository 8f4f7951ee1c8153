import type { JSX } from 'preact';
import type { Trouble } from '../../../src/week/freshness.ts';
import { ago } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { worded } from '../../ui/words.ts';
import { useModel } from '../context.ts';

/** Sources that cannot be read, each with what to do; the others go on. */
export function Troubles({ troubles }: { troubles: readonly Trouble[] }): JSX.Element | null {
  const { t, data, now } = usePage();
  const model = useModel();
  if (troubles.length === 0) return null;
  return (
    <ul class="troubles">
      {troubles.map((trouble) => (
        <li key={trouble.sourceId} class="trouble">
          <Icon name="trouble" />
          <div>
            <p>
              <strong>{trouble.name}</strong> {worded(t, 'trouble', trouble.code, 'trouble_unknown')}{' '}
              <span class="soft" data-moving>
                {t('popup_trouble_since', { ago: ago(trouble.sinceMs, now(), t.locale) })}
              </span>
            </p>
            <p class="trouble__ways">
              <button
                type="button"
                class="link"
                disabled={model.syncing.value}
                onClick={() => void model.syncNow(trouble.sourceId)}
              >
                {t('popup_try_again')}
              </button>
              <button
                type="button"
                class="link"
                onClick={() => data.openPage('settings/index.html#calendars')}
              >
                {t('popup_open_calendars')}
              </button>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
