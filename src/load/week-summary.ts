import type { LoadSettings, WeekLoad } from './week-load.ts';

/** Grows when the rules of `src/load` change, so that weeks computed by older rules are computed anew. */
export const LOAD_VERSION = 3;

/** The figures of one week without its timeline: what trends and yardsticks need. */
export interface WeekSummary
  extends Pick<
    WeekLoad,
    | 'week'
    | 'zone'
    | 'startMs'
    | 'endMs'
    | 'minutes'
    | 'activities'
    | 'craftShare'
    | 'craftShareRange'
    | 'leadershipShare'
    | 'entries'
    | 'longestFocusMinutes'
    | 'longestMeetingRunMinutes'
    | 'mostlyAway'
  > {
  /** Number of occurrences that gave a minute; 0 in a week from before the calendar began. */
  readonly countedOccurrences: number;
}

/** The figures of a week without its timeline. */
export function summaryOfLoad(load: WeekLoad): WeekSummary {
  const { week, zone, startMs, endMs, minutes, activities, craftShare, leadershipShare, entries } = load;
  const { craftShareRange, mostlyAway, longestFocusMinutes, longestMeetingRunMinutes, counted } = load;
  return {
    week,
    zone,
    startMs,
    endMs,
    minutes,
    activities,
    craftShare,
    craftShareRange,
    leadershipShare,
    entries,
    mostlyAway,
    longestFocusMinutes,
    longestMeetingRunMinutes,
    countedOccurrences: counted.length,
  };
}

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
