/** What an activity belongs to (design.md, section 1). */
export type Side = 'craft' | 'management' | 'neither';

/** Every activity, in the order in which screens and tables show them. */
export const ACTIVITIES = [
  'deep-work',
  'making-together',
  'learning',
  'people',
  'direction',
  'coordination',
  'administration',
  'personal',
  'break',
  'travel',
  'absence',
] as const;

/** The fine label of an occurrence. */
export type Activity = (typeof ACTIVITIES)[number];

/** The side of each activity. */
export const SIDE = {
  'deep-work': 'craft',
  'making-together': 'craft',
  learning: 'craft',
  people: 'management',
  direction: 'management',
  coordination: 'management',
  administration: 'management',
  personal: 'neither',
  break: 'neither',
  travel: 'neither',
  absence: 'neither',
} as const satisfies Record<Activity, Side>;
