import type { JSX } from 'preact';
import { ACTIVITIES } from '../../../src/calendar/activity.ts';
import type { Problem } from '../../../src/calendar/problem.ts';
import type { Calendar, Source } from '../../../src/calendar/source.ts';
import { ago } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { CalendarLine } from '../../ui/sources/calendar-line.tsx';
import type { EntryCounts } from '../../ui/sources/entry-counts.ts';
import { ProblemList } from '../../ui/sources/problem-list.tsx';
import { FirstReading } from '../../ui/sync-progress.tsx';
import { activityName, messageKey, worded } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { NewerFile } from './newer-file.tsx';
import { SourceHead } from './source-head.tsx';

/** One source: its state and age, its calendars with what each is to the week, and what could not be read. */
export function SourceItem({
  source,
  calendars,
  counts,
}: {
  source: Source;
  calendars: readonly Calendar[];
  counts: EntryCounts;
}): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const problems = counts.problems(source.id);
  return (
    <section class="source" aria-label={source.kind === 'sample' ? t('kind_sample') : source.name}>
      <SourceHead source={source} state={<SourceState source={source} />} />
      <FirstReading sourceId={source.id} />
      {source.trouble && !source.paused && (
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
      <ul class="source__calendars">
        {calendars.map((calendar) => (
          <CalendarItem
            key={calendar.id}
            calendar={calendar}
            entries={counts.entries(calendar)}
            problems={problems.filter(({ calendarId }) => calendarId === calendar.id)}
          />
        ))}
      </ul>
      <ProblemList problems={problems.filter(({ calendarId }) => calendarId === undefined)} />
      {source.kind === 'ics-file' && <NewerFile source={source} />}
    </section>
  );
}

/** What it is, whether it is read, and as of when its content is. */
function SourceState({ source }: { source: Source }): JSX.Element {
  const { t, now } = usePage();
  const parts = [
    ...(source.kind === 'sample' ? [] : [t(messageKey('kind', source.kind))]),
    ...(source.paused ? [t('connect_paused')] : []),
    source.syncedMs === null
      ? t('settings_never_read')
      : t('settings_read_ago', { ago: ago(source.syncedMs, now(), t.locale) }),
  ];
  return <p class="small soft">{parts.join(' · ')}</p>;
}

function CalendarItem({
  calendar,
  entries,
  problems,
}: {
  calendar: Calendar;
  entries: number;
  problems: readonly Problem[];
}): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const { sourceId, id: calendarId } = calendar;
  return (
    <CalendarLine
      calendar={calendar}
      entries={entries}
      onChoose={(role) => void model.command('calendars', 'setCalendar', { sourceId, calendarId, role })}
    >
      {calendar.role === 'work' && (
        <label class="calendar__default">
          <span class="small soft">{t('settings_default_label')}</span>
          <select
            class="input"
            aria-label={`${calendar.name}: ${t('settings_default_label')}`}
            onChange={(event) => {
              const defaultActivity = ACTIVITIES.find((a) => a === event.currentTarget.value) ?? null;
              void model.command('calendars', 'setCalendar', { sourceId, calendarId, defaultActivity });
            }}
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
      )}
      <ProblemList problems={problems} />
    </CalendarLine>
  );
}
