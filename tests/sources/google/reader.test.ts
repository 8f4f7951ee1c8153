import { describe, expect, it } from 'vitest';
import type { SourceReader } from '../../../src/sources/contract.ts';
import { googleClient } from '../../../src/sources/google/client.ts';
import { type GooglePage, googleReader } from '../../../src/sources/google/reader.ts';
import { syncWindow } from '../../../src/sync/sync-window.ts';
import { DAY_MS, type Interval } from '../../../src/time/interval.ts';
import { architectContent } from '../../servers/google/architect.ts';
import { GoogleHandler } from '../../servers/google/handler.ts';
import { fetchOf } from '../../servers/google/in-process.ts';
import { GoogleWorld } from '../../servers/google/world.ts';
import { fakeParts, NOW } from './parts.ts';

const ME = 'mira@example.org';
const WEEK_MS = 7 * DAY_MS;
const window = syncWindow('google', NOW, 'Europe/Berlin');
const later = (weeks: number): Interval => syncWindow('google', NOW + weeks * WEEK_MS, 'Europe/Berlin');

function scene(ownAddresses: readonly string[] = []) {
  const world = new GoogleWorld(architectContent(NOW), () => NOW);
  const handler = new GoogleHandler({ world });
  const { parts } = fakeParts(fetchOf(handler));
  const client = googleClient(parts);
  const made = googleReader({
    client,
    sourceId: 's',
    zone: 'Europe/Berlin',
    ownAddresses,
    now: () => NOW,
    random: Math.random,
  });
  // What the sync asks of a reader; the types have to agree.
  const reader: SourceReader = made;
  const read = async (cursor: unknown, wanted = window, calendarId = ME): Promise<GooglePage[]> => {
    handler.log.length = 0;
    const pages: GooglePage[] = [];
    for await (const page of made.pages({ id: calendarId }, cursor, wanted)) pages.push(page);
    return pages;
  };
  return { world, handler, reader, read };
}

const cursorOf = (pages: readonly GooglePage[]): unknown => JSON.parse(JSON.stringify(pages.at(-1)?.cursor));
const kinds = (handler: GoogleHandler): string[] =>
  handler.log.map(({ query }) =>
    query.has('syncToken') ? 'changes' : query.get('singleEvents') === 'true' ? 'list' : 'rules',
  );

describe('googleReader', () => {
  it('names the account’s calendars, its own selected, and takes its address for the user’s', async () => {
    const { reader, read } = scene();
    expect(await reader.calendars()).toMatchObject([
      { id: ME, name: 'Mira', selected: true, color: '#7986cb' },
      { name: 'Holidays in Germany', selected: false },
      { name: 'Payments team', selected: false },
    ]);
    const [first] = await read(null);
    expect(first?.changed.find((o) => o.title === 'Budget review')).toMatchObject({ organizerIsSelf: false });
  });

  it('brings the weeks around now on the first page, then everything, then a token', async () => {
    const { handler, read } = scene();
    const pages = await read(null);
    expect(kinds(handler)).toEqual(['list', 'list', 'rules']);
    const [near, all] = pages;
    for (const { startMs } of near?.changed ?? []) {
      expect(Math.abs(startMs - NOW)).toBeLessThan(29 * DAY_MS);
    }
    expect(near).toMatchObject({ done: false });
    expect(near?.listing).toBeUndefined();
    expect(all).toMatchObject({ done: true, listing: { last: true }, problems: [] });
    expect(all?.changed.length).toBeGreaterThan(4 * (near?.changed.length ?? 0));
    expect(all?.changed.find((o) => o.uid === 'standup@google.com')?.recurring).toBe('daily');
  });

  it('asks once where nothing has changed', async () => {
    const { handler, read } = scene();
    const pages = await read(cursorOf(await read(null)));
    expect(kinds(handler)).toEqual(['changes']);
    expect(pages).toMatchObject([{ changed: [], removed: [], done: true }]);
  });

  it('reads changes, and asks for the rule of the series that they belong to', async () => {
    const { world, handler, read } = scene();
    const cursor = cursorOf(await read(null));
    const [id = ''] = world.instanceIds(ME, 'planning', NOW);
    world.change(ME, id, { summary: 'Planning, with guests' });
    const [page] = await read(cursor);
    expect(page?.changed).toMatchObject([{ title: 'Planning, with guests', recurring: 'biweekly' }]);
    expect(handler.log.map((l) => l.path.split('/').at(-1))).toEqual(['events', 'planning']);
  });

  it('lists the weeks that enter the window, and says first that others have left it', async () => {
    const { handler, read } = scene();
    const cursor = cursorOf(await read(null));
    const pages = await read(cursor, later(1));
    expect(kinds(handler)).toEqual(['changes', 'list', 'rules', 'changes']);
    expect(pages[0]).toMatchObject({ changed: [], done: false, cursor: { held: { endMs: window.endMs } } });
    const gap = pages.find((p) => p.listing);
    expect(gap?.listing).toMatchObject({
      last: true,
      window: { startMs: window.endMs, endMs: later(1).endMs },
    });
    expect(gap?.changed.length).toBeGreaterThan(10);
    expect(pages.at(-1)).toMatchObject({ done: true, cursor: { held: later(1) } });
    await read(cursorOf(pages), later(1));
    expect(kinds(handler)).toEqual(['changes']);
  });

  it('lists everything anew when the window leaves what the token covers, or addresses have changed', async () => {
    const { handler, read } = scene();
    const cursor = cursorOf(await read(null));
    const [all] = await read(cursor, later(9));
    expect(kinds(handler)[0]).toBe('list');
    expect(all).toMatchObject({ listing: { last: true }, done: true });
    const other = scene(['mira@home.example.org']);
    await other.read(cursor);
    expect(kinds(other.handler)[0]).toBe('list');
    await other.read({ from: 'another version' });
    expect(kinds(other.handler)[0]).toBe('list');
  });

  it('says so when a token or the place on a page has expired', async () => {
    const { world, read } = scene();
    const cursor = cursorOf(await read(null));
    world.expireTokens(ME);
    await expect(read(cursor)).rejects.toMatchObject({ code: 'cursor-expired' });
    await expect(
      read({ ...(cursor as object), step: 'list', id: 'x', pageToken: 'old' }),
    ).rejects.toMatchObject({
      code: 'cursor-expired',
    });
  });

  it('reads a calendar whole each time where Google gives no token for it', async () => {
    const { handler, world } = scene();
    const { parts } = fakeParts(async (input, init) => {
      const answer = await fetchOf(handler)(input, init);
      return new Response((await answer.text()).replace(/"nextSyncToken":"[^"]*",?/, ''), answer);
    });
    const made = googleReader({
      client: googleClient(parts),
      sourceId: 's',
      zone: 'UTC',
      ownAddresses: [],
      now: () => NOW,
      random: Math.random,
    });
    const read = async (cursor: unknown): Promise<GooglePage[]> => {
      const pages: GooglePage[] = [];
      for await (const page of made.pages({ id: ME }, cursor, window)) pages.push(page);
      return pages;
    };
    const first = await read(null);
    world.cancel(ME, 'planning');
    const second = await read(cursorOf(first));
    expect(second).toMatchObject([{ done: true, listing: { last: true } }]);
    expect(second[0]?.listing?.id).not.toBe(first.at(-1)?.listing?.id);
    expect(second[0]?.changed.some((o) => o.uid === 'planning@google.com')).toBe(false);
  });

  it('takes a deleted event out by its id alone, all instances of a series too', async () => {
    const { world, read } = scene();
    const pages = await read(null);
    const known = pages.at(-1)?.changed ?? [];
    world.cancel(ME, 'dentist');
    world.cancel(ME, 'planning');
    const [page] = await read(cursorOf(pages));
    const gone = known.filter((o) => page?.removedWhere?.(o));
    expect(new Set(gone.map((o) => o.uid))).toEqual(new Set(['dentist@google.com', 'planning@google.com']));
    expect(gone).toHaveLength(known.filter((o) => /^(dentist|planning)@/.test(o.uid)).length);
  });

  it('names what cannot be read, drops what was known of it, and keeps the rest', async () => {
    const { world, read } = scene();
    const pages = await read(null);
    world.change(ME, 'dentist', { summary: 'Still there' });
    const cursor = cursorOf(pages);
    const { parts } = fakeParts(
      async () =>
        new Response(
          JSON.stringify({
            nextSyncToken: 't',
            items: [
              { id: 'dentist', start: { dateTime: 'soon' }, end: {} },
              null,
              { id: 'ok', summary: 'Fine', start: { date: '2026-11-16' }, end: { date: '2026-11-17' } },
            ],
          }),
        ),
    );
    const made = googleReader({
      client: googleClient(parts),
      sourceId: 's',
      zone: 'UTC',
      ownAddresses: [],
      now: () => NOW,
      random: () => 0,
    });
    for await (const page of made.pages({ id: ME }, cursor, window)) {
      expect(page.changed.map((o) => o.title)).toEqual(['Fine']);
      expect(page.problems?.map((p) => p.field)).toEqual(['items[0].start.dateTime', 'items[1]']);
      expect((pages.at(-1)?.changed ?? []).filter((o) => page.removedWhere?.(o)).map((o) => o.uid)).toEqual([
        'dentist@google.com',
      ]);
    }
  });
});
