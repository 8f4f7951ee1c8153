import type { ConceptFinder } from './concepts.ts';
import type { EventFacts } from './event-facts.ts';
import type { FeatureGroup } from './feature-group.ts';
import { features } from './features.ts';
import { BUCKETS } from './text.ts';

/** Events with few features would otherwise weigh each of them too much. */
const LEAST_NORM = 1.5;
type Part = 'text' | 'shape' | 'craft';
/**
 * Lengths that what the words say, how the event is held and what they mean to the craft are brought to, each by
 * itself: else a long title would drown the rest.
 */
const LENGTHS: Readonly<Record<Part, number>> = { text: 3, shape: 2, craft: 1.5 };

function partOf(group: FeatureGroup | undefined): Part {
  return group === 'title' || group === 'description' ? 'text' : group === 'craft' ? 'craft' : 'shape';
}

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

/** What a model knows of words. */
export interface Vocabulary {
  /** A bucket's slot, or 0 for one that is not known. */
  readonly slotOf: (bucket: number) => number;
  readonly conceptsOf: ConceptFinder;
}

/** The features of an event that the model knows, brought to their lengths. */
export function vectorOf(facts: EventFacts, { slotOf, conceptsOf }: Vocabulary): FeatureVector {
  let count = 0;
  const groups: FeatureGroup[] = [];
  const words: string[] = [];
  const buckets: number[] = [];
  features(
    facts,
    (bucket, group, text, weight) => {
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
    },
    { knows: (bucket) => slotOf(bucket) !== 0, conceptsOf },
  );
  for (const bucket of buckets) seen[bucket] = 0;
  const squares: Record<Part, number> = { text: 0, shape: 0, craft: 0 };
  for (let i = 0; i < count; i++) squares[partOf(groups[i])] += (valueBuffer[i] ?? 0) ** 2;
  const scaleOf = (part: Part): number => LENGTHS[part] / Math.max(Math.sqrt(squares[part]), LEAST_NORM);
  const scale = { text: scaleOf('text'), shape: scaleOf('shape'), craft: scaleOf('craft') };
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = (valueBuffer[i] ?? 0) * scale[partOf(groups[i])];
  return { count, slots: slotBuffer.slice(0, count), values, groups, words };
}
