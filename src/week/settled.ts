import type { LabelledOccurrence } from '../calendar/label.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { certaintyOf } from './certainty.ts';

/** How the booked time of weeks got its labels, in minutes. */
export interface Settled {
  /** By the user's hand, or by what the calendar itself says. */
  readonly settledMinutes: number;
  /** By reading titles. */
  readonly guessedMinutes: number;
}

/** Reasons by which the calendar itself decided: its event types, its role, the default that the user gave it. */
const BY_CALENDAR = new Set(['event-type', 'calendar-private', 'calendar-default']);

/** How much of the booked time of the weeks is settled, and how much is guessed. Entries that are not there are neither. */
export function settledOf(
  loads: readonly Pick<WeekLoad, 'counted'>[],
  byKey: ReadonlyMap<string, LabelledOccurrence>,
): Settled {
  let settledMinutes = 0;
  let guessedMinutes = 0;
  for (const { key, minutes } of loads.flatMap((load) => load.counted)) {
    const label = byKey.get(key)?.label;
    if (!label) continue;
    if (certaintyOf(label) === 'told' || BY_CALENDAR.has(label.reasons[0]?.code ?? ''))
      settledMinutes += minutes;
    else guessedMinutes += minutes;
  }
  return { settledMinutes, guessedMinutes };
}
