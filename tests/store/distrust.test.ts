import { describe, expect, test } from 'vitest';
import { syncSources } from '../../src/sync/sync.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { FakeServer } from '../sync/fake-source.ts';
import { events, run, storeWith } from '../sync/runs.ts';
import { ALWAYS, MONDAY_9, occurrence, storedKeys, storeWithCalendar, write } from './fixtures.ts';

/** An account of sixty events in two calendars, read once. */
async function known(): Promise<{ store: Awaited<ReturnType<typeof storeWith>>; server: FakeServer }> {
  const store = await storeWith('s');
  const server = new FakeServer();
  server.add('a', ...events(40, 'a'));
  server.add('b', ...events(20, 'b'));
  await syncSources(run(store, { s: server }));
  return { store, server };
}

const trouble = async (store: Awaited<ReturnType<typeof storeWith>>): Promise<string | undefined> =>
  (await store.sources())[0]?.trouble?.code;

describe('an answer that leaves out more than half of what is known', () => {
  test('is not believed at once: calendars and events stay, and the trouble is shown', async () => {
    const { store, server } = await known();
    server.calendars.clear();
    await syncSources(run(store, { s: server }));
    expect(await store.calendars()).toHaveLength(2);
    expect(await storedKeys(store)).toHaveLength(60);
    expect(await trouble(store)).toBe('mass-removal');
  });

  test('is believed when a second, later run reads the same', async () => {
    const { store, server } = await known();
    server.calendars.clear();
    await syncSources(run(store, { s: server }));
    await syncSources(run(store, { s: server }));
    expect(await store.calendars()).toEqual([]);
    expect(await storedKeys(store)).toEqual([]);
    expect(await trouble(store)).toBeUndefined();
  });

  test('is forgotten when the next run reads everything again; a third one begins a new doubt', async () => {
    const { store, server } = await known();
    const calendars = [...server.calendars];
    server.calendars.clear();
    await syncSources(run(store, { s: server }));
    for (const [id, rows] of calendars) server.calendars.set(id, rows);
    await syncSources(run(store, { s: server }));
    expect(await trouble(store)).toBeUndefined();
    server.calendars.clear();
    await syncSources(run(store, { s: server }));
    expect(await storedKeys(store)).toHaveLength(60);
  });

  test('the same for a calendar that is listed anew and names nothing', async () => {
    const { store, server } = await known();
    for (const event of events(40, 'a')) server.remove('a', event.key);
    // The cursor has expired: the calendar is listed from the beginning.
    server.oldest = server.version + 1;
    await syncSources(run(store, { s: server }));
    expect(await storedKeys(store)).toHaveLength(60);
    expect(await trouble(store)).toBe('mass-removal');
    expect(await store.cursor('s', 'a')).toBeNull();
    await syncSources(run(store, { s: server }));
    expect(await storedKeys(store)).toHaveLength(20);
    expect(await trouble(store)).toBeUndefined();
  });

  test('what an answer names as deleted goes at once, however much it is', async () => {
    const { store, server } = await known();
    for (const event of events(40, 'a')) server.remove('a', event.key);
    await syncSources(run(store, { s: server }));
    expect(await storedKeys(store)).toHaveLength(20);
  });

  test('a calendar that is a small part leaves at once', async () => {
    const { store, server } = await known();
    server.calendars.delete('b');
    await syncSources(run(store, { s: server }));
    expect((await store.calendars()).map((c) => c.id)).toEqual(['a']);
    expect(await storedKeys(store)).toHaveLength(40);
  });
});

describe('what the user chose for a calendar', () => {
  test.each([
    ['survives its absence', 89, 'off'],
    ['is forgotten after 90 days of absence', 91, 'work'],
  ])('%s', async (_name, days, role) => {
    const { store, server } = await known();
    await store.setCalendar('s', 'b', { role: 'off', defaultActivity: 'people' });
    const b = server.calendars.get('b');
    server.calendars.delete('b');
    await syncSources(run(store, { s: server }));
    expect((await store.calendars()).map((c) => c.id)).toEqual(['a']);
    await expect(store.setCalendar('s', 'b', { role: 'work' })).rejects.toMatchObject({ code: 'gone' });
    const now = (): number => MONDAY_9 + days * DAY_MS;
    await syncSources(run(store, { s: server }, { now }));
    if (b) server.calendars.set('b', b);
    await syncSources(run(store, { s: server }, { now }));
    const back = (await store.calendars()).find((c) => c.id === 'b');
    expect(back?.role).toBe(role);
    expect(back?.defaultActivity).toBe(role === 'off' ? 'people' : undefined);
    expect((await store.occurrences(ALWAYS)).some((o) => o.calendarId === 'b')).toBe(role === 'work');
  });
});

test('a window that moved by years takes rows away only when a later run agrees, and the right clock forgets it', async () => {
  const store = await storeWithCalendar();
  const rows = Array.from({ length: 30 }, (_, i) =>
    occurrence({ uid: `u${i}`, startMs: MONDAY_9 + i * DAY_MS }),
  );
  await write(store, rows);
  const right = { startMs: MONDAY_9 - 700 * DAY_MS, endMs: MONDAY_9 + 90 * DAY_MS };
  const behind = { startMs: right.startMs - 3000 * DAY_MS, endMs: right.endMs - 3000 * DAY_MS };
  expect(await store.prune('s', behind, 'one')).toEqual({ removed: 0 });
  expect(await store.prune('s', behind, 'one')).toEqual({ removed: 0 });
  expect(await store.prune('s', right, 'two')).toEqual({ removed: 0 });
  expect(await store.prune('s', behind, 'three')).toEqual({ removed: 0 });
  expect(await storedKeys(store)).toHaveLength(30);
  expect(await store.prune('s', behind, 'four')).toEqual({ removed: 30 });
});
