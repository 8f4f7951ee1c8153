import { DAVClient } from 'tsdav';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../../src/sources/caldav/discover.ts';
import { caldavReader } from '../../../src/sources/caldav/reader.ts';
import type { SourcePage } from '../../../src/sources/contract.ts';
import { syncWindow } from '../../../src/sync/sync-window.ts';
import { type DavServer, eventText, handOn } from '../../servers/caldav/dav-server.ts';
import { startRadicale, startXandikos } from '../../servers/caldav/real-servers.ts';
import { account, clientOf, NOW, ZONE } from './account.ts';

const SERIES = eventText('standup', '20261116T083000Z', 'Stand-up', [
  'RRULE:FREQ=DAILY;COUNT=3',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:standup',
  'RECURRENCE-ID:20261117T083000Z',
  'DTSTAMP:20261101T000000Z',
  'DTSTART:20261117T100000Z',
  'DURATION:PT30M',
  'SUMMARY:Stand-up\\, later',
]);

describe.each([
  ['Radicale', startRadicale],
  ['Xandikos', startXandikos],
])('a real %s', (name, start) => {
  let server: DavServer;
  let hand: ReturnType<typeof handOn>;
  let ada: Awaited<ReturnType<typeof account>>;
  beforeAll(async () => {
    server = await start();
    hand = handOn(server);
    await hand.makeCalendar('work', 'Work &amp; more');
    await hand.put('work', 'one.ics', eventText('one', '20261116T090000Z', 'One'));
    await hand.put('work', 'two@home.ics', eventText('two', '20261117T090000Z', 'Two'));
    await hand.put('work', 'series.ics', SERIES);
    ada = await account(server.origin);
  });
  afterAll(() => server.close());

  it('is found from its origin, its well-known address, its principal and a calendar’s own address', async () => {
    const { homes } = ada.place;
    expect(homes).toHaveLength(1);
    const paths = ['/.well-known/caldav', ada.place.principal ?? '', `${server.home}work/`];
    for (const path of paths) {
      const url = new URL(path, server.origin).href;
      expect([path, (await discover(clientOf(url), url)).homes]).toEqual([path, homes]);
    }
  });

  it('is read whole, series and exception, and names its calendars as tsdav does', async () => {
    const report = await ada.sync();
    expect(report.sources).toMatchObject([{ trouble: null }]);
    expect(await ada.stored()).toEqual([
      '2026-11-16T08:30 Stand-up',
      '2026-11-16T09:00 One',
      '2026-11-17T09:00 Two',
      '2026-11-17T10:00 Stand-up, later',
      '2026-11-18T08:30 Stand-up',
    ]);
    const referee = new DAVClient({
      serverUrl: server.origin,
      credentials: { username: 'ada', password: 'secret' },
      authMethod: 'Basic',
      defaultAccountType: 'caldav',
    });
    await referee.login();
    const theirs = (await referee.fetchCalendars()).filter((c) => c.components?.includes('VEVENT'));
    const ours = await ada.reader().calendars();
    expect(new Set(ours.map((c) => c.id))).toEqual(new Set(theirs.map((c) => new URL(c.url).pathname)));
    expect(ours.map((c) => c.name)).toContain('Work & more');
  });

  it('costs two requests where nothing changed', async () => {
    let requests = 0;
    const counting = await account(server.origin, {
      fetch: (url, init) => {
        requests++;
        return fetch(url, init);
      },
    });
    await counting.sync();
    const calendars = (await counting.calendars()).length;
    requests = 0;
    await counting.sync();
    expect(requests).toBe(1 + calendars);
  });

  it('is followed through edits, deletions, a rename and a restart', async () => {
    await hand.put('work', 'one.ics', eventText('one', '20261118T090000Z', 'One\\, moved'));
    await hand.put('work', 'three.ics', eventText('three', '20261119T090000Z', 'Three'));
    await hand.remove('work', 'two@home.ics');
    await hand.rename('work', 'Atelier 2026');
    await server.restart();
    expect((await ada.sync()).sources).toMatchObject([{ trouble: null }]);
    expect((await ada.stored()).filter((row) => !row.includes('Stand-up'))).toEqual([
      '2026-11-18T09:00 One, moved',
      '2026-11-19T09:00 Three',
    ]);
    expect((await ada.calendars()).map((c) => c.name)).toContain('Atelier 2026');
    await hand.put('work', 'series.ics', eventText('standup', '20261120T090000Z', 'Stand-up\\, once'));
    await ada.sync();
    expect((await ada.stored()).filter((row) => row.includes('Stand-up'))).toEqual([
      '2026-11-20T09:00 Stand-up, once',
    ]);
  });

  it('loses nothing and misses nothing when its token is forgotten', async () => {
    const before = await ada.stored();
    const calendar = (await ada.calendars()).find((c) => c.id.endsWith('/work/'));
    const cursor = (await ada.store.cursor('s', calendar?.id ?? '')) as { token: string };
    expect(cursor.token).not.toBe('');
    await hand.remove('work', 'three.ics');
    const pages: SourcePage[] = [];
    const stale = { ...cursor, token: `${cursor.token}-of-another-life` };
    const reader = ada.reader();
    await reader.calendars();
    if (!calendar) throw new Error('there is no such calendar');
    for await (const page of reader.pages(calendar, stale, (cursor as never as { window: never }).window)) {
      pages.push(page);
    }
    const gone = (await ada.store.occurrences({ startMs: 0, endMs: 9e15 })).filter((o) =>
      pages.some((page) => page.removedWhere?.(o)),
    );
    expect(gone.map((o) => o.title)).toEqual(['Three']);
    expect(pages.flatMap((page) => page.changed)).toEqual([]);
    await ada.sync();
    expect(await ada.stored()).toEqual(before.filter((row) => !row.includes('Three')));
  });

  it('is read from the weeks near now on', async () => {
    await hand.makeCalendar('long', 'Long');
    for (let i = 0; i < 4; i++) {
      await hand.put('long', `a${i}.ics`, eventText(`far-${i}`, `2026060${1 + i}T090000Z`, 'Far'));
    }
    await hand.put('long', 'b.ics', eventText('near', '20261116T090000Z', 'Near'));
    const reader = caldavReader({
      client: ada.client,
      place: ada.place,
      sourceId: 's',
      zone: ZONE,
      ownAddresses: [],
      now: () => NOW,
      random: () => 0,
      mostOnPage: 1,
    });
    const found = (await reader.calendars()).find(({ id }) => id.endsWith('/long/'));
    const calendar = { sourceId: 's', id: found?.id ?? '', name: 'Long', role: 'work' } as const;
    const titles: string[] = [];
    for await (const page of reader.pages(calendar, null, syncWindow('caldav', NOW, ZONE))) {
      titles.push(...page.changed.map((o) => o.title));
    }
    expect(titles).toEqual(['Near', 'Far', 'Far', 'Far', 'Far']);
  });

  // Xandikos as it is started here asks for no password.
  if (name === 'Radicale') {
    it('says that the password is wrong', async () => {
      const wrong = clientOf(server.origin, { password: 'guess' });
      await expect(discover(wrong, server.origin)).rejects.toMatchObject({ code: 'wrong-password' });
    });
  }
});
