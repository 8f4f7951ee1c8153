import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ACTIVITIES, type Activity } from '../../../src/calendar/activity.ts';
import type { CalendarRole } from '../../../src/calendar/role.ts';
import type { Calendar, Source } from '../../../src/calendar/source.ts';
import { PAST_CHOICES, type PastChoice } from '../../background/commands.ts';
import { AddFile } from '../../ui/add-file.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { CaldavForm } from '../../ui/connect/caldav-form.tsx';
import { ConnectCalendar } from '../../ui/connect/connect-calendar.tsx';
import { OutlookForm } from '../../ui/connect/outlook-form.tsx';
import { ago } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { RoleChoice } from '../../ui/role-choice.tsx';
import { FirstReading } from '../../ui/sync-progress.tsx';
import { activityName, messageKey, worded } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { ConnectGoogle } from './google.tsx';
import { PastDiffers } from './reach-note.tsx';
import { Section } from './section.tsx';

/** The sources, their calendars, and the way to add one. */
export function CalendarsSection(): JSX.Element {
  const { t } = usePage();
  const { model, sources, calendars } = useSettings();
  return (
    <Section id="calendars">
      {sources.length === 0 && <p>{t('settings_no_calendars')}</p>}
      {sources.map((source) => (
        <SourceItem
          key={source.id}
          source={source}
          calendars={calendars.filter((c) => c.sourceId === source.id)}
        />
      ))}
      <PastDiffers />
      <div class="line">
        <h3 class="line__name">{t('connect_title')}</h3>
      </div>
      <ConnectCalendar onConnected={() => void model.reload()} />
      <ConnectGoogle />
      <details class="outlook">
        <summary>{t('settings_connect_outlook')}</summary>
        <OutlookForm onConnected={() => void model.reload()} />
      </details>
      <details class="caldav">
        <summary>{t('settings_connect_caldav')}</summary>
        <CaldavForm onConnected={() => void model.reload()} />
      </details>
      <AddFile sample={sources.length === 0} onAdded={() => void model.reload()} />
    </Section>
  );
}

function SourceItem({ source, calendars }: { source: Source; calendars: readonly Calendar[] }): JSX.Element {
  const { t, now, toasts } = usePage();
  const { model, closed } = useSettings();
  const past = useSignal<PastChoice>('keep');
  const name = source.kind === 'sample' ? t('kind_sample') : source.name;
  const remove = async (): Promise<void> => {
    const removed = await model.command('calendars', 'removeSource', {
      sourceId: source.id,
      past: past.value,
    });
    if (removed?.revoked === false) toasts.show({ text: t('google_not_revoked') });
  };
  return (
    <section class="source" aria-label={name}>
      <div class="source__head">
        <div>
          <h3 class="source__name">{name}</h3>
          <p class="small soft">
            {source.kind !== 'sample' && `${t(messageKey('kind', source.kind))} · `}
            {source.syncedMs === null
              ? t('settings_never_read')
              : t('settings_read_ago', { ago: ago(source.syncedMs, now(), t.locale) })}
          </p>
        </div>
        <Confirm
          text={t('settings_remove')}
          label={t('settings_remove_named', { name })}
          question={t('settings_remove_source', { name })}
          onConfirm={() => remove()}
        >
          {closed > 0 && source.kind !== 'sample' && (
            <label class="confirm__past">
              <span>{t('past_of_source')}</span>
              <select
                class="input"
                onChange={(event) => {
                  past.value = PAST_CHOICES.find((c) => c === event.currentTarget.value) ?? 'keep';
                }}
              >
                {PAST_CHOICES.map((choice) => (
                  <option key={choice} value={choice} selected={choice === past.value}>
                    {t(messageKey('past', choice))}
                  </option>
                ))}
              </select>
            </label>
          )}
        </Confirm>
      </div>
      <FirstReading sourceId={source.id} />
      {source.trouble && (
        <p class="source__trouble">
          {worded(t, 'trouble', source.trouble.code, 'trouble_unknown')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => void model.command('calendars', 'syncNow', { sourceId: source.id })}
          >
            {t('popup_try_again')}
          </button>
        </p>
      )}
      <ul>
        {calendars.map((calendar) => (
          <CalendarItem key={calendar.id} calendar={calendar} />
        ))}
      </ul>
    </section>
  );
}

function CalendarItem({ calendar }: { calendar: Calendar }): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const put = (choice: { role?: CalendarRole; defaultActivity?: Activity | null }): void =>
    void model.command('calendars', 'setCalendar', {
      sourceId: calendar.sourceId,
      calendarId: calendar.id,
      ...choice,
    });
  return (
    <li class="calendar">
      <RoleChoice calendar={calendar} onChoose={(role) => put({ role })} />
      <label class="calendar__default">
        <span class="small soft">{t('settings_default_label')}</span>
        <select
          class="input"
          disabled={calendar.role !== 'work'}
          onChange={(event) =>
            put({ defaultActivity: ACTIVITIES.find((a) => a === event.currentTarget.value) ?? null })
          }
        >
          <option value="" selected={calendar.defaultActivity === undefined}>
            {t('settings_default_none')}
          </option>
          {ACTIVITIES.map((activity) => (
            <option key={activity} value={activity} selected={calendar.defaultActivity === activity}>
              {activityName(t, activity)}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}
