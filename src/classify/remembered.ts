import { BoundedCache } from './bounded-cache.ts';
import type { Concept, ConceptFinder } from './concepts.ts';

/** Texts whose concepts are remembered: a calendar says the same few things over and over. */
const MOST_TEXTS = 4096;

/** The same finder, which looks through a text once and knows its concepts when the text comes again. */
export function remembered(find: ConceptFinder): ConceptFinder {
  const known = new BoundedCache<readonly Concept[]>(MOST_TEXTS);
  return (text, words) => {
    const before = known.get(text);
    if (before) return before;
    const found = find(text, words);
    known.set(text, found);
    return found;
  };
}
