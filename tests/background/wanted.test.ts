import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings/settings-schema.ts';
import { ALWAYS, occurrence } from '../store/fixtures.ts';
import { FakeServer } from '../sync/fake-source.ts';
import { killEverywhere, Life } from '../sync/killable.ts';
import { at, command, done, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;
const START = at('2026-11-17T09:00');

function account(sourceId: string): FakeServer {
  const server = new FakeServer();
  server.add('a', occurrence({ sourceId, calendarId: 'a', uid: sourceId, title: sourceId, startMs: START }));
  return server;
}

const titles = async (world: World): Promise<string[]> =>
  (await world.store.occurrences(ALWAYS)).map((o) => o.title).sort();

test('a source that is connected while another run is on its way is read, also when that run is of another life', async () => {
  const world = new World('2026-11-18T10:00');
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = account('s').reader();
  const held = { calendars: async () => gate.then(() => slow.calendars()), pages: slow.pages };
  world.readers.set('s', held);
  world.readers.set('t', account('t').reader());
  await world.store.putSource({ id: 's', kind: 'google', name: 's' }, 1);
  const other = world.wake(new Life(FOREVER));
  const running = other.alarm('sync');
  await new Promise((resolve) => setTimeout(resolve, 10));
  await world.store.putSource({ id: 't', kind: 'google', name: 't' }, 2);
  const background = world.wake(new Life(FOREVER));
  await done(background, 'syncNow', { sourceId: 't' });
  release();
  await running;
  world.pass(70_000);
  await background.alarm('resume');
  await settled(background);
  expect(await titles(world)).toEqual(['s', 't']);
  expect(await world.store.wanted()).toEqual([]);
  expect(world.alarms.has('resume')).toBe(false);
});

test('what the user confirmed to read is read, killed before or after any deed', async () => {
  const deaths = await killEverywhere(async (life) => {
    const world = new World('2026-11-18T10:00');
    world.readers.set('google', account('google').reader());
    const first = world.wake(life);
    const connected = await command(first, 'connect', { kind: 'google', answerUrl: 'https://example.org/' });
    await settled(first);
    // Half an hour has not passed: nothing but the want itself can bring it back.
    world.pass(4 * 60_000);
    const second = world.wake(new Life(FOREVER));
    await second.woken();
    await settled(second);
    if (connected.ok) expect(await titles(world)).toEqual(['google']);
    expect(await world.store.wanted()).toEqual([]);
    world.store.close();
  });
  expect(deaths).toBeGreaterThan(20);
});

test('a setting that decides nothing of the reading asks no server; one that does asks each', async () => {
  const world = new World('2026-11-18T10:00');
  const server = account('s');
  world.readers.set('s', server.reader());
  await world.store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
  const background = world.wake(new Life(FOREVER));
  await background.started();
  server.requests = 0;
  world.set({
    target: 0.5,
    focusMinutes: 60,
    notify: { ...DEFAULT_SETTINGS.notify, on: true, weekday: 4, minuteOfDay: 600 },
  });
  await background.settingsChanged();
  expect(server.requests).toBe(0);
  world.set({ ownAddresses: ['me@example.org'] });
  await background.settingsChanged();
  expect(server.requests).toBeGreaterThan(0);
});
