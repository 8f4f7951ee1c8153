import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { resolveOccurrence } from '../../src/calendar/resolve.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import type { ClosedWeek } from '../../src/history/closed-week.ts';
import { weekNames } from '../../src/history/closing.ts';
import { isSameWeek } from '../../src/history/weeks-of.ts';
import { takesDays } from '../../src/load/counts.ts';
import { byRole, withoutPrivateTitles } from '../../src/load/roles.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { LoadSettings, WeekLoad } from '../../src/load/week-load.ts';
import { weeksOfOccurrences } from '../../src/load/weeks-of-occurrences.ts';
import type { LoadedWeek } from '../../src/plan/focus-cost.ts';
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

/** A closed week beside its entries. */
export interface StandingWeek {
  readonly row: ClosedWeek;
  readonly entries: readonly LabelledOccurrence[];
}

/** What the weeks of the report are computed from. */
export interface WeeksGiven {
  readonly occurrences: readonly LabelledOccurrence[];
  readonly settingsAt: (date: PlainDate) => LoadSettings;
  readonly closed: readonly StandingWeek[];
}

/** One week to compute: what is in it, and by which settings. */
interface WeekInput {
  readonly week: PlainDate;
  readonly occurrences: readonly LabelledOccurrence[];
  readonly settings: LoadSettings;
}

/**
 * Computes the weeks from `first` to `last`, both named by a date in them, newest slice first: a closed one from its own
 * entries and by its own settings. `onSlice` gets all that is there so far, oldest first, and answers whether to go on.
 */
export async function loadWeeks(
  range: readonly [PlainDate, PlainDate],
  given: WeeksGiven,
  onSlice: (weeks: readonly ReportWeek[]) => boolean,
): Promise<void> {
  const inputs = weekInputs(range, given);
  let done: ReportWeek[] = [];
  for (let end = inputs.length; end > 0; end -= SLICE) {
    const slice = inputs.slice(Math.max(0, end - SLICE), end).map(({ week, occurrences, settings }) => {
      const recurring = occurrences.filter((o) => o.recurring !== 'none' || takesDays(o));
      return {
        occurrences,
        load: weekLoad(week, occurrences, settings),
        recurringOnly: weekLoad(week, recurring, settings),
      };
    });
    done = [...slice, ...done];
    if (!onSlice(done)) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function weekInputs([first, last]: readonly [PlainDate, PlainDate], given: WeeksGiven): WeekInput[] {
  const { occurrences, settingsAt, closed } = given;
  const open = weekNames({ from: first, until: last }, settingsAt).filter(
    (week) => !closed.some(({ row }) => isSameWeek(row.week, week)),
  );
  const zone = settingsAt(last).zone;
  const here = weeksOfOccurrences(open, occurrences, zone);
  return [
    ...closed.map(({ row, entries }) => ({
      week: row.week,
      occurrences: withoutPrivateTitles(entries).map((o) => resolveOccurrence(o, row.basis.load.zone)),
      settings: row.basis.load,
    })),
    ...open.map((week, i) => ({ week, occurrences: here[i] ?? [], settings: settingsAt(week) })),
  ].sort((a, b) => (a.week < b.week ? -1 : 1));
}
