import { mean, median } from '../drift/mean.ts';
import { type ChangeRecord, isFall } from '../drift/record.ts';
import type { WeekPoint } from '../drift/week-point.ts';
import { addWeeks } from '../time/week.ts';
import { addDays, type PlainDate } from '../time/zone.ts';

/** How many counted weeks make the usual week at most. */
const USUAL_WEEKS = 8;
/** Below this number of counted weeks there is no usual week yet. */
const USUAL_WEEKS_NEEDED = 3;
/** How far back counted weeks are looked for: a long summer must not empty the yardstick. */
const USUAL_LOOK_BACK_WEEKS = 16;
/** Weeks that the level before a marked date is the mean of: a quarter of a year. */
const MARK_WEEKS = 12;

/** What a week is held against (design.md, section 2), with the weeks that it rests on, newest first. */
export type Yardstick =
  | { readonly kind: 'target'; readonly share: number }
  /** The level before a told change. */
  | { readonly kind: 'before-change'; readonly share: number; readonly since: PlainDate }
  /** The level before a date that the user marked. */
  | {
      readonly kind: 'before-mark';
      readonly share: number;
      readonly since: PlainDate;
      readonly name: string;
      readonly weeks: readonly WeekPoint[];
    }
  /** The median of the last weeks that count. */
  | { readonly kind: 'usual'; readonly share: number; readonly weeks: readonly WeekPoint[] }
  /** Too little is known: nothing is compared. */
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number };

/** What the yardstick of a week is chosen from. */
export interface YardstickChoice {
  /** The agreement or target, 0 to 1; null where none was set. */
  readonly target: number | null;
  /** The records of changes of the same measure. */
  readonly records: readonly ChangeRecord[];
  /** Dates that the user marked. */
  readonly marks: readonly { readonly date: PlainDate; readonly name: string }[];
  /** The weeks that count, oldest first. */
  readonly points: readonly WeekPoint[];
}

/**
 * The yardstick of a week, in this order: the target; the level before a change that stands, or before the user's marked
 * date; the usual week. Only what came before the week is asked. Where several falls stand, it is the highest level
 * among them, so that it never slides down with the loss; a rise is no yardstick, since it would flatter.
 */
export function yardstickOf(week: PlainDate, choice: YardstickChoice): Yardstick {
  const { target, records, points } = choice;
  if (target !== null) return { kind: 'target', share: target };
  const standing = records.filter((r) => isFall(r) && r.week <= week && (!r.ended || week < r.ended.week));
  const highest = standing.reduce<ChangeRecord | null>(
    (most, r) => (most === null || r.before > most.before ? r : most),
    null,
  );
  if (highest) return { kind: 'before-change', share: highest.before, since: highest.week };
  return beforeMark(week, choice) ?? usual(week, points);
}

/** The share of a yardstick; null where there is none. */
export function shareOfYardstick(yardstick: Yardstick): number | null {
  return yardstick.kind === 'too-few' ? null : yardstick.share;
}

function beforeMark(week: PlainDate, { marks, points, records }: YardstickChoice): Yardstick | null {
  const ended = records.findLast((r) => r.ended && r.ended.week <= week)?.ended?.week ?? '';
  const mark = marks
    .filter(({ date }) => date <= week && date > ended)
    .reduce<(typeof marks)[number] | null>(
      (latest, m) => (latest === null || m.date > latest.date ? m : latest),
      null,
    );
  if (!mark) return null;
  const weeks = points.filter((p) => addDays(p.week, 7) <= mark.date).slice(-MARK_WEEKS);
  if (weeks.length < USUAL_WEEKS_NEEDED) return null;
  const share = mean(weeks.map((p) => p.share));
  return { kind: 'before-mark', share, since: mark.date, name: mark.name, weeks: weeks.reverse() };
}

function usual(week: PlainDate, points: readonly WeekPoint[]): Yardstick {
  const oldest = addWeeks(week, -USUAL_LOOK_BACK_WEEKS);
  const weeks = points
    .filter((p) => p.week < week && p.week >= oldest)
    .slice(-USUAL_WEEKS)
    .reverse();
  if (weeks.length < USUAL_WEEKS_NEEDED) {
    return { kind: 'too-few', have: weeks.length, need: USUAL_WEEKS_NEEDED };
  }
  return { kind: 'usual', share: median(weeks.map((p) => p.share)), weeks };
}
