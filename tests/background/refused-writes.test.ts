import { afterEach, expect, test, vi } from 'vitest';
import { Life } from '../sync/killable.ts';
import { at, command, done, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;

afterEach(() => vi.restoreAllMocks());

/** From now on the browser has no room for the rows of one store. */
function refuse(storeName: string): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === storeName) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  });
}

test('a confirmed correction takes effect, also while a file waits that the disk refuses', async () => {
  const world = new World('2026-11-18T10:00');
  let background = world.wake(new Life(FOREVER));
  const titles = ['a', 'b', 'c', 'd'];
  const lines = titles.map((title, i) => `2026-11-1${6 + i}T09:00 60 ${title}`).join('\n');
  const small = await world.store.putInbox({ name: 'work.ics', text: `CAL\n${lines}` });
  await done(background, 'importFile', { inboxId: small });
  await settled(background);
  const big = await world.store.putInbox({ name: 'big.ics', text: 'CAL\n2026-11-18T09:00 180 big' });
  refuse('files');
  await command(background, 'importFile', { inboxId: big });
  for (const title of titles) {
    // The waiting file is tried, and refused, each time that the background wakes.
    background = world.wake(new Life(FOREVER));
    await background.woken();
    const [row] = await world.store.series(title);
    const correction = { scope: { kind: 'series', uid: title }, verdict: 'deep-work', key: row?.key };
    expect(await done(background, 'correct', correction)).toMatchObject({ changed: 1 });
    expect((await world.store.series(title))[0]?.label.activity).toBe('deep-work');
  }
});

test('a toolbar that cannot be drawn does not cost the weekly summary', async () => {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(FOREVER));
  const inboxId = await world.store.putInbox({ name: 'w.ics', text: 'CAL\n2026-11-16T09:00 180 a' });
  Object.defineProperty(world, 'badge', {
    set: () => {
      throw new TypeError('action.setIcon');
    },
  });
  await done(background, 'importFile', { inboxId });
  await settled(background);
  world.nowMs = at('2026-11-20T16:05');
  await world.giveAgain();
  await background.alarm('summary');
  expect(world.shown).toHaveLength(1);
  expect(world.reports.some((r) => r.includes('action.setIcon'))).toBe(true);
});
