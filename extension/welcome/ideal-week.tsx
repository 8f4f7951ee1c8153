import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { percent } from '../../src/words/format.ts';
import { SUGGESTED_TARGETS, type SuggestedTarget } from '../settings/targets.ts';
import { usePage } from '../ui/page.ts';

/**
 * Asks for the ideal week, once: before there is a calendar and while no target is set. What is chosen is the track
 * and the target of the settings, and the report shows the gap to it.
 */
export function IdealWeek(): JSX.Element {
  const { t, data, toasts } = usePage();
  const name = useId();
  const kept = useSignal<SuggestedTarget['id'] | null>(null);
  const choose = async ({ id, track, share }: SuggestedTarget): Promise<void> => {
    try {
      await data.saveSettings({ track, target: share });
      kept.value = id;
    } catch (cause) {
      console.error('Craftweek could not keep the ideal week', cause);
      toasts.show({ text: t('settings_not_saved') });
    }
  };
  return (
    <fieldset class="ideal">
      <legend>{t('welcome_ideal')}</legend>
      <p class="soft">{t('welcome_ideal_about')}</p>
      <div class="ideal__options">
        {SUGGESTED_TARGETS.map((option) => {
          const leads = option.track === 'leadership';
          const role = t(
            option.id === 'leader' ? 'settings_track_leadership' : `settings_target_${option.id}`,
          );
          return (
            <label key={option.id} class="ideal__option">
              <input
                type="radio"
                name={name}
                checked={kept.value === option.id}
                onChange={() => void choose(option)}
              />
              <span>
                {t(leads ? 'welcome_ideal_leadership' : 'welcome_ideal_craft', {
                  share: percent(option.share, t.locale),
                })}
                <span class="small soft ideal__role">
                  {role}. {t(`settings_target_${option.id}_source`)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      <p class="small soft" role="status">
        {kept.value === null ? '' : t('welcome_ideal_kept')}
      </p>
    </fieldset>
  );
}
