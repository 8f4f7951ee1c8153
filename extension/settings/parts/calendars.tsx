import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ConnectCalendar } from '../../ui/connect/connect-calendar.tsx';
import { WAYS } from '../../ui/connect/ways.ts';
import { usePage } from '../../ui/page.ts';
import { type EntryCounts, NO_COUNTS, readCounts } from '../../ui/sources/entry-counts.ts';
import { useSettings } from '../context.ts';
import { PastDiffers } from './reach-note.tsx';
import { Section } from './section.tsx';
import { SourceItem } from './source-item.tsx';

/** The sources, their calendars, and the way to add one. */
export function CalendarsSection(): JSX.Element {
  const { t, data } = usePage();
  const { model, sources, calendars } = useSettings();
  const counts = useSignal<EntryCounts>(NO_COUNTS);
  const asked = new URLSearchParams(location.search).get('connect');
  useEffect(() => {
    readCounts(data, sources).then(
      (read) => {
        counts.value = read;
      },
      (cause: unknown) => {
        // The list stands without them.
        console.error('Craftweek could not count its entries', cause);
      },
    );
  }, [data, sources, calendars, counts]);
  const reload = (): void => void model.reload();
  return (
    <Section id="calendars">
      {sources.length === 0 && <p>{t('settings_no_calendars')}</p>}
      {sources.map((source) => (
        <SourceItem
          key={source.id}
          source={source}
          calendars={calendars.filter((c) => c.sourceId === source.id)}
          counts={counts.value}
        />
      ))}
      <PastDiffers />
      <section class="connect-more" aria-labelledby="connect-more-title">
        <h3 id="connect-more-title" class="line__name">
          {t('connect_title')}
        </h3>
        <ConnectCalendar
          sample={sources.length === 0}
          open={WAYS.find((way) => way === asked)}
          onConnected={reload}
        />
      </section>
    </Section>
  );
}
