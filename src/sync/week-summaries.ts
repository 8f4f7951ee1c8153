import { weekLoad } from '../load/week.ts';
import type { LoadSettings, WeekLoad } from '../load/week-load.ts';
import type { WeekRow, WeekSummary } from '../store/rows.ts';
import type { StoreWriter } from '../store/store.ts';
import { weekInterval } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

/** Grows when the rules of `src/load` change, so that weeks computed by older rules are computed anew. */
const LOAD_VERSION = 1;

/** Names the settings that a computed week depends on. */
export function loadFingerprint(settings: LoadSettings): string {
  const { zone, weekStart, workingHours, focusMinutes, recoveryMinutes, openTimeIsCraft } = settings;
  return JSON.stringify([
    LOAD_VERSION,
    zone,
    weekStart,
    ([1, 2, 3, 4, 5, 6, 7] as const).map((day) =>
      workingHours[day].map(({ startMinute, endMinute }) => [startMinute, endMinute]),
    ),
    focusMinutes,
    recoveryMinutes,
    openTimeIsCraft,
  ]);
}

/** The figures of a week without its timeline. */
export function summaryOfLoad(load: WeekLoad): WeekSummary {
  const { week, zone, startMs, endMs, minutes, activities, craftShare, mostlyAway } = load;
  const { longestFocusMinutes, longestMeetingRunMinutes, counted } = load;
  return {
    week,
    zone,
    startMs,
    endMs,
    minutes,
    activities,
    craftShare,
    mostlyAway,
    longestFocusMinutes,
    longestMeetingRunMinutes,
    countedOccurrences: counted.length,
  };
}

/** The computed week: from the store where nothing has touched it since, else computed now and kept. */
export function weekSummary(store: StoreWriter, week: PlainDate, settings: LoadSettings): Promise<WeekRow> {
  return store.week(week, loadFingerprint(settings), weekInterval(week, settings.zone), (occurrences) =>
    summaryOfLoad(weekLoad(week, occurrences, settings)),
  );
}

/** Several weeks, in the order given: name the newest first. */
export async function weekSummaries(
  store: StoreWriter,
  weeks: readonly PlainDate[],
  settings: LoadSettings,
): Promise<WeekRow[]> {
  const rows: WeekRow[] = [];
  for (const week of weeks) rows.push(await weekSummary(store, week, settings));
  return rows;
}
