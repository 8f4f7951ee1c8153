import { ACTIVITIES } from '../calendar/activity.ts';
import { type ConceptFinder, conceptFinder } from './concepts.ts';
import { BUCKETS, bucketOfTerm } from './text.ts';

/** What stands at the head of a model's file, as JSON. */
export interface ModelHead {
  /** Hash of the data and the code that it was made from. */
  readonly made: string;
  /** Number of features. */
  readonly size: number;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Scores are multiplied by it, so that confidences are as often right as they say. */
  readonly sharpness: number;
  readonly bias: readonly number[];
  /** Bytes of the gaps between the buckets that are used. */
  readonly gapBytes: number;
}

/** The model as it is used. */
export interface Model extends ModelHead {
  /** Slot of a bucket, from 1; 0 where the model does not know it. */
  readonly slotOf: (bucket: number) => number;
  /** Weights in steps; those of slot `s` begin at `s * ACTIVITIES.length`. */
  readonly weights: Int8Array;
  readonly conceptsOf: ConceptFinder;
  /** Whether a word, or a pair of Chinese or Japanese characters, is known by itself. */
  readonly knowsTerm: (term: string) => boolean;
}

/** A model's file is something else, or one of another version. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly code = 'model-unreadable';
}

const FURTHEST = 127;
const HEAD_LENGTH_BYTES = 4;
const K = ACTIVITIES.length;

/** Steps of a weight, kept within what one byte holds. */
export function stepsOf(weight: number, step: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, Math.round(weight / step)));
}

/**
 * A model as a file: the length of its head (little-endian, four bytes), the head, the gaps between the sorted buckets
 * in base 128, the weights activity by activity (`steps[i * activities + k]`), and the table of concepts.
 */
export function packModel(
  buckets: readonly number[],
  steps: Int8Array,
  concepts: string,
  rest: Omit<ModelHead, 'size' | 'gapBytes'>,
): Uint8Array {
  const gaps: number[] = [];
  let last = 0;
  for (const bucket of buckets) {
    let gap = bucket - last;
    last = bucket;
    for (; gap >= 128; gap = Math.floor(gap / 128)) gaps.push(128 + (gap % 128));
    gaps.push(gap);
  }
  const head: ModelHead = { ...rest, size: buckets.length, gapBytes: gaps.length };
  const headText = new TextEncoder().encode(JSON.stringify(head));
  const table = new TextEncoder().encode(concepts);
  const weights = new Int8Array(buckets.length * K);
  for (let k = 0; k < K; k++)
    for (let i = 0; i < buckets.length; i++) weights[k * buckets.length + i] = steps[i * K + k] ?? 0;
  const file = new Uint8Array(
    HEAD_LENGTH_BYTES + headText.length + gaps.length + weights.length + table.length,
  );
  new DataView(file.buffer).setUint32(0, headText.length, true);
  let at = HEAD_LENGTH_BYTES;
  for (const part of [headText, Uint8Array.from(gaps), new Uint8Array(weights.buffer), table]) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Reads a model's file; takes a few milliseconds. Throws ModelError where it is none. */
export function readModel(file: Uint8Array): Model {
  const { head, at } = headOf(file);
  const { size, gapBytes } = head;
  const packed = new Int8Array(file.buffer, file.byteOffset + at + gapBytes, size * K);
  const slots = new Uint32Array(BUCKETS);
  const weights = new Int8Array((size + 1) * K);
  let bucket = 0;
  let next = at;
  for (let i = 0; i < size; i++) {
    let unit = 1;
    for (;;) {
      const digit = file[next++] ?? 0;
      bucket += (digit % 128) * unit;
      unit *= 128;
      if (digit < 128) break;
    }
    slots[bucket] = i + 1;
    for (let k = 0; k < K; k++) weights[(i + 1) * K + k] = packed[k * size + i] ?? 0;
  }
  const concepts = new TextDecoder().decode(file.subarray(at + gapBytes + size * K));
  const slotOf = (b: number): number => slots[b] ?? 0;
  return {
    ...head,
    slotOf,
    weights,
    conceptsOf: conceptFinder(concepts),
    knowsTerm: (term) => slotOf(bucketOfTerm(term)) !== 0,
  };
}

function headOf(file: Uint8Array): { head: ModelHead; at: number } {
  if (file.length < HEAD_LENGTH_BYTES) throw new ModelError('the model is cut off');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const at = HEAD_LENGTH_BYTES + length;
  if (at > file.length) throw new ModelError('the model is cut off');
  let head: ModelHead;
  try {
    head = JSON.parse(new TextDecoder().decode(file.subarray(HEAD_LENGTH_BYTES, at))) as ModelHead;
  } catch (cause) {
    throw new ModelError('the model has no head', { cause });
  }
  if (head.bias.length !== K) throw new ModelError('the model knows other activities');
  if (at + head.gapBytes + head.size * K > file.length) throw new ModelError('the model is cut off');
  return { head, at };
}
