import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlanState } from './plan-state.ts';

export const PlanContext = createContext<PlanState | null>(null);

/** The plan that a part stands in. Throws outside of one. */
export function usePlan(): PlanState {
  const plan = useContext(PlanContext);
  if (plan === null) throw new Error('a part of the plan was drawn outside of it');
  return plan;
}
