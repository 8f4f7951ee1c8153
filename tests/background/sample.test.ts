import { describe, expect, test } from 'vitest';
import { ALWAYS } from '../store/fixtures.ts';
import { Life } from '../sync/killable.ts';
import { at, done, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;

async function withSample(wall: string) {
  const world = new World(wall);
  const background = world.wake(new Life(FOREVER));
  await done(background, 'useSample', {});
  await settled(background);
  return { world, background };
}

describe('the sample', () => {
  test('fills pages, and shows no notification, no badge and no preview', async () => {
    const { world, background } = await withSample('2026-11-16T10:00');
    expect((await world.store.occurrences(ALWAYS)).length).toBeGreaterThan(300);
    world.nowMs = at('2026-11-20T16:00');
    await background.alarm('summary');
    expect(await done(background, 'previewSummary', {})).toEqual({ shown: false, why: 'only-sample' });
    expect(world.shown).toEqual([]);
    expect(await world.store.summaries()).toEqual([]);
    expect(world.badge).toMatchObject({ share: null, badge: '' });
  });

  test('leaves no trace: neither rows nor what was said of its entries', async () => {
    const { world, background } = await withSample('2026-11-16T10:00');
    const [entry] = await world.store.occurrences(ALWAYS);
    const scope = { kind: 'title', title: entry?.title };
    await done(background, 'correct', { scope, verdict: 'people', key: entry?.key });
    const inboxId = await world.store.putInbox({ name: 'w.ics', text: 'CAL\n2026-11-16T09:00 180 mine' });
    await done(background, 'importFile', { inboxId });
    await settled(background);
    expect((await world.store.occurrences(ALWAYS)).map((o) => o.title)).toEqual(['mine']);
    expect(await world.store.corrections()).toEqual([]);
  });

  test('is no reason for a summary of a time before the user’s own calendar came', async () => {
    const { world, background } = await withSample('2026-11-16T10:00');
    world.nowMs = at('2026-11-21T10:00');
    const inboxId = await world.store.putInbox({ name: 'w.ics', text: 'CAL\n2026-11-16T09:00 180 mine' });
    await done(background, 'importFile', { inboxId });
    await settled(background);
    expect(world.shown).toEqual([]);
    world.nowMs = at('2026-11-27T16:00');
    await world.giveAgain();
    await background.alarm('summary');
    expect((await world.store.summaries()).map((row) => row.week)).toEqual(['2026-11-23']);
  });
});
