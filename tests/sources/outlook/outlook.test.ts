import { Client, PageIterator } from '@microsoft/microsoft-graph-client';
import { describe, expect, it } from 'vitest';
import type { Occurrence } from '../../../src/calendar/occurrence.ts';
import type { Calendar } from '../../../src/calendar/source.ts';
import { SourceError } from '../../../src/calendar/source-error.ts';
import type { SourcePage, SourceReader } from '../../../src/sources/contract.ts';
import { outlookClient } from '../../../src/sources/outlook/client.ts';
import { seriesUid } from '../../../src/sources/outlook/occurrence-of.ts';
import { outlookReader } from '../../../src/sources/outlook/reader.ts';
import { syncSources } from '../../../src/sync/sync.ts';
import { syncWindow } from '../../../src/sync/sync-window.ts';
import { DAY_MS, HOUR_MS, type Interval } from '../../../src/time/interval.ts';
import { GraphHandler } from '../../servers/graph/handler.ts';
import { GraphWorld, graphTime } from '../../servers/graph/world.ts';
import { ALWAYS, freshStore, labelByCorrections } from '../../store/fixtures.ts';

/** A Monday. */
const NOW = Date.UTC(2026, 10, 16, 9);
const window = syncWindow('outlook', NOW, 'Europe/Berlin');
const calendar: Calendar = { sourceId: 's', id: 'work', name: 'Calendar', role: 'work' };

function fill(world: GraphWorld): { standup: string; single: string } {
  world.addCalendar({ id: 'work', name: 'Calendar', isDefaultCalendar: true, hexColor: '#0078d4' });
  world.addCalendar({ id: 'team', name: 'Team', owner: { name: 'Bo', address: 'bo@example.org' } });
  world.addCalendar({ id: 'holidays', name: 'Holidays', canEdit: false });
  const standup = world.addSeries(
    'work',
    NOW,
    5,
    { type: 'daily', interval: 1 },
    {
      subject: 'Stand-up',
      iCalUId: '040000008200E00074C5B7101A82E00800000000AB',
      isOnlineMeeting: true,
      isOrganizer: false,
      organizer: { emailAddress: { name: 'Bo', address: 'Bo@example.org' } },
      attendees: [
        { type: 'required', emailAddress: { address: 'ADA@example.org' }, status: { response: 'accepted' } },
        { type: 'resource', emailAddress: { address: 'room@example.org' } },
      ],
      responseStatus: { response: 'accepted' },
    },
  );
  const single = world.add('work', NOW + DAY_MS, { subject: 'Writing', categories: ['Craft'] });
  return { standup, single };
}

function scene() {
  const world = new GraphWorld();
  const ids = fill(world);
  const handler = new GraphHandler(world);
  const slept: number[] = [];
  const client = outlookClient({
    fetch: handler.fetch,
    token: async () => 'token',
    now: () => NOW,
    random: () => 0.999,
    sleep: async (ms) => void slept.push(ms),
    baseUrl: handler.base,
  });
  const reader = (): SourceReader =>
    outlookReader({ client, sourceId: 's', ownAddresses: [], now: () => NOW, random: Math.random });
  const read = async (cursor: unknown = null, wanted: Interval = window): Promise<SourcePage[]> => {
    handler.log.length = 0;
    const made = reader();
    await made.calendars();
    const pages: SourcePage[] = [];
    for await (const page of made.pages(calendar, cursor, wanted)) pages.push(page);
    return pages;
  };
  return { world, handler, client, reader, read, slept, ...ids };
}

const cursorOf = (pages: readonly SourcePage[]): unknown => JSON.parse(JSON.stringify(pages.at(-1)?.cursor));
const all = (pages: readonly SourcePage[]): Occurrence[] => pages.flatMap((page) => page.changed);

async function account() {
  const made = scene();
  const store = freshStore();
  await store.putSource({ id: 's', kind: 'outlook', name: 'ada' }, NOW);
  let runs = 0;
  return {
    ...made,
    async sync(): Promise<string[]> {
      const report = await syncSources(
        {
          store,
          readerOf: async () => made.reader(),
          label: labelByCorrections,
          now: () => NOW,
          zone: 'Europe/Berlin',
          locks: null,
          holder: `run-${++runs}`,
        },
        { onDemand: true },
      );
      expect(report.sources).toMatchObject([{ trouble: null }]);
      const rows = await store.occurrences(ALWAYS);
      return rows.map((o) => `${new Date(o.startMs).toISOString().slice(5, 16)} ${o.title}`).sort();
    },
  };
}

describe('the Outlook reader', () => {
  it('names the calendars, the user’s own selected, and takes its owner’s address for the user’s', async () => {
    const { reader, read } = scene();
    expect(await reader().calendars()).toEqual([
      { id: 'work', name: 'Calendar', color: '#0078d4', selected: true },
      { id: 'holidays', name: 'Holidays', selected: false },
      { id: 'team', name: 'Team', selected: false },
    ]);
    const [first] = all(await read());
    expect(first?.attendees.find((a) => a.self)?.email).toBe('ada@example.org');
  });

  it('gives instances what their series says', async () => {
    const { read } = scene();
    const found = all(await read());
    expect(found).toHaveLength(6);
    expect(found[0]).toMatchObject({
      title: 'Stand-up',
      startMs: NOW,
      people: 2,
      resources: 1,
      response: 'accepted',
      organizerIsSelf: false,
      hasConference: true,
      recurring: 'daily',
      uid: '040000008200E00074C5B7101A82E00800000000AB',
    });
    expect(found.at(-1)).toMatchObject({
      title: 'Writing',
      people: 1,
      recurring: 'none',
      categories: ['Craft'],
    });
  });

  it.each([
    [{ showAs: 'free' }, { transparency: 'transparent' }],
    [{ showAs: 'tentative' }, { status: 'tentative' }],
    [{ showAs: 'oof' }, { eventType: 'outOfOffice' }],
    [{ showAs: 'workingElsewhere' }, { eventType: 'workingLocation' }],
    [{ isCancelled: true }, { status: 'cancelled' }],
    [
      { webLink: 'https://outlook.office.com/calendar/item/A' },
      { link: 'https://outlook.office.com/calendar/item/A' },
    ],
    [
      { isOrganizer: false, responseStatus: { response: 'declined' } },
      { response: 'declined', people: 2 },
    ],
    [{ isOrganizer: false, responseStatus: { response: 'notResponded' } }, { response: 'needsAction' }],
    [{ isOrganizer: false, responseStatus: { response: 'tentativelyAccepted' } }, { response: 'tentative' }],
    [{ sensitivity: 'private' }, { title: 'Event' }],
    [{ onlineMeeting: { joinUrl: 'https://teams.microsoft.com/x' } }, { hasConference: true }],
    [
      { isAllDay: true, start: graphTime(NOW - 9 * HOUR_MS), end: graphTime(NOW + 15 * HOUR_MS) },
      { allDay: { start: '2026-11-16', end: '2026-11-17' } },
    ],
    [
      {
        start: { dateTime: '2026-11-16T10:00:00.0000000', timeZone: 'W. Europe Standard Time' },
        end: { dateTime: '2026-11-16T11:00:00.0000000', timeZone: 'Europe/Berlin' },
      },
      { startMs: NOW, endMs: NOW + HOUR_MS },
    ],
  ] as const)('reads %j', async (fields, expected) => {
    const { world, read } = scene();
    world.add('work', NOW + 2 * DAY_MS, { ...(fields as object), iCalUId: 'the-one' });
    expect(all(await read()).find((o) => o.uid === 'the-one')).toMatchObject(expected);
  });

  it('costs one request where nothing changed, and goes on over small pages', async () => {
    const { handler, read } = scene();
    handler.mostOnPage = 2;
    const pages = await read();
    expect(pages.length).toBeGreaterThan(2);
    expect(all(pages)).toHaveLength(6);
    await read(cursorOf(pages));
    expect(handler.log.map((line) => line.path)).toEqual([
      'me/calendars',
      'me/calendars',
      'me/calendars/work/calendarView/delta',
    ]);
  });

  it('follows single events, instances, series and deletions', async () => {
    const { world, sync, standup, single } = await account();
    await sync();
    world.change(single, {
      subject: 'Writing, moved',
      start: graphTime(NOW + 3 * DAY_MS),
      end: graphTime(NOW + 3 * DAY_MS + 1),
    });
    world.change(`${standup}-1`, { type: 'exception', subject: 'Stand-up, longer' });
    world.remove(`${standup}-2`);
    expect(await sync()).toEqual([
      '11-16T09:00 Stand-up',
      '11-17T09:00 Stand-up, longer',
      '11-19T09:00 Stand-up',
      '11-19T09:00 Writing, moved',
      '11-20T09:00 Stand-up',
    ]);
    // The delta names the series alone: its instances have the new title all the same.
    world.change(standup, { subject: 'Daily' });
    expect((await sync()).filter((row) => row.includes('Daily'))).toHaveLength(3);
    world.remove(standup);
    expect(await sync()).toEqual(['11-19T09:00 Writing, moved']);
  });

  it('says that reading has to begin anew when its link has ended, and loses nothing by that', async () => {
    const { world, sync, single } = await account();
    const before = await sync();
    world.remove(single);
    world.expireLinks();
    expect(await sync()).toEqual(before.filter((row) => !row.includes('Writing')));
  });

  it('lists everything anew when the window has moved on', async () => {
    const { read } = scene();
    const cursor = cursorOf(await read());
    const pages = await read(cursor, syncWindow('outlook', NOW + 7 * DAY_MS, 'Europe/Berlin'));
    expect(pages.at(-1)).toMatchObject({ listing: { last: true }, done: true });
  });

  it('asks for the changes once more behind a listing that an earlier run began', async () => {
    const { world, handler, read, single } = scene();
    handler.mostOnPage = 3;
    const [first] = await read();
    world.change(single, { subject: 'Changed meanwhile' });
    const pages = await read(JSON.parse(JSON.stringify(first?.cursor)));
    expect(pages.filter((page) => page.listing).at(-1)?.done).toBe(false);
    expect(pages.at(-1)).toMatchObject({ changed: [{ title: 'Changed meanwhile' }], done: true });
  });

  it('waits as Retry-After says, and leaves a longer pause to the next run', async () => {
    const { handler, client, slept } = scene();
    handler.faults.push({ status: 429, code: 'TooManyRequests', retryAfter: '7' });
    await client.calendars();
    expect(slept).toEqual([7000]);
    handler.faults.push({ status: 503, code: 'ServiceNotAvailable', retryAfter: '600' });
    await expect(client.calendars()).rejects.toMatchObject({
      code: 'server-error',
      retryAtMs: NOW + 600_000,
    });
  });

  it.each([
    [401, 'InvalidAuthenticationToken', 'access-revoked'],
    [403, 'ErrorAccessDenied', 'forbidden'],
    [404, 'ErrorItemNotFound', 'not-found'],
    [404, 'MailboxNotEnabledForRESTAPI', 'forbidden'],
    [410, 'SyncStateNotFound', 'cursor-expired'],
    [400, 'SyncStateInvalid', 'cursor-expired'],
    [400, 'RequestBroker', 'bad-answer'],
  ])('hears %i %s as %s, and repeats nothing private', async (status, code, expected) => {
    const { handler, client } = scene();
    handler.faults.push(...Array.from({ length: 5 }, () => ({ status, code })));
    const thrown: unknown = await client.calendars().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(SourceError);
    expect(thrown).toMatchObject({ code: expected });
    expect(String(thrown)).not.toMatch(/ada|Divorce/);
  });

  it('believes no answer of another shape, no list without a default calendar, and no link elsewhere', async () => {
    const answering = (answer: unknown) => {
      const client = outlookClient({
        fetch: async () => Response.json(answer),
        token: async () => 'token',
        now: () => NOW,
        random: () => 0,
        sleep: async () => undefined,
      });
      return outlookReader({ client, sourceId: 's', ownAddresses: [], now: () => NOW, random: () => 0 });
    };
    for (const answer of [{}, [], { value: [] }, { error: {} }, { value: [{ id: 'x' }] }]) {
      await expect(answering(answer).calendars()).rejects.toMatchObject({ code: 'bad-answer' });
    }
    for (const answer of [
      {},
      { value: [] },
      { value: [], '@odata.nextLink': 'https://thief.example/' },
      { value: [], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/again' },
    ]) {
      const pages = answering(answer).pages(calendar, null, window)[Symbol.asyncIterator]();
      const until = async (): Promise<void> => {
        for (let n = 0; n < 2000; n++) if ((await pages.next()).done) return;
      };
      await expect(until()).rejects.toMatchObject({ code: 'bad-answer' });
    }
  });

  it('loses one event where one field is of another type', async () => {
    const { world, read } = scene();
    world.add('work', NOW, { subject: 7 as never });
    world.add('work', NOW, { start: { dateTime: 'soon' } as never, end: graphTime(NOW + 1) });
    const pages = await read();
    expect(all(pages)).toHaveLength(6);
    expect(pages.at(-1)?.problems?.map((p) => p.field)).toEqual(['value[7].subject']);
  });

  it('reads the UID of a series from that of its instances', () => {
    const head = '040000008200E00074C5B7101A82E008';
    expect(seriesUid(`${head}07EA0B10AABB`)).toBe(`${head}00000000AABB`);
    expect(seriesUid('other@example.org')).toBe('other@example.org');
  });
});

describe('the test server', () => {
  it('answers Microsoft’s own client as it answers ours', async () => {
    const { handler, reader } = scene();
    handler.mostOnPage = 2;
    // Their client follows links of https addresses alone, so the server is one in this process.
    const theirs = Client.initWithMiddleware({
      baseUrl: 'https://graph.test',
      customHosts: new Set(['graph.test']),
      middleware: {
        async execute(context) {
          const headers = { authorization: 'Bearer token' };
          context.response = await handler.fetch(
            context.request as string,
            { ...context.options, headers } as RequestInit,
          );
        },
      },
    });
    const query = `startDateTime=${new Date(window.startMs).toISOString()}&endDateTime=${new Date(window.endMs).toISOString()}`;
    const first = await theirs.api(`/me/calendars/work/calendarView/delta?${query}`).get();
    const items: { id: string; type?: string }[] = [];
    const pages = new PageIterator(theirs, first, (item) => {
      items.push(item);
      return true;
    });
    await pages.iterate();
    expect(pages.getDeltaLink()).toContain('$deltatoken');
    const ours: string[] = [];
    for await (const page of reader().pages(calendar, null, window))
      ours.push(...page.changed.map((o) => o.key));
    const instances = items.filter(({ type }) => type !== 'seriesMaster').map(({ id }) => id);
    expect(ours.map((key) => key.split(' ').at(-1))).toEqual(instances);
  });
});
