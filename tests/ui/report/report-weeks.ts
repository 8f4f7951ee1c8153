import { countedOccurrences, loadWeeks, type ReportWeek } from '../../../extension/report/load-weeks.ts';
import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../../src/load/settings.ts';
import type { LoadSettings } from '../../../src/load/week-load.ts';
import { addWeeks } from '../../../src/time/week.ts';
import type { PlainDate } from '../../../src/time/zone.ts';
import { type LongCalendar, longCalendar } from '../mock/long-calendar.ts';

export const WEEK = '2026-11-16';
export const SETTINGS: LoadSettings = defaultLoadSettings('Europe/Berlin');

/** Occurrences of a made-up calendar, as the page counts them. */
export function occurrencesOf(calendar: LongCalendar): LabelledOccurrence[] {
  return countedOccurrences(longCalendar(calendar, WEEK, SETTINGS.zone), [], SETTINGS.zone);
}

/** The weeks of a range that ends before the running one, and the running one with the four after it. */
export async function weeksOf(
  occurrences: readonly LabelledOccurrence[],
  count: number,
): Promise<{ past: readonly ReportWeek[]; coming: readonly ReportWeek[] }> {
  const load = async (first: PlainDate, last: PlainDate): Promise<readonly ReportWeek[]> => {
    let weeks: readonly ReportWeek[] = [];
    await loadWeeks([first, last], { occurrences, settingsAt: () => SETTINGS, closed: [] }, (found) => {
      weeks = found;
      return true;
    });
    return weeks;
  };
  return {
    past: await load(addWeeks(WEEK, -count), addWeeks(WEEK, -1)),
    coming: await load(WEEK, addWeeks(WEEK, 4)),
  };
}
