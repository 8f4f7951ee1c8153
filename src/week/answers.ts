import { SIDE, type Side } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings, Range } from '../load/week-load.ts';
import { activityForSide, isUnsure, type ReviewItem, reviewScope } from './review.ts';
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

/** What the open guesses of a week leave open: its craft share if all of them were on one side. */
export interface OpenGuesses {
  /** Series and single entries whose side is a guess. */
  readonly count: number;
  readonly craftShareIf: { readonly craft: number; readonly management: number };
}

/** The open guesses of a week; null where there is none, or where they leave the whole per cent as it is. */
export function openGuesses({ load, byKey }: WeekFacts, settings: LoadSettings): OpenGuesses | null {
  const unsure = load.counted.flatMap(({ key }) => byKey.get(key) ?? []).filter(isUnsure);
  if (unsure.length === 0) return null;
  const asked = new Set(unsure.map((o) => JSON.stringify(reviewScope(o))));
  const shareIf = (side: Side): number | null => {
    const answered = [...byKey.values()].map((o) =>
      asked.has(JSON.stringify(reviewScope(o))) ? told(o, side) : o,
    );
    return weekLoad(load.week, answered, settings).craftShare;
  };
  const [craft, management] = [shareIf('craft'), shareIf('management')];
  if (craft === null || management === null) return null;
  if (Math.round(craft * 100) === Math.round(management * 100)) return null;
  return { count: asked.size, craftShareIf: { craft, management } };
}
