import type { JSX } from 'preact';
import type { Source } from '../../../src/calendar/source.ts';
import { percent } from '../../../src/words/format.ts';
import { dateFormat } from '../../../src/words/formatters.ts';
import { usePage } from '../../ui/page.ts';
import { messageKey } from '../../ui/words.ts';
import { useModel } from '../context.ts';
import { CalendarAsk } from './calendar-ask.tsx';
import { Note, placeOf, Way } from './note.tsx';
import { Restated } from './restated.tsx';

/** What has to be said beside the week: how far it is known, what changed since it closed, what is to be asked. */
export function PastNotes(): JSX.Element | null {
  const read = useModel().read.value;
  if (!read) return null;
  const { past } = read;
  return (
    <>
      {past.elsewhere !== null && <Elsewhere home={past.home} elsewhere={past.elsewhere} />}
      <CalendarAsk />
      <KnownNote />
      <ClosedNote />
      <Restated />
    </>
  );
}

/** The machine is not at home: it asks, and changes nothing by itself. */
function Elsewhere({ home, elsewhere }: { home: string; elsewhere: string }): JSX.Element {
  const { t, data } = usePage();
  const model = useModel();
  const save = async (part: Parameters<typeof data.saveSettings>[0]): Promise<void> => {
    await data.saveSettings(part, 'from-this-week');
    await model.retry();
  };
  return (
    <Note text={t('zone_elsewhere', { place: placeOf(elsewhere) })}>
      <Way text={t('zone_from_here')} onClick={() => save({ zone: elsewhere })} />
      <Way text={t('zone_stay', { place: placeOf(home) })} onClick={() => save({ zoneStayed: elsewhere })} />
    </Note>
  );
}

/** The age of what is shown, and what to do: also of a week of which nothing is known. */
function KnownNote(): JSX.Element | null {
  const { t, data } = usePage();
  const model = useModel();
  const read = model.read.value;
  if (!read || read.past.known.kind === 'known') return null;
  const { kind, readMs, sourceIds } = read.past.known;
  const source: Source | undefined = read.sources.find((s) => s.id === sourceIds[0]);
  const name = source?.name ?? '';
  const format = dateFormat(t.locale, { day: 'numeric', month: 'long', timeZone: read.past.home });
  const date = readMs === null ? '' : format.format(readMs);
  const text =
    kind === 'as-of'
      ? t('known_as_of', { name, date })
      : readMs === null
        ? t('known_never', { name })
        : t('known_nothing', { name, date });
  return (
    <Note text={text}>
      {source?.kind === 'ics-file' ? (
        <button type="button" class="link" onClick={() => data.openPage('welcome/index.html?add=file')}>
          {t('known_replace')}
        </button>
      ) : (
        <Way text={t('known_read')} onClick={() => model.syncNow(source?.id)} />
      )}
    </Note>
  );
}

/** What changed in the calendar since the week closed, and what counted it again. */
function ClosedNote(): JSX.Element | null {
  const { t, data } = usePage();
  const model = useModel();
  const read = model.read.value;
  if (!read?.closed) return null;
  const { week, closed, past } = read;
  const share = (value: number | null): string => (value === null ? '–' : percent(value, t.locale));
  const last = closed.reopened.at(-1);
  const format = dateFormat(t.locale, { day: 'numeric', month: 'long', timeZone: past.home });
  return (
    <>
      {past.later && (
        <Note
          text={t('past_changed', {
            count: past.later.changedSince ?? 0,
            share: share(past.later.craftShare),
          })}
        >
          <Way
            text={t('past_count_anew')}
            onClick={async () => {
              await data.commands('countAnew', { by: 'calendar', week });
              await model.retry();
            }}
          />
        </Note>
      )}
      {last && (
        <Note
          text={t(messageKey('past_reopened', last.why), {
            date: format.format(last.atMs),
            share: share(last.craftShareBefore),
          })}
        />
      )}
    </>
  );
}
