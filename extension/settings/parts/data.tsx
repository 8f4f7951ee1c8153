import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { Confirm } from './confirm.tsx';
import { Section } from './section.tsx';

/** Where the data is, and the way to delete all of it. */
export function DataSection(): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  return (
    <Section id="data">
      <p>{t('settings_data_where')}</p>
      <p>
        <Confirm
          text={t('settings_delete_all')}
          question={t('settings_delete_question')}
          onConfirm={() => model.command('data', 'deleteEverything', {})}
        />
      </p>
    </Section>
  );
}
