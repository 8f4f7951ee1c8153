import { ACTIVITIES } from '../calendar/activity.ts';
import type { Correction } from '../calendar/correction.ts';
import type { Recurring } from '../calendar/occurrence.ts';
import type { EventFacts } from './event-facts.ts';
import type { Model } from './model-format.ts';
import { scoresOf } from './predict.ts';
import { normalized, termsOf, wordsOf } from './text.ts';
import { vectorOf } from './vector.ts';

/** Corrections learnt from: the newest. */
const MOST_LESSONS = 500;
const PASSES = 4;
const RATE = 1;
/** Words that the model does not know carry most: what it knows of the others rests on thousands of rows. */
const UNKNOWN_WORD = 1;
const KNOWN_WORD = 0.3;
/** How far a row is moved at most, between two activities: only what the model is in doubt of changes sides. */
const MOST_PUSH = 1;
/** A title that shares so much of its words with a corrected one is the same, but for a word. */
const NEARLY_THE_SAME = 0.6;
const FURTHEST_PUSH = 12;
const FIRMER = 4;
/** Less than this is not told as a reason, and moves nothing. */
const LEAST_PUSH = 0.05;
const MOST_TERMS = 10;

const K = ACTIVITIES.length;

/** What the corrections teach about other events. */
export interface Lesson {
  /** Scores to add for an event that shares words with corrected ones; null where it shares none. */
  readonly bonus: (facts: EventFacts) => Float64Array | null;
  /** Title of the corrected event that speaks most for that activity here; null where none does. */
  readonly taughtBy: (facts: EventFacts, activity: number) => string | null;
}

interface Example {
  readonly title: string;
  readonly activity: number;
  readonly words: ReadonlyMap<string, number>;
  readonly scores: Float64Array;
}

/**
 * Learns from the user's corrections, on this machine: a few small steps over the words of the corrected events, made
 * anew from the list of corrections each time and never stored, so that what one teaches goes when it is undone. An
 * event that shares no word with a corrected one is left exactly as it was. A correction of one occurrence teaches
 * nothing. Null where there is nothing to learn.
 */
export function lessonsFrom(model: Model, corrections: readonly Correction[]): Lesson | null {
  const examples = [...corrections]
    .sort((a, b) => a.madeMs - b.madeMs)
    .slice(-MOST_LESSONS)
    .flatMap(({ scope, verdict, example }): Example[] => {
      // To leave something out is about that one thing, and one occurrence is not its series.
      if (verdict === 'ignore' || scope.kind === 'occurrence' || example.title.trim() === '') return [];
      const facts: EventFacts = {
        title: example.title,
        attendees: example.people,
        recurring: example.recurring as Recurring,
      };
      const words = weighedWords(model, facts);
      if (words.size === 0) return [];
      const scores = scoresOf(model, vectorOf(facts, model));
      return [{ title: example.title, activity: ACTIVITIES.indexOf(verdict), words, scores }];
    });
  if (examples.length === 0) return null;
  const weights = stepsOver(examples);
  return {
    bonus(facts) {
      const words = weighedWords(model, facts);
      const found = sumOver(words, weights);
      const nearlyTheSame =
        found !== null && examples.some((e) => sharedPart(e.words, words) >= NEARLY_THE_SAME);
      if (found === null) return null;
      return nearlyTheSame
        ? bounded(
            found.map((push) => FIRMER * push),
            FURTHEST_PUSH,
          )
        : bounded(found, MOST_PUSH);
    },
    // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: two loops with nothing to name between them.
    taughtBy(facts, activity) {
      const words = weighedWords(model, facts);
      const found = sumOver(words, weights);
      if (!found || (found[activity] ?? 0) < LEAST_PUSH) return null;
      let best: { title: string; shared: number } | null = null;
      for (const example of examples) {
        if (example.activity !== activity) continue;
        let shared = 0;
        for (const [word, value] of words) shared += value * (example.words.get(word) ?? 0);
        // The newer of two that share as much is told.
        if (shared > 0 && (best === null || shared >= best.shared)) best = { title: example.title, shared };
      }
      return best?.title ?? null;
    },
  };
}

/** The words of a title with what each carries, brought to length one. */
function weighedWords(model: Model, { title }: EventFacts): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const term of termsOf(wordsOf(normalized(title))).slice(0, MOST_TERMS)) {
    if (!/\p{L}/u.test(term)) continue;
    words.set(term, model.knowsTerm(term) ? KNOWN_WORD : UNKNOWN_WORD);
  }
  const length = Math.sqrt([...words.values()].reduce((sum, v) => sum + v * v, 0));
  for (const [word, value] of words) words.set(word, value / Math.max(length, UNKNOWN_WORD));
  return words;
}

function stepsOver(examples: readonly Example[]): ReadonlyMap<string, Float64Array> {
  const weights = new Map<string, Float64Array>();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const { activity, words, scores } of examples) {
      const own = sumOver(words, weights);
      const error = softmax(scores.map((score, k) => score + (own?.[k] ?? 0)));
      error[activity] = (error[activity] ?? 0) - 1;
      for (const [word, value] of words) {
        const at = weights.get(word) ?? new Float64Array(K);
        for (let k = 0; k < K; k++) at[k] = (at[k] ?? 0) - RATE * value * (error[k] ?? 0);
        weights.set(word, at);
      }
    }
  }
  return weights;
}

function sumOver(
  words: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, Float64Array>,
): Float64Array | null {
  let sum: Float64Array | null = null;
  for (const [word, value] of words) {
    const at = weights.get(word);
    if (!at) continue;
    sum ??= new Float64Array(K);
    for (let k = 0; k < K; k++) sum[k] = (sum[k] ?? 0) + value * (at[k] ?? 0);
  }
  return sum;
}

/**
 * Kept within what one row may be moved, and only towards what was taught: that one thing is no meeting says nothing of
 * what another is, and each change has a correction that it comes from.
 */
function bounded(push: Float64Array, most: number): Float64Array {
  const towards = push.map((p) => Math.max(0, p));
  const furthest = Math.max(...towards);
  return furthest > most ? towards.map((p) => (p * most) / furthest) : towards;
}

/** Words that two titles share, of all their words. */
function sharedPart(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const word of a.keys()) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}
