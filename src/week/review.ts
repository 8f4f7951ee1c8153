import type { Activity, Side } from '../calendar/activity.ts';
import type { CorrectionScope } from '../calendar/correction.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { certaintyOf, UNSURE_BELOW } from './certainty.ts';
import type { WeekFacts } from './week-facts.ts';

/** At most this many questions are put at once. */
const MOST_QUESTIONS = 5;

/** One uncertain series, or single event, whose side the user can settle with one tap. */
export interface ReviewItem {
  readonly key: string;
  readonly title: string;
  readonly activity: Activity;
  readonly side: Side;
  readonly minutes: number;
  readonly count: number;
  readonly scope: CorrectionScope;
}

/** The few answers that move the week's figure most. */
export interface Review {
  readonly items: readonly ReviewItem[];
  /** Minutes that the items settle, out of `unsureMinutes`. */
  readonly settledMinutes: number;
  readonly unsureMinutes: number;
}

/**
 * Uncertain counted time of the week by series, first what moves the figure most per answer: minutes times the doubt
 * about their side. Null where nothing is unsure.
 */
export function reviewOf({ load, byKey }: WeekFacts): Review | null {
  const found = new Map<string, ReviewItem>();
  const stakes = new Map<string, number>();
  for (const { key, minutes } of load.counted) {
    const occurrence = byKey.get(key);
    if (!occurrence || !isUnsure(occurrence)) continue;
    const scope = reviewScope(occurrence);
    const id = scope.kind === 'series' ? `uid ${scope.uid}` : `title ${occurrence.title.toLowerCase()}`;
    const known = found.get(id);
    stakes.set(
      known?.key ?? key,
      (stakes.get(known?.key ?? key) ?? 0) + minutes * (1 - occurrence.label.confidence),
    );
    found.set(
      id,
      known
        ? { ...known, minutes: known.minutes + minutes, count: known.count + 1 }
        : {
            key,
            title: occurrence.title,
            activity: occurrence.label.activity,
            side: occurrence.label.side,
            minutes,
            count: 1,
            scope,
          },
    );
  }
  const stake = ({ key }: ReviewItem): number => stakes.get(key) ?? 0;
  const all = [...found.values()].sort((a, b) => stake(b) - stake(a) || (a.title < b.title ? -1 : 1));
  if (all.length === 0) return null;
  const items = all.slice(0, MOST_QUESTIONS);
  const sum = (list: readonly ReviewItem[]): number => list.reduce((m, i) => m + i.minutes, 0);
  return { items, settledMinutes: sum(items), unsureMinutes: sum(all) };
}

/** Whether the side of an entry is a guess that the user is asked about. */
export function isUnsure(occurrence: LabelledOccurrence): boolean {
  return certaintyOf(occurrence.label) === 'unsure' && occurrence.label.confidence < UNSURE_BELOW;
}

/** The series where there is one; every event of that title otherwise; this one where it has no title. */
export function reviewScope(occurrence: LabelledOccurrence): CorrectionScope {
  if (occurrence.recurring !== 'none') return { kind: 'series', uid: occurrence.uid };
  if (occurrence.title.trim() !== '') return { kind: 'title', title: occurrence.title };
  return { kind: 'occurrence', key: occurrence.key };
}

/**
 * The activity that an answer of a side alone means: the label's own where the side agrees, else the plainest
 * of that side for the number of people.
 */
export function activityForSide(
  side: Side,
  now: { activity: Activity; side: Side },
  people: number,
): Activity {
  if (now.side === side) return now.activity;
  if (side === 'craft') return people > 1 ? 'making-together' : 'deep-work';
  if (side === 'management')
    return people === 1 ? 'administration' : people === 2 ? 'people' : 'coordination';
  return 'personal';
}
