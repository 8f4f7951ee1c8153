import type { Recurring } from '../../calendar/occurrence.ts';
import { rhythmOfRule } from '../../recurrence/rhythm.ts';
import { parseRule } from '../../recurrence/rule.ts';

/**
 * How often a series comes by its `recurrence` lines; one without a rule that can be read (RDATE alone, or a series
 * that the user is not shown) is no rhythm, like a rare one.
 */
export function rhythmOfRecurrence(lines: readonly string[] | null | undefined): Recurring {
  const rule = lines?.find((line) => /^RRULE[;:]/i.test(line));
  if (rule === undefined) return 'none';
  try {
    return rhythmOfRule(parseRule(rule));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Said by whoever expands it; instances come expanded, whatever their rule is.
    return 'none';
  }
}
