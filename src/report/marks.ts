import type { LoadMinutes, WeekLoad } from '../load/week-load.ts';
import { addDays, type PlainDate } from '../time/zone.ts';
import { trackFigure } from './tracks.ts';

/** Weeks looked at on either side of a marked date: a quarter of a year. */
const MARK_WEEKS = 12;

/** What the weeks on one side of a date were like. */
export interface MarkSide {
  /** Names of the weeks that count, oldest first; at most twelve. */
  readonly weeks: readonly PlainDate[];
  /** 0 to 1; null without a week that counts. */
  readonly craftShare: number | null;
  readonly leadershipShare: number | null;
  /** Means a week, in minutes; 0 without a week that counts. */
  readonly minutesPerWeek: Readonly<Record<MarkPart, number>>;
}

type MarkPart = keyof Pick<LoadMinutes, 'craft' | 'management' | 'fragments'>;

/** The weeks before a date beside those since. */
export interface MarkComparison {
  readonly before: MarkSide;
  readonly after: MarkSide;
}

/**
 * The at most twelve counted weeks that end before `date`, beside the at most twelve that begin on it or after it.
 * A week that the date falls into the middle of is neither. `weeks` are those that count (`weekPoints`), oldest first.
 */
export function compareAt(date: PlainDate, weeks: readonly WeekLoad[]): MarkComparison {
  return {
    before: sideOf(weeks.filter((w) => addDays(w.week, 7) <= date).slice(-MARK_WEEKS)),
    after: sideOf(weeks.filter((w) => w.week >= date).slice(0, MARK_WEEKS)),
  };
}

function sideOf(weeks: readonly WeekLoad[]): MarkSide {
  const { craftShare, leadershipShare } = trackFigure(weeks, 'own', null);
  const mean = (part: MarkPart): number =>
    weeks.reduce((sum, w) => sum + w.minutes[part], 0) / Math.max(1, weeks.length);
  return {
    weeks: weeks.map((w) => w.week),
    craftShare,
    leadershipShare,
    minutesPerWeek: { craft: mean('craft'), management: mean('management'), fragments: mean('fragments') },
  };
}
