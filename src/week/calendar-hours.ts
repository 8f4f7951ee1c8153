import type { LabelledOccurrence } from '../calendar/label.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import type { Calendar } from '../calendar/source.ts';
import type { EpochMs } from '../calendar/units.ts';
import { fillsDays, reasonLeftOut } from '../load/counts.ts';
import { byRole } from '../load/roles.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { MINUTE_MS } from '../time/interval.ts';
import type { DayStretch, WorkingHours } from '../time/working-hours.ts';
import { clockIn, type Weekday } from '../time/zone.ts';
import { sharesEitherWay } from './recent-weeks.ts';

/** Working hours that the entries contradict, with those that hold them, and the figure either way. */
export interface HoursDoubt {
  readonly hours: WorkingHours;
  /** Mean craft share of the last weeks by the hours that are set, and by `hours`; 0 to 1. */
  readonly here: number;
  readonly there: number;
}

/** Fewer entries in the last weeks say nothing of anybody's hours. */
const FEWEST = 20;
/** The set hours are contradicted where they hold less than this part of the booked time, */
const HELD_BELOW = 0.5;
/** and others are offered where they hold more than this. */
const HELD_ABOVE = 0.8;

const DAY_MINUTES = 24 * 60;
const STEP_MINUTES = 30;

/** A booked stretch on the local clock. */
interface Booked {
  readonly weekday: Weekday;
  readonly startMinute: number;
  readonly endMinute: number;
}

/**
 * What to ask where most of the booked time of the work calendars lies outside of the working hours, and the same hours
 * at another time of the day, or begun on another weekday, would hold it: a late shift, a week from Sunday, a calendar
 * from far away that names no zone. Length and breaks of the day stay the user's. Null where the hours fit, where none
 * fit better, or where it makes no difference.
 *
 * @param occurrences of `recentWindow`, of all calendars
 */
export function hoursDoubt(
  occurrences: readonly LabelledOccurrence[],
  calendars: readonly Calendar[],
  settings: LoadSettings,
  nowMs: EpochMs,
): HoursDoubt | null {
  const { counted } = byRole(occurrences, calendars);
  const booked = counted.flatMap((o) => bookedOf(o, settings.zone));
  if (booked.length < FEWEST) return null;
  const whole = booked.reduce((sum, b) => sum + b.endMinute - b.startMinute, 0);
  if (heldBy(settings.workingHours, booked) >= whole * HELD_BELOW) return null;
  const hours = bestOf(settings.workingHours, booked);
  if (heldBy(hours, booked) <= whole * HELD_ABOVE) return null;
  const shares = sharesEitherWay(counted, settings, { ...settings, workingHours: hours }, nowMs);
  return shares && { hours, ...shares };
}

/** What an entry books of its local day; nothing where it does not count or is on neither side. */
function bookedOf(o: LabelledOccurrence, zone: string): Booked[] {
  if (o.label.side === 'neither' || o.private || fillsDays(o) || reasonLeftOut(o) !== null) return [];
  const { startMs, endMs } = resolveOccurrence(o, zone);
  const { weekday, minute } = clockIn(zone, startMs);
  return [
    {
      weekday,
      startMinute: minute,
      endMinute: Math.min(DAY_MINUTES, minute + (endMs - startMs) / MINUTE_MS),
    },
  ];
}

/** Booked minutes inside of the hours. */
function heldBy(hours: WorkingHours, booked: readonly Booked[]): number {
  let held = 0;
  for (const { weekday, startMinute, endMinute } of booked) {
    const day = hours[weekday];
    // A lunch hour is no sign of another day: the day is asked from its first minute to its last.
    const [from, until] = [day[0]?.startMinute ?? 0, day.at(-1)?.endMinute ?? 0];
    held += Math.max(0, Math.min(endMinute, until) - Math.max(startMinute, from));
  }
  return held;
}

/** The same hours, moved by half hours and by a weekday, that hold the most; of equals the nearest. */
function bestOf(hours: WorkingHours, booked: readonly Booked[]): WorkingHours {
  let [best, most] = [hours, heldBy(hours, booked)];
  for (const days of [0, -1, 1]) {
    for (let steps = 1; steps <= DAY_MINUTES / STEP_MINUTES; steps++) {
      for (const minutes of [0, steps * STEP_MINUTES, -steps * STEP_MINUTES]) {
        const moved = movedBy(hours, days, minutes);
        const held = moved ? heldBy(moved, booked) : 0;
        if (moved && held > most) [best, most] = [moved, held];
      }
    }
  }
  return best;
}

/** The hours on other weekdays and at another time; null where a day would reach over midnight. */
function movedBy(hours: WorkingHours, days: number, minutes: number): WorkingHours | null {
  const on = (weekday: Weekday): DayStretch[] => {
    const from = (((weekday - 1 - days + 7) % 7) + 1) as Weekday;
    return hours[from].map(({ startMinute, endMinute }) => ({
      startMinute: startMinute + minutes,
      endMinute: endMinute + minutes,
    }));
  };
  const moved = { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
  const leavesDay = ({ startMinute, endMinute }: DayStretch): boolean =>
    startMinute < 0 || endMinute > DAY_MINUTES;
  return Object.values(moved).flat().some(leavesDay) ? null : moved;
}
