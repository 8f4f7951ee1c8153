import type { LabelledOccurrence } from '../calendar/label.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings, WeekLoad } from '../load/week-load.ts';
import { lengthMs, MINUTE_MS } from '../time/interval.ts';

/** A week's load with the occurrences that it was computed from. */
export interface LoadedWeek {
  readonly load: WeekLoad;
  readonly occurrences: readonly LabelledOccurrence[];
}

/** What would come back if a series were not there. */
export interface FocusCost {
  /** Minutes in focus blocks that come back. */
  readonly focusMinutes: number;
  /** Minutes of craft that come back; less than focus where booked craft merely joins a block. */
  readonly craftMinutes: number;
}

/**
 * What each series costs in focus: every week is computed anew without the occurrences of the series, exactly as
 * it was computed with them, and the differences are added up. Negative where the series itself is craft.
 *
 * @param groupOf names the series of an occurrence (`seriesGroups`)
 * @param groups the series that are asked for
 */
export function focusCosts(
  weeks: readonly LoadedWeek[],
  groups: ReadonlySet<string>,
  groupOf: (occurrence: LabelledOccurrence) => string,
  settings: LoadSettings,
): Map<string, FocusCost> {
  const costs = new Map<string, { focusMinutes: number; craftMinutes: number }>();
  for (const { load, occurrences } of weeks) {
    const counted = new Set(load.counted.map(({ key }) => key));
    const here = new Set(occurrences.filter(({ key }) => counted.has(key)).map(groupOf));
    for (const group of here) {
      if (!groups.has(group)) continue;
      const without = weekLoad(
        load.week,
        occurrences.filter((o) => groupOf(o) !== group),
        settings,
      );
      const cost = costs.get(group) ?? { focusMinutes: 0, craftMinutes: 0 };
      cost.focusMinutes += focusMinutesOf(without) - focusMinutesOf(load);
      cost.craftMinutes += without.minutes.craft - load.minutes.craft;
      costs.set(group, cost);
    }
  }
  return costs;
}

/** Minutes in the focus blocks of a week. */
export function focusMinutesOf(load: WeekLoad): number {
  return load.focusBlocks.reduce((ms, block) => ms + lengthMs(block), 0) / MINUTE_MS;
}
