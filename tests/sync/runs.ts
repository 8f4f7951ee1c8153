import type { Store } from '../../src/store/store.ts';
import type { Locks, SyncRun } from '../../src/sync/sync.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { freshStore, labelByCorrections, MONDAY_9, occurrence } from '../store/fixtures.ts';
import type { FakeServer } from './fake-source.ts';

/** Web Locks of one origin, as far as the sync needs them. */
export function fakeLocks(): Locks {
  const held = new Set<string>();
  return {
    async request(name, _options, work) {
      if (held.has(name)) return work(null);
      held.add(name);
      try {
        return await work({});
      } finally {
        held.delete(name);
      }
    },
  };
}

let runs = 0;

/** A run of its own name over sources that these servers answer for, by their ids. */
export function run(store: Store, servers: Record<string, FakeServer>, more: Partial<SyncRun> = {}): SyncRun {
  return {
    store,
    readerOf: async (source) => servers[source.id]?.reader() ?? null,
    label: labelByCorrections,
    now: () => MONDAY_9,
    zone: 'UTC',
    locks: fakeLocks(),
    holder: `run-${++runs}`,
    ...more,
  };
}

/** An event a day, from the fixtures' Monday on. */
export function events(count: number, calendarId = 'a', sourceId = 's'): ReturnType<typeof occurrence>[] {
  return Array.from({ length: count }, (_, i) =>
    occurrence({ sourceId, calendarId, uid: `${calendarId}${i}`, startMs: MONDAY_9 + i * DAY_MS }),
  );
}

/** A store with connected accounts of these ids. */
export async function storeWith(...ids: string[]): Promise<Store> {
  const store = freshStore();
  for (const [i, id] of ids.entries()) await store.putSource({ id, kind: 'google', name: id }, i);
  return store;
}
