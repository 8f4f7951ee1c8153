import type { JSX } from 'preact';
import type { Weekday } from '../../../src/time/zone.ts';
import { weekdayName } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { worded } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { minuteOfText, timeText } from '../hours-form.ts';
import { Section } from './section.tsx';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** When the weekly summary comes. */
export function SummarySection(): JSX.Element {
  const { t, toasts } = usePage();
  const { model, settings } = useSettings();
  const { notify } = settings;
  const put = (part: Partial<typeof notify>): void =>
    void model.save('summary', { notify: { ...notify, ...part } });
  const preview = async (): Promise<void> => {
    const answer = await model.command('summary', 'previewSummary', {});
    if (answer && !answer.shown) {
      toasts.show({ text: worded(t, 'preview', answer.why ?? 'other', 'preview_unknown') });
    }
  };
  return (
    <Section id="summary">
      <label class="switch">
        <input
          type="checkbox"
          checked={notify.on}
          onChange={(event) => put({ on: event.currentTarget.checked })}
        />
        <span>{t('settings_summary_on')}</span>
      </label>
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
        <label class="field">
          <span class="small soft">{t('settings_summary_time')}</span>
          <input
            class="input input--time"
            type="time"
            disabled={!notify.on}
            value={timeText(notify.minuteOfDay)}
            onChange={(event) => {
              const minute = minuteOfText(event.currentTarget.value);
              if (minute === null) event.currentTarget.value = timeText(notify.minuteOfDay);
              else put({ minuteOfDay: minute });
            }}
          />
        </label>
        <button type="button" class="button" onClick={() => void preview()}>
          {t('settings_summary_preview')}
        </button>
      </div>
      <p class="small soft">{t('settings_summary_hint')}</p>
    </Section>
  );
}
