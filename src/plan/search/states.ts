import type { LoadSettings } from '../../load/week-load.ts';
import { type Interval, intersection, lengthMs, overlaps } from '../../time/interval.ts';
import type { Objective } from '../move.ts';
import type { Stretch } from '../stretch.ts';
import { objectiveMs, type Placed, stretchLoad } from '../stretch-load.ts';
import type { Subject } from './subject.ts';
import type { Tally } from './tally.ts';

/** What is different in a stretch: who is gone from its place, and what stands there anew. */
export interface Difference {
  /** Tells differences apart. */
  readonly key: string;
  /** The occurrence that leaves its present place; null where one only arrives. */
  readonly gone: Placed['occurrence'] | null;
  readonly arrived: Placed | null;
}

/** One layout of one stretch with what it is worth. */
export class State {
  readonly valueMs: number;
  readonly #layout: readonly Placed[];
  readonly #states: StretchStates;
  readonly #losses = new Map<number, readonly number[]>();
  #open: readonly Interval[] | undefined;

  constructor(states: StretchStates, layout: readonly Placed[]) {
    this.#states = states;
    this.#layout = layout;
    this.valueMs = states.value(layout);
  }

  /** The value with more occurrences in it, which overlap nothing. */
  valueWith(arrived: readonly Placed[]): number {
    return this.#states.value([...this.#layout, ...arrived]);
  }

  /** What is lost where `subject` is put at each of its places of this stretch alone: `Infinity` for others. */
  losses(subject: Subject): readonly number[] {
    const known = this.#losses.get(subject.id);
    if (known) return known;
    const losses = subject.places.map((place) =>
      place.stretch === this.#states.index
        ? this.valueMs + subject.worthMs - this.valueWith([place.placed])
        : Number.POSITIVE_INFINITY,
    );
    this.#losses.set(subject.id, losses);
    return losses;
  }

  /**
   * Whether a subject is hidden for good: at each minute of it so many meetings of no worth overlap, and nothing else,
   * that whatever `most` changes do, the minute stays with one of them.
   */
  hides({ occurrence, worthMs }: Subject, most: number): boolean {
    if (worthMs > 0) return false;
    const covering = this.#layout.filter((p) => overlaps(p, occurrence));
    if (covering.length <= most || covering.some((p) => p.worth || !p.meeting)) return false;
    const borders = covering.map((p) => Math.max(p.startMs, occurrence.startMs));
    const after = covering.map((p) => p.endMs).filter((ms) => ms < occurrence.endMs);
    return [...borders, ...after].every(
      (ms) => covering.filter((p) => ms >= p.startMs && ms < p.endMs).length > most,
    );
  }

  /** Open time in focus blocks that a place takes. */
  openIn(place: Interval): number {
    this.#open ??= this.#states.openFocus(this.#layout);
    return this.#open.reduce((ms, open) => {
      const taken = intersection(open, place);
      return taken ? ms + lengthMs(taken) : ms;
    }, 0);
  }
}

/** The layouts of one stretch that a search has met, each counted once. */
export class StretchStates {
  readonly index: number;
  readonly #stretch: Stretch;
  readonly #present: readonly Placed[];
  readonly #settings: LoadSettings;
  readonly #objective: Objective;
  readonly #tally: Tally;
  readonly #states = new Map<string, State>();

  constructor(
    index: number,
    stretch: Stretch,
    present: readonly Placed[],
    goal: { settings: LoadSettings; objective: Objective },
    tally: Tally,
  ) {
    this.index = index;
    this.#stretch = stretch;
    this.#present = present.filter((p) => p.startMs < stretch.endMs && p.endMs > stretch.startMs);
    this.#settings = goal.settings;
    this.#objective = goal.objective;
    this.#tally = tally;
  }

  /** Whether anything of `interval` lies in the stretch. */
  touches(interval: Interval): boolean {
    return overlaps(this.#stretch, interval);
  }

  /** The present layout with `differences`, whose order is nothing. */
  state(differences: readonly Difference[]): State {
    const key = differences
      .map((d) => d.key)
      .sort()
      .join(' ');
    const known = this.#states.get(key);
    if (known) return known;
    const gone = new Set(differences.map((d) => d.gone));
    const layout = this.#present.filter((p) => !gone.has(p.occurrence));
    for (const { arrived } of differences) if (arrived) layout.push(arrived);
    const state = new State(this, layout);
    this.#states.set(key, state);
    return state;
  }

  value(layout: readonly Placed[]): number {
    this.#tally.count(layout.length);
    return objectiveMs(stretchLoad(this.#stretch, layout, this.#settings), this.#objective, this.#settings);
  }

  /** Open time in focus blocks, where the objective counts it. */
  openFocus(layout: readonly Placed[]): Interval[] {
    const found: Interval[] = [];
    if (this.#objective === 'craft' && !this.#settings.openTimeIsCraft) return found;
    stretchLoad(this.#stretch, layout, this.#settings, (open) => found.push(...open));
    return found;
  }
}
