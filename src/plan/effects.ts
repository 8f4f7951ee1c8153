import type { WeekLoad } from '../load/week-load.ts';
import { intersection, lengthMs, MINUTE_MS } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';
import type { Move } from './move.ts';

/** Craft that a local day gains, or loses where it is negative. */
export interface DayGain {
  readonly date: PlainDate;
  readonly minutes: number;
}

/** An honest side effect of a move: a stable code with values, put into words by `plan_effect_<code>`. */
export type Effect =
  /** So many others meet without the user. */
  | { readonly code: 'misses'; readonly people: number }
  /** So many others have another time. */
  | { readonly code: 'others-move'; readonly people: number }
  /** The longest run of meetings gets longer, to so many minutes. */
  | { readonly code: 'longer-run'; readonly minutes: number }
  /** Less time about people. */
  | { readonly code: 'less-people'; readonly minutes: number }
  /** A day loses craft. */
  | { readonly code: 'day-loses'; readonly date: PlainDate; readonly minutes: number }
  /** The work itself stays: it is done at another time. */
  | { readonly code: 'work-stays' };

/** What changes from day to day, days that stay as they are left out. */
export function gainsByDay(before: WeekLoad, after: WeekLoad): DayGain[] {
  return before.days
    .map((day) => ({ date: day.date, minutes: craftIn(after, day) - craftIn(before, day) }))
    .filter(({ minutes }) => minutes !== 0);
}

/** What a move also does, the weightiest first. */
export function effectsOf(move: Move, before: WeekLoad, after: WeekLoad): Effect[] {
  const effects: Effect[] = [];
  const goes = move.changes.some(({ to }) => to === null);
  if (goes && move.peopleAsked > 0) effects.push({ code: 'misses', people: move.peopleAsked });
  if (move.kind === 'shift' || move.kind === 'gather') {
    effects.push(
      move.peopleAsked > 0 ? { code: 'others-move', people: move.peopleAsked } : { code: 'work-stays' },
    );
  }
  const lessPeople = before.activities.people - after.activities.people;
  if (lessPeople > 0) effects.push({ code: 'less-people', minutes: lessPeople });
  for (const { date, minutes } of gainsByDay(before, after)) {
    if (minutes < 0) effects.push({ code: 'day-loses', date, minutes: -minutes });
  }
  if (after.longestMeetingRunMinutes > before.longestMeetingRunMinutes) {
    effects.push({ code: 'longer-run', minutes: after.longestMeetingRunMinutes });
  }
  return effects;
}

function craftIn(load: WeekLoad, day: { startMs: number; endMs: number }): number {
  const craft = load.segments.filter(({ kind }) => kind === 'craft-booked' || kind === 'craft-open');
  return (
    craft.reduce((ms, segment) => {
      const here = intersection(segment, day);
      return here ? ms + lengthMs(here) : ms;
    }, 0) / MINUTE_MS
  );
}
