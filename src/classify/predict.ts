import { ACTIVITIES, type Activity, SIDE, type Side } from '../calendar/activity.ts';
import type { Reason } from '../calendar/label.ts';
import type { EventFacts } from './event-facts.ts';
import type { FeatureGroup } from './feature-group.ts';
import type { Model } from './model-format.ts';
import { quoted } from './quote.ts';
import { type FeatureVector, vectorOf } from './vector.ts';

const K = ACTIVITIES.length;
/** What the model makes of an event. */
export interface Prediction {
  readonly activity: Activity;
  readonly side: Side;
  /** Probability of the side, 0 to 1, calibrated. */
  readonly confidence: number;
  readonly vector: FeatureVector;
}

/** Scores of the activities before they become probabilities. */
export function scoresOf({ weights, bias, step, sharpness }: Model, vector: FeatureVector): Float64Array {
  const scores = new Float64Array(K);
  for (let f = 0; f < vector.count; f++) {
    const base = (vector.slots[f] ?? 0) * K;
    const value = vector.values[f] ?? 0;
    for (let k = 0; k < K; k++) scores[k] = (scores[k] ?? 0) + (weights[base + k] ?? 0) * value;
  }
  for (let k = 0; k < K; k++) scores[k] = ((scores[k] ?? 0) * step + (bias[k] ?? 0)) * sharpness;
  return scores;
}

/**
 * The likeliest side, and the likeliest activity on it. `bonus` is added to the scores: what was learnt from the
 * user's corrections. `only` leaves out the activities of other sides.
 */
export function predict(
  model: Model,
  facts: EventFacts,
  bonus?: (facts: EventFacts) => Float64Array | null,
  only?: Side,
): Prediction {
  const vector = vectorOf(facts, model);
  const scores = scoresOf(model, vector);
  const more = bonus?.(facts);
  if (more) for (let k = 0; k < K; k++) scores[k] = (scores[k] ?? 0) + (more[k] ?? 0);
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sides: Record<Side, number> = { craft: 0, management: 0, neither: 0 };
  let sum = 0;
  for (const [k, activity] of ACTIVITIES.entries()) {
    const p = Math.exp((scores[k] ?? 0) - most);
    scores[k] = p;
    sum += p;
    sides[SIDE[activity]] += p;
  }
  const side =
    only ?? (['craft', 'management', 'neither'] as const).reduce((a, b) => (sides[b] > sides[a] ? b : a));
  let best: Activity = ACTIVITIES.find((a) => SIDE[a] === side) ?? 'coordination';
  for (const [k, activity] of ACTIVITIES.entries()) {
    if (SIDE[activity] === side && (scores[k] ?? 0) > (scores[ACTIVITIES.indexOf(best)] ?? 0))
      best = activity;
  }
  return { activity: best, side, confidence: sides[side] / sum, vector };
}

/** Places of the activities of the other sides, by side. */
const OTHER_SIDES: Readonly<Record<Side, readonly number[]>> = {
  craft: ACTIVITIES.flatMap((a, k) => (SIDE[a] === 'craft' ? [] : [k])),
  management: ACTIVITIES.flatMap((a, k) => (SIDE[a] === 'management' ? [] : [k])),
  neither: ACTIVITIES.flatMap((a, k) => (SIDE[a] === 'neither' ? [] : [k])),
};

/** Reasons shown at most; more would not be read. */
const MOST_REASONS = 4;

/**
 * What moved the model towards the activity it chose, strongest first: for each kind of evidence the sum of its
 * weights for that activity against the mean of those of other sides. Never empty.
 */
export function reasonsOf(model: Model, { activity, vector }: Prediction, facts: EventFacts): Reason[] {
  const { weights, step } = model;
  const chosen = ACTIVITIES.indexOf(activity);
  const others = OTHER_SIDES[SIDE[activity]];
  const byGroup = new Map<FeatureGroup, number>();
  const byWords = { title: new Map<string, number>(), description: new Map<string, number>() };
  for (let f = 0; f < vector.count; f++) {
    const base = (vector.slots[f] ?? 0) * K;
    let against = 0;
    for (const k of others) against += weights[base + k] ?? 0;
    const value = step * ((weights[base + chosen] ?? 0) - against / others.length) * (vector.values[f] ?? 0);
    const group = vector.groups[f] ?? 'title';
    byGroup.set(group, (byGroup.get(group) ?? 0) + value);
    const words = vector.words[f];
    if (!words || (group !== 'title' && group !== 'description')) continue;
    byWords[group].set(words, (byWords[group].get(words) ?? 0) + value);
  }
  const reasons = [...byGroup]
    .filter(([, value]) => value > 0.05)
    .sort((a, b) => b[1] - a[1])
    .flatMap(([group]) => reasonOf(group, facts, (of) => quoted(facts[of] ?? '', byWords[of])));
  return reasons.length > 0 ? reasons.slice(0, MOST_REASONS) : [{ code: 'unsure', values: {} }];
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one line for each kind of evidence.
function reasonOf(
  group: FeatureGroup,
  facts: EventFacts,
  quote: (group: 'title' | 'description') => string,
): Reason[] {
  const plain = (code: string, values: Reason['values'] = {}): Reason[] => [{ code, values }];
  switch (group) {
    case 'title':
    case 'description': {
      const words = quote(group);
      return words === '' ? [] : plain(`${group}-words`, { words });
    }
    case 'people':
      return (facts.attendees ?? 1) > 1 ? plain('people', { count: facts.attendees ?? 1 }) : plain('alone');
    case 'organizer':
      return plain(facts.organizerIsSelf ? 'organizer-self' : 'organizer-other');
    case 'recurring':
      return facts.recurring && facts.recurring !== 'none'
        ? plain('recurring', { rhythm: facts.recurring })
        : [];
    case 'length':
      return plain('length', { minutes: facts.durationMinutes ?? 0 });
    case 'conference':
      return facts.hasConference ? plain('conference') : [];
    case 'all-day':
      return facts.allDay ? plain('all-day') : plain('event-type', { type: facts.eventType ?? 'default' });
    case 'place':
      return plain('place');
    case 'room':
      return plain('room');
    case 'craft':
      return facts.craft === undefined ? [] : plain('craft', { craft: facts.craft });
    case 'free':
      return [];
    default:
      return group satisfies never;
  }
}
