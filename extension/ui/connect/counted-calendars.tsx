import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Calendar, Source } from '../../../src/calendar/source.ts';
import { usePage } from '../page.ts';
import { RoleChoice } from '../role-choice.tsx';
import { FirstReading } from '../sync-progress.tsx';
import { worded } from '../words.ts';

interface Read {
  readonly sources: readonly Source[];
  readonly calendars: readonly Calendar[];
}

/** After connecting: how far the reading is, which calendars count, and the way to the week. */
export function CountedCalendars(): JSX.Element | null {
  const { t, data } = usePage();
  const read = useSignal<Read>({ sources: [], calendars: [] });
  useEffect(() => {
    const look = (): void => {
      Promise.all([data.sources(), data.calendars()]).then(
        ([sources, calendars]) => {
          read.value = { sources: sources.filter((s) => s.kind !== 'sample'), calendars };
        },
        (cause: unknown) => {
          // The ways to connect stay usable; the settings page tells the trouble.
          console.error('Craftweek could not read its calendars', cause);
        },
      );
    };
    look();
    return data.watch(look);
  }, [data, read]);
  const { sources, calendars } = read.value;
  if (sources.length === 0) return null;
  const choose = (calendar: Calendar, role: Calendar['role']): void => {
    const { sourceId, id: calendarId } = calendar;
    void data.commands('setCalendar', { sourceId, calendarId, role });
  };
  return (
    <section class="counted" aria-labelledby="counted-title">
      <h2 id="counted-title">{t('connect_counts')}</h2>
      <FirstReading />
      {sources
        .filter((source) => source.trouble)
        .map((source) => (
          <p key={source.id} class="source__trouble">
            {source.name} {worded(t, 'trouble', source.trouble?.code ?? '', 'trouble_unknown')}
          </p>
        ))}
      <ul>
        {calendars
          .filter((calendar) => sources.some((source) => source.id === calendar.sourceId))
          .map((calendar) => (
            <li key={`${calendar.sourceId} ${calendar.id}`} class="counted__calendar">
              <RoleChoice calendar={calendar} onChoose={(role) => choose(calendar, role)} />
            </li>
          ))}
      </ul>
      <p>
        <button
          type="button"
          class="button button--main"
          onClick={() => data.openPage('popup/index.html?tab=1')}
        >
          {t('connect_week')}
        </button>
      </p>
    </section>
  );
}
