import { type Activity, SIDE } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { seriesGroups } from '../calendar/series.ts';
import type { Measure } from '../calendar/track.ts';
import type { WeekLoad } from '../load/week-load.ts';
import type { Change } from './changes.ts';

/** A series that came, grew or went with a change. */
export interface Cause {
  readonly title: string;
  readonly activity: Activity;
  /** Change in counted minutes a week: positive where it came or grew, negative where it shrank or went. */
  readonly minutesPerWeek: number;
  readonly before: number;
  readonly after: number;
  /** Keys of the counted occurrences behind it, in both spans. */
  readonly keys: readonly string[];
}

/** Weeks on either side of the change that causes are looked for in: what came at that time, not years apart. */
export const CAUSE_WEEKS = 12;
/** Smaller changes are not worth a name, in minutes a week. */
const LEAST_MINUTES = 10;
const MOST_CAUSES = 8;

/**
 * The series that explain a change: for a fall of the craft share, management that came or grew and craft that
 * shrank or went; for a fall of the leadership share, people and direction that shrank and everything else that grew;
 * for a rise, the reverse. Entries of private calendars are never named. Minutes are means over the counted weeks within 12 weeks of the change
 * (a holiday in between fakes nothing). Occurrences belong to one series by UID or by their title without digits
 * and punctuation, so that a series that was set up anew is not one that went and one that came. Something that
 * happened in one week only is no cause. Strongest first, at most eight.
 */
export function causesOf(
  change: Change,
  measure: Measure,
  weeks: readonly WeekLoad[],
  occurrences: readonly LabelledOccurrence[],
): Cause[] {
  const before = new Set(change.weeksBefore.slice(-CAUSE_WEEKS));
  const after = new Set(change.weeksAfter.slice(0, CAUSE_WEEKS));
  const groups = new Map<string, Tally>();
  const tally = tallyInto(groups, occurrences);
  for (const week of weeks) {
    if (before.has(week.week)) tally(week, 'before');
    else if (after.has(week.week)) tally(week, 'after');
  }
  const falling = change.after < change.before;
  return [...groups.values()]
    .filter((tally) => tally.weeks.size >= 2)
    .map((tally): Cause => {
      const perWeek = { before: tally.before / before.size, after: tally.after / after.size };
      return {
        title: tally.latest.title,
        activity: tally.latest.label.activity,
        minutesPerWeek: Math.round(perWeek.after - perWeek.before),
        before: Math.round(perWeek.before),
        after: Math.round(perWeek.after),
        keys: tally.keys,
      };
    })
    .filter(({ activity, minutesPerWeek }) => {
      const lowersShare = carries(activity, measure) ? minutesPerWeek < 0 : minutesPerWeek > 0;
      return Math.abs(minutesPerWeek) >= LEAST_MINUTES && lowersShare === falling;
    })
    .sort((a, b) => Math.abs(b.minutesPerWeek) - Math.abs(a.minutesPerWeek) || (a.title < b.title ? -1 : 1))
    .slice(0, MOST_CAUSES);
}

/** Adds the counted minutes of a week to the series that they belong to, on one side of the change. */
function tallyInto(
  groups: Map<string, Tally>,
  occurrences: readonly LabelledOccurrence[],
): (week: WeekLoad, side: 'before' | 'after') => void {
  const byKey = new Map(occurrences.map((o) => [o.key, o]));
  const groupOf = seriesGroups(occurrences);
  return ({ week, counted }, side) => {
    for (const { key, minutes } of counted) {
      const occurrence = byKey.get(key);
      if (!occurrence || occurrence.private || occurrence.label.side === 'neither') continue;
      const id = groupOf(occurrence);
      const tally = groups.get(id) ?? { before: 0, after: 0, keys: [], weeks: new Set(), latest: occurrence };
      tally[side] += minutes;
      tally.keys.push(key);
      tally.weeks.add(week);
      if (occurrence.startMs >= tally.latest.startMs) tally.latest = occurrence;
      groups.set(id, tally);
    }
  };
}

/** Whether more of an activity makes the share of that measure larger. */
export function carries(activity: Activity, measure: Measure): boolean {
  if (measure === 'leadership') return activity === 'people' || activity === 'direction';
  return SIDE[activity] === 'craft';
}

interface Tally {
  before: number;
  after: number;
  keys: string[];
  weeks: Set<string>;
  latest: LabelledOccurrence;
}
