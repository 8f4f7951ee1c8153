import { describe, expect, it } from 'vitest';
import { createCaldavAccounts } from '../../extension/background/caldav-accounts.ts';
import type { Source } from '../../src/calendar/source.ts';
import { eventText } from '../servers/caldav/dav-server.ts';
import { QuirkyServer } from '../servers/caldav/quirky.ts';

const TYPED = { kind: 'caldav', server: 'cal.example.org', username: 'ada', password: 'secret' } as const;

function scene(server = new QuirkyServer()) {
  server.add('personal', 'Personal');
  server.put('personal', 'one.ics', eventText('one', '20261116T090000Z', 'One'));
  const kept = new Map<string, unknown>();
  const accounts = createCaldavAccounts({
    secrets: {
      get: async (key) => structuredClone(kept.get(key)),
      set: async (key, value) => void kept.set(key, structuredClone(value)),
      remove: async (key) => void kept.delete(key),
    },
    fetch: server.fetch,
    now: () => 0,
    random: () => 0.5,
  });
  const source = (id: string): Source => ({
    id,
    kind: 'caldav',
    name: 'ada',
    addedMs: 0,
    syncedMs: null,
    trouble: null,
  });
  const read = async (id: string): Promise<readonly string[]> => {
    const reader = await accounts.reader(source(id), { zone: 'UTC', ownAddresses: [] });
    return (await reader?.calendars())?.map(({ name }) => name) ?? [];
  };
  return { server, kept, accounts, read };
}

describe('a CalDAV account', () => {
  it('is connected by what the user typed, and read with what was kept', async () => {
    const { accounts, read, kept } = scene();
    const connected = await accounts.connect(TYPED);
    expect(connected).toEqual({ sourceId: 'caldav-cal.example.org-ada', name: 'ada (cal.example.org)' });
    expect([...kept.keys()]).toEqual(['caldav.account.caldav-cal.example.org-ada']);
    expect(await read(connected.sourceId)).toEqual(['Personal']);
  });

  it('is known by its address where the user name is one', async () => {
    const server = new QuirkyServer();
    const answer = server.answer.bind(server);
    server.answer = (method, path, headers, body) => {
      const own = headers.get('authorization') === `Basic ${btoa('ada@example.org:secret')}`;
      return answer(
        method,
        path,
        new Headers({ ...(own ? { authorization: `Basic ${btoa('ada:secret')}` } : {}) }),
        body,
      );
    };
    const { accounts } = scene(server);
    expect((await accounts.connect({ ...TYPED, username: 'ada@example.org' })).name).toBe('ada@example.org');
  });

  it('asks for the user’s address where neither the server nor the user name says it', async () => {
    const server = new QuirkyServer();
    const answer = server.answer.bind(server);
    server.answer = (...asked) => {
      const response = answer(...asked);
      return new Response(
        response.body
          ?.pipeThrough(new TextDecoderStream())
          .pipeThrough(
            new TransformStream<string, string>({
              transform: (text, out) => out.enqueue(text.replace('mailto:Ada@Example.org', '/ada/')),
            }),
          )
          .pipeThrough(new TextEncoderStream()) ?? null,
        response,
      );
    };
    expect(await scene(server).accounts.connect(TYPED)).toMatchObject({ asksAddress: true });
  });

  it('keeps nothing of a sign-in that failed, or of an account without calendars', async () => {
    const { accounts, kept, server } = scene();
    await expect(accounts.connect({ ...TYPED, password: 'guess' })).rejects.toMatchObject({
      code: 'wrong-password',
    });
    await expect(accounts.connect({ ...TYPED, server: 'http://cal.example.org' })).rejects.toMatchObject({
      code: 'not-caldav',
    });
    server.calendars.clear();
    await expect(accounts.connect(TYPED)).rejects.toMatchObject({ code: 'no-calendars' });
    expect(kept.size).toBe(0);
  });

  it('says that it has no password any more when it was disconnected', async () => {
    const { accounts, read, kept } = scene();
    const { sourceId } = await accounts.connect(TYPED);
    expect(await accounts.disconnect(sourceId)).toBe(true);
    expect(kept.size).toBe(0);
    await expect(read(sourceId)).rejects.toMatchObject({ code: 'wrong-password' });
  });
});
