import type { LoadedWeek } from '../plan/focus-cost.ts';
import { occurrencesByKey } from './series-table.ts';

/** Somebody, or a domain, that the user meets. */
export interface Met {
  /** E-mail address, or domain. */
  readonly id: string;
  /** Display name, where a calendar gives one. */
  readonly name: string;
  readonly minutes: number;
  readonly times: number;
  readonly keys: readonly string[];
}

/** A gathering larger than this says little of whom the user works with. */
const LARGEST_GATHERING = 15;

/**
 * The people met most, by counted minutes of gatherings of at most 15, and the domains that they belong to; largest
 * first. An hour with three people counts for each of the three: these minutes do not add up to the week, and are
 * not meant to.
 */
export function company(weeks: readonly LoadedWeek[]): { people: Met[]; domains: Met[] } {
  const byKey = occurrencesByKey(weeks);
  const people = new Map<string, Tally>();
  const domains = new Map<string, Tally>();
  for (const { load } of weeks) {
    for (const { key, minutes } of load.counted) {
      const occurrence = byKey.get(key);
      if (!occurrence || occurrence.people > LARGEST_GATHERING) continue;
      const others = occurrence.attendees.filter(
        (a) => !a.self && a.email !== '' && a.response !== 'declined',
      );
      for (const { email, name } of others) add(people, email, name ?? email, key, minutes);
      const present = new Set(
        others.map((a) => a.email.split('@')[1] ?? '').filter((domain) => domain !== ''),
      );
      for (const domain of present) add(domains, domain, domain, key, minutes);
    }
  }
  return { people: sorted(people), domains: sorted(domains) };
}

interface Tally {
  name: string;
  minutes: number;
  keys: Set<string>;
}

function add(map: Map<string, Tally>, id: string, name: string, key: string, minutes: number): void {
  const tally = map.get(id) ?? { name, minutes: 0, keys: new Set() };
  tally.minutes += minutes;
  tally.keys.add(key);
  if (name !== id) tally.name = name;
  map.set(id, tally);
}

function sorted(map: Map<string, Tally>): Met[] {
  return [...map]
    .map(([id, { name, minutes, keys }]) => ({ id, name, minutes, times: keys.size, keys: [...keys] }))
    .sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
}
