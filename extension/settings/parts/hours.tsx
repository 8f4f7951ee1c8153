import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { DayStretch } from '../../../src/time/working-hours.ts';
import type { Weekday } from '../../../src/time/zone.ts';
import { weekdayName } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { copyToWeekdays, type DraftStretch, draftOf, nextStretch, readDraft } from '../hours-form.ts';
import { ReachNote } from './reach-note.tsx';
import { Choice, Line, Section } from './section.tsx';
import { ZoneLine } from './zone-line.tsx';

/** The week that open time is measured in: hours, its first day, the zone. */
export function HoursSection(): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const days = Array.from({ length: 7 }, (_, i) => (((settings.weekStart - 1 + i) % 7) + 1) as Weekday);
  return (
    <Section id="hours">
      <Line name={t('settings_working_hours')} hint={t('settings_lunch_hint')}>
        <ul class="days">
          {days.map((weekday) => (
            <DayHours key={weekday} weekday={weekday} />
          ))}
        </ul>
      </Line>
      <Line name={t('settings_week_start')}>
        <Choice
          name={t('settings_week_start')}
          value={settings.weekStart}
          options={([1, 6, 7] as const).map((value) => ({
            value,
            text: weekdayName(value, 'long', t.locale),
          }))}
          onChoose={(weekStart) => void model.save('hours', { weekStart: weekStart as Weekday })}
        />
      </Line>
      <ZoneLine />
      <ReachNote section="hours" fields={['workingHours', 'zone']} />
    </Section>
  );
}

function DayHours({ weekday }: { weekday: Weekday }): JSX.Element {
  const { t } = usePage();
  const { model, settings } = useSettings();
  const stored = settings.workingHours[weekday];
  const draft = useSignal<DraftStretch[]>(draftOf(stored));
  const storedText = JSON.stringify(stored);
  useEffect(() => {
    // A change from elsewhere replaces the draft; our own save comes back equal to it.
    const now = readDraft(draft.value);
    if (now.ok && JSON.stringify(now.stretches) === storedText) return;
    draft.value = draftOf(JSON.parse(storedText) as DayStretch[]);
  }, [storedText]);
  const errorId = useId();
  const name = weekdayName(weekday, 'long', t.locale);
  const read = readDraft(draft.value);
  const errors = read.ok ? [] : read.errors;
  const firstError = errors.find((e) => e !== null && e !== undefined);
  const added = nextStretch(draft.value);

  const put = (next: DraftStretch[]): void => {
    draft.value = next;
    const result = readDraft(next);
    if (!result.ok || JSON.stringify(result.stretches) === storedText) return;
    void model.save('hours', { workingHours: { ...settings.workingHours, [weekday]: result.stretches } });
  };
  const edit = (at: number, part: Partial<DraftStretch>): void =>
    put(draft.value.map((s, i) => (i === at ? { ...s, ...part } : s)));

  return (
    <li class="hours">
      <span class="hours__day">{name}</span>
      <div class="hours__stretches">
        {draft.value.length === 0 && <span class="hours__free soft">{t('settings_day_free')}</span>}
        {draft.value.map((stretch, i) => (
          <span key={i} class="hours__stretch">
            <TimeInput
              label={t('settings_from', { day: name })}
              value={stretch.start}
              invalid={errors[i] ? errorId : undefined}
              onInput={(start) => edit(i, { start })}
            />
            <span aria-hidden="true">–</span>
            <TimeInput
              label={t('settings_until', { day: name })}
              value={stretch.end}
              invalid={errors[i] ? errorId : undefined}
              onInput={(end) => edit(i, { end })}
            />
            <button
              type="button"
              class="button button--quiet button--icon"
              aria-label={t('settings_remove_stretch', { day: name })}
              title={t('settings_remove')}
              onClick={() => put(draft.value.filter((_, j) => j !== i))}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        {firstError && (
          <p id={errorId} class="field__error small" role="alert">
            {t(`settings_hours_${firstError}`)}
          </p>
        )}
      </div>
      <span class="hours__ways">
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('settings_add_stretch', { day: name })}
          title={t('settings_add_stretch', { day: name })}
          disabled={added === null}
          onClick={() => added && put([...draft.value, added])}
        >
          <Icon name="add" />
        </button>
        {weekday <= 5 && (
          <button
            type="button"
            class="button button--quiet"
            aria-label={t('settings_copy_from', { day: name })}
            disabled={!read.ok}
            onClick={() =>
              void model.save('hours', { workingHours: copyToWeekdays(settings.workingHours, weekday) })
            }
          >
            {t('settings_copy')}
          </button>
        )}
      </span>
    </li>
  );
}

function TimeInput({
  label,
  value,
  invalid,
  onInput,
}: {
  label: string;
  value: string;
  invalid?: string | undefined;
  onInput: (value: string) => void;
}): JSX.Element {
  return (
    <input
      class="input input--time"
      type="time"
      aria-label={label}
      value={value}
      aria-invalid={invalid !== undefined}
      aria-describedby={invalid}
      onChange={(event) => onInput(event.currentTarget.value)}
    />
  );
}
