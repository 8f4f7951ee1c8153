/** Every craft that a user can have, in the order in which lists show them (design.md, section 1). */
export const CRAFTS = [
  'software',
  'data',
  'science',
  'design',
  'writing',
  'translation',
  'media',
  'arts',
  'music',
  'medicine',
  'nursing',
  'care',
  'clergy',
  'law',
  'teaching',
  'academia',
  'sports',
  'engineering',
  'architecture',
  'trades',
  'service',
  'food',
  'farming',
  'transport',
  'emergency',
  'sales',
  'sales-engineering',
  'product',
  'marketing',
  'finance',
  'founding',
  'people',
  'other',
] as const;

/** The user's own craft, asked once: what counts as craft depends on it (a ward round, a lesson, a service). */
export type Craft = (typeof CRAFTS)[number];

/** Whether a text is the id of a craft. */
export function isCraft(text: string): text is Craft {
  return (CRAFTS as readonly string[]).includes(text);
}
