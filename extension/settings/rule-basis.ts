import type { Rule } from '../../src/calendar/correction.ts';
import type { Occurrence } from '../../src/calendar/occurrence.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import { ruleMatches } from '../../src/classify/rule-match.ts';
import { DAY_MS, type Interval } from '../../src/time/interval.ts';

/** What rules can be about, as the calendars have it. */
export interface RuleBasis {
  /** The values that exist for each field, the most frequent first; of titles there are too many to list. */
  readonly values: Readonly<Record<'calendar' | 'domain' | 'color', readonly string[]>>;
  /** Number of entries that a rule is about, whatever rules stand before it. */
  matching(rule: Pick<Rule, 'field' | 'value'>): number;
  /** What a new rule about an entry says first; null where the entry is not among those that were read. */
  about(key: string): Pick<Rule, 'field' | 'value'> | null;
}

/** The entries that rules are tried on here: half a year back, four weeks ahead. Half-open. */
export function basisWindow(nowMs: number): Interval {
  return { startMs: nowMs - 182 * DAY_MS, endMs: nowMs + 28 * DAY_MS };
}

export function ruleBasis(occurrences: readonly Occurrence[], calendars: readonly Calendar[]): RuleBasis {
  const byId = new Map(calendars.map((calendar) => [`${calendar.sourceId} ${calendar.id}`, calendar]));
  const calendarOf = (o: Occurrence): Calendar | undefined => byId.get(`${o.sourceId} ${o.calendarId}`);
  const domains = occurrences.map((o) =>
    o.attendees
      .filter((a) => !a.self)
      .map((a) => a.email.split('@')[1] ?? '')
      .filter((domain) => domain !== ''),
  );
  const colors = occurrences.map((o) => [...(o.color ? [o.color] : []), ...o.categories]);
  return {
    values: {
      calendar: [...new Set(calendars.map((calendar) => calendar.name.trim()))],
      domain: byFrequency(domains),
      color: byFrequency(colors),
    },
    matching: (rule) => occurrences.filter((o) => ruleMatches(rule, o, calendarOf(o))).length,
    about(key) {
      const found = occurrences.find((o) => o.key === key);
      return found ? { field: 'title', value: found.title } : null;
    },
  };
}

/** Values by the number of entries that have them; without case, as rules compare them. */
function byFrequency(ofEach: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, { readonly value: string; count: number }>();
  for (const values of ofEach) {
    for (const key of new Set(values.map((value) => value.toLowerCase()))) {
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { value: values.find((v) => v.toLowerCase() === key) ?? key, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ value }) => value);
}
