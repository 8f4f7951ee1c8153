import { describe, expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { labelled } from '../store/fixtures.ts';
import { Life } from '../sync/killable.ts';
import { BOSS, command, done, settled, World } from './world.ts';

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

test('the machine’s zone at the first start is home, and a journey changes nothing by itself', async () => {
  const { world, background } = await worldWithFile('2026-06-26T12:00');
  expect(world.synced.get('zone')).toBe('Europe/Berlin');
  expect(world.synced.get('earlier') ?? []).toEqual([]);
  const stood = JSON.stringify([await world.store.closedWeeks(), await world.store.weeks()]);
  world.machineZone = 'America/New_York';
  const there = world.wake(new Life(Number.POSITIVE_INFINITY));
  await there.started();
  await settled(there);
  expect(JSON.stringify([await world.store.closedWeeks(), await world.store.weeks()])).toBe(stood);
  expect(world.synced.get('zone')).toBe('Europe/Berlin');
  await settled(background);
});

test('reading a stored file anew is not reading the calendar: it stays as old as it was given', async () => {
  const { world, background } = await worldWithFile('2026-06-26T12:00');
  const given = (await world.store.sources())[0]?.syncedMs;
  world.pass(120 * DAY_MS);
  await background.alarm('sync');
  await settled(background);
  expect((await world.store.sources())[0]?.syncedMs).toBe(given);
  // Nothing that ended after the file was given closes.
  expect((await closedNames(world)).at(-1)).toBe('2026-06-15');
});

describe('a closed week', () => {
  const WEEK = '2026-06-01';
  const rowOf = async ({ store }: World) => (await store.closedWeeks({ from: WEEK, until: WEEK }))[0];
  const changeFile = async (world: World, background: Background, line: string) => {
    const inboxId = await world.store.putInbox({ name: 'work.ics', text: `CAL\n${line}` });
    await done(background, 'importFile', { inboxId });
    await settled(background);
  };

  test('is reopened by a correction, with before and after, also of what the calendar has forgotten', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    const [meeting] = (await world.store.closedEntries({ from: WEEK, until: WEEK }))[0]?.entries ?? [];
    await changeFile(world, background, '2026-06-22T09:00 60 Other');
    const before = await rowOf(world);
    const scope = { kind: 'series', uid: 'Sync' };
    const made = await done<{ id: string }>(background, 'correct', {
      scope,
      verdict: 'making-together',
      key: meeting?.key,
    });
    await settled(background);
    const after = await rowOf(world);
    expect(after?.figures.minutes).toMatchObject({ craftBooked: 120, management: 0 });
    expect(after?.reopened).toMatchObject([{ why: 'by-hand', craftShareBefore: before?.figures.craftShare }]);
    await done(background, 'undoCorrection', { id: made.id });
    await settled(background);
    expect((await rowOf(world))?.figures).toEqual(before?.figures);
  });

  test('keeps beside it what the calendar says later, and takes it over when the user says so', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    const stood = JSON.stringify(await rowOf(world));
    await changeFile(world, background, '2026-06-02T09:00 240 Other');
    expect(JSON.stringify(await rowOf(world))).toBe(stood);
    const [now] = await world.store.weeks({ from: WEEK, until: WEEK });
    expect(now).toMatchObject({ changedSince: 2, minutes: { management: 240 } });
    expect(await done(background, 'countAnew', { by: 'calendar', week: WEEK })).toEqual({ counted: 1 });
    await settled(background);
    const counted = await rowOf(world);
    expect(counted?.figures).toMatchObject({ minutes: { management: 240 } });
    expect(counted?.reopened).toMatchObject([{ why: 'counted-anew' }]);
    expect((await world.store.weeks({ from: WEEK, until: WEEK }))[0]?.changedSince).toBe(0);
  });

  test('is counted by changed settings only when the user says so', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    const stood = JSON.stringify(await rowOf(world));
    world.set({ openTimeIsCraft: false, zone: 'Asia/Tokyo' });
    await background.settingsChanged();
    await settled(background);
    expect(JSON.stringify(await rowOf(world))).toBe(stood);
    await done(background, 'countAnew', { by: 'settings' });
    expect((await rowOf(world))?.basis.load).toMatchObject({ openTimeIsCraft: false, zone: 'Asia/Tokyo' });
    expect((await rowOf(world))?.reopened).toHaveLength(1);
  });

  test('rests on the craft and the target that held in it, and is read by another craft only on a wish', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    world.createClassifier = ({ craft }) => ({
      classify: () => labelled(craft === 'people' ? 'people' : 'coordination'),
    });
    const woken = world.wake(new Life(Number.POSITIVE_INFINITY));
    expect((await rowOf(world))?.basis).toMatchObject({ craft: null, target: null });
    const stood = JSON.stringify(await rowOf(world));
    world.set({
      craft: 'people',
      target: 0.5,
      earlier: [{ until: '2026-06-22', values: { craft: null, target: null } }],
    });
    await woken.settingsChanged();
    await settled(woken);
    expect(JSON.stringify(await rowOf(world))).toBe(stood);
    world.set({ earlier: [] });
    await woken.settingsChanged();
    await done(woken, 'countAnew', { by: 'settings' });
    expect(await rowOf(world)).toMatchObject({
      basis: { craft: 'people', target: 0.5 },
      figures: { activities: { people: 120, coordination: 0 } },
      reopened: [{ why: 'counted-anew' }],
    });
    await settled(background);
  });

  test('closes beside an old file where a live calendar was read after its end', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    await world.store.putSource({ id: 'google', kind: 'google', name: 'me' }, world.nowMs);
    world.readers.set('google', {
      calendars: async () => [{ id: 'c', name: 'Work' }],
      async *pages() {
        yield { changed: [], removed: [], cursor: 1, done: true };
      },
    });
    world.pass(30 * DAY_MS);
    await background.alarm('sync');
    await settled(background);
    expect((await closedNames(world)).at(-1)).toBe('2026-06-29');
  });

  test('goes with its source only where the user wishes, or stays without its titles', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    const [source] = await world.store.sources();
    const figures = (await rowOf(world))?.figures;
    await done(background, 'removeSource', { sourceId: source?.id, past: 'untitled' });
    await settled(background);
    expect((await rowOf(world))?.figures).toEqual(figures);
    const lists = await world.store.closedEntries();
    expect(lists.flatMap(({ entries }) => entries).every((e) => e.title === '')).toBe(true);
    await done(background, 'removeSource', { sourceId: source?.id, past: 'forget' });
    expect(await world.store.closedWeeks()).toEqual([]);
    expect(await world.store.closedEntries()).toEqual([]);
  });

  test('is read anew by a new version: all together, told once', async () => {
    const { world, background } = await worldWithFile('2026-06-26T12:00');
    await settled(background);
    world.classifierVersion = '2';
    world.set({ ownAddresses: [BOSS] });
    const newer = world.wake(new Life(Number.POSITIVE_INFINITY));
    await newer.started();
    await settled(newer);
    expect(new Set((await world.store.closedWeeks()).map((row) => row.basis.labelVersion))).toEqual(
      new Set(['2']),
    );
    const minutes = (await rowOf(world))?.figures.activities;
    expect(minutes).toMatchObject({ people: 120, coordination: 0 });
    expect(await world.store.restated()).toMatchObject({ weeks: 2 });
    await done(newer, 'restatedSeen', {});
    await settled(newer);
    expect(await world.store.restated()).toBeNull();
  });
});

test('killed before or after any deed while weeks close and reopen, ends as if nothing had happened', async () => {
  const run = async (endsAt: number) => {
    const world = new World('2026-06-26T12:00');
    const inboxId = await world.store.putInbox({ name: 'work.ics', text: ['CAL', ...MEETINGS].join('\n') });
    const correct = { scope: { kind: 'series', uid: 'Sync' }, key: 'x', verdict: 'learning' } as const;
    const life = new Life(endsAt);
    try {
      const first = world.wake(life);
      await command(first, 'importFile', { inboxId });
      await settled(first);
      const example = { title: 'Sync', people: 3, recurring: 'none' };
      await world.store.addCorrection({ id: 'k', madeMs: 1, ...correct, example }, { sourceId: 'none' });
      await settled(first);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Killed') throw error;
    }
    const example = { title: 'Sync', people: 3, recurring: 'none' };
    if ((await world.store.corrections()).length === 0)
      await world.store.addCorrection({ id: 'k', madeMs: 1, ...correct, example }, { sourceId: 'none' });
    const second = world.wake(new Life(Number.POSITIVE_INFINITY));
    await second.woken();
    await settled(second);
    const figures = (await world.store.closedWeeks()).map((row) => row.figures);
    return { figures: JSON.stringify(figures), deeds: life.deeds };
  };
  const whole = await run(Number.POSITIVE_INFINITY);
  expect(JSON.parse(whole.figures)).toHaveLength(2);
  const step = process.env.CRAFTWEEK_LONG ? 1 : 5;
  for (let endsAt = 0; endsAt < 2 * whole.deeds; endsAt += step)
    expect((await run(endsAt)).figures, `killed at ${endsAt}`).toBe(whole.figures);
});
