import type { Rule } from '../calendar/correction.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import type { Calendar } from '../calendar/source.ts';

/** Whether a rule of the user is about an occurrence, `calendar` being the one that holds it. Case does not matter. */
export function ruleMatches(
  rule: Pick<Rule, 'field' | 'value'>,
  o: Occurrence,
  calendar: Pick<Calendar, 'name'> | undefined,
): boolean {
  const value = rule.value.trim().toLowerCase();
  if (value === '') return false;
  switch (rule.field) {
    case 'title':
      return o.title.toLowerCase().includes(value);
    case 'calendar':
      return calendar?.name.trim().toLowerCase() === value;
    case 'domain': {
      const domain = value.replace(/^@/, '');
      return o.attendees.some(
        (a) => !a.self && (a.email.endsWith(`@${domain}`) || a.email.endsWith(`.${domain}`)),
      );
    }
    case 'color':
      return o.color?.toLowerCase() === value || o.categories.some((c) => c.toLowerCase() === value);
    default:
      return rule.field satisfies never;
  }
}
