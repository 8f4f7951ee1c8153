import { describe, expect, test } from 'vitest';
import { SourceError } from '../../src/calendar/source-error.ts';
import type { Store } from '../../src/store/store.ts';
import { syncSources } from '../../src/sync/sync.ts';
import { ALWAYS, MONDAY_9, occurrence } from '../store/fixtures.ts';
import { FakeServer } from './fake-source.ts';
import { Killed } from './killable.ts';
import { events, run, storeWith } from './runs.ts';

const titles = async (store: Store): Promise<number> => (await store.occurrences(ALWAYS)).length;

function twoServers(): { s: FakeServer; t: FakeServer } {
  const [s, t] = [new FakeServer(), new FakeServer()];
  s.add('a', ...events(3, 'a', 's'));
  t.add('a', ...events(3, 'a', 't'));
  return { s, t };
}

describe('a wanted source', () => {
  test('want ──▶ read: is no longer wanted when it was read', async () => {
    const store = await storeWith('s');
    expect(await store.wanted()).toMatchObject([{ sourceId: 's', attempts: 0 }]);
    await syncSources(run(store, twoServers()), null);
    expect(await titles(store)).toBe(3);
    expect(await store.wanted()).toEqual([]);
  });

  test('read ──want meanwhile──▶ read once more: by the same run', async () => {
    const store = await storeWith('s');
    const servers = twoServers();
    let asked = false;
    servers.s.fault = (request) => {
      if (request !== 2 || asked) return;
      asked = true;
      void store.want({ sourceId: 's' });
    };
    const { sources } = await syncSources(run(store, servers), null);
    expect(sources.map((s) => s.sourceId)).toEqual(['s', 's']);
    expect(await store.wanted()).toEqual([]);
  });

  test('connected while another source is being read: the same run reads it too', async () => {
    const store = await storeWith('s');
    const servers = twoServers();
    servers.s.fault = (request) => {
      if (request === 2) void store.putSource({ id: 't', kind: 'google', name: 't' }, 9);
    };
    await syncSources(run(store, servers), null);
    expect(await titles(store)).toBe(6);
  });

  test('another run holds the lease: stays wanted for the next one', async () => {
    const store = await storeWith('s');
    await store.takeLease('other', MONDAY_9, MONDAY_9 + 60_000);
    expect(await syncSources(run(store, twoServers(), { locks: null }))).toMatchObject({ ran: false });
    expect(await store.wanted()).toHaveLength(1);
    await store.dropLease('other');
    await syncSources(run(store, twoServers(), { locks: null }), null);
    expect(await titles(store)).toBe(3);
  });

  test('failed ──▶ no longer wanted: its trouble says so, and the clock wants it again', async () => {
    const store = await storeWith('s');
    const servers = twoServers();
    servers.s.fault = () => {
      throw new SourceError('server-error', 'down');
    };
    await syncSources(run(store, servers), null);
    expect(await store.wanted()).toEqual([]);
    expect((await store.sources())[0]?.trouble?.code).toBe('server-error');
  });

  test('paused ──▶ no longer wanted, unless the user asked', async () => {
    const store = await storeWith('s');
    await syncSources(run(store, twoServers()), null);
    await store.sourceFailed('s', { code: 'rate-limited', nowMs: MONDAY_9, retryAtMs: MONDAY_9 + 60_000 });
    const servers = twoServers();
    await syncSources(run(store, servers));
    expect(servers.s.requests).toBe(0);
    await syncSources(run(store, servers), { onDemand: true });
    expect(servers.s.requests).toBeGreaterThan(0);
  });

  test('killed before its first page, twice ──▶ set aside with the reason, until the user asks', async () => {
    const store = await storeWith('s');
    const servers = twoServers();
    const dies = { ...run(store, servers), locks: null, readerOf: async () => servers.s.reader() };
    for (const life of ['one', 'two']) {
      const killed = {
        ...dies,
        holder: life,
        store: { ...store, putCalendars: () => Promise.reject(dead()) },
      };
      await expect(syncSources(killed, null)).rejects.toThrow('killed');
      await store.dropLease(life);
    }
    servers.s.requests = 0;
    await syncSources(run(store, servers), null);
    expect(servers.s.requests).toBe(0);
    expect(await store.sources()).toMatchObject([{ trouble: { code: 'set-aside' } }]);
    expect(await store.wanted()).toEqual([]);
    await syncSources(run(store, servers), { sourceId: 's', onDemand: true });
    expect(await titles(store)).toBe(3);
    expect((await store.sources())[0]?.trouble).toBeNull();
  });

  test('cut short with a page written ──▶ goes on, however often', async () => {
    const store = await storeWith('s');
    const server = new FakeServer();
    server.add('a', ...events(12));
    for (let life = 0; life < 5; life++) {
      let pages = 0;
      const writePage: Store['writePage'] = (page, label) =>
        pages++ === 1 ? Promise.reject(dead()) : store.writePage(page, label);
      const holder = `life-${life}`;
      const killed = { ...run(store, { s: server }), holder, store: { ...store, writePage } };
      await syncSources(killed, null).catch(() => undefined);
      await store.dropLease(holder);
    }
    await syncSources(run(store, { s: server }), null);
    expect(await titles(store)).toBe(12);
  });

  test('leaves with its source, and with everything', async () => {
    const store = await storeWith('s', 't');
    await store.removeSource('s');
    expect((await store.wanted()).map((w) => w.sourceId)).toEqual(['t']);
    await store.clear();
    expect(await store.wanted()).toEqual([]);
  });

  test('a calendar that is ticked wants its source, on disk with the choice', async () => {
    const store = await storeWith('s');
    await syncSources(run(store, twoServers()), null);
    await store.setCalendar('s', 'a', { role: 'off' });
    expect(await store.wanted()).toEqual([]);
    await store.setCalendar('s', 'a', { role: 'work' });
    expect(await store.wanted()).toMatchObject([{ sourceId: 's' }]);
  });

  test('all are wanted where the settings that decide the reading change, and by nothing else', async () => {
    const store = await storeWith('s');
    await store.expectReading('Europe/Berlin');
    await syncSources(run(store, twoServers()), null);
    expect(await store.expectReading('Europe/Berlin')).toBe(false);
    expect(await store.wanted()).toEqual([]);
    expect(await store.expectReading('Asia/Tokyo')).toBe(true);
    expect(await store.wanted()).toHaveLength(1);
  });

  test('no page of a calendar that was unticked meanwhile is written', async () => {
    const store = await storeWith('s');
    await store.putCalendars('s', [{ id: 'a', name: 'a', selected: false }]);
    const page = { sourceId: 's', calendarId: 'a', changed: [occurrence({ calendarId: 'a' })], removed: [] };
    const write = store.writePage({ ...page, behind: null, cursor: 1, window: ALWAYS }, () => () => {
      throw new Error('labels nothing');
    });
    await expect(write).rejects.toMatchObject({ code: 'moved' });
  });
});

function dead(): Error {
  const killed = new Killed('killed');
  // What the store refuses ends a run; nothing is written down after it.
  killed.name = 'StoreError';
  return killed;
}

describe('a paused source', () => {
  test('is not read, by the clock or by hand, and keeps what it has', async () => {
    const store = await storeWith('s');
    const servers = twoServers();
    await syncSources(run(store, servers), null);
    await store.setSource('s', { paused: true });
    servers.s.add('a', ...events(5, 'b', 's'));
    const { sources } = await syncSources(run(store, servers), { onDemand: true });
    expect(sources).toEqual([]);
    expect(await titles(store)).toBe(3);
    expect(await store.wanted()).toEqual([]);
  });

  test('is wanted when the user lets it go on, and when it is connected again', async () => {
    const store = await storeWith('s');
    const servers = twoServers();
    await store.setSource('s', { paused: true });
    await syncSources(run(store, servers), null);
    await store.setSource('s', { paused: false });
    expect(await store.sources()).not.toHaveProperty('0.paused');
    await syncSources(run(store, servers), null);
    expect(await titles(store)).toBe(3);
    await store.setSource('s', { paused: true });
    await store.putSource({ id: 's', kind: 'google', name: 's' }, MONDAY_9);
    expect(await store.sources()).not.toHaveProperty('0.paused');
  });
});
