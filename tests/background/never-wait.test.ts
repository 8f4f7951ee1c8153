import { expect, test, vi } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import type { SyncProgress } from '../../src/store/rows.ts';
import { ALWAYS, occurrence } from '../store/fixtures.ts';
import { FakeServer } from '../sync/fake-source.ts';
import { Life } from '../sync/killable.ts';
import { at, command, done, settled, World } from './world.ts';

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

/** A server that answers one page and then nothing more. */
const silent: SourceReader = {
  calendars: async () => [{ id: 'c', name: 'Work' }],
  async *pages(calendar) {
    const { sourceId, id } = calendar;
    const changed = [occurrence({ sourceId, calendarId: id, uid: 'first', startMs: at('2026-11-17T09:00') })];
    yield { changed, removed: [], cursor: 1, done: false };
    await new Promise(() => undefined);
  },
};

test('a reading is stopped in the middle of a request, keeps what it has, and can be begun again', async () => {
  const world = new World('2026-11-18T10:00');
  world.readers.set('s', silent);
  await world.store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
  const background = world.wake(new Life(FOREVER));
  await done(background, 'syncNow', {});
  await vi.waitFor(async () => expect(await world.store.progress()).toHaveLength(1));
  await done(background, 'cancelReading', { sourceId: 's' });
  await vi.waitFor(async () => {
    expect((await world.store.sources())[0]?.trouble?.code).toBe('cancelled');
  });
  expect([await world.store.progress(), await world.store.wanted()]).toEqual([[], []]);
  expect((await world.store.series('first')).length).toBe(1);

  const server = new FakeServer();
  server.add(
    'c',
    occurrence({ sourceId: 's', calendarId: 'c', uid: 'next', startMs: at('2026-11-17T11:00') }),
  );
  world.readers.set('s', server.reader());
  await done(background, 'syncNow', { sourceId: 's' });
  await settled(background);
  expect((await world.store.sources())[0]?.trouble).toBeNull();
  expect((await world.store.series('next')).length).toBe(1);
});

test('the import of a file says how many of how many, and leaves no such words when it is cancelled', async () => {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(FOREVER));
  const lines = Array.from({ length: 1_200 }, (_, i) => `2026-11-16T09:00 60 e${i}`);
  const inboxId = await world.store.putInbox({ name: 'large.ics', text: ['CAL', ...lines].join('\n') });
  const told: (readonly SyncProgress[])[] = [];
  const { importRows } = world.store;
  world.store.importRows = async (...asked) => {
    const written = await importRows(...asked);
    told.push(await world.store.progress());
    if (told.length === 2) await done(background, 'cancelImport', { inboxId });
    return written;
  };
  expect(await command(background, 'importFile', { inboxId })).toMatchObject({
    ok: false,
    code: 'cancelled',
  });
  expect(told.flat().map(({ events, total, inboxId: id }) => [events, total, id])).toEqual([
    [500, 1_200, inboxId],
    [1_000, 1_200, inboxId],
  ]);
  expect(await world.store.progress()).toEqual([]);
});
