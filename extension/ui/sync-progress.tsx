import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SyncProgress } from '../../src/store/rows.ts';
import { usePage } from './page.ts';

/** A run that has not moved for this long was cut short; the background takes it up by itself. */
const STALE_MS = 2 * 60_000;

/**
 * How far the first reading of a source has come: which calendar, how many events. Later readings take a moment and
 * say nothing. Of one source, or of all without `sourceId`.
 */
export function FirstReading({ sourceId }: { sourceId?: string }): JSX.Element | null {
  const { t, data, now } = usePage();
  const rows = useSignal<readonly SyncProgress[]>([]);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [progress, sources] = await Promise.all([data.progress(), data.sources()]);
      // A file's source appears when all of it is there.
      const read = new Set(sources.filter((s) => s.syncedMs !== null).map((s) => s.id));
      rows.value = progress.filter((row) => !read.has(row.sourceId));
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
  return (
    <div role="status" class="first-reading small soft" data-moving>
      {shown.map((row) => (
        <p key={row.sourceId}>{t('ui_first_reading', { calendar: row.calendarName, count: row.events })}</p>
      ))}
    </div>
  );
}
