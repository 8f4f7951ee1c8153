import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { percentParts } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { SUGGESTED_TARGETS } from '../targets.ts';
import { ReachNote } from './reach-note.tsx';
import { Choice, Line, Section } from './section.tsx';

const TRACKS = ['mastery', 'leadership', 'own'] as const;

/** Which track the user is on, and the share aimed at. */
export function TargetSection(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const error = useSignal(false);
  const errorId = useId();
  const { track, target } = settings;
  const offered = SUGGESTED_TARGETS.filter((s) => track === 'own' || s.track === track);
  const percent = (share: number): string => {
    const { value, unit } = percentParts(share, t.locale);
    return `${value}\u202f${unit}`;
  };
  return (
    <Section id="target">
      <Line name={t('settings_track')} hint={t(`settings_track_${track}_hint`)}>
        <Choice
          name={t('settings_track')}
          value={track}
          options={TRACKS.map((value) => ({ value, text: t(`settings_track_${value}`) }))}
          onChoose={(value) => void model.save('target', { track: value })}
        />
      </Line>
      <Line name={t(track === 'leadership' ? 'settings_target_leadership' : 'settings_target_craft')}>
        <div class="inline-form">
          <span class="percent-input">
            <input
              class="input"
              type="number"
              min={0}
              max={100}
              step={1}
              inputMode="numeric"
              aria-label={t(track === 'leadership' ? 'settings_target_leadership' : 'settings_target_craft')}
              placeholder="–"
              value={target === null ? '' : Math.round(target * 100)}
              aria-invalid={error.value}
              aria-describedby={error.value ? errorId : undefined}
              onChange={(event) => {
                const text = event.currentTarget.value.trim();
                const value = Number(text);
                error.value =
                  event.currentTarget.validity.badInput ||
                  !Number.isFinite(value) ||
                  value < 0 ||
                  value > 100;
                if (!error.value) {
                  void model.save('target', { target: text === '' ? null : Math.round(value) / 100 });
                }
              }}
            />
            <span aria-hidden="true">%</span>
          </span>
          {target !== null && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => void model.save('target', { target: null })}
            >
              {t('settings_target_none')}
            </button>
          )}
        </div>
        {error.value && (
          <p id={errorId} class="field__error small" role="alert">
            {t('settings_target_bad')}
          </p>
        )}
        <ul class="suggestions">
          {offered.map((s) => (
            <li key={s.id}>
              <button
                type="button"
                class="suggestion"
                aria-pressed={target === s.share}
                onClick={() => {
                  error.value = false;
                  void model.save('target', { target: s.share });
                }}
              >
                <span class="suggestion__share">{percent(s.share)}</span>
                <span>
                  {t(s.id === 'leader' ? 'settings_track_leadership' : `settings_target_${s.id}`)}
                  <span class="suggestion__source small soft">{t(`settings_target_${s.id}_source`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Line>
      <ReachNote section="target" fields={['track', 'target']} />
    </Section>
  );
}
