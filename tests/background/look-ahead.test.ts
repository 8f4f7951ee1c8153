import { expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/settings-schema.ts';
import { killEverywhere, Life } from '../sync/killable.ts';
import { at, done, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;
/** Mornings that a title names, from Monday to Friday of two weeks. */
const FILE = `CAL\n${['16', '17', '18', '19', '20', '23', '24', '25', '26', '27']
  .map((day) => `2026-11-${day}T09:00 90 secret-${day}`)
  .join('\n')}`;
const notify = { ...DEFAULT_SETTINGS.notify, lookAhead: true };

async function withFile(
  wall: string,
  life = new Life(FOREVER),
): Promise<{ world: World; background: Background }> {
  const world = new World(wall);
  world.set({ notify });
  const first = world.wake(new Life(FOREVER));
  await first.woken();
  await done(first, 'importFile', {
    inboxId: await world.store.putInbox({ name: 'work.ics', text: FILE }),
  });
  await settled(first);
  return { world, background: world.wake(life) };
}

const ahead = (world: World) => world.shown.filter(({ id }) => id.startsWith('ahead-'));

test('the look ahead comes once, on the first working day, and names no title', async () => {
  const { world, background } = await withFile('2026-11-22T20:00');
  await settled(background);
  expect(ahead(world)).toEqual([]);
  world.nowMs = at('2026-11-23T09:05');
  await settled(background);
  world.nowMs = at('2026-11-23T11:00');
  await settled(background);
  expect(ahead(world).map(({ id }) => id)).toEqual(['ahead-2026-11-23']);
  const text = JSON.stringify(ahead(world)[0]?.text);
  expect(text).toMatch(/focus blocks are open this week/);
  expect(text).not.toContain('secret');
  await background.notificationClicked('ahead-2026-11-23');
  expect(world.opened.at(-1)).toBe('report/index.html#plan');
  expect(world.reports).toEqual([]);
});

test('it is not made up for on a later day, and does not come where nobody asked for it', async () => {
  const { world, background } = await withFile('2026-11-22T20:00');
  world.nowMs = at('2026-11-24T09:05');
  await settled(background);
  world.set({ notify: DEFAULT_SETTINGS.notify });
  world.nowMs = at('2026-11-30T09:05');
  await settled(background);
  expect(ahead(world)).toEqual([]);
});

test('killed before or after any deed round it, it comes exactly once', async () => {
  const deaths = await killEverywhere(async (life) => {
    const { world, background } = await withFile('2026-11-22T20:00', life);
    world.nowMs = at('2026-11-23T09:05');
    await background.alarm('midnight');
    const next = world.wake(new Life(FOREVER));
    await next.alarm('midnight');
    await settled(next);
    expect(ahead(world)).toHaveLength(1);
    world.store.close();
  });
  expect(deaths).toBeGreaterThan(10);
});

test.each([
  [true, { state: 'silent', why: 'no-news' }],
  [false, { state: 'shown' }],
])('a week like the one before is silent where only news is wanted (%s)', async (onlyNews, row) => {
  const { world, background } = await withFile('2026-11-20T10:00');
  world.set({ notify: { ...notify, onlyNews } });
  await background.settingsChanged();
  world.nowMs = at('2026-11-27T16:05');
  await world.giveAgain();
  await background.alarm('summary');
  expect((await world.store.summaries()).at(-1)).toMatchObject({ week: '2026-11-23', ...row });
  expect(world.shown.some(({ id }) => id === 'week-2026-11-23')).toBe(!onlyNews);
});

test('a summary that is late waits for the end of the quiet hours', async () => {
  const { world, background } = await withFile('2026-11-20T10:00');
  await background.settingsChanged();
  world.nowMs = at('2026-11-27T23:30');
  await world.giveAgain();
  await background.alarm('summary');
  expect(world.shown.some(({ id }) => id === 'week-2026-11-23')).toBe(false);
  world.nowMs = at('2026-11-28T07:10');
  await background.alarm('sync');
  expect(world.shown.some(({ id }) => id === 'week-2026-11-23')).toBe(true);
});
