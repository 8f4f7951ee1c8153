import type { LabelledOccurrence } from '../calendar/label.ts';
import type { EpochMs } from '../calendar/units.ts';
import { median } from '../drift/mean.ts';
import type { Known } from '../history/as-of.ts';
import { fillsDays, reasonLeftOut } from '../load/counts.ts';
import type { WeekLoad } from '../load/week-load.ts';
import type { PlainDate } from '../time/zone.ts';

/** A week, in full or as it is kept, as far as its standing rests on it. */
export type FiguresOfWeek = Pick<
  WeekLoad,
  | 'week'
  | 'startMs'
  | 'endMs'
  | 'craftShare'
  | 'craftShareRange'
  | 'leadershipShare'
  | 'mostlyAway'
  | 'entries'
>;

/**
 * The weeks that the calendars say anything of: from the week of the first counted timed entry among them to the week
 * of the last, both included. An empty week within is the user's; one outside is not known to be empty.
 */
export interface Reach {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** Counted entries a week in the median below which a calendar is called thin (design.md, section 2). */
const THIN_BELOW = 3;

/** What a week is at a moment: the one answer for popup, trend, badge, notification, forecast and terminal. */
export type Standing =
  /** Finished, known and within reach: its share may be compared. */
  | 'over'
  /** Begun and not finished: it has a share so far, and one if nothing is added. */
  | 'running'
  /** Not begun: its share is what is booked so far. */
  | 'ahead'
  /** Read before it was over: its share is what was booked then. */
  | 'as-of'
  /** More than half of its working time is away. */
  | 'away'
  /** Before the first entry, after the last, or in calendars without any: no share. */
  | 'before-reach'
  | 'after-reach'
  | 'empty-calendar'
  /** It began after the calendars were last read: no share. */
  | 'not-known'
  /** Nothing to weigh: no working time, and nothing booked outside of it. */
  | 'nothing';

/** Standings of a week that has no share to show. */
const WITHOUT_SHARE: ReadonlySet<Standing> = new Set([
  'before-reach',
  'after-reach',
  'empty-calendar',
  'not-known',
  'nothing',
]);

/**
 * The reach of some weeks, in any order; null where none has an entry. To know the reach of calendars, give all of
 * their weeks.
 */
export function reachOf(weeks: readonly Pick<FiguresOfWeek, 'week' | 'entries'>[]): Reach | null {
  const names = weeks
    .filter((w) => w.entries > 0)
    .map((w) => w.week)
    .sort();
  const [first] = names;
  const last = names.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/**
 * The reach of entries as they stand in calendars, those that do not count among them; `weekOfMs` names the week of an
 * instant. Null where none counts.
 */
export function reachOfEntries(
  entries: readonly LabelledOccurrence[],
  weekOfMs: (ms: EpochMs) => PlainDate,
): Reach | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    if (entry.private || fillsDays(entry) || reasonLeftOut(entry) !== null) continue;
    first = Math.min(first, entry.startMs);
    last = Math.max(last, entry.startMs);
  }
  return first > last ? null : { first: weekOfMs(first), last: weekOfMs(last) };
}

/**
 * Whether a calendar is thin: fewer than three counted entries a week in the median of the weeks within its reach.
 * Weeks mostly away say nothing of it.
 */
export function isThin(
  weeks: readonly Pick<FiguresOfWeek, 'week' | 'entries' | 'mostlyAway'>[],
  reach: Reach | null,
): boolean {
  if (reach === null) return false;
  const counts = weeks
    .filter((w) => w.week >= reach.first && w.week <= reach.last && !w.mostlyAway)
    .map((w) => w.entries);
  return counts.length > 0 && median(counts) < THIN_BELOW;
}

/** The week without its shares where nothing is known of it: outside of the reach an empty week is not open craft. */
export function withinReach<W extends FiguresOfWeek>(week: W, reach: Reach | null): W {
  return outsideOf(week, reach) === null
    ? week
    : { ...week, craftShare: null, craftShareRange: null, leadershipShare: null };
}

/** Whether a week is outside of a reach, and on which side; null where it is inside. */
export function outsideOf(
  { week, entries }: Pick<FiguresOfWeek, 'week' | 'entries'>,
  reach: Reach | null,
): 'before-reach' | 'after-reach' | 'empty-calendar' | null {
  if (entries > 0) return null;
  if (reach === null) return 'empty-calendar';
  if (week < reach.first) return 'before-reach';
  return week > reach.last ? 'after-reach' : null;
}

/** What `week` is at `nowMs`. `known` is what the sources know of it; leave it out where they are read right now. */
export function standingOf(
  week: FiguresOfWeek,
  reach: Reach | null,
  nowMs: EpochMs,
  known: Known['kind'] = 'known',
): Standing {
  if (known === 'not-known') return 'not-known';
  const outside = outsideOf(week, reach);
  if (outside) return outside;
  if (week.mostlyAway) return 'away';
  if (week.craftShare === null) return 'nothing';
  if (known === 'as-of') return 'as-of';
  if (week.endMs <= nowMs) return 'over';
  return week.startMs <= nowMs ? 'running' : 'ahead';
}

/** Whether a week of this standing has a share to show at all. */
export function hasShare(standing: Standing): boolean {
  return !WITHOUT_SHARE.has(standing);
}
