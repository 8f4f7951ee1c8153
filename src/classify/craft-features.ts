import type { Craft } from '../calendar/craft.ts';
import { traitsOf } from './craft-traits.ts';
import type { FeatureGroup } from './feature-group.ts';
import type { Shape, Subject } from './subject.ts';

/** Takes a feature by its name. */
export type Add = (name: string, group: FeatureGroup, weight: number, words?: string) => void;

/** What an event means to those of the user's craft. */
export function craftFeatures(name: Craft, subject: Subject, shape: Shape, add: Add): void {
  const { terms, concepts, described, novelty } = subject;
  const { crowd, length, rhythm } = shape;
  tradeFeatures(name, subject, shape, add);
  traitFeatures(name, subject, shape, add);
  const craft = `craft ${name}`;
  add(craft, 'craft', 1);
  add(`${craft} unknown ${novelty}`, 'craft', 1);
  for (const term of terms) add(`${craft} ${term}`, 'craft', 0.3, term);
  for (const { id, word } of concepts) add(`${craft} concept ${id}`, 'craft', 0.9, word);
  for (const { id, word } of described) add(`${craft} d concept ${id}`, 'craft', 0.5, word);
  if (crowd === '?') return;
  add(`${craft} ${crowd}`, 'craft', 0.7);
  add(`${craft} ${crowd} ${length}`, 'craft', 0.7);
  add(`${craft} ${rhythm}`, 'craft', 0.5);
  add(`${craft} unknown ${novelty} ${crowd}`, 'craft', 0.7);
  add(`known craft unknown ${novelty} ${crowd} ${length}`, 'craft', 0.7);
}

/** Whether the title speaks of the user's own trade, or of another's: the same sign for every craft. */
function tradeFeatures(
  craft: Craft,
  { concepts, novelty }: Subject,
  { crowd, length }: Shape,
  add: Add,
): void {
  const own = concepts.some(({ crafts }) => crafts.includes(craft));
  const other = concepts.some(({ crafts }) => crafts.length > 0 && !crafts.includes(craft));
  const common = concepts.some(({ crafts }) => crafts.length === 0);
  const trade = `trade ${own ? 'own' : other ? 'other' : common ? 'none' : 'silent'}`;
  add(trade, 'craft', 1);
  add(`${trade} ${common}`, 'craft', 1);
  add(`${trade} ${crowd} ${length}`, 'craft', 0.7);
  add(`${trade} ${common} ${novelty} ${crowd}`, 'craft', 0.7);
  for (const { id, crafts, word } of concepts)
    if (crafts.length > 0) add(`own ${crafts.includes(craft)} concept ${id}`, 'craft', 0.7, word);
}

function traitFeatures(
  craft: Craft,
  { terms, concepts, novelty }: Subject,
  { crowd, length }: Shape,
  add: Add,
): void {
  for (const name of traitsOf(craft)) {
    const trait = `trait ${name}`;
    add(`${trait} unknown ${novelty} ${crowd}`, 'craft', 0.5);
    add(`${trait} ${crowd} ${length}`, 'craft', 0.4);
    for (const { id, word } of concepts) add(`${trait} concept ${id}`, 'craft', 0.5, word);
    for (const term of terms) add(`${trait} ${term}`, 'craft', 0.2, term);
  }
}
