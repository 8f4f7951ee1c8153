import type { LabelledOccurrence } from '../calendar/label.ts';
import type { LoadSettings } from '../load/week-load.ts';
import type { PlainDate } from '../time/zone.ts';
import { objectiveMinutes } from './figures.ts';
import { MOVE_KINDS } from './move.ts';
import { DEFAULT_MOVES, type Plan, type PlanOptions, planSteps, type WeighedMove } from './plan-week.ts';
import { shareOf } from './target.ts';

/** What the search for one sentence may spend: a popup is open for seconds. */
const MOST_EFFORT = 100_000;

/** The one answer to "what now?" for a week. */
export type WhatNow =
  /** No working time, or all of it is away. */
  | { readonly kind: 'no-time' }
  | { readonly kind: 'no-management' }
  /** Nothing that may be asked for gives anything back. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'moves';
      /** The one that gives the most by itself. */
      readonly first: WeighedMove;
      readonly count: number;
      /** Minutes of the objective that all of them give. */
      readonly gainedMinutes: number;
      readonly objective: Plan['objective'];
      /** The share with all of them, 0 to 1. */
      readonly share: number | null;
    };

/** What a plan comes to, for the one sentence that popup, report and check-up say. */
export function whatNow(plan: Plan): WhatNow {
  const { before, after, moves, objective } = plan;
  const [first] = [...moves].sort((a, b) => b.gainedCraftMinutes - a.gainedCraftMinutes);
  if (first) {
    return {
      kind: 'moves',
      first,
      count: moves.length,
      gainedMinutes: objectiveMinutes(after, objective) - objectiveMinutes(before, objective),
      objective,
      share: shareOf(after, objective),
    };
  }
  if (before.craftMinutes + before.managementMinutes + before.fragmentMinutes === 0)
    return { kind: 'no-time' };
  return { kind: before.managementMinutes === 0 ? 'no-management' : 'nothing' };
}

/** The one answer for a week, where nothing but that is asked of its plan; in small steps, as `planSteps`. */
export function* whatNowSteps(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  options: Pick<PlanOptions, 'objective' | 'nowMs'>,
): Generator<undefined, WhatNow> {
  const search = { kinds: MOVE_KINDS, mostMoves: DEFAULT_MOVES, mostEffort: MOST_EFFORT };
  return whatNow(yield* planSteps(week, occurrences, settings, { ...options, ...search }));
}
