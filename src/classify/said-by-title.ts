import type { Classification } from '../calendar/label.ts';
import { fillsDays } from './all-day/day-label.ts';
import type { EventFacts } from './event-facts.ts';
import { holdOf, isCancelledTitle } from './holds.ts';

/** What one knows of a bare hold: half of them turn into nothing, our own judgement. */
const BARE_HOLD = 0.4;

/**
 * The label of an entry whose title may say that it is not what it seems: cancelled, or a hold. A hold with a subject
 * has the label of its subject; a bare one is on neither side, hardly sure, whatever stands beside it. Entries that
 * fill days are read by their own rules (`read`), since they reserve no time.
 */
export function saidByTitle(facts: EventFacts, read: (facts: EventFacts) => Classification): Classification {
  if (isCancelledTitle(facts.title)) return { ...read(facts), saidCancelled: true };
  const hold = fillsDays(facts) ? null : holdOf(facts.title);
  if (hold === null) return read(facts);
  if (hold.subject !== null) return { ...read({ ...facts, title: hold.subject }), hold: 'subject' };
  return {
    activity: 'personal',
    side: 'neither',
    confidence: BARE_HOLD,
    reasons: [{ code: 'hold', values: {} }],
    ignored: false,
    hold: 'bare',
  };
}
