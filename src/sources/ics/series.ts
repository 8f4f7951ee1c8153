import { epochOf } from './times.ts';
import type { VEvent } from './vevent.ts';

/** The master of a series (or a single event), with the components that replace instances of it. */
export interface Series {
  readonly master: VEvent | null;
  readonly overrides: readonly VEvent[];
}

/**
 * Events by UID: the master, and what replaces instances of it. Of two copies of the same component the one with the
 * higher SEQUENCE stands, then the later stamp. Copies that differ in nothing but their start are told apart: some
 * exporters give one UID to many single events.
 */
export function seriesOf(events: readonly VEvent[]): Series[] {
  const byUid = new Map<string, VEvent[]>();
  for (const event of events) {
    const list = byUid.get(event.uid);
    if (list) list.push(event);
    else byUid.set(event.uid, [event]);
  }
  return [...byUid.values()].flatMap((list) => {
    if (list.length === 1 && list[0]) {
      const [only] = list;
      return [only.recurrenceId ? { master: null, overrides: [only] } : { master: only, overrides: [] }];
    }
    const masters = newest(list.filter((e) => !e.recurrenceId));
    const overrides = new Map<string, VEvent>();
    for (const event of list.filter((e) => e.recurrenceId)) {
      const id = `${event.recurrenceId?.kind} ${event.recurrenceId ? epochOf(event.recurrenceId) : ''}`;
      const known = overrides.get(id);
      if (!known || compareAge(event, known) >= 0) overrides.set(id, event);
    }
    const [first = null, ...others] = masters;
    // An instance with a rule of its own is of an older master, which a newer one with another rule makes void.
    const replacing = [...overrides.values()].filter(
      (o) => !first || o.rules.length === 0 || o.sequence >= first.sequence || haveSameRules(o, first),
    );
    return [{ master: first, overrides: replacing }, ...others.map((master) => ({ master, overrides: [] }))];
  });
}

/** The newest of several masters; several only where they are equally new, single, and at different times. */
function newest(masters: readonly VEvent[]): VEvent[] {
  const sorted = [...masters].sort((a, b) => compareAge(b, a));
  const [best] = sorted;
  if (!best) return [];
  const starts = new Set<number>();
  return sorted.filter((event) => {
    if (event === best) {
      starts.add(epochOf(event.start));
      return true;
    }
    if (
      compareAge(event, best) !== 0 ||
      event.rules.length > 0 ||
      best.rules.length > 0 ||
      starts.has(epochOf(event.start))
    )
      return false;
    starts.add(epochOf(event.start));
    return true;
  });
}

function haveSameRules(a: VEvent, b: VEvent): boolean {
  return JSON.stringify(a.rules) === JSON.stringify(b.rules);
}

function compareAge(a: VEvent, b: VEvent): number {
  return a.sequence - b.sequence || (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0);
}
