import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { QuietHours } from '../../../src/summary/quiet.ts';
import type { Weekday } from '../../../src/time/zone.ts';
import type { MessageKey } from '../../../src/words/translate.ts';
import { weekdayName } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { worded } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { minuteOfText, timeText } from '../hours-form.ts';
import { Section } from './section.tsx';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Which notes come, and when. */
export function SummarySection(): JSX.Element {
  const { t, toasts } = usePage();
  const { model, settings } = useSettings();
  const { notify } = settings;
  const arrived = useSignal<'asked' | 'no' | null>(null);
  const put = (part: Partial<typeof notify>): void =>
    void model.save('summary', { notify: { ...notify, ...part } });
  const preview = async (): Promise<void> => {
    const answer = await model.command('summary', 'previewSummary', {});
    arrived.value = answer?.shown ? 'asked' : null;
    if (answer && !answer.shown) {
      toasts.show({ text: worded(t, 'preview', answer.why ?? 'other', 'preview_unknown') });
    }
  };
  return (
    <Section id="summary">
      <Switch name="settings_summary_on" on={notify.on} onPut={(on) => put({ on })} />
      <div class="inline-form">
        <label class="field">
          <span class="small soft">{t('settings_summary_day')}</span>
          <select
            class="input"
            disabled={!notify.on}
            value={notify.weekday}
            onChange={(event) => put({ weekday: Number(event.currentTarget.value) as Weekday })}
          >
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday} selected={weekday === notify.weekday}>
                {weekdayName(weekday, 'long', t.locale)}
              </option>
            ))}
          </select>
        </label>
        <Time
          name="settings_summary_time"
          minute={notify.minuteOfDay}
          disabled={!notify.on}
          onPut={(minuteOfDay) => put({ minuteOfDay })}
        />
        <button type="button" class="button" onClick={() => void preview()}>
          {t('settings_summary_preview')}
        </button>
      </div>
      <div>
        <Arrived state={arrived} />
        <p class="small soft">{t('settings_summary_hint')}</p>
      </div>
      <Switch name="settings_summary_news" on={notify.onlyNews} onPut={(onlyNews) => put({ onlyNews })} />
      <div>
        <Switch
          name="settings_summary_ahead"
          on={notify.lookAhead}
          onPut={(lookAhead) => put({ lookAhead })}
        />
        <p class="small soft">{t('settings_summary_ahead_hint')}</p>
      </div>
      <Quiet quiet={notify.quiet} onPut={(quiet) => put({ quiet })} />
    </Section>
  );
}

function Switch({
  name,
  on,
  onPut,
}: {
  name: MessageKey;
  on: boolean;
  onPut: (on: boolean) => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={(event) => onPut(event.currentTarget.checked)} />
      <span>{t(name)}</span>
    </label>
  );
}

/** A time of day; what is no time is put back to what held before. */
function Time({
  name,
  minute,
  disabled,
  onPut,
}: {
  name: MessageKey;
  minute: number;
  disabled: boolean;
  onPut: (minute: number) => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <label class="field">
      <span class="small soft">{t(name)}</span>
      <input
        class="input input--time"
        type="time"
        disabled={disabled}
        value={timeText(minute)}
        onChange={(event) => {
          const given = minuteOfText(event.currentTarget.value);
          if (given === null) event.currentTarget.value = timeText(minute);
          else onPut(given);
        }}
      />
    </label>
  );
}

function Quiet({ quiet, onPut }: { quiet: QuietHours; onPut: (quiet: QuietHours) => void }): JSX.Element {
  const { on, fromMinute, toMinute } = quiet;
  return (
    <>
      <Switch name="settings_summary_quiet" on={on} onPut={(next) => onPut({ ...quiet, on: next })} />
      <div class="inline-form">
        <Time
          name="settings_summary_quiet_from"
          minute={fromMinute}
          disabled={!on}
          onPut={(minute) => onPut({ ...quiet, fromMinute: minute })}
        />
        <Time
          name="settings_summary_quiet_to"
          minute={toMinute}
          disabled={!on}
          onPut={(minute) => onPut({ ...quiet, toMinute: minute })}
        />
      </div>
    </>
  );
}

/** Asks whether the preview was seen: systems mute browsers without telling them. */
function Arrived({ state }: { state: Signal<'asked' | 'no' | null> }): JSX.Element {
  const { t } = usePage();
  const answer = (value: 'no' | null) => (): void => {
    state.value = value;
  };
  return (
    <div aria-live="polite">
      {state.value === 'asked' && (
        <p class="inline-form">
          <span>{t('settings_summary_arrived')}</span>
          <button type="button" class="button" onClick={answer(null)}>
            {t('settings_summary_arrived_yes')}
          </button>
          <button type="button" class="button" onClick={answer('no')}>
            {t('settings_summary_arrived_no')}
          </button>
        </p>
      )}
      {state.value === 'no' && <p class="small">{t('settings_summary_arrived_help')}</p>}
    </div>
  );
}
