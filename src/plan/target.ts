import type { LabelledOccurrence } from '../calendar/label.ts';
import type { LoadSettings } from '../load/week-load.ts';
import { difference, lengthMs, MINUTE_MS } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';
import type { PlanFigures } from './figures.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Objective } from './move.ts';
import { MOST_MOVES, type Plan, type PlanOptions, planSteps } from './plan-week.ts';
import { finish } from './steps.ts';

/** What it takes to bring a week to a target. */
export type TargetAnswer =
  /** The week has no share, or is there already. */
  | { readonly kind: 'no-share' }
  | { readonly kind: 'there'; readonly share: number }
  /** The fewest moves whose best set reaches it. */
  | { readonly kind: 'reached'; readonly plan: Plan; readonly share: number }
  /** The best set of five moves falls short; `never` where it is proven that no allowed set of five reaches it. */
  | { readonly kind: 'short'; readonly plan: Plan; readonly share: number; readonly never: boolean };

/**
 * The best set of the fewest moves whose share reaches `target` (0 to 1), craft or leadership by the objective. Each
 * number of moves is tried with the set that has the most minutes.
 */
export function reachTarget(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  target: number,
  options: Omit<PlanOptions, 'mostMoves'>,
): TargetAnswer {
  return finish(targetSteps(week, occurrences, settings, target, options));
}

/** `reachTarget` in small steps, for a page that draws in between. */
export function* targetSteps(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  target: number,
  options: Omit<PlanOptions, 'mostMoves'>,
): Generator<undefined, TargetAnswer> {
  let best: Plan | null = null;
  for (let mostMoves = 1; mostMoves <= MOST_MOVES; mostMoves++) {
    const plan = yield* planSteps(week, occurrences, settings, { ...options, mostMoves });
    const now = shareOf(plan.before, options.objective);
    if (now === null) return { kind: 'no-share' };
    if (now >= target) return { kind: 'there', share: now };
    const share = shareOf(plan.after, options.objective) ?? now;
    if (share >= target) return { kind: 'reached', plan, share };
    best = plan;
    // More moves than the best set uses give nothing more.
    if (plan.optimal && plan.moves.length < mostMoves) break;
  }
  if (best === null) return { kind: 'no-share' };
  const frame = frameOf(week, occurrences, settings, options.nowMs);
  const never = best.boundMinutes < target * leastWeighed(frame);
  return { kind: 'short', plan: best, share: shareOf(best.after, options.objective) ?? 0, never };
}

/** The share that an objective is measured by. */
export function shareOf(figures: PlanFigures, objective: Objective): number | null {
  return objective === 'craft' ? figures.craftShare : figures.leadershipShare;
}

/** The least that craft, management and fragments add up to, whatever is moved: working time that nothing takes away. */
function leastWeighed({ working, blocking, away }: Frame): number {
  const taken = [...away, ...blocking.filter((o) => o.label.side === 'neither')];
  const rest = difference(working, taken).reduce((ms, i) => ms + lengthMs(i), 0);
  return rest / MINUTE_MS;
}
