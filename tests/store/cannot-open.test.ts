import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { DATABASE_VERSION, MIGRATIONS } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open.ts';
import { done, settled, World } from '../background/world.ts';
import { Life } from '../sync/killable.ts';

afterEach(() => void vi.restoreAllMocks());

/** Every opening fails of that error. */
function openingFails(name: string): void {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', name);
  });
}

test.each([
  ['QuotaExceededError', 'no-room'],
  ['InvalidStateError', 'private-window'],
  ['SecurityError', 'private-window'],
  ['UnknownError', 'cannot-open'],
])('a %s says %s, and the next call tries again', async (error, code) => {
  const store = openStore(`fails-${error}`);
  openingFails(error);
  await expect(store.sources()).rejects.toMatchObject({ code });
  vi.restoreAllMocks();
  expect(await store.sources()).toEqual([]);
});

/** A page of an older version, which does not let go when another wants to upgrade. */
async function olderPage(name: string) {
  return openDB(name, 1, { upgrade: (db) => void db.createObjectStore('old') });
}

test('an upgrade that an older page holds up says so each time, and opens when the page is closed', async () => {
  const before = MIGRATIONS.slice(0, -1);
  const page = await openDB('holding', before.at(-1)?.to, {
    upgrade: (db, _old, _new, tx) => {
      for (const step of before) step.run(unwrap(db), unwrap(tx));
    },
  });
  const store = openStore('holding');
  await expect(store.sources()).rejects.toMatchObject({ code: 'held' });
  await expect(store.sources()).rejects.toMatchObject({ code: 'held' });
  page.close();
  await vi.waitFor(async () => expect(await store.sources()).toEqual([]));
});

const NEWER = DATABASE_VERSION + 1;

test('everything is deleted where the database does not open, secrets and settings too, and a new one opens', async () => {
  const world = new World('2026-11-18T10:00');
  world.set({ focusMinutes: 90 });
  const newer = await openDB(world.databaseName, NEWER, {
    upgrade: (db) => void db.createObjectStore('new'),
  });
  newer.close();
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  await expect(world.store.sources()).rejects.toMatchObject({ code: 'newer-data' });
  expect(await done(background, 'deleteEverything', {})).toEqual({ removed: 0, revoked: false });
  await settled(background);
  expect(await world.store.sources()).toEqual([]);
  expect([world.secrets, world.synced.size]).toEqual([false, 0]);
});

test('a deletion that another page holds up says so', async () => {
  const page = await olderPage('held-deletion');
  await expect(openStore('held-deletion').destroy()).rejects.toMatchObject({ code: 'held' });
  page.close();
});
