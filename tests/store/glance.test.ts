import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openPageStore } from '../../src/store/page-store.ts';
import type { Glance } from '../../src/store/rows.ts';
import type { Store } from '../../src/store/store.ts';

const SHOWN: Glance = { untilMs: 10, basis: '{}', language: 'en', html: '<p>41%</p>', figures: [] };

/** What the first script of the popup would find. */
async function kept(name: string): Promise<Glance | null> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  const row = await new Promise<{ shown: Glance | null } | undefined>((resolve) => {
    const reading = db.transaction('state').objectStore('state').get('glance');
    reading.onsuccess = () => resolve(reading.result as { shown: Glance | null } | undefined);
  });
  db.close();
  return row?.shown ?? null;
}

const put = (store: Store, at: number) => store.putSource({ id: `s${at}`, kind: 'google', name: 'me' }, at);

test('a picture of what is shown is kept until something changes', async () => {
  const [store, page] = [openStore('glance'), openPageStore('glance')];
  await put(store, 1);
  await page.putGlance(await page.glanceState(), SHOWN);
  expect(await kept('glance')).toEqual(SHOWN);
  await put(store, 2);
  expect(await kept('glance')).toBeNull();
});

test('a picture of what has changed since it was read is not kept', async () => {
  const [store, page] = [openStore('late'), openPageStore('late')];
  const state = await page.glanceState();
  await put(store, 1);
  await page.putGlance(state, SHOWN);
  expect(await kept('late')).toBeNull();
  await page.glanceState();
  await page.putGlance(state, SHOWN);
  expect(await kept('late')).toBeNull();
});

test('what is not shown leaves the picture', async () => {
  const [store, page] = [openStore('still'), openPageStore('still')];
  await put(store, 1);
  await page.putGlance(await page.glanceState(), SHOWN);
  await store.takeLease('me', 1, 2);
  await store.want({});
  expect(await kept('still')).toEqual(SHOWN);
});

test('a change that does not come about leaves the picture', async () => {
  const [store, page] = [openStore('aborted'), openPageStore('aborted')];
  await put(store, 1);
  await page.putGlance(await page.glanceState(), SHOWN);
  await expect(store.setCalendar('s1', 'none', { role: 'off' })).rejects.toThrow();
  expect(await kept('aborted')).toEqual(SHOWN);
});

test('a picture of everything goes when everything is deleted', async () => {
  const [store, page] = [openStore('cleared'), openPageStore('cleared')];
  await put(store, 1);
  const state = await page.glanceState();
  await page.putGlance(state, SHOWN);
  await store.clear();
  await page.putGlance(state, SHOWN);
  expect(await kept('cleared')).toBeNull();
});
