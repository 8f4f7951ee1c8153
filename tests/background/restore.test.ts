import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ACTIVITIES } from '../../src/calendar/activity.ts';
import type { Correction, Rule } from '../../src/calendar/correction.ts';
import { exportChoices, parseChoices } from '../../src/settings/choices-json.ts';
import { parseUserSettings } from '../../src/settings/settings-schema.ts';
import { Life } from '../sync/killable.ts';
import { refusingPut } from '../sync/refusing.ts';
import { command, done, settled, World } from './world.ts';

const RUNS = process.env.CRAFTWEEK_LONG ? 200 : 12;
const FOREVER = Number.POSITIVE_INFINITY;

const text = fc.string({ minLength: 1, maxLength: 12 });
const verdict = fc.constantFrom(...ACTIVITIES, 'ignore' as const);
const scope = fc.oneof(
  fc.record({ kind: fc.constant('occurrence' as const), key: text }),
  fc.record({ kind: fc.constant('series' as const), uid: text }),
  fc.record({ kind: fc.constant('title' as const), title: text }),
);
const correction: fc.Arbitrary<Omit<Correction, 'id'>> = fc.record({
  madeMs: fc.integer({ min: 0, max: 1e12 }),
  scope,
  verdict,
  example: fc.record({
    title: fc.string({ maxLength: 12 }),
    people: fc.nat(9),
    recurring: fc.constant('none'),
  }),
});
const rule: fc.Arbitrary<Omit<Rule, 'id'>> = fc.record({
  field: fc.constantFrom('title', 'calendar', 'domain', 'color'),
  value: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', '1') }),
  verdict,
});
const settings = fc.record(
  {
    focusMinutes: fc.integer({ min: 15, max: 480 }),
    zone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo'),
    craftWords: fc.array(fc.constantFrom('choir', 'relief'), { maxLength: 3 }),
    target: fc.constantFrom(null, 0.3, 0.5),
    earlier: fc.constantFrom([], [{ until: '2026-10-05', values: { focusMinutes: 60 } }]),
  },
  { requiredKeys: [] },
);

/** A world in which the user has said all that, removed some of it, and set that. */
async function used(told: Omit<Correction, 'id'>[], ruled: Omit<Rule, 'id'>[], set: object): Promise<World> {
  const world = new World('2026-11-18T10:00');
  world.set(set);
  for (const [i, one] of told.entries())
    await world.store.addCorrection({ id: `k${i}`, ...one }, { sourceId: i % 2 === 0 ? 'a' : 'b' });
  for (const [i, one] of ruled.entries()) await world.store.addRule({ id: `r${i}`, ...one });
  await world.store.removeRule('r1');
  return world;
}

async function said(world: World) {
  const { store } = world;
  return {
    corrections: await store.corrections(),
    rules: await store.rules(),
    settings: parseUserSettings(Object.fromEntries(world.synced)).settings,
  };
}

async function restore(world: World, file: string): Promise<unknown> {
  const background = world.wake(new Life(FOREVER));
  const { choices, problems } = parseChoices(file);
  expect(problems).toEqual([]);
  return done(background, 'importChoices', choices);
}

test('a backup that is read back changes nothing of a used store, and makes an empty one equal to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(correction, { maxLength: 5 }),
      fc.array(rule, { maxLength: 5 }),
      settings,
      async (told, ruled, set) => {
        const world = await used(told, ruled, set);
        const before = await said(world);
        const labels = await world.store.labelsState();
        const file = exportChoices(before);
        await world.store.addChoices(before);
        // Nothing waits to be labelled for it.
        expect((await world.store.labelsState()).revision).toBe(labels.revision);
        await restore(world, file);
        expect(await said(world)).toEqual(before);
        // A correction still knows where it was made.
        await world.store.putSource({ id: 'a', kind: 'sample', name: 'Sample' }, 1);
        await world.store.removeSource('a');
        const left = before.corrections.filter(({ id }) => Number(id.slice(1)) % 2 === 1);
        expect(await world.store.corrections()).toEqual(left);

        const empty = new World('2026-11-18T10:00');
        await restore(empty, file);
        expect(await said(empty)).toEqual(before);
      },
    ),
    { numRuns: RUNS },
  );
});

test('a backup that the disk refuses in the middle leaves nothing of itself', async () => {
  const world = await used([], [{ field: 'title', value: 'a', verdict: 'people' }], {});
  const background = world.wake(new Life(FOREVER));
  const before = await said(world);
  const rules = Array.from({ length: 40 }, (_, i) => ({
    id: `n${i}`,
    field: 'title',
    value: `t${i}`,
    verdict: 'people',
  }));
  await refusingPut(20, async () => {
    const answer = await command(background, 'importChoices', {
      corrections: [],
      rules,
      settings: { target: 0.4 },
    });
    expect(answer).toMatchObject({ ok: false, code: 'no-room' });
  });
  expect(await said(world)).toEqual(before);
});

test('a setting that the browser refuses costs itself only, and is named', async () => {
  const world = new World('2026-11-18T10:00');
  world.refuseSetting = 'craftWords';
  const background = world.wake(new Life(FOREVER));
  const given = { corrections: [], rules: [], settings: { craftWords: ['choir'], target: 0.4, notify: 5 } };
  expect(await done(background, 'importChoices', given)).toEqual({
    corrections: 0,
    rules: 0,
    settings: 1,
    refused: ['craftWords'],
  });
  expect([world.synced.get('target'), world.synced.has('craftWords')]).toEqual([0.4, false]);
});

test.each(process.env.CRAFTWEEK_LONG ? [2_000, 20_000] : [2_000])(
  '%d rules are read with one look at those that are there',
  async (count) => {
    const world = await used([], [{ field: 'title', value: 'a', verdict: 'people' }], {});
    const rules = Array.from({ length: count }, (_, i) => ({
      id: `n${i}`,
      field: 'title' as const,
      value: `t${i}`,
      verdict: 'people' as const,
    }));
    const looked = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await world.store.addChoices({ corrections: [], rules });
    // Backgrounds of other tests may still be at work.
    const here = (store: unknown) => (store as IDBObjectStore).transaction.db.name === world.databaseName;
    expect(looked.mock.contexts.filter(here)).toHaveLength(2);
    expect(put.mock.contexts.filter(here)).toHaveLength(count + 1);
    vi.restoreAllMocks();
  },
);

test('other commands are answered while thousands of rules take their effect', async () => {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(FOREVER));
  const rules = Array.from({ length: 3_000 }, (_, i) => ({
    id: `n${i}`,
    field: 'title',
    value: `t${i}`,
    verdict: 'people',
  }));
  const restoring = command(background, 'importChoices', { corrections: [], rules, settings: {} });
  expect(await command(background, 'signedInAccounts', {})).toMatchObject({ ok: true });
  expect(await restoring).toMatchObject({ ok: true, value: { rules: 3_000 } });
  await settled(background);
});
