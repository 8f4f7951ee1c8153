import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Measure } from '../calendar/track.ts';
import { CAUSE_WEEKS, type Cause, causesOf } from '../drift/causes.ts';
import type { Change } from '../drift/changes.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { weeksOfOccurrences } from '../load/weeks-of-occurrences.ts';
import { DAY_MS, type Interval } from '../time/interval.ts';
import { weekInterval } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

/** The counted weeks on either side of a change that its causes are looked for in, oldest first. */
export function weeksAround({ weeksBefore, weeksAfter }: Change): PlainDate[] {
  return [...weeksBefore.slice(-CAUSE_WEEKS), ...weeksAfter.slice(0, CAUSE_WEEKS)];
}

/** The stretch of time that the occurrences behind a change lie in, a day wider for floating and all-day ones. */
export function spanAround(change: Change, zone: string): Interval {
  const weeks = weeksAround(change);
  const [first = change.week] = weeks;
  const last = weeks.at(-1) ?? change.week;
  return {
    startMs: weekInterval(first, zone).startMs - DAY_MS,
    endMs: weekInterval(last, zone).endMs + DAY_MS,
  };
}

/** The causes of a change from the counted occurrences of `spanAround`, whatever the screen shows. */
export function changeCauses(
  change: Change,
  measure: Measure,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
): Cause[] {
  const weeks = weeksAround(change);
  const loads = weeks.map((week) => {
    const [here = []] = weeksOfOccurrences([week], occurrences, settings.zone);
    return weekLoad(week, here, settings);
  });
  return causesOf(change, measure, loads, occurrences);
}
