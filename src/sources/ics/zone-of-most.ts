import type { VEvent } from './vevent.ts';
import { zoneName } from './zone-name.ts';

/** Fewer entries say nothing of where their owner is. */
const FEWEST = 5;

/**
 * The IANA zone that more than half of the entries with a time of day are written in, for a calendar that does not name
 * its own; undefined where there is none. UTC is how programs write an instant, not where anybody is.
 */
export function zoneOfMost(events: readonly Pick<VEvent, 'start' | 'tzid'>[]): string | undefined {
  const timed = events.filter(({ start }) => start.kind !== 'date');
  if (timed.length < FEWEST) return undefined;
  const counts = new Map<string, number>();
  for (const { tzid } of timed) if (tzid) counts.set(tzid, (counts.get(tzid) ?? 0) + 1);
  const most = [...counts].find(([, count]) => count * 2 > timed.length);
  const name = most && zoneName(most[0]);
  return name === 'UTC' ? undefined : name;
}
