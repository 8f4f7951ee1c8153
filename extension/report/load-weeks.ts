import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { resolveOccurrence } from '../../src/calendar/resolve.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import { takesDays } from '../../src/load/counts.ts';
import { byRole, withoutPrivateTitles } from '../../src/load/roles.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { LoadSettings, WeekLoad } from '../../src/load/week-load.ts';
import { weeksOfOccurrences } from '../../src/load/weeks-of-occurrences.ts';
import type { LoadedWeek } from '../../src/plan/focus-cost.ts';
import { addWeeks } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';

/** Weeks computed in one go before the page gets to draw and answer again. */
const SLICE = 26;

/** A week beside what its recurring entries and absences alone would make of it. */
export interface ReportWeek extends LoadedWeek {
  readonly recurringOnly: WeekLoad;
}

/** Occurrences of the calendars that count, with their times in the user's zone; private ones without their titles. */
export function countedOccurrences(
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Calendar[],
  zone: string,
): LabelledOccurrence[] {
  const { counted } = byRole(occurrences, calendars);
  return withoutPrivateTitles(counted).map((o) => resolveOccurrence(o, zone));
}

/**
 * Computes the weeks from `first` to `last`, both named by their first date, newest slice first; `onSlice` gets all
 * that is there so far, oldest first, and answers whether to go on.
 */
export async function loadWeeks(
  [first, last]: readonly [PlainDate, PlainDate],
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  onSlice: (weeks: readonly ReportWeek[]) => boolean,
): Promise<void> {
  const names: PlainDate[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) names.push(week);
  const perWeek = weeksOfOccurrences(names, occurrences, settings.zone);
  let done: ReportWeek[] = [];
  for (let end = names.length; end > 0; end -= SLICE) {
    const start = Math.max(0, end - SLICE);
    const slice = names.slice(start, end).map((name, i): ReportWeek => {
      const list = perWeek[start + i] ?? [];
      const recurring = list.filter((o) => o.recurring !== 'none' || takesDays(o));
      return {
        occurrences: list,
        load: weekLoad(name, list, settings),
        recurringOnly: weekLoad(name, recurring, settings),
      };
    });
    done = [...slice, ...done];
    if (!onSlice(done)) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
