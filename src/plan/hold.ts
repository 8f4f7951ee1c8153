import type { Occurrence } from '../calendar/occurrence.ts';

const HOLD = /^[\s[(*]*(hold|placeholder|blocker|blocked|busy|maybe|save the date)\b/i;

/** Whether an entry only reserves time, with a subject ("Hold: board prep") or without. */
export function isHold({ title }: Pick<Occurrence, 'title'>): boolean {
  return HOLD.test(title);
}
