import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { ReachNote } from './reach-note.tsx';
import { Choice, Line, Section } from './section.tsx';

/** Offered by the field: Microsoft Graph, Clockwise and Multitudes use two hours. */
const FOCUS_MINUTES = [60, 90, 120, 240];
const RECOVERY_MINUTES = [0, 5, 10, 15, 20, 30];

/** What makes a focus block, and what open time counts as. */
export function FocusSection(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const withNow = (offered: readonly number[], now: number): { value: number; text: string }[] =>
    [...new Set([...offered, now])]
      .sort((a, b) => a - b)
      .map((value) => ({ value, text: t('settings_minutes', { minutes: value }) }));
  return (
    <Section id="focus">
      <Line name={t('settings_focus_minimum')} hint={t('settings_focus_hint')}>
        <Choice
          name={t('settings_focus_minimum')}
          value={settings.focusMinutes}
          options={withNow(FOCUS_MINUTES, settings.focusMinutes)}
          onChoose={(focusMinutes) => void model.save('focus', { focusMinutes })}
        />
      </Line>
      <Line name={t('settings_recovery')} hint={t('settings_recovery_hint')}>
        <Choice
          name={t('settings_recovery')}
          value={settings.recoveryMinutes}
          options={withNow(RECOVERY_MINUTES, settings.recoveryMinutes)}
          onChoose={(recoveryMinutes) => void model.save('focus', { recoveryMinutes })}
        />
      </Line>
      <Line name={t('settings_open_time')} hint={t('settings_open_hint')}>
        <Choice
          name={t('settings_open_time')}
          value={settings.openTimeIsCraft ? 'craft' : 'fragments'}
          options={[
            { value: 'craft', text: t('settings_open_craft') },
            { value: 'fragments', text: t('settings_open_fragments') },
          ]}
          onChoose={(value) => void model.save('focus', { openTimeIsCraft: value === 'craft' })}
        />
      </Line>
      <ReachNote section="focus" fields={['focusMinutes', 'recoveryMinutes', 'openTimeIsCraft']} />
    </Section>
  );
}
