import { describe, expect, test } from 'vitest';
import { SourceError } from '../../src/calendar/source-error.ts';
import type { Store } from '../../src/store/store.ts';
import { LEASE_MS, syncSources } from '../../src/sync/sync.ts';
import { syncWindow } from '../../src/sync/sync-window.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { ALWAYS, MONDAY_9, occurrence } from '../store/fixtures.ts';
import { FakeServer } from './fake-source.ts';
import { Killed, killEverywhere } from './killable.ts';
import { events, fakeLocks, run, storeWith } from './runs.ts';

async function stored(store: Store): Promise<unknown[]> {
  const rows = await store.occurrences(ALWAYS);
  return rows.map(({ label: _, ...o }) => o).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function onServer(...servers: FakeServer[]): unknown[] {
  return servers.flatMap((s) => s.all()).sort((a, b) => (a.key < b.key ? -1 : 1));
}

describe('a run', () => {
  test('brings the store to what the server has, then by changes alone', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(5, 'a'));
    server.add('b', ...events(3, 'b'));
    const first = await syncSources(run(store, { s: server }));
    expect(first.sources).toEqual([
      { sourceId: 's', pages: 5, added: 8, changed: 0, removed: 0, moved: 0, trouble: null },
    ]);
    expect(await stored(store)).toEqual(onServer(server));
    expect((await store.sources())[0]).toMatchObject({ syncedMs: MONDAY_9, trouble: null });
    expect(await store.progress()).toEqual([]);

    const [gone, moved] = events(5, 'a');
    server.remove('a', gone?.key ?? '');
    if (moved) server.add('a', { ...moved, title: 'Changed' });
    const second = await syncSources(run(store, { s: server }));
    expect(second.sources[0]).toMatchObject({ added: 0, changed: 1, removed: 1 });
    expect(await stored(store)).toEqual(onServer(server));
    const third = await syncSources(run(store, { s: server }));
    expect(third.sources[0]).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  test('reads a page of each calendar in turn, so that all have something first', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(4, 'a'));
    server.add('b', ...events(4, 'b'));
    const order: string[] = [];
    server.fault = (_, calendarId) => void order.push(calendarId);
    await syncSources(run(store, { s: server }));
    expect(order).toEqual(['', 'a', 'b', 'a', 'b']);
  });

  test('starts a calendar over whose cursor has expired, and shows the old rows meanwhile', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(5));
    await syncSources(run(store, { s: server }));
    const [first] = events(1);
    server.remove('a', first?.key ?? '');
    server.oldest = server.version;
    const seen: number[] = [];
    server.fault = () => undefined;
    const watching = run(store, { s: server });
    const writePage = store.writePage;
    watching.store.writePage = async (page, label) => {
      const done = await writePage(page, label);
      seen.push((await stored(store)).length);
      return done;
    };
    const report = await syncSources(watching);
    expect(report.sources[0]?.trouble).toBeNull();
    expect(seen).toEqual([5, 4]);
    expect(await stored(store)).toEqual(onServer(server));
  });

  test('steps aside from a calendar that was unticked and ticked again meanwhile, and reads it whole after that', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(9));
    server.fault = (request) => {
      // The reader's second page of the calendar is on its way.
      if (request !== 3) return;
      void store.setCalendar('s', 'a', { role: 'off' });
      void store.setCalendar('s', 'a', { role: 'work' });
    };
    const { sources } = await syncSources(run(store, { s: server }));
    expect(sources).toMatchObject([
      { moved: 1, trouble: null },
      { moved: 0, added: 9 },
    ]);
    expect(await stored(store)).toEqual(onServer(server));
    expect(await store.wanted()).toEqual([]);
  });

  test('writes a source’s trouble down and goes on with the others', async () => {
    const store = await storeWith('bad', 'good');
    const bad = new FakeServer();
    bad.add('a', ...events(1, 'a', 'bad'));
    const good = new FakeServer();
    good.add('a', ...events(2, 'a', 'good'));
    bad.fault = () => {
      throw new SourceError('access-revoked', 'the account says no');
    };
    const report = await syncSources(run(store, { bad, good }));
    expect(report.sources.map((s) => s.trouble)).toEqual(['access-revoked', null]);
    expect(await stored(store)).toEqual(onServer(good));
    const [first] = await store.sources();
    expect(first?.trouble).toEqual({
      code: 'access-revoked',
      sinceMs: MONDAY_9,
      detail: 'the account says no',
    });
  });

  test('lets the trouble of one calendar stop that calendar alone', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(3, 'a'));
    server.add('b', ...events(3, 'b'));
    server.fault = (_, id) => {
      if (id === 'a') throw new SourceError('forbidden', 'not shared any more');
    };
    const report = await syncSources(run(store, { s: server }));
    expect(report.sources[0]?.trouble).toBe('forbidden');
    expect(await stored(store)).toHaveLength(3);
  });

  test('keeps the text of foreign errors out of the store', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(1));
    server.fault = () => {
      throw new TypeError('Cannot read secret@example.org');
    };
    await syncSources(run(store, { s: server }));
    expect((await store.sources())[0]?.trouble).toMatchObject({ code: 'unexpected', detail: 'TypeError' });
  });

  test('leaves a source alone as long as its server asked for, unless the user asks', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(1));
    server.fault = () => {
      throw new SourceError('quota-exceeded', 'tomorrow', { retryAtMs: MONDAY_9 + HOUR_MS });
    };
    await syncSources(run(store, { s: server }));
    server.fault = () => undefined;
    const soon = { now: () => MONDAY_9 + 1000 };
    expect((await syncSources(run(store, { s: server }, soon))).sources).toEqual([]);
    const asked = await syncSources(run(store, { s: server }, soon), { onDemand: true });
    expect(asked.sources[0]?.trouble).toBeNull();
    await store.sourceFailed('s', { code: 'x', nowMs: 0, retryAtMs: MONDAY_9 + 400 * DAY_MS });
    // A pause of a year was written by a clock gone wrong.
    expect((await syncSources(run(store, { s: server }))).sources).toHaveLength(1);
  });

  test('forgets what has left the window, and keeps what is in it', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    const old = occurrence({ calendarId: 'a', uid: 'old', startMs: MONDAY_9 - 360 * DAY_MS });
    server.add('a', old, ...events(1));
    await syncSources(run(store, { s: server }));
    expect(await stored(store)).toHaveLength(2);
    await syncSources(run(store, { s: server }, { now: () => MONDAY_9 + 30 * DAY_MS }));
    expect(await stored(store)).toHaveLength(1);
  });

  test('ends quietly for a source that the user removes meanwhile', async () => {
    const store = await storeWith('s', 't');
    const server = new FakeServer();
    server.add('a', ...events(6));
    const other = new FakeServer();
    other.add('a', ...events(1, 'a', 't'));
    server.fault = (request) => {
      if (request === 3) void store.removeSource('s');
    };
    const report = await syncSources(run(store, { s: server, t: other }));
    expect(report.ran).toBe(true);
    expect((await store.sources()).map((s) => s.id)).toEqual(['t']);
    expect(await stored(store)).toEqual(onServer(other));
  });
});

describe('one run at a time', () => {
  test('holds with locks: the second answers at once that it did not run', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(9));
    const locks = fakeLocks();
    const [one, two] = await Promise.all([
      syncSources(run(store, { s: server }, { locks })),
      syncSources(run(store, { s: server }, { locks })),
    ]);
    expect([one.ran, two.ran]).toEqual([true, false]);
    expect(await stored(store)).toEqual(onServer(server));
  });

  test('holds without locks by the lease, which a dead run keeps no longer than it lasts', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(2));
    await store.takeLease('dead', MONDAY_9, MONDAY_9 + LEASE_MS);
    const noLocks = { locks: null };
    expect((await syncSources(run(store, { s: server }, noLocks))).ran).toBe(false);
    const later = { ...noLocks, now: () => MONDAY_9 + LEASE_MS };
    expect((await syncSources(run(store, { s: server }, later))).ran).toBe(true);
    // With a lock in hand the lease of a dead run counts for nothing.
    await store.takeLease('dead', MONDAY_9, MONDAY_9 + LEASE_MS);
    expect((await syncSources(run(store, { s: server }))).ran).toBe(true);
  });

  test('lets a run that was replaced write nothing more', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(8));
    let pages = 0;
    server.fault = (_, id) => {
      if (id !== '' && ++pages === 2) void store.takeLease('usurper', MONDAY_9, MONDAY_9 + 1, true);
    };
    await expect(syncSources(run(store, { s: server }))).rejects.toMatchObject({ code: 'lost-lease' });
    expect((await stored(store)).length).toBeLessThan(8);
  });
});

test('killed before or after any write of two syncs, it goes on and ends with what the server has', async () => {
  const deaths = await killEverywhere(async (life) => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(5, 'a'));
    server.add('b', ...events(3, 'b'));
    const edit = (): void => {
      const [gone, changed] = events(5, 'a');
      server.remove('a', gone?.key ?? '');
      if (changed) server.add('a', { ...changed, title: 'Changed' });
      server.add('b', occurrence({ calendarId: 'b', uid: 'new', startMs: MONDAY_9 }));
    };
    try {
      await syncSources(run(life.store(store), { s: server }));
      edit();
      await syncSources(run(life.store(store), { s: server }));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      edit();
    }
    const report = await syncSources(run(store, { s: server }));
    expect(report.ran).toBe(true);
    expect(await stored(store)).toEqual(onServer(server));
    expect(await store.progress()).toEqual([]);
    expect((await store.sources())[0]?.trouble).toBeNull();
    store.close();
  });
  // Lease, calendars, five pages, prune, read, drop; the second time one page a calendar less or more.
  expect(deaths).toBeGreaterThan(30);
});

test('the window moves by whole weeks, and reaches further back for a file', () => {
  const at = (ms: number) => syncWindow('google', ms, 'Europe/Berlin');
  const sunday = Date.UTC(2026, 10, 22, 22, 59);
  expect(at(MONDAY_9)).toEqual(at(sunday));
  expect(at(sunday + 60_000).startMs).toBe(at(sunday).startMs + 7 * DAY_MS);
  const { startMs, endMs } = at(MONDAY_9);
  expect((MONDAY_9 - startMs) / DAY_MS).toBeGreaterThan(365);
  expect((endMs - MONDAY_9) / DAY_MS).toBeGreaterThan(84);
  expect((MONDAY_9 - syncWindow('ics-file', MONDAY_9, 'UTC').startMs) / DAY_MS).toBeGreaterThan(3600);
});
