import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/sources/caldav/discover.ts';
import { DAY_MS, type Interval } from '../../../src/time/interval.ts';
import { eventText } from '../../servers/caldav/dav-server.ts';
import { type Quirks, QuirkyServer } from '../../servers/caldav/quirky.ts';
import { account, clientOf, NOW } from './account.ts';

const ORIGIN = 'https://cal.example.org/';
const TITLES = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

function serverWith(quirks: Quirks = {}): QuirkyServer {
  const server = new QuirkyServer(quirks);
  server.add('personal', 'Work', '<c:calendar/><c:schedule-outbox/>');
  for (const [i, title] of TITLES.entries()) put(server, `${title.toLowerCase()}@home.ics`, title, i);
  return server;
}

function put(server: QuirkyServer, entry: string, title: string, day: number): void {
  server.put('personal', entry, eventText(entry, `202611${16 + day}T090000Z`, title));
}

async function connected(quirks: Quirks = {}) {
  const server = serverWith(quirks);
  let nowMs = NOW;
  const ada = await account(ORIGIN, { fetch: server.fetch, now: () => nowMs });
  const sync = async (): Promise<string[]> => {
    server.log.length = 0;
    expect((await ada.sync()).sources).toMatchObject([{ trouble: null }]);
    return (await ada.stored()).map((row) => row.slice(17));
  };
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { server, ada, sync, pass };
}

describe('a calendar server', () => {
  it.each<[string, Quirks]>([
    ['that answers at its root', {}],
    ['whose root refuses, with a well-known address that redirects', { rootRefuses: true }],
    ['whose root refuses, without a well-known address', { rootRefuses: true, wellKnown: null }],
    [
      'whose well-known address leads to another server',
      { rootRefuses: true, wellKnown: 'https://other.example/' },
    ],
  ])('is found: %s', async (_, quirks) => {
    const server = serverWith(quirks);
    const place = await discover(clientOf(ORIGIN, { fetch: server.fetch }), ORIGIN);
    expect(place).toMatchObject({
      homes: [`${ORIGIN}SOGo/dav/ada/Calendar/`],
      addresses: ['ada@example.org'],
    });
  });

  it('offers calendars alone: an outbox that is one too, but no inbox, tasks or birthdays', async () => {
    const { server, ada } = await connected();
    server.add('inbox', 'Inbox', '<c:schedule-inbox/>');
    server.add('outbox', 'Outbox', '<c:schedule-outbox/>');
    server.add('tasks', 'Tasks', '<c:calendar/>', 'VTODO');
    server.add('contact_birthdays', 'Birthdays');
    server.add('year', '2026');
    expect((await ada.reader().calendars()).map((c) => c.name)).toEqual(['2026', 'Work']);
  });

  it('is told by its own words where the sign-in fails', async () => {
    const wrong = clientOf(ORIGIN, {
      fetch: serverWith({ challenge: 'basic realm="SOGo"' }).fetch,
      password: 'x',
    });
    await expect(discover(wrong, ORIGIN)).rejects.toMatchObject({ code: 'wrong-password' });
    const server = serverWith({ challenge: 'Digest realm="x", nonce="y", qop="auth"' });
    const digest = clientOf(ORIGIN, { fetch: server.fetch, password: 'x' });
    await expect(discover(digest, ORIGIN)).rejects.toMatchObject({ code: 'digest-only' });
    expect(server.log).toHaveLength(1);
  });

  it('that is none, or cannot be reached, or sends on to another, is told apart', async () => {
    const answering = (status: number) => async () => new Response('<html>', { status });
    const discovered = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
      discover(clientOf(ORIGIN, { fetch }), ORIGIN);
    await expect(discovered(answering(404))).rejects.toMatchObject({ code: 'not-caldav' });
    await expect(discovered(answering(200))).rejects.toMatchObject({ code: 'not-caldav' });
    await expect(
      discovered(async () => {
        throw new TypeError('Failed to fetch');
      }),
    ).rejects.toMatchObject({ code: 'no-network' });
    await expect(
      discovered(async (_, { redirect }) => {
        if (redirect === 'follow') throw new TypeError('Failed to fetch');
        return new Response(null, { status: 302 });
      }),
    ).rejects.toMatchObject({ code: 'other-server' });
  });

  it('never gets the password of another', async () => {
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      asked.push(new URL(url).origin);
      const href = '<d:href>https://thief.example/ada/</d:href>';
      return new Response(
        `<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop><d:current-user-principal>${href}</d:current-user-principal></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`,
        { status: 207 },
      );
    };
    await expect(discover(clientOf(ORIGIN, { fetch }), ORIGIN)).rejects.toMatchObject({
      code: 'other-server',
    });
    expect(new Set(asked)).toEqual(new Set(['https://cal.example.org']));
  });

  it.each<[string, Quirks]>([
    ['plainly', {}],
    ['without tokens', { tells: 'ctags' }],
    ['without tokens and ctags', { tells: 'etags' }],
    ['with hrefs written another way', { rewritesHrefs: true }],
    ['with control characters and references that XML lacks', { dirtyBytes: true }],
    ['without multiget', { noMultiget: true }],
    ['with more rows than fit into an answer', { mostRows: 2 }],
    ['with a multiget that a missing member fails', { missing: 'fails' }],
    ['with a multiget that leaves missing members out', { missing: 'is-left-out' }],
    ['with tokens that look like numbers', { firstToken: 20261116 }],
  ])('is read and followed: %s', async (_, quirks) => {
    const { server, sync } = await connected(quirks);
    const clean = (titles: string[]): string[] => titles.map((t) => t.replace(/[^A-Za-z, ]/g, ''));
    expect(clean(await sync())).toEqual(TITLES);
    expect(clean(await sync())).toEqual(TITLES);
    put(server, 'nine@home.ics', 'Nine', 8);
    put(server, 'one@home.ics', 'One anew', 0);
    server.remove('personal', 'two@home.ics');
    expect(clean(await sync())).toEqual(['One anew', ...TITLES.slice(2), 'Nine']);
  });

  it.each(['403', '500', 'all-rows', 'no-rows', 'minus-one'] as const)(
    'that forgot its token and answers %s keeps nothing that is gone, and loses nothing',
    async (forgotten) => {
      const { server, sync } = await connected({ forgotten });
      await sync();
      server.remove('personal', 'two@home.ics');
      put(server, 'nine@home.ics', 'Nine', 8);
      server.forget();
      expect(await sync()).toEqual(['One', ...TITLES.slice(2), 'Nine']);
    },
  );

  it('that says nothing of a change is held against all its ETags once a day', async () => {
    const { server, sync, pass } = await connected({ forgotten: 'no-rows', tells: 'tokens' });
    await sync();
    server.calendars.get('personal')?.delete('two@home.ics');
    expect(await sync()).toContain('Two');
    pass(DAY_MS);
    expect(await sync()).not.toContain('Two');
  });

  it('whose ETags come back when an entry is made anew is read again', async () => {
    const { server, sync } = await connected({ countsEtags: true });
    await sync();
    server.remove('personal', 'two@home.ics');
    put(server, 'two@home.ics', 'Two anew', 1);
    expect(await sync()).toContain('Two anew');
  });

  it('that lists less than half of what was there is listed anew, for the store to doubt', async () => {
    const { server, ada, sync } = await connected();
    await sync();
    const [calendar] = await ada.calendars();
    if (!calendar) throw new Error('there is no calendar');
    const cursor = await ada.store.cursor('s', calendar.id);
    server.calendars.get('personal')?.clear();
    server.forget();
    const { window } = cursor as { window: Interval };
    for await (const page of ada.reader().pages(calendar, cursor, window)) {
      expect(page).toMatchObject({ changed: [], removed: [], listing: { last: true }, done: true });
      expect(page.removedWhere).toBeUndefined();
    }
  });

  it('that answers with an error, or without naming the calendar, takes nothing away', async () => {
    for (const answer of [
      () => new Response('', { status: 502 }),
      () => new Response('<d:multistatus xmlns:d="DAV:"/>', { status: 207 }),
      () => new Response('<html>sign in to the hotel</html>', { status: 200 }),
    ]) {
      const server = serverWith({ tells: 'etags' });
      let broken = false;
      const ada = await account(ORIGIN, {
        fetch: (url, init) => (broken ? Promise.resolve(answer()) : server.fetch(url, init)),
      });
      await ada.sync();
      broken = true;
      expect((await ada.sync()).sources[0]?.trouble).not.toBeNull();
      expect(await ada.stored()).toHaveLength(TITLES.length);
    }
  });

  it('costs one request a calendar where nothing changed', async () => {
    for (const [tells, expected] of [
      ['tokens', 2],
      ['ctags', 1],
      ['etags', 2],
    ] as const) {
      const { server, sync } = await connected({ tells });
      await sync();
      await sync();
      expect([tells, server.log.length]).toEqual([tells, expected]);
    }
  });

  it('is read on from where a reading was stopped', async () => {
    const { server, ada } = await connected();
    for (let i = 0; i < 250; i++) put(server, `more-${i}.ics`, `More ${i}`, i % 10);
    const [calendar] = await ada.reader().calendars();
    const one = { sourceId: 's', role: 'work' as const, id: calendar?.id ?? '', name: '' };
    const window = { startMs: NOW - 30 * DAY_MS, endMs: NOW + 30 * DAY_MS };
    const titles = new Set<string>();
    let cursor: unknown = null;
    const first = ada.reader().pages(one, cursor, window)[Symbol.asyncIterator]();
    const page = await first.next();
    cursor = JSON.parse(JSON.stringify(page.value?.cursor));
    for (const o of page.value?.changed ?? []) titles.add(o.title);
    put(server, 'late.ics', 'Late', 3);
    server.remove('personal', 'more-249.ics');
    const reader = ada.reader();
    await reader.calendars();
    const ids = new Set<string | undefined>();
    let done = false;
    for await (const { changed, listing, done: last } of reader.pages(one, cursor, window)) {
      for (const o of changed) titles.add(o.title);
      if (listing) ids.add(listing.id);
      done = last;
    }
    expect(done).toBe(true);
    expect(ids).toEqual(new Set([page.value?.listing?.id]));
    expect(titles.size).toBe(258);
    expect(titles).toContain('Late');
    expect(titles).not.toContain('More 249');
  });

  it('says nothing of addresses, names and passwords in its errors', async () => {
    for (const status of [401, 403, 404, 429, 500, 302]) {
      const fetch = async (): Promise<Response> => new Response('Divorce lawyer', { status });
      const thrown: unknown = await discover(clientOf(ORIGIN, { fetch }), ORIGIN).catch((e: unknown) => e);
      expect(String(thrown)).not.toMatch(/example|ada|secret|Divorce/);
    }
  });
});
