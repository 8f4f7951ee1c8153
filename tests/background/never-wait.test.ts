import { expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { ALWAYS } from '../store/fixtures.ts';
import { Life } from '../sync/killable.ts';
import { command, done, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** A background that reads a file without end. */
async function busy(): Promise<{
  world: World;
  background: Background;
  inboxId: string;
  importing: Promise<unknown>;
}> {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(FOREVER));
  const small = await world.store.putInbox({ name: 'small.ics', text: 'CAL\n2026-11-16T09:00 180 a' });
  await done(background, 'importFile', { inboxId: small });
  await settled(background);
  const inboxId = await world.store.putInbox({ name: 'endless.ics', text: 'ENDLESS' });
  const importing = command(background, 'importFile', { inboxId });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { world, background, inboxId, importing };
}

test('a correction, a rule and a choice are answered while a file is read without end', async () => {
  const { world, background, inboxId, importing } = await busy();
  const [entry] = await world.store.series('a');
  const scope = { kind: 'series', uid: 'a' };
  expect(await done(background, 'correct', { scope, verdict: 'people', key: entry?.key })).toMatchObject({
    changed: 1,
  });
  await done(background, 'addRule', { field: 'title', value: 'x', verdict: 'ignore' });
  await done(background, 'cancelImport', { inboxId });
  expect(await importing).toMatchObject({ ok: false, code: 'cancelled' });
  expect((await world.store.sources()).map((s) => s.name)).toEqual(['small.ics']);
});

test('everything is deleted while a file is read without end, which stops it', async () => {
  const { world, background, importing } = await busy();
  expect(await done(background, 'deleteEverything', {})).toMatchObject({ removed: 1 });
  expect(await importing).toMatchObject({ ok: false });
  expect([await world.store.sources(), await world.store.inbox()]).toEqual([[], []]);
  expect(world.secrets).toBe(false);
});

test('a source is removed while its stored file is read anew without end, and the others are read', async () => {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(FOREVER));
  const inboxId = await world.store.putInbox({ name: 'a.ics', text: 'CAL\n2026-11-16T09:00 180 a' });
  const { sourceId } = await done<{ sourceId: string }>(background, 'importFile', { inboxId });
  await settled(background);
  // What is kept of it turns out to have no end when another address is set.
  const file = world.store.file;
  world.store.file = async (id) => {
    const row = await file(id);
    return row && { ...row, text: 'ENDLESS' };
  };
  world.set({ ownAddresses: ['me@example.org'] });
  const reading = background.settingsChanged();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await done(background, 'removeSource', { sourceId })).toMatchObject({ removed: 1 });
  await reading;
  await settled(background);
  expect(await world.store.occurrences(ALWAYS)).toEqual([]);
  expect([await world.store.sources(), await world.store.wanted()]).toEqual([[], []]);
});

test('a deletion that was cut short behind the data goes on with secrets and settings', async () => {
  const world = new World('2026-11-18T10:00');
  world.set({ focusMinutes: 60 });
  // The first deed of the command clears the store.
  const dies = world.wake(new Life(1));
  await command(dies, 'deleteEverything', {});
  expect(world.secrets).toBe(true);
  await world.wake(new Life(FOREVER)).woken();
  expect([world.secrets, world.synced.size, await world.store.deleting()]).toEqual([false, 0, false]);
});

test('a server that cannot be told that its access ends is told to the user', async () => {
  const world = new World('2026-11-18T10:00');
  await world.store.putSource({ id: 'google', kind: 'google', name: 'me' }, 1);
  world.disconnect = async () => {
    throw new SourceError('no-network', 'offline');
  };
  const background = world.wake(new Life(FOREVER));
  expect(await done(background, 'deleteEverything', {})).toEqual({ removed: 0, revoked: false });
  expect(world.secrets).toBe(false);
});
