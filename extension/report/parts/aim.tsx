import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Track } from '../../../src/calendar/track.ts';
import { SUGGESTED_TARGETS } from '../../settings/targets.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { percent } from '../words.ts';

const TRACKS: readonly Track[] = ['mastery', 'leadership', 'own'];

/** The track and the share aimed at: a matter of the person, and changed here as well as in the settings. */
export function Aim(): JSX.Element {
  const { t } = usePage();
  const { model, read } = useReport();
  const name = useId();
  const { track, target } = read.user;
  const trackName = t(`settings_track_${track}`);
  return (
    <details class="aim">
      <summary>
        {target === null
          ? t('report_aim_track', { track: trackName })
          : t('report_aim', { track: trackName, share: percent(target, t.locale) })}
      </summary>
      <fieldset class="aim__group">
        <legend class="aim__name">{t('settings_track')}</legend>
        <div class="choice">
          {TRACKS.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name={name}
                checked={track === option}
                // A share of craft is no share of people: the target goes with its kind.
                onChange={() =>
                  void model.save(
                    (option === 'leadership') === (track === 'leadership')
                      ? { track: option }
                      : { track: option, target: null },
                  )
                }
              />
              {t(`settings_track_${option}`)}
            </label>
          ))}
        </div>
        <p class="small soft">{t(`settings_track_${track}_hint`)}</p>
      </fieldset>
      <Target />
    </details>
  );
}

function Target(): JSX.Element {
  const { t } = usePage();
  const { model, read, view } = useReport();
  const { track, target } = read.user;
  const bad = useSignal(false);
  const [fieldId, errorId] = [useId(), useId()];
  const suggested = SUGGESTED_TARGETS.filter((s) => (s.track === 'leadership') === (track === 'leadership'));
  const name = t(track === 'leadership' ? 'settings_target_leadership' : 'settings_target_craft');
  return (
    <div class="aim__group aim__group--target">
      <label class="aim__name" for={fieldId}>
        {name}
      </label>
      <div class="part__ways">
        <span class="percent-field">
          <input
            id={fieldId}
            class="input number"
            type="number"
            min={0}
            max={100}
            step={1}
            inputMode="numeric"
            placeholder="–"
            value={target === null ? '' : Math.round(target * 100)}
            aria-invalid={bad.value}
            aria-describedby={bad.value ? errorId : undefined}
            onChange={(event) => {
              const { value, validity } = event.currentTarget;
              const share = Number(value);
              bad.value = validity.badInput || !(share >= 0 && share <= 100);
              if (!bad.value) void model.save({ target: value === '' ? null : Math.round(share) / 100 });
            }}
          />
          <span aria-hidden="true">%</span>
        </span>
        {target !== null && (
          <button type="button" class="link" onClick={() => void model.save({ target: null })}>
            {t('settings_target_none')}
          </button>
        )}
      </div>
      {bad.value && (
        <p id={errorId} class="field__error small" role="alert">
          {t('settings_target_bad')}
        </p>
      )}
      <p class="small soft">{t('report_suggestions')}</p>
      <ul class="aim__suggestions small">
        {suggested.map((s) => (
          <li key={s.id}>
            <button
              type="button"
              class="opens"
              aria-pressed={target === s.share}
              onClick={() => void model.save({ target: s.share })}
            >
              <span class="aim__share">{percent(s.share, t.locale)}</span>
              <span>
                <span class="opens__title">
                  {t(s.id === 'leader' ? 'settings_track_leadership' : `settings_target_${s.id}`)}
                </span>
                <span class="soft opens__note">{t(`settings_target_${s.id}_source`)}</span>
              </span>
            </button>
          </li>
        ))}
        {track !== 'leadership' && view.ownBest !== null && (
          <li>
            <button
              type="button"
              class="opens"
              onClick={() => void model.save({ target: Math.round((view.ownBest ?? 0) * 100) / 100 })}
            >
              <span class="aim__share">{percent(view.ownBest, t.locale)}</span>
              <span>
                <span class="opens__title">{t('report_target_own')}</span>
                <span class="soft opens__note">{t('report_target_own_source')}</span>
              </span>
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
