import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { InboxRow } from '../../../src/store/rows.ts';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';

/** Files that stopped Craftweek twice: each can be tried once more, or given up. */
export function SetAside(): JSX.Element | null {
  const { t, data } = usePage();
  const { model, sources } = useSettings();
  const files = useSignal<readonly Pick<InboxRow, 'id' | 'name'>[]>([]);
  const look = async (): Promise<void> => {
    files.value = await data.setAside();
  };
  useEffect(() => void look(), [sources]);
  if (files.value.length === 0) return null;
  const act = async (command: 'importFile' | 'cancelImport', inboxId: string): Promise<void> => {
    await model.command('data', command, { inboxId });
    await look();
  };
  return (
    <ul class="plain-list">
      {files.value.map(({ id, name }) => (
        <li key={id}>
          <p>{t('settings_set_aside', { name })}</p>
          <p>
            <button type="button" class="button" onClick={() => act('importFile', id)}>
              {t('settings_set_aside_again')}
            </button>{' '}
            <button type="button" class="button button--quiet" onClick={() => act('cancelImport', id)}>
              {t('settings_set_aside_drop')}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}
