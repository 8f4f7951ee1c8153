import type { EventFacts } from './event-facts.ts';
import { BUCKETS, type FeatureGroup, features } from './features.ts';

/** Events with few features would otherwise weigh each of them too much. */
const LEAST_NORM = 1.5;
/** Length that feature vectors are brought to. */
const LENGTH = 3.5;

/** A sparse vector of features: slots of the model and their values, and where each came from. */
export interface FeatureVector {
  readonly count: number;
  readonly slots: Int32Array;
  readonly values: Float64Array;
  readonly groups: readonly FeatureGroup[];
  readonly words: readonly string[];
}

/** Features per event past this number are dropped: a title of a thousand words is no title. */
const MOST_FEATURES = 4096;
const seen = new Int32Array(BUCKETS);
const slotBuffer = new Int32Array(MOST_FEATURES);
const valueBuffer = new Float64Array(MOST_FEATURES);

/**
 * The features of an event that the model knows, brought to one length. `slotOf` gives a bucket's slot, or 0 for one
 * that is not known.
 */
export function vectorOf(facts: EventFacts, slotOf: (bucket: number) => number): FeatureVector {
  let count = 0;
  const groups: FeatureGroup[] = [];
  const words: string[] = [];
  const buckets: number[] = [];
  features(facts, (bucket, group, text, weight) => {
    const slot = slotOf(bucket);
    if (slot === 0) return;
    const known = seen[bucket] ?? 0;
    if (known > 0) {
      valueBuffer[known - 1] = (valueBuffer[known - 1] ?? 0) + weight;
      return;
    }
    if (count >= MOST_FEATURES) return;
    slotBuffer[count] = slot;
    valueBuffer[count] = weight;
    groups.push(group);
    words.push(text);
    buckets.push(bucket);
    seen[bucket] = ++count;
  });
  for (const bucket of buckets) seen[bucket] = 0;
  let square = 0;
  for (let i = 0; i < count; i++) square += (valueBuffer[i] ?? 0) ** 2;
  const scale = LENGTH / Math.max(Math.sqrt(square), LEAST_NORM);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = (valueBuffer[i] ?? 0) * scale;
  return { count, slots: slotBuffer.slice(0, count), values, groups, words };
}
