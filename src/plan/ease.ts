import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Move } from './move.ts';

/** Why a move is cheap to ask for: a stable code with values, put into words by `plan_ease_<code>`. */
export type Ease =
  | { readonly code: 'optional' | 'tentative' | 'unanswered' | 'organiser' | 'alone' | 'two' | 'keeps-start' }
  | { readonly code: 'large'; readonly people: number }
  | { readonly code: 'still-meets'; readonly times: number };

/** Why the user may ask for a move, the strongest first; never empty. */
export function easeOf({ kind, changes }: Move): Ease[] {
  const occurrences = changes.map((c) => c.occurrence);
  switch (kind) {
    case 'skip':
      return occurrences.slice(0, 1).flatMap(easeOfSkip);
    case 'rarer':
      // Of the first, the third, ... as many stay as every second one goes, or one more.
      return [{ code: 'still-meets', times: changes.length }];
    case 'shorten':
      return [{ code: 'keeps-start' }];
    case 'shift':
    case 'gather':
      return occurrences.slice(0, 1).map((o): Ease => {
        if (o.people <= 1) return { code: 'alone' };
        return { code: kind === 'shift' && o.organizerIsSelf ? 'organiser' : 'two' };
      });
    default:
      return kind satisfies never;
  }
}

function easeOfSkip({ attendees, response, people }: LabelledOccurrence): Ease[] {
  const found: Ease[] = [];
  if (attendees.some((a) => a.self && a.optional === true)) found.push({ code: 'optional' });
  if (response === 'needsAction') found.push({ code: 'unanswered' });
  if (response === 'tentative') found.push({ code: 'tentative' });
  if (people > 8) found.push({ code: 'large', people });
  return found;
}
