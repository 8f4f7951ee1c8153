import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/calendar/source.ts';
import type { SourcePage, SourceReader } from '../../../src/sources/contract.ts';
import { type GoogleClient, googleClient } from '../../../src/sources/google/client.ts';
import { googleReader } from '../../../src/sources/google/reader.ts';
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

const calendarOf = (id: string): Calendar => ({ sourceId: 's', id, name: id, role: 'work' });

function readerWith(client: GoogleClient, ownAddresses: readonly string[] = []): SourceReader {
  return googleReader({
    client,
    sourceId: 's',
    zone: 'Europe/Berlin',
    ownAddresses,
    now: () => NOW,
    random: Math.random,
  });
}

function scene(ownAddresses: readonly string[] = []) {
  const world = new GoogleWorld(architectContent(NOW), () => NOW);
  const handler = new GoogleHandler({ world });
  const { parts } = fakeParts(fetchOf(handler));
  const client = googleClient(parts);
  const reader = readerWith(client, ownAddresses);
  const read = async (cursor: unknown, wanted = window, calendarId = ME): Promise<SourcePage[]> => {
    handler.log.length = 0;
    const pages: SourcePage[] = [];
    for await (const page of reader.pages(calendarOf(calendarId), cursor, wanted)) pages.push(page);
    return pages;
  };
  return { world, handler, reader, read };
}

const cursorOf = (pages: readonly SourcePage[]): unknown => JSON.parse(JSON.stringify(pages.at(-1)?.cursor));
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

  it('lists everything anew, in two requests, when the window leaves what the token covers', async () => {
    const { handler, read } = scene();
    const cursor = cursorOf(await read(null));
    const pages = await read(cursor, later(1));
    expect(kinds(handler)).toEqual(['list', 'rules']);
    expect(pages).toMatchObject([{ listing: { last: true }, done: true }]);
    await read(cursorOf(pages), later(1));
    expect(kinds(handler)).toEqual(['changes']);
  });

  it('lists everything anew when the user’s addresses have changed, or another version wrote the cursor', async () => {
    const cursor = cursorOf(await scene().read(null));
    const other = scene(['mira@home.example.org']);
    await other.read(cursor);
    expect(kinds(other.handler)[0]).toBe('list');
    await other.read({ from: 'another version' });
    expect(kinds(other.handler)[0]).toBe('list');
  });

  it('asks for the changes once more behind a listing that an earlier run began', async () => {
    const { world, handler, read } = scene();
    handler.rules = { ...handler.rules, mostOnPage: 200 };
    const half = (await read(null)).find((page) => page.listing && !page.listing.last);
    world.change(ME, 'dentist', { summary: 'Changed meanwhile' });
    const pages = await read(JSON.parse(JSON.stringify(half?.cursor)));
    expect(kinds(handler).at(-1)).toBe('changes');
    expect(pages.at(-1)).toMatchObject({ changed: [{ title: 'Changed meanwhile' }], done: true });
  });

  it('spends about one request on each single invitation to a series of others, and lists series once', async () => {
    const { parts } = fakeParts(async (input) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      asked.push(url);
      if (!url.pathname.endsWith('/events')) return new Response('{}', { status: 404 });
      if (url.searchParams.get('singleEvents') === 'false') return new Response('{"items":[]}');
      const time = { dateTime: new Date(NOW).toISOString() };
      const items = Array.from({ length: 50 }, (_, i) => ({
        id: `t${i}_x`,
        recurringEventId: `t${i}`,
        start: time,
        end: time,
      }));
      return new Response(JSON.stringify({ items, nextSyncToken: 't' }));
    });
    const asked: URL[] = [];
    const pages: SourcePage[] = [];
    for await (const page of readerWith(googleClient(parts)).pages(calendarOf(ME), null, window)) {
      pages.push(page);
    }
    expect(pages.at(-1)?.changed).toHaveLength(50);
    expect(asked.length).toBeLessThan(56);
    expect(asked.filter((url) => url.searchParams.get('singleEvents') === 'false')).toHaveLength(1);
  });

  describe('does not believe', () => {
    const answering = (answer: (n: number) => unknown) => {
      let requests = 0;
      const { parts } = fakeParts(async () => new Response(JSON.stringify(answer(requests++))));
      const made = readerWith(googleClient(parts));
      const read = async (cursor: unknown = null): Promise<SourcePage[]> => {
        const pages: SourcePage[] = [];
        for await (const page of made.pages(calendarOf(ME), cursor, window)) pages.push(page);
        return pages;
      };
      return { made, read, requests: () => requests };
    };
    const event = (n: number) => ({
      id: `e${n}`,
      start: { dateTime: new Date(NOW).toISOString() },
      end: { dateTime: new Date(NOW).toISOString() },
    });

    it.each([
      [{}],
      [[]],
      [{ items: [] }],
      [{ error: { code: 500 } }],
      [{ items: [{ id: 'shared', summary: 'Shared' }] }],
      [{ items: 'none' }],
      [{ items: [{ id: ME, primary: true }], nextPageToken: 7 }],
    ])('a list of calendars that is %j', async (answer) => {
      await expect(answering(() => answer).made.calendars()).rejects.toMatchObject({ code: 'bad-answer' });
    });

    it.each([[{}], [[]], [{ items: [] }], [{ error: { code: 500 }, items: [] }]])(
      'a list of events that is %j',
      async (answer) => {
        const listing = { ...(cursorOf(await scene().read(null)) as object), step: 'list', id: 'x' };
        for (const cursor of [null, listing]) {
          const { read } = answering((n) => (cursor === null && n === 0 ? { items: [event(0)] } : answer));
          await expect(read(cursor)).rejects.toMatchObject({ code: 'bad-answer' });
        }
      },
    );

    it('a token that was there before, or pages that never end', async () => {
      const again = answering((n) => ({ items: [event(n)], nextPageToken: `t${n % 3}` }));
      await expect(again.read()).rejects.toMatchObject({ code: 'bad-answer' });
      expect(again.requests()).toBeLessThan(8);
      const empty = answering((n) => ({ items: [], nextPageToken: `t${n}` }));
      await expect(empty.read()).rejects.toMatchObject({ code: 'bad-answer' });
      expect(empty.requests()).toBeLessThan(30);
      const endless = answering((n) => ({ items: [event(n)], nextPageToken: `t${n}` }));
      await expect(endless.read()).rejects.toMatchObject({ code: 'bad-answer' });
      expect(endless.requests()).toBeLessThan(500);
      const calendars = answering((n) => ({ items: [{ id: `c${n}` }], nextPageToken: 't' }));
      await expect(calendars.made.calendars()).rejects.toMatchObject({ code: 'bad-answer' });
      expect(calendars.requests()).toBeLessThan(5);
    });
  });

  it('loses one event where one field is of another type', async () => {
    const base = cursorOf(await scene().read(null));
    const times = { start: { date: '2026-11-16' }, end: { date: '2026-11-17' } };
    const broken = [
      { id: 'a', ...times, summary: 7 },
      { id: 'b', ...times, attendees: {} },
      { id: 'c', ...times, attendees: [{ email: ['x'] }] },
      { id: 'd', start: 'tomorrow', end: null },
      { id: 'e', ...times, attendees: [{ email: 'x@example.org', additionalGuests: 1e99 }] },
      { id: 5, ...times },
      'text',
    ];
    const answer = { nextSyncToken: 't', items: [...broken, { id: 'ok', ...times, summary: 'Fine' }] };
    const { parts } = fakeParts(async () => new Response(JSON.stringify(answer)));
    for await (const page of readerWith(googleClient(parts)).pages(calendarOf(ME), base, window)) {
      expect(page.changed.map((o) => o.title)).toEqual(['Fine']);
      expect(page.problems?.map((p) => p.field)).toEqual([
        'items[0].summary',
        'items[1].attendees',
        'items[2].attendees.0.email',
        'items[3].start',
        'items[4].attendees.0.additionalGuests',
        'items[5].id',
        'items[6]',
      ]);
    }
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
    const made = readerWith(googleClient(parts));
    const read = async (cursor: unknown): Promise<SourcePage[]> => {
      const pages: SourcePage[] = [];
      for await (const page of made.pages(calendarOf(ME), cursor, window)) pages.push(page);
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
    const made = readerWith(googleClient(parts));
    for await (const page of made.pages(calendarOf(ME), cursor, window)) {
      expect(page.changed.map((o) => o.title)).toEqual(['Fine']);
      expect(page.problems?.map((p) => p.field)).toEqual(['items[0].start.dateTime', 'items[1]']);
      expect((pages.at(-1)?.changed ?? []).filter((o) => page.removedWhere?.(o)).map((o) => o.uid)).toEqual([
        'dentist@google.com',
      ]);
    }
  });
});
