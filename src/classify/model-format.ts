import { ACTIVITIES } from '../calendar/activity.ts';
import { BUCKETS } from './features.ts';

/** The model as it is committed: text that compresses as well as its bytes would. */
export interface PackedModel {
  /** Hash of the data and the code that it was made from. */
  readonly made: string;
  readonly size: number;
  /** What one step of a weight is worth. */
  readonly step: number;
  readonly bias: readonly number[];
  /** Gaps between the buckets that are used, in base 32. */
  readonly buckets: string;
  /** Weights in steps, activity by activity. */
  readonly weights: string;
}

/** The model as it is used. */
export interface Model {
  /** Slot of a bucket, from 1; 0 where the model does not know it. */
  readonly slotOf: (bucket: number) => number;
  /** Weights of slot `s` begin at `s * ACTIVITIES.length`. */
  readonly weights: Float32Array;
  readonly bias: readonly number[];
}

const ZERO = 80;
const FURTHEST = 40;
const DIGIT = 48;

/** Steps of a weight, kept within what one character holds. */
export function stepsOf(weight: number, step: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, Math.round(weight / step)));
}

/** Packs sorted buckets and their weights in steps (`steps[i * activities + k]`). */
export function pack(
  buckets: readonly number[],
  steps: Int8Array,
  rest: Pick<PackedModel, 'made' | 'step' | 'bias'>,
): PackedModel {
  const gaps: string[] = [];
  let last = 0;
  for (const bucket of buckets) {
    let gap = bucket - last;
    last = bucket;
    for (; gap >= 32; gap = Math.floor(gap / 32)) gaps.push(String.fromCharCode(DIGIT + 32 + (gap % 32)));
    gaps.push(String.fromCharCode(DIGIT + gap));
  }
  const weights: string[] = [];
  for (let k = 0; k < ACTIVITIES.length; k++) {
    for (let i = 0; i < buckets.length; i++) {
      weights.push(String.fromCharCode(ZERO + (steps[i * ACTIVITIES.length + k] ?? 0)));
    }
  }
  return { ...rest, size: buckets.length, buckets: gaps.join(''), weights: weights.join('') };
}

/** Unpacks a model; takes a few milliseconds. */
export function unpack(packed: PackedModel): Model {
  const { size, step } = packed;
  const activities = ACTIVITIES.length;
  const slots = new Uint16Array(BUCKETS);
  const weights = new Float32Array((size + 1) * activities);
  let bucket = 0;
  let at = 0;
  for (let i = 0; i < size; i++) {
    let gap = 0;
    let unit = 1;
    for (;;) {
      const digit = packed.buckets.charCodeAt(at++) - DIGIT;
      gap += (digit % 32) * unit;
      unit *= 32;
      if (digit < 32) break;
    }
    bucket += gap;
    slots[bucket] = i + 1;
    for (let k = 0; k < activities; k++) {
      weights[(i + 1) * activities + k] = (packed.weights.charCodeAt(k * size + i) - ZERO) * step;
    }
  }
  return { slotOf: (b) => slots[b] ?? 0, weights, bias: packed.bias };
}
