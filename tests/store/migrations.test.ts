import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { first } from '../../src/store/migrations/001-first.ts';
import { DATABASE_VERSION, MIGRATIONS } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { labelled, MONDAY_9, occurrence } from './fixtures.ts';

test('numbers its steps upwards', () => {
  const numbers = MIGRATIONS.map((m) => m.to);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(DATABASE_VERSION).toBe(numbers.at(-1));
});

test('brings a database of version 1 to today, and finds its long entries in the weeks they reach into', async () => {
  const name = 'from-1';
  const short = { ...occurrence({ uid: 'short', startMs: MONDAY_9 }), label: labelled('people') };
  const startMs = MONDAY_9 - 60 * DAY_MS;
  const long = {
    ...occurrence({ uid: 'sabbatical', startMs, endMs: MONDAY_9 + 60 * DAY_MS }),
    label: labelled('absence'),
  };
  const source = { id: 's', kind: 'google', name: 'me', addedMs: 5, syncedMs: null, trouble: null };
  const old = await openDB(name, 1, {
    upgrade: (db, _old, _new, tx) => first.run(db as unknown as IDBDatabase, tx as unknown as IDBTransaction),
  });
  await old.put('sources', source);
  await old.put('occurrences', short);
  await old.put('occurrences', long);
  await old.put('corrections', {
    id: 'k',
    madeMs: 1,
    scope: { kind: 'series', uid: 'short' },
    verdict: 'people',
    example: { title: 'Meeting', people: 3, recurring: 'none' },
  });
  expect([...old.objectStoreNames]).not.toContain('problems');
  old.close();

  const store = openStore(name);
  expect(await store.sources()).toEqual([source]);
  expect(await store.corrections()).toHaveLength(1);
  const week = { startMs: MONDAY_9, endMs: MONDAY_9 + 7 * DAY_MS };
  expect(await store.occurrences(week)).toEqual([long, short]);
  expect(await store.occurrences({ startMs: week.startMs + DAY_MS, endMs: week.endMs })).toEqual([long]);
  expect(await store.problems('s')).toBeNull();
});

test('says so, and touches nothing, where a newer version wrote the database', async () => {
  const newer = await openDB('from-future', DATABASE_VERSION + 1, {
    upgrade: (db) => void db.createObjectStore('things', { keyPath: 'id' }),
  });
  await newer.put('things', { id: 1 });
  newer.close();
  const store = openStore('from-future');
  await expect(store.sources()).rejects.toMatchObject({ code: 'newer-data' });
  const again = await openDB('from-future', DATABASE_VERSION + 1);
  expect(await again.getAll('things')).toEqual([{ id: 1 }]);
});

test('lets a newer version upgrade while it is open, and goes on afterwards only through that', async () => {
  const store = openStore('upgraded');
  expect(await store.sources()).toEqual([]);
  const newer = await openDB('upgraded', DATABASE_VERSION + 1);
  expect(newer.version).toBe(DATABASE_VERSION + 1);
  await expect(store.sources()).rejects.toMatchObject({ code: 'newer-data' });
});

test('a calendar that counted is work, one that did not is off, and both are guesses', async () => {
  const before = MIGRATIONS.filter((m) => m.to < 11);
  const old = await openDB('roles', before.at(-1)?.to, {
    upgrade: (db, _old, _new, tx) => {
      for (const step of before) step.run(db as unknown as IDBDatabase, tx as unknown as IDBTransaction);
    },
  });
  await old.put('calendars', {
    sourceId: 's',
    id: 'a',
    name: 'A',
    selected: true,
    defaultActivity: 'people',
  });
  await old.put('calendars', { sourceId: 's', id: 'b', name: 'B', selected: false });
  old.close();
  expect(await openStore('roles').calendars()).toEqual([
    { sourceId: 's', id: 'a', name: 'A', role: 'work', roleGuessed: true, defaultActivity: 'people' },
    { sourceId: 's', id: 'b', name: 'B', role: 'off', roleGuessed: true },
  ]);
});

test('a row of before finds its way under the key of its title, and keeps what an earlier step gave it', async () => {
  const old = await openDB('title-keys', 1, {
    upgrade: (db, _old, _new, tx) => first.run(db as unknown as IDBDatabase, tx as unknown as IDBTransaction),
  });
  await old.put('sources', {
    id: 's',
    kind: 'google',
    name: 'me',
    addedMs: 5,
    syncedMs: null,
    trouble: null,
  });
  const startMs = MONDAY_9 - 60 * DAY_MS;
  for (const uid of ['a', 'b', 'c'])
    await old.put('occurrences', {
      ...occurrence({ uid, startMs, endMs: MONDAY_9 + DAY_MS, title: `Café ${uid} 12` }),
      label: labelled('people'),
    });
  old.close();
  const store = openStore('title-keys');
  const changed = await store.relabelOnly({ title: 'cafe B 7' }, () => () => labelled('direction'));
  expect(changed).toEqual({ changed: 1 });
  const day = { startMs: MONDAY_9, endMs: MONDAY_9 + DAY_MS };
  expect((await store.occurrences(day)).map((o) => [o.uid, o.label.activity])).toEqual([
    ['a', 'people'],
    ['b', 'direction'],
    ['c', 'people'],
  ]);
});
