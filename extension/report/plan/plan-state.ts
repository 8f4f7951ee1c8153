import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LoadSettings, WeekLoad } from '../../../src/load/week-load.ts';
import { meetingsOf } from '../../../src/plan/changeable.ts';
import { type Frame, frameOf } from '../../../src/plan/frame.ts';
import { type ComingWeek, type LastingMove, lastingSteps, WEEKS_AHEAD } from '../../../src/plan/lasting.ts';
import { MOVE_KINDS, type Objective } from '../../../src/plan/move.ts';
import { DEFAULT_MOVES, type Plan, planSteps } from '../../../src/plan/plan-week.ts';
import { type TargetAnswer, targetSteps } from '../../../src/plan/target.ts';
import { type TrialColumn, trialColumns } from '../../../src/plan/trial-columns.ts';
import { loadOnTrial, NO_EDITS, type WhatIf } from '../../../src/plan/what-if.ts';
import { coveredMs, intersection } from '../../../src/time/interval.ts';
import type { ColumnScale } from '../../../src/week/day-columns.ts';
import { runSliced } from '../../ui/run-sliced.ts';

/** What a page may spend on one search: some hundred milliseconds, in slices. */
const MOST_EFFORT = 400_000;
/** Where less of the running week's working time than this is left, the next week is planned first. */
const LITTLE_LEFT = 0.35;

export interface PlanInput {
  /** The running week and those after it. */
  readonly coming: readonly ComingWeek[];
  readonly settings: LoadSettings;
  readonly objective: Objective;
  /** Share 0 to 1 that the user wants; null without a target. */
  readonly target: number | null;
  readonly nowMs: number;
}

/** The chosen week as it is and on trial. */
interface TrialView {
  readonly frame: Frame;
  readonly before: WeekLoad;
  readonly after: WeekLoad;
  readonly columns: readonly TrialColumn[];
  readonly scale: ColumnScale;
}

export interface PlanState {
  readonly input: PlanInput;
  /** Which of the first two weeks is planned. */
  readonly chosenWeek: Signal<0 | 1>;
  readonly mostMoves: Signal<number>;
  readonly trial: Signal<WhatIf>;
  /** Key of the chosen meeting. */
  readonly chosen: Signal<string | null>;
  readonly view: ReadonlySignal<TrialView>;
  /** Null while they are looked for. */
  readonly plan: ReadonlySignal<Plan | null>;
  readonly target: ReadonlySignal<TargetAnswer | null>;
  readonly lasting: ReadonlySignal<readonly LastingMove[] | null>;
  readonly failed: ReadonlySignal<boolean>;
  /** Looks for the answers whenever what they depend on changes, until the function it answers with is called. */
  start(): () => void;
}

/** The state of a Plan view over weeks that are read already. */
export function createPlanState(input: PlanInput): PlanState {
  const { coming, settings, objective, nowMs } = input;
  const chosenWeek = signal<0 | 1>(isWeekNearlyOver(coming[0], settings, nowMs) && coming[1] ? 1 : 0);
  const mostMoves = signal(DEFAULT_MOVES);
  const trial = signal<WhatIf>(NO_EDITS);
  const chosen = signal<string | null>(null);
  const plan = signal<Plan | null>(null);
  const target = signal<TargetAnswer | null>(null);
  const lasting = signal<readonly LastingMove[] | null>(null);
  const failed = signal(false);

  const frame = computed(() => {
    const week = coming[chosenWeek.value];
    return frameOf(week?.week ?? '', week?.occurrences ?? [], settings, nowMs);
  });
  const before = computed(() => loadOnTrial(frame.value, NO_EDITS.edits));
  const movable = computed(
    () =>
      new Set(
        meetingsOf(frame.value)
          .filter((o) => o.startMs >= frame.value.fromMs)
          .map((o) => o.key),
      ),
  );
  const view = computed((): TrialView => {
    const { edits } = trial.value;
    const after = loadOnTrial(frame.value, edits);
    const loads = { before: before.value, after };
    return {
      frame: frame.value,
      ...loads,
      ...trialColumns(frame.value, edits, loads, movable.value, nowMs),
    };
  });

  const searched = { objective, kinds: MOVE_KINDS, nowMs, mostEffort: MOST_EFFORT };
  const look = async (isWanted: () => boolean): Promise<void> => {
    const week = coming[chosenWeek.peek()];
    if (!week) return;
    const options = { ...searched, mostMoves: mostMoves.peek() };
    plan.value = await runSliced(planSteps(week.week, week.occurrences, settings, options), isWanted);
    if (!isWanted()) return;
    if (lasting.peek() === null) {
      const month = coming.slice(1, 1 + WEEKS_AHEAD);
      lasting.value = await runSliced(lastingSteps(month, settings, { objective, nowMs }), isWanted);
    }
    if (!isWanted() || input.target === null) return;
    target.value = await runSliced(
      targetSteps(week.week, week.occurrences, settings, input.target, searched),
      isWanted,
    );
  };

  return {
    input,
    chosenWeek,
    mostMoves,
    trial,
    chosen,
    view,
    plan,
    target,
    lasting,
    failed,
    start: () =>
      effect(() => {
        chosenWeek.value;
        mostMoves.value;
        let wanted = true;
        plan.value = null;
        target.value = null;
        look(() => wanted).catch((cause: unknown) => {
          console.error('Craftweek could not make a plan', cause);
          failed.value = true;
        });
        return () => {
          wanted = false;
        };
      }),
  };
}

function isWeekNearlyOver(week: ComingWeek | undefined, settings: LoadSettings, nowMs: number): boolean {
  if (!week) return true;
  const { working, span } = frameOf(week.week, [], settings);
  const ahead = { startMs: nowMs, endMs: span.endMs };
  const left = working.map((w) => intersection(w, ahead)).filter((i) => i !== null);
  return coveredMs(left) < coveredMs(working) * LITTLE_LEFT;
}
