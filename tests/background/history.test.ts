import { expect, test } from 'vitest';
import { Life } from '../sync/killable.ts';
import { command, done, settled, World } from './world.ts';

const MEETINGS = [1, 8, 15, 22, 29].map((day) => `2026-06-${String(day).padStart(2, '0')}T09:00 120 Sync`);

async function worldWithFile(wall: string, lines: readonly string[] = MEETINGS) {
  const world = new World(wall);
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  const inboxId = await world.store.putInbox({ name: 'work.ics', text: ['CAL', ...lines].join('\n') });
  await done(background, 'importFile', { inboxId });
  await settled(background);
  expect(world.reports).toEqual([]);
  return { world, background };
}

const closedNames = async ({ store }: World) => (await store.closedWeeks()).map((row) => row.week);

test('a first import closes the weeks that ended seven days ago, at once', async () => {
  const { world } = await worldWithFile('2026-06-26T12:00');
  expect(await closedNames(world)).toEqual(['2026-06-01', '2026-06-08']);
});

test('the sample closes nothing', async () => {
  const world = new World('2026-06-26T12:00');
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  await done(background, 'useSample', {});
  await settled(background);
  expect(await closedNames(world)).toEqual([]);
});

test('what the calendar forgets or gains later, and a removed source, leave closed weeks as they are', async () => {
  const { world, background } = await worldWithFile('2026-06-26T12:00');
  const stood = JSON.stringify(await world.store.closedWeeks());
  const inboxId = await world.store.putInbox({
    name: 'work.ics',
    text: 'CAL\n2026-06-02T09:00 240 Other',
  });
  await done(background, 'importFile', { inboxId });
  await settled(background);
  expect(JSON.stringify(await world.store.closedWeeks())).toBe(stood);
  const [source] = await world.store.sources();
  await done(background, 'removeSource', { sourceId: source?.id ?? '' });
  await settled(background);
  expect(JSON.stringify(await world.store.closedWeeks())).toBe(stood);
  await command(background, 'deleteEverything', {});
  expect(await closedNames(world)).toEqual([]);
});
