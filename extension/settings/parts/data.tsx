import type { JSX } from 'preact';
import { Confirm } from '../../ui/confirm.tsx';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { MaintainerReport } from './maintainer-report.tsx';
import { Section } from './section.tsx';
import { SetAside } from './set-aside.tsx';

/** Where the data is, and the way to delete all of it. */
export function DataSection(): JSX.Element {
  const { t, toasts } = usePage();
  const { model } = useSettings();
  const deleteAll = async (): Promise<void> => {
    const done = await model.command('data', 'deleteEverything', {});
    if (done && !done.revoked) toasts.show({ text: t('settings_not_revoked') });
  };
  return (
    <Section id="data">
      <p>{t('settings_data_where')}</p>
      <SetAside />
      <MaintainerReport />
      <p>
        <Confirm
          text={t('settings_delete_all')}
          question={t('settings_delete_question')}
          onConfirm={deleteAll}
        />
      </p>
    </Section>
  );
}
