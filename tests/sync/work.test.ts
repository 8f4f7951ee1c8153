import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { syncSources } from '../../src/sync/sync.ts';
import { labelByCorrections, MONDAY_9, occurrence } from '../store/fixtures.ts';
import { FakeServer } from './fake-source.ts';
import { events, fakeLocks, run } from './runs.ts';

afterEach(() => vi.restoreAllMocks());

/** Counts rows that are read and written from now on. */
function counting(): { read: number; written: number } {
  const work = { read: 0, written: 0 };
  for (const place of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    const { getAll } = place;
    vi.spyOn(place, 'getAll').mockImplementation(function (this: never, ...args) {
      const request = getAll.apply(this, args);
      request.addEventListener('success', () => {
        work.read += request.result.length;
      });
      return request;
    });
  }
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    work.written++;
    return put.apply(this, args);
  });
  return work;
}

/** The work of a second run over an account of that size, in which so many events have changed. */
async function secondRun(size: number, changes: number) {
  const told: string[] = [];
  const store = openStore(`work-${size}-${changes}`, { onWritten: (what) => told.push(what) });
  await store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
  const server = new FakeServer();
  // All of them in one week: the window cuts none off.
  server.add('a', ...events(size).map((e) => occurrence({ ...e, startMs: MONDAY_9, endMs: MONDAY_9 + 1 })));
  const reading = {
    readerOf: async () => server.reader(size),
    locks: fakeLocks(),
    label: labelByCorrections,
  };
  await syncSources(run(store, {}, reading));
  for (const event of events(changes)) {
    server.add('a', occurrence({ ...event, startMs: MONDAY_9, endMs: MONDAY_9 + 1, title: 'changed' }));
  }
  told.length = 0;
  const work = counting();
  await syncSources(run(store, {}, reading));
  vi.restoreAllMocks();
  store.close();
  return { ...work, told: told.filter((what) => what === 'data').length };
}

test('a run with nothing new is the same work whatever the size, and tells no page to read anew', async () => {
  const [small, large] = [await secondRun(10, 0), await secondRun(400, 0)];
  expect(large).toEqual(small);
  expect(large.told).toBe(0);
});

test('a run with one change costs one row more, whatever the size', async () => {
  const [none, one] = [await secondRun(300, 0), await secondRun(301, 1)];
  expect(one.written - none.written).toBe(1);
  expect(one.read - none.read).toBeLessThanOrEqual(2);
  expect(one.told).toBe(1);
});
