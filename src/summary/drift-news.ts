import { type Change, detectDrift } from '../drift/detect.ts';
import { countedPoints, type PointWeek } from '../drift/points.ts';
import { addWeeks } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

/** How far back a summary looks for a lasting change: what the monitor sees, and the eight weeks before it. */
export const DRIFT_LOOK_BACK_WEEKS = 60;
/** An older change is no news: it stands on the report. */
const NEWS_WEEKS = 26;

/** A change that a summary told. */
export interface ToldDrift {
  /** First week after the change, as it was dated then. */
  readonly week: PlainDate;
  readonly falling: boolean;
}

/** A change with the week whose summary told it. */
export interface DriftTelling extends ToldDrift {
  readonly toldIn: PlainDate;
}

/**
 * The lasting change that the summary of `week` has to tell, or null. `weeks` end with `week`, in any order.
 *
 * A change is told once. With every week its date may move a little, so it is known again by its direction, and by
 * having begun before it was told: what begins after that is another change.
 */
export function driftNews(
  week: PlainDate,
  weeks: readonly PointWeek[],
  told: readonly DriftTelling[],
): Change | null {
  const sorted = [...weeks].sort((a, b) => (a.week < b.week ? -1 : 1));
  const drift = detectDrift(countedPoints(sorted));
  if (drift.kind !== 'change' || drift.change.level !== 'lasting') return null;
  const { change } = drift;
  if (change.week < addWeeks(week, -NEWS_WEEKS)) return null;
  const { falling } = toldOf(change);
  return told.some((t) => t.falling === falling && change.week <= t.toldIn) ? null : change;
}

/** What is kept of a change that was told. */
export function toldOf({ week, before, after }: Change): ToldDrift {
  return { week, falling: after < before };
}
