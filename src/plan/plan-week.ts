import type { LabelledOccurrence } from '../calendar/label.ts';
import type { LoadSettings, WeekLoad } from '../load/week-load.ts';
import { MINUTE_MS } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';
import { figuresOf, type PlanFigures } from './figures.ts';
import { type Frame, frameOf } from './frame.ts';
import { loadWith } from './load-with.ts';
import { MOVE_KINDS, type Move, type MoveKind, type Objective } from './move.ts';
import { allowedMoves } from './moves.ts';
import { search } from './search/search.ts';
import { finish } from './steps.ts';
import { stretchesOf } from './stretch.ts';
import { placed } from './stretch-load.ts';

/** Moves of a set by default, and at most. */
export const DEFAULT_MOVES = 3;
export const MOST_MOVES = 5;

/** What a search may do before it stops early: some seconds. Three moves of a real week need a hundredth of it. */
const MOST_EFFORT = 3_000_000;

export interface PlanOptions {
  readonly objective: Objective;
  /** The most moves of a set, 0 to 5. */
  readonly mostMoves: number;
  readonly kinds: readonly MoveKind[];
  /** The instant before which nothing changes; without it the week is planned as if it lay ahead. */
  readonly nowMs?: number;
  /** About how many layouts of days may be counted before the search stops early. */
  readonly mostEffort?: number;
}

/** A move with what it gives by itself, which may be negative. */
export interface WeighedMove extends Move {
  readonly gainedCraftMinutes: number;
  readonly gainedFocusMinutes: number;
}

export interface Plan {
  readonly week: PlainDate;
  readonly zone: string;
  readonly objective: Objective;
  readonly before: PlanFigures;
  /** The best allowed set, in the order of `compareMoves`; empty where no move gives anything. */
  readonly moves: readonly WeighedMove[];
  readonly after: PlanFigures;
  /** Whether no allowed set is better, proven. */
  readonly optimal: boolean;
  /** The total of the objective that no allowed set can pass. */
  readonly boundMinutes: number;
  /** Layouts of days that were counted. */
  readonly examined: number;
}

/** Every kind of move, the three moves of the default, and the craft. */
const DEFAULT_PLAN: PlanOptions = { objective: 'craft', mostMoves: DEFAULT_MOVES, kinds: MOVE_KINDS };

/** The best plan for a week (plan.md). `occurrences` are as `weekLoad` takes them. */
export function planWeek(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  options: PlanOptions = DEFAULT_PLAN,
): Plan {
  return finish(planSteps(week, occurrences, settings, options));
}

/** `planWeek` in small steps, for a page that draws in between. */
export function* planSteps(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  options: PlanOptions,
): Generator<undefined, Plan> {
  const { objective, mostMoves, mostEffort = MOST_EFFORT } = options;
  const frame = frameOf(week, occurrences, settings, options.nowMs);
  const moves = allowedMoves(frame, options.kinds);
  const changed = moves.flatMap((move) => move.changes.map(({ occurrence }) => occurrence));
  const found = yield* search({
    stretches: stretchesOf(frame, changed),
    present: frame.blocking.map((o) => placed(o, objective)),
    moves,
    settings,
    objective,
    mostMoves,
    mostEffort,
  });
  const before = loadWith([], frame);
  return {
    week,
    zone: settings.zone,
    objective,
    before: figuresOf(before),
    moves: found.best.moves.map((move) => weighed(move, frame, before)),
    after: figuresOf(loadWith(found.best.moves, frame)),
    optimal: found.optimal,
    boundMinutes: found.boundMs / MINUTE_MS,
    examined: found.examined,
  };
}

/** Every allowed single move of a week with what it gives, in the order of `compareMoves`. */
export function allMoves(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  settings: LoadSettings,
  options: Pick<PlanOptions, 'kinds' | 'nowMs'> = DEFAULT_PLAN,
): { readonly before: PlanFigures; readonly moves: readonly WeighedMove[] } {
  const frame = frameOf(week, occurrences, settings, options.nowMs);
  const before = loadWith([], frame);
  return {
    before: figuresOf(before),
    moves: allowedMoves(frame, options.kinds).map((move) => weighed(move, frame, before)),
  };
}

function weighed(move: Move, frame: Frame, before: WeekLoad): WeighedMove {
  const [was, is] = [figuresOf(before), figuresOf(loadWith([move], frame))];
  return {
    ...move,
    gainedCraftMinutes: is.craftMinutes - was.craftMinutes,
    gainedFocusMinutes: is.focusMinutes - was.focusMinutes,
  };
}
