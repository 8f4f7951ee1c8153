import type { Craft } from '../calendar/craft.ts';

/**
 * What crafts have in common: a craft of which the model has seen few people borrows from those that share its traits.
 * Our own sorting.
 */
const TRAITS = {
  clients: 'medicine nursing care clergy law teaching sports service sales',
  health: 'medicine nursing care',
  pupils: 'teaching academia sports music',
  stage: 'arts music media sports clergy',
  hands: 'trades food farming engineering transport emergency service arts',
  outdoors: 'architecture trades engineering farming emergency transport science',
  text: 'writing translation law academia media clergy marketing',
  screen: 'software data design product sales-engineering',
  numbers: 'finance data science academia',
  selling: 'sales sales-engineering marketing founding service',
  office: 'product people founding marketing finance sales sales-engineering',
  cases: 'law care medicine nursing emergency finance',
  making: 'design arts architecture food engineering writing',
} as const satisfies Record<string, string>;

export type Trait = keyof typeof TRAITS;

const byCraft = new Map<string, Trait[]>();
for (const [trait, crafts] of Object.entries(TRAITS))
  for (const craft of crafts.split(' ')) byCraft.set(craft, [...(byCraft.get(craft) ?? []), trait as Trait]);

/** The traits of a craft; none of `other`. */
export function traitsOf(craft: Craft): readonly Trait[] {
  return byCraft.get(craft) ?? [];
}
