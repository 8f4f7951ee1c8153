/**
 * Trains the classifier from tests/classify/titles and tests/classify/people, and writes src/classify/model/model.bin:
 *
 *     npm run train
 *
 * Multinomial logistic regression over hashed features (src/classify/features.ts), by AdaGrad, seeded: the same data
 * and code give the same model, byte for byte. Each row is learnt from by its title alone, with its description, with
 * all signals, and, where the person's craft is known, with the craft; so that a title alone does well and every
 * further signal helps. Kept are features that two people or two loose titles share, then the strongest of them, and
 * the model is trained again on these.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { ACTIVITIES } from '../src/calendar/activity.ts';
import { conceptFinder } from '../src/classify/concepts.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';
import { features } from '../src/classify/features.ts';
import { packModel, stepsOf } from '../src/classify/model-format.ts';
import { BUCKETS } from '../src/classify/text.ts';
import { vectorOf } from '../src/classify/vector.ts';
import { seeded } from '../tests/drift/simulated-weeks.ts';
import { MODEL_FILE } from './committed-model.ts';
import { LEFT_OUT_HANDS, labelledPeople } from './labelled-people.ts';
import { type LabelledRow, trainingRows } from './labelled-rows.ts';

const EPOCHS = 8;
const RATE = 0.05;
const DECAY = 2e-5;
const BIAS_RATE = 0.01;
/** Features kept; with `STEP`, what keeps the model under 400 KB compressed. */
const MOST_FEATURES = 69_000;
const STEP = 0.12;
/** Rows of whole people count so many times a loose title: they are three times as many. */
const PERSON_WEIGHT = 1;
/** A row that could honestly be called something else is learnt as both. */
const AMBIGUOUS_SHARE = 0.4;
/** A row of which it is not said what else it could be is learnt a little as everything. */
const VAGUE_SHARE = 0.3;
/** A feature that comes only with unknown words is kept from so many rows on. */
const RARE_SIGN = 20;
const SOURCES_AT_LEAST = 2;

const K = ACTIVITIES.length;
const root = join(import.meta.dirname, '..');
const CONCEPTS_FILE = join(root, 'src/classify/model/concepts.txt');

interface Example {
  readonly slots: Int32Array;
  readonly values: Float64Array;
  readonly target: Float32Array;
  readonly weight: number;
}

interface Weights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What the model is trained over: the concepts, and the buckets kept so far, with slots from 1. */
class Vocabulary {
  readonly conceptsOf: ReturnType<typeof conceptFinder>;
  #slots = new Uint32Array(BUCKETS);
  buckets: readonly number[] = [];

  constructor(concepts: string) {
    this.conceptsOf = conceptFinder(concepts);
  }

  readonly slotOf = (bucket: number): number => this.#slots[bucket] ?? 0;
  readonly knows = (bucket: number): boolean => this.slotOf(bucket) !== 0;

  keep(buckets: readonly number[]): void {
    this.buckets = [...buckets].sort((a, b) => a - b);
    this.#slots = new Uint32Array(BUCKETS);
    for (const [i, bucket] of this.buckets.entries()) this.#slots[bucket] = i + 1;
  }
}

/** All signals, with the craft where it is known. */
function factsWithCraft({ facts, craft, source }: LabelledRow): EventFacts {
  const { country: _, ...rest } = facts;
  return craft !== undefined && source.includes('#') ? { ...rest, craft } : rest;
}

/** The forms that a row is learnt in. */
function forms(row: LabelledRow): EventFacts[] {
  const { craft, ...facts } = factsWithCraft(row);
  const { title, description, ...signals } = facts;
  const withText = description === undefined ? { title } : { title, description };
  return [
    { title },
    ...(description === undefined ? [] : [withText]),
    { ...withText, ...signals },
    ...(craft === undefined ? [] : [{ ...withText, ...signals, craft }]),
  ];
}

function targetOf({ activity, alternatives, ambiguous }: LabelledRow): Float32Array {
  const target = new Float32Array(K);
  const add = (k: number, share: number): void => {
    target[k] = (target[k] ?? 0) + share;
  };
  const others = alternatives.length > 0 ? AMBIGUOUS_SHARE : ambiguous ? VAGUE_SHARE : 0;
  add(ACTIVITIES.indexOf(activity), 1 - others);
  for (const other of alternatives) add(ACTIVITIES.indexOf(other), others / alternatives.length);
  if (alternatives.length === 0) for (let k = 0; k < K; k++) add(k, others / K);
  return target;
}

function examplesOf(rows: readonly LabelledRow[], vocabulary: Vocabulary): Example[] {
  return rows.flatMap((row) => {
    const target = targetOf(row);
    const weight = row.source.includes('#') ? PERSON_WEIGHT : 1;
    return forms(row).map((facts) => {
      const { slots, values } = vectorOf(facts, vocabulary);
      return { slots, values, target, weight };
    });
  });
}

/** AdaGrad over the examples, shuffled by the seed. */
function trainWeights(examples: readonly Example[], size: number): Weights {
  const weights = new Float32Array((size + 1) * K);
  const squares = new Float32Array((size + 1) * K);
  const bias = new Float32Array(K);
  const order = examples.map((_, i) => i);
  const uniform = seeded(1);
  const error = new Float64Array(K);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example) step(example, { weights, bias }, squares, error);
    }
  }
  return { weights, bias };
}

/** The score of each activity, before the softmax. */
function scoresInto(
  scores: Float64Array,
  { slots, values }: Example,
  weights: Weights['weights'],
  bias: Weights['bias'],
): void {
  for (let k = 0; k < K; k++) scores[k] = bias[k] ?? 0;
  for (let f = 0; f < slots.length; f++) {
    const base = (slots[f] ?? 0) * K;
    const value = values[f] ?? 0;
    for (let k = 0; k < K; k++) scores[k] = (scores[k] ?? 0) + (weights[base + k] ?? 0) * value;
  }
}

function step(
  example: Example,
  { weights, bias }: Weights,
  squares: Float32Array,
  error: Float64Array,
): void {
  const { slots, values, target, weight } = example;
  scoresInto(error, example, weights, bias);
  softmax(error);
  for (let k = 0; k < K; k++) {
    error[k] = weight * ((error[k] ?? 0) - (target[k] ?? 0));
    bias[k] = (bias[k] ?? 0) - BIAS_RATE * (error[k] ?? 0);
  }
  for (let f = 0; f < slots.length; f++) {
    const base = (slots[f] ?? 0) * K;
    const value = values[f] ?? 0;
    for (let k = 0; k < K; k++) {
      const at = base + k;
      const gradient = (error[k] ?? 0) * value + DECAY * (weights[at] ?? 0);
      const square = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = square;
      weights[at] = (weights[at] ?? 0) - (RATE * gradient) / (Math.sqrt(square) + 1e-3);
    }
  }
}

function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let k = 0; k < K; k++) {
    const e = Math.exp((scores[k] ?? 0) - most);
    scores[k] = e;
    sum += e;
  }
  for (let k = 0; k < K; k++) scores[k] = (scores[k] ?? 0) / sum;
}

/** In how many sources (people, loose titles) each bucket comes. */
function sourceCounts(rows: readonly LabelledRow[], { conceptsOf }: Vocabulary): Uint16Array {
  const bySource = new Map<string, Set<number>>();
  for (const row of rows) {
    const here = bySource.get(row.source) ?? new Set();
    bySource.set(row.source, here);
    features(factsWithCraft(row), (bucket) => here.add(bucket), { knows: () => true, conceptsOf });
  }
  const found = new Uint16Array(BUCKETS);
  for (const buckets of bySource.values())
    for (const bucket of buckets) found[bucket] = (found[bucket] ?? 0) + 1;
  return found;
}

/** Signs that come only where words are not known: they are seen once the known words are settled. */
function signsOfTheUnknown(rows: readonly LabelledRow[], vocabulary: Vocabulary): number[] {
  const found = new Map<number, number>();
  for (const row of rows) {
    const count = (bucket: number): void => {
      if (!vocabulary.knows(bucket)) found.set(bucket, (found.get(bucket) ?? 0) + 1);
    };
    features(factsWithCraft(row), count, vocabulary);
  }
  return [...found].filter(([, rowsOfIt]) => rowsOfIt >= RARE_SIGN).map(([bucket]) => bucket);
}

/** The file of the model of `rows`. */
export function trainModel(rows: readonly LabelledRow[], concepts: string, made: string): Uint8Array {
  const vocabulary = new Vocabulary(concepts);
  const found = sourceCounts(rows, vocabulary);
  const shared = [...found.keys()].filter((bucket) => (found[bucket] ?? 0) >= SOURCES_AT_LEAST);
  vocabulary.keep(shared);
  vocabulary.keep([...new Set([...shared, ...signsOfTheUnknown(rows, vocabulary)])]);
  const first = trainWeights(examplesOf(rows, vocabulary), vocabulary.buckets.length);
  const strength = vocabulary.buckets.map((bucket, i) => {
    let square = 0;
    for (let k = 0; k < K; k++) square += (first.weights[(i + 1) * K + k] ?? 0) ** 2;
    return { bucket, value: Math.sqrt(square * (found[bucket] ?? 1)) };
  });
  vocabulary.keep(
    strength
      .sort((a, b) => b.value - a.value || a.bucket - b.bucket)
      .slice(0, MOST_FEATURES)
      .map(({ bucket }) => bucket),
  );
  const kept = vocabulary.buckets;
  const { weights, bias } = trainWeights(examplesOf(rows, vocabulary), kept.length);
  const steps = new Int8Array(kept.length * K);
  for (let i = 0; i < kept.length; i++) {
    let mean = 0;
    for (let k = 0; k < K; k++) mean += (weights[(i + 1) * K + k] ?? 0) / K;
    for (let k = 0; k < K; k++) steps[i * K + k] = stepsOf((weights[(i + 1) * K + k] ?? 0) - mean, STEP);
  }
  return packModel(kept, steps, concepts, {
    made,
    step: STEP,
    sharpness: SHARPNESS,
    bias: [...bias].map((b) => Number(b.toFixed(4))),
  });
}

/** By what scores are multiplied: set on people left out, so that confidences are as often right as they say. */
const SHARPNESS = 1;

export const conceptsTable = (): string => readFileSync(CONCEPTS_FILE, 'utf8');

/** What the shipped model learns from: the loose titles, and every person but those of the hands left out. */
export function rowsToLearn(): LabelledRow[] {
  const people = labelledPeople().filter(({ hand }) => !LEFT_OUT_HANDS.includes(hand));
  return [...trainingRows(), ...people.flatMap(({ rows }) => rows)];
}

/** Hash of everything that the model is made from; the tests compare it with the committed model's. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(JSON.stringify(rowsToLearn())).update(conceptsTable());
  for (const file of [
    'scripts/train.ts',
    'src/classify/concepts.ts',
    'src/classify/craft-features.ts',
    'src/classify/craft-traits.ts',
    'src/classify/features.ts',
    'src/classify/subject.ts',
    'src/classify/text.ts',
    'src/classify/vector.ts',
    'src/classify/model-format.ts',
  ]) {
    hash.update(readFileSync(join(root, file), 'utf8'));
  }
  return hash.digest('hex').slice(0, 16);
}

if (import.meta.main) {
  const rows = rowsToLearn();
  const made = sourceHash();
  const file = trainModel(rows, conceptsTable(), made);
  writeFileSync(MODEL_FILE, file);
  // What the model is named by, for those who do not load it.
  writeFileSync(
    join(root, 'src/classify/model/made.ts'),
    `// Made by \`npm run train\`; do not edit.\nexport const MODEL_MADE = '${made}';\n`,
  );
  const size = deflateRawSync(file, { level: 9 }).length / 1024;
  console.log(`${rows.length} rows, ${size.toFixed(0)} KB compressed`);
}
