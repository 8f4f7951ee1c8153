/**
 * Trains the classifier from tests/classify/titles and writes src/classify/model/model.ts:
 *
 *     npm run train
 *
 * Multinomial logistic regression over hashed features (src/classify/features.ts), by AdaGrad, seeded: the same data
 * and code give the same model, bit for bit. Each row is learnt from by its title alone, with its description, and
 * with all signals, so that a title alone does well and every further signal helps. Only features that come at least
 * twice are kept, then the strongest of them, and the model is trained again on these.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ACTIVITIES } from '../src/calendar/activity.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';
import { BUCKETS, features } from '../src/classify/features.ts';
import { pack, stepsOf } from '../src/classify/model-format.ts';
import { type FeatureVector, vectorOf } from '../src/classify/vector.ts';
import { seeded } from '../tests/drift/simulated-weeks.ts';
import { type LabelledRow, trainingRows } from './labelled-rows.ts';

const EPOCHS = 14;
const RATE = 0.05;
const DECAY = 2e-5;
const BIAS_RATE = 0.01;
/** Features kept; with `STEP`, what keeps the model under 150 KB compressed. */
const MOST_FEATURES = 36_000;
const STEP = 0.16;
/** A row that could honestly be called something else is learnt as both. */
const AMBIGUOUS_SHARE = 0.4;

const K = ACTIVITIES.length;
const root = join(import.meta.dirname, '..');

interface Weights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The forms that a row is learnt in. */
function forms({ title, description, ...signals }: EventFacts): EventFacts[] {
  const withText = description === undefined ? { title } : { title, description };
  return [{ title }, ...(description === undefined ? [] : [withText]), { ...withText, ...signals }];
}

function targetOf({ activity, alternatives }: LabelledRow): Float32Array {
  const target = new Float32Array(K);
  const own = alternatives.length > 0 ? 1 - AMBIGUOUS_SHARE : 1;
  target[ACTIVITIES.indexOf(activity)] = own;
  for (const other of alternatives) {
    const k = ACTIVITIES.indexOf(other);
    target[k] = (target[k] ?? 0) + AMBIGUOUS_SHARE / alternatives.length;
  }
  return target;
}

/** Trains over the buckets that `slotOf` knows; slots run from 1 to `size`. */
export function trainWeights(
  rows: readonly LabelledRow[],
  slotOf: (bucket: number) => number,
  size: number,
): Weights {
  const examples: { vector: FeatureVector; target: Float32Array }[] = rows.flatMap((row) => {
    const target = targetOf(row);
    return forms(row.facts).map((facts) => ({ vector: vectorOf(facts, slotOf), target }));
  });
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
      if (!example) continue;
      const { slots, values, count } = example.vector;
      for (let k = 0; k < K; k++) error[k] = bias[k] ?? 0;
      for (let f = 0; f < count; f++) {
        const base = (slots[f] ?? 0) * K;
        const value = values[f] ?? 0;
        for (let k = 0; k < K; k++) error[k] = (error[k] ?? 0) + (weights[base + k] ?? 0) * value;
      }
      softmax(error);
      for (let k = 0; k < K; k++) {
        error[k] = (error[k] ?? 0) - (example.target[k] ?? 0);
        bias[k] = (bias[k] ?? 0) - BIAS_RATE * (error[k] ?? 0);
      }
      for (let f = 0; f < count; f++) {
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
  }
  return { weights, bias };
}

function softmax(scores: Float64Array): void {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let k = 0; k < K; k++) {
    const e = Math.exp((scores[k] ?? 0) - most);
    scores[k] = e;
    sum += e;
  }
  for (let k = 0; k < K; k++) scores[k] = (scores[k] ?? 0) / sum;
}

/** In how many rows each bucket comes. */
function counts(rows: readonly LabelledRow[]): Uint16Array {
  const found = new Uint16Array(BUCKETS);
  for (const row of rows) {
    const here = new Set<number>();
    features(row.facts, (bucket) => here.add(bucket));
    for (const bucket of here) found[bucket] = (found[bucket] ?? 0) + 1;
  }
  return found;
}

function slotsOf(buckets: readonly number[]): (bucket: number) => number {
  const slots = new Uint32Array(BUCKETS);
  for (const [i, bucket] of buckets.entries()) slots[bucket] = i + 1;
  return (bucket) => slots[bucket] ?? 0;
}

/** The packed model of `rows`. */
export function trainModel(rows: readonly LabelledRow[], made: string): ReturnType<typeof pack> {
  const found = counts(rows);
  const repeated = [...found.keys()].filter((bucket) => (found[bucket] ?? 0) > 1);
  const first = trainWeights(rows, slotsOf(repeated), repeated.length);
  const strength = repeated.map((bucket, i) => {
    let square = 0;
    for (let k = 0; k < K; k++) square += (first.weights[(i + 1) * K + k] ?? 0) ** 2;
    return { bucket, value: Math.sqrt(square * (found[bucket] ?? 0)) };
  });
  const kept = strength
    .sort((a, b) => b.value - a.value || a.bucket - b.bucket)
    .slice(0, MOST_FEATURES)
    .map(({ bucket }) => bucket)
    .sort((a, b) => a - b);
  const { weights, bias } = trainWeights(rows, slotsOf(kept), kept.length);
  const steps = new Int8Array(kept.length * K);
  for (let i = 0; i < kept.length; i++) {
    let mean = 0;
    for (let k = 0; k < K; k++) mean += (weights[(i + 1) * K + k] ?? 0) / K;
    for (let k = 0; k < K; k++) steps[i * K + k] = stepsOf((weights[(i + 1) * K + k] ?? 0) - mean, STEP);
  }
  return pack(kept, steps, { made, step: STEP, bias: [...bias].map((b) => Number(b.toFixed(4))) });
}

/** Hash of everything that the model is made from; the tests compare it with the committed model's. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(JSON.stringify(trainingRows()));
  for (const file of [
    'scripts/train.ts',
    'src/classify/features.ts',
    'src/classify/vector.ts',
    'src/classify/model-format.ts',
  ]) {
    hash.update(readFileSync(join(root, file), 'utf8'));
  }
  return hash.digest('hex').slice(0, 16);
}

if (import.meta.main) {
  const rows = trainingRows();
  const packed = trainModel(rows, sourceHash());
  mkdirSync(join(root, 'src/classify/model'), { recursive: true });
  const text = `// Made by \`npm run train\`; do not edit.\nimport type { PackedModel } from '../model-format.ts';\n\nexport const MODEL: PackedModel = ${JSON.stringify(packed)};\n`;
  writeFileSync(join(root, 'src/classify/model/model.ts'), text);
  const size = brotliCompressSync(text).length / 1024;
  console.log(`${rows.length} rows, ${packed.size} features, ${size.toFixed(0)} KB compressed`);
}
