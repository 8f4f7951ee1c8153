import type { DayStretch, WorkingHours } from '../../src/time/working-hours.ts';
import type { Weekday } from '../../src/time/zone.ts';

/** Weekdays that share their working hours, in the order of the week. */
export interface HoursGroup {
  readonly weekdays: readonly Weekday[];
  readonly stretches: readonly DayStretch[];
}

/** The working hours by groups of equal days; days off are left out. */
export function hoursGroups(hours: WorkingHours, weekStart: Weekday): HoursGroup[] {
  const groups: { weekdays: Weekday[]; stretches: readonly DayStretch[] }[] = [];
  for (let i = 0; i < 7; i++) {
    const weekday = (((weekStart - 1 + i) % 7) + 1) as Weekday;
    const stretches = hours[weekday];
    if (stretches.length === 0) continue;
    const same = groups.find((g) => JSON.stringify(g.stretches) === JSON.stringify(stretches));
    if (same) same.weekdays.push(weekday);
    else groups.push({ weekdays: [weekday], stretches });
  }
  return groups;
}
