import { ACTIVITIES } from '../calendar/activity.ts';
import type { Correction } from '../calendar/correction.ts';
import { model, scoresOf } from './predict.ts';
import { type FeatureVector, vectorOf } from './vector.ts';

/** Titles at least this alike (cosine of their features) learn from one another. */
const ALIKE = 0.55;
/** How far a look-alike is moved past the model's own favourite, in units of score, at full likeness. */
const PUSH = 3;
/** Corrections learnt from: the newest. */
const MOST_LESSONS = 500;

const K = ACTIVITIES.length;

/** What the corrections teach about other events. */
export interface Lesson {
  /** Scores to add for an event that looks like corrected ones; null where none does. */
  readonly bonus: (vector: FeatureVector) => Float64Array | null;
  /** Title of the corrected event that is most alike, where one is alike enough. */
  readonly similarTo: (vector: FeatureVector) => string | null;
}

interface Example {
  readonly title: string;
  readonly activity: number;
  readonly values: ReadonlyMap<number, number>;
  readonly norm: number;
}

/**
 * Learns from the user's corrections, on this machine: an event whose title looks like a corrected one is moved
 * towards its activity, the more the more alike, and no further than needed to pass what the model favours. Events
 * that look like none are left as they were. Null where there is nothing to learn.
 */
export function lessonsFrom(corrections: readonly Correction[]): Lesson | null {
  const examples = [...corrections]
    .sort((a, b) => b.madeMs - a.madeMs)
    .slice(0, MOST_LESSONS)
    .flatMap(({ verdict, example }): Example[] => {
      // Whether to leave something out is about that one thing, not about its words.
      if (verdict === 'ignore' || example.title.trim() === '') return [];
      const vector = vectorOf({ title: example.title }, model().slotOf);
      return [{ title: example.title, activity: ACTIVITIES.indexOf(verdict), ...sparse(vector) }];
    });
  if (examples.length === 0) return null;

  const nearest = (vector: FeatureVector): { example: Example; likeness: number } | null => {
    const own = sparse(vector);
    let best: { example: Example; likeness: number } | null = null;
    for (const example of examples) {
      let dot = 0;
      for (const [slot, value] of example.values) dot += value * (own.values.get(slot) ?? 0);
      const likeness = dot / (example.norm * own.norm || 1);
      // The newer of two that are as alike wins, since examples are newest first.
      if (likeness >= ALIKE && (best === null || likeness > best.likeness)) best = { example, likeness };
    }
    return best;
  };
  return {
    bonus(vector) {
      const found = nearest(vector);
      if (!found) return null;
      const scores = scoresOf(vector);
      const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const { activity } = found.example;
      const bonus = new Float64Array(K);
      const strength = (found.likeness - ALIKE) / (1 - ALIKE);
      bonus[activity] = most - (scores[activity] ?? 0) + PUSH * strength;
      return bonus;
    },
    similarTo: (vector) => nearest(vector)?.example.title ?? null,
  };
}

/** The title's features alone: signals say how an event is held, not what it is. */
function sparse(vector: FeatureVector): { values: Map<number, number>; norm: number } {
  const values = new Map<number, number>();
  let square = 0;
  for (let f = 0; f < vector.count; f++) {
    if (vector.groups[f] !== 'title') continue;
    const value = vector.values[f] ?? 0;
    values.set(vector.slots[f] ?? 0, value);
    square += value * value;
  }
  return { values, norm: Math.sqrt(square) };
}
