import type { Reason } from '../calendar/label.ts';

/** How sure a label is: by the user's word, or by the probability that the side is right. */
export type Certainty = 'told' | 'sure' | 'probably' | 'unsure';

/** Below this probability a label is drawn and worded as a guess. */
export const PROBABLY_BELOW = 0.9;
/** Below this probability a label is called unsure and offered for review. */
export const UNSURE_BELOW = 0.75;

/** Reasons by which the user's own hand has decided. */
const TOLD = new Set(['hashtag', 'correction-occurrence', 'correction-series', 'correction-title', 'rule']);

export function certaintyOf(label: { confidence: number; reasons: readonly Reason[] }): Certainty {
  if (TOLD.has(label.reasons[0]?.code ?? '')) return 'told';
  if (label.confidence >= PROBABLY_BELOW) return 'sure';
  return label.confidence >= UNSURE_BELOW ? 'probably' : 'unsure';
}
