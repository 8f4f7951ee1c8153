import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Calendar, Source } from '../../../src/calendar/source.ts';
import type { PageData } from '../data.ts';
import { usePage } from '../page.ts';
import { CalendarLine } from '../sources/calendar-line.tsx';
import { type EntryCounts, NO_COUNTS, readCounts } from '../sources/entry-counts.ts';
import { ProblemList } from '../sources/problem-list.tsx';
import { FirstReading } from '../sync-progress.tsx';
import { worded } from '../words.ts';

interface Read {
  readonly sources: readonly Source[];
  readonly calendars: readonly Calendar[];
  readonly counts: EntryCounts;
}

/** After connecting: how far the reading is, which calendars count, and the way to the week. */
export function CountedCalendars(): JSX.Element | null {
  const { t, data } = usePage();
  const read = useSignal<Read>({ sources: [], calendars: [], counts: NO_COUNTS });
  useEffect(() => {
    const look = (): void => {
      readNow(data).then(
        (now) => {
          read.value = now;
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
  const { sources, calendars, counts } = read.value;
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
            <CalendarLine
              key={`${calendar.sourceId} ${calendar.id}`}
              calendar={calendar}
              entries={counts.entries(calendar)}
              onChoose={(role) => choose(calendar, role)}
            />
          ))}
      </ul>
      {sources.map(({ id }) => (
        <ProblemList key={id} problems={counts.problems(id)} />
      ))}
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

async function readNow(data: PageData): Promise<Read> {
  const [all, calendars] = await Promise.all([data.sources(), data.calendars()]);
  const sources = all.filter((source) => source.kind !== 'sample');
  return { sources, calendars, counts: await readCounts(data, sources) };
}
