import { expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { Life } from '../sync/killable.ts';
import { at, done, settled, World } from './world.ts';

const MEETINGS = ['2026-11-16T10:00 60 budget', '2026-11-17T14:00 60 sync', '2026-11-18T09:00 30 daily'];

async function read(world: World, background: Background, lines: readonly string[]): Promise<void> {
  const text = `CAL\n${lines.join('\n')}`;
  await done(background, 'importFile', { inboxId: await world.store.putInbox({ name: 'work.ics', text }) });
  await settled(background);
}

async function withTaken(): Promise<{ world: World; background: Background; key: string }> {
  const world = new World('2026-11-16T08:00');
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  await background.woken();
  await read(world, background, MEETINGS);
  const week = { startMs: at('2026-11-16T00:00'), endMs: at('2026-11-23T00:00') };
  const key = (await world.store.counted(week)).find((o) => o.title === 'budget')?.key ?? '';
  await done(background, 'takeMove', { week: '2026-11-16', keys: [key] });
  return { world, background, key };
}

/** The summary of Friday, for a calendar that was read an hour before. */
async function friday(world: World, background: Background, lines: readonly string[]): Promise<string> {
  world.nowMs = at('2026-11-20T15:00');
  await read(world, background, lines);
  world.nowMs = at('2026-11-20T16:00');
  await background.alarm('summary');
  return world.shown.at(-1)?.text.body ?? '';
}

test('the weekly summary says what a taken move gave back, once the calendar has changed', async () => {
  const { world, background } = await withTaken();
  expect(await friday(world, background, MEETINGS.slice(1))).toContain(
    'Your plan gave 3\u00a0h of craft back.',
  );
});

test('it says nothing of a move that was not made', async () => {
  const { world, background } = await withTaken();
  const body = await friday(world, background, MEETINGS);
  expect(body).toContain('craft');
  expect(body).not.toContain('Your plan');
});

test('a move is forgotten when it is dropped, and when its source leaves', async () => {
  const { world, background, key } = await withTaken();
  const { id } = await done<{ id: string }>(background, 'takeMove', { week: '2026-11-16', keys: [key] });
  expect(await world.store.takenMoves()).toHaveLength(2);
  await done(background, 'dropMove', { id });
  expect(await world.store.takenMoves()).toHaveLength(1);
  const [source] = await world.store.sources();
  await done(background, 'removeSource', { sourceId: source?.id ?? '' });
  expect(await world.store.takenMoves()).toEqual([]);
});

test('a move of an event that is gone is refused', async () => {
  const { background } = await withTaken();
  await expect(done(background, 'takeMove', { week: '2026-11-16', keys: ['gone'] })).rejects.toThrow();
});
