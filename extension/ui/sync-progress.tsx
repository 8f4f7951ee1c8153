import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SyncProgress } from '../../src/store/rows.ts';
import { type Page, usePage } from './page.ts';
import { worded } from './words.ts';

/** A run that has not moved for this long was cut short; the background takes it up by itself. */
const STALE_MS = 2 * 60_000;

/**
 * How far the import of a file, or the first reading of a source, has come, and the way to stop it. Later readings take
 * a moment and say nothing. Of one source, or of all without `sourceId`.
 */
export function FirstReading({ sourceId }: { sourceId?: string }): JSX.Element | null {
  const { t, data, now, toasts } = usePage();
  const rows = useSignal<readonly SyncProgress[]>([]);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [progress, sources] = await Promise.all([data.progress(), data.sources()]);
      // A file's source appears when all of it is there.
      const read = new Set(sources.filter((s) => s.syncedMs !== null).map((s) => s.id));
      rows.value = progress.filter((row) => row.inboxId !== undefined || !read.has(row.sourceId));
    };
    const update = (): void => {
      look().catch((error: unknown) => {
        // The page itself tells when the store cannot be read.
        console.warn('Craftweek could not read how far it has come', error);
      });
    };
    update();
    return data.watch(update);
  }, [data, rows]);
  const shown = rows.value.filter(
    (row) => (sourceId === undefined || row.sourceId === sourceId) && now() - row.updatedMs < STALE_MS,
  );
  const stop = async ({ inboxId, sourceId }: SyncProgress): Promise<void> => {
    const answer =
      inboxId === undefined
        ? await data.commands('cancelReading', { sourceId })
        : await data.commands('cancelImport', { inboxId });
    if (!answer.ok) toasts.show({ text: worded(t, 'error', answer.code, 'error_unknown') });
  };
  return (
    <div role="status" class="first-reading small soft" data-moving>
      {shown.map((row) => (
        <p key={row.sourceId}>
          {reading(t, row)}{' '}
          <button
            type="button"
            class="link"
            aria-label={t('ui_reading_stop_named', { calendar: row.calendarName })}
            onClick={() => void stop(row)}
          >
            {t('ui_reading_stop')}
          </button>
        </p>
      ))}
    </div>
  );
}

function reading(t: Page['t'], { calendarName: calendar, events: count, total }: SyncProgress): string {
  if (total === undefined) return t('ui_first_reading', { calendar, count });
  return t('ui_reading_of', { calendar, count, total });
}
