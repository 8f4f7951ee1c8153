import { SIDE, type Side } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings, Range } from '../load/week-load.ts';
import { activityForSide, type ReviewItem, reviewScope } from './review.ts';
import type { WeekFacts } from './week-facts.ts';

/** What the week would be after an answer. */
export interface Answered {
  readonly side: Side;
  readonly craftShare: number | null;
  readonly craftShareRange: Range | null;
}

const SIDES: readonly Side[] = ['craft', 'management', 'neither'];

/**
 * What each answer to a question of the review would make of the week: its share, and the range that is left. The
 * difference between the largest and the smallest share is what the question settles.
 */
export function answersTo(item: ReviewItem, { load, byKey }: WeekFacts, settings: LoadSettings): Answered[] {
  const asked = byKey.get(item.key);
  if (!asked) return [];
  const id = JSON.stringify(reviewScope(asked));
  return SIDES.map((side) => {
    const answered = [...byKey.values()].map((o) =>
      JSON.stringify(reviewScope(o)) === id ? told(o, side) : o,
    );
    const { craftShare, craftShareRange } = weekLoad(load.week, answered, settings);
    return { side, craftShare, craftShareRange };
  });
}

/** Percentage points between the least and the most that the answers would make of the week. */
export function pointsSettled(answers: readonly Answered[]): number {
  const shares = answers.flatMap(({ craftShare }) =>
    craftShare === null ? [] : [Math.round(craftShare * 100)],
  );
  return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares);
}

function told(occurrence: LabelledOccurrence, side: Side): LabelledOccurrence {
  const activity = activityForSide(side, occurrence.label, occurrence.people);
  const reasons = [{ code: 'correction-series', values: {} }];
  const label = { activity, side: SIDE[activity], confidence: 1, reasons, ignored: false };
  return { ...occurrence, label };
}
