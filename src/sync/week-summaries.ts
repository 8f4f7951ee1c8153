import { weekLoad } from '../load/week.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { loadFingerprint, summaryOfLoad, type WeekSummary } from '../load/week-summary.ts';
import type { WeekRow } from '../store/rows.ts';
import type { StoreReader, StoreWriter } from '../store/store.ts';
import { weekInterval } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

type Weeks = Pick<StoreWriter, 'week'> & Pick<StoreReader, 'closedWeeks'>;

/** The figures of a week: as it was closed, else from the store where nothing has touched it since, else now. */
export async function weekSummary(
  store: Weeks,
  week: PlainDate,
  settings: LoadSettings,
): Promise<WeekSummary> {
  const [closed] = await store.closedWeeks({ from: week, until: week });
  return closed?.figures ?? weekToday(store, week, settings);
}

/** Several weeks, in the order given: name the newest first. */
export async function weekSummaries(
  store: Weeks,
  weeks: readonly PlainDate[],
  settings: LoadSettings,
): Promise<WeekSummary[]> {
  const rows: WeekSummary[] = [];
  for (const week of weeks) rows.push(await weekSummary(store, week, settings));
  return rows;
}

/** What the calendar says of a week today, closed or not; kept until something touches it. */
export function weekToday(
  store: Pick<StoreWriter, 'week'>,
  week: PlainDate,
  settings: LoadSettings,
): Promise<WeekRow> {
  return store.week(week, loadFingerprint(settings), weekInterval(week, settings.zone), (occurrences) =>
    summaryOfLoad(weekLoad(week, occurrences, settings)),
  );
}
