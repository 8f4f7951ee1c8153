import { objectiveMinutes } from './figures.ts';
import type { Plan, WeighedMove } from './plan-week.ts';
import { shareOf } from './target.ts';

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
