import {
  auth,
  type calendar_v3,
  calendar as googleCalendar,
} from 'googleapis/build/src/apis/calendar/index.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Occurrence } from '../../../src/calendar/occurrence.ts';
import { SourceError } from '../../../src/calendar/source-error.ts';
import type { EventsQuery } from '../../../src/sources/google/client.ts';
import { pageOf } from '../../../src/sources/google/page-of.ts';
import type { GoogleEvent } from '../../../src/sources/google/wire.ts';
import { ERRORS } from '../../servers/google/answers.ts';
import { type GoogleServer, startGoogleServer } from '../../servers/google/server.ts';
import { clientFor, NOW } from './parts.ts';

const ME = 'mira@example.org';
const YEAR = { timeMin: '2025-11-16T00:00:00.000Z', timeMax: '2027-02-16T00:00:00.000Z' };

let server: GoogleServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** The server, Google's own client of it, and ours. */
async function sideBySide() {
  server = await startGoogleServer({ clock: () => NOW });
  const account = new auth.OAuth2('id', 'secret');
  account.setCredentials({ access_token: 'token', expiry_date: NOW * 2 });
  const theirs = googleCalendar({ version: 'v3', auth: account, rootUrl: server.rootUrl, retry: false });
  return { server, theirs, ours: clientFor(server.baseUrl) };
}

type Params = Omit<calendar_v3.Params$Resource$Events$List, 'auth'>;

/** All pages as Google's client reads them, and the sync token behind them. */
async function all(theirs: calendar_v3.Calendar, params: Params) {
  const items: GoogleEvent[] = [];
  let pages = 0;
  for (let pageToken: string | undefined; ; ) {
    const { data } = await theirs.events.list({
      calendarId: ME,
      ...params,
      ...(pageToken ? { pageToken } : {}),
    });
    items.push(...(data.items ?? []));
    pages++;
    pageToken = data.nextPageToken ?? undefined;
    if (!pageToken) return { items, pages, syncToken: data.nextSyncToken ?? null };
  }
}

function occurrencesOf(items: readonly GoogleEvent[]): { occurrences: Occurrence[]; cancelled: string[] } {
  const { found, elsewhere, cancelled, problems } = pageOf(
    { items: [...items] },
    {
      sourceId: 's',
      calendarId: ME,
      zone: 'Europe/Berlin',
      ownAddresses: new Set([ME]),
      window: { startMs: Date.UTC(2000, 0), endMs: Date.UTC(2100, 0) },
    },
  );
  expect([elsewhere, problems]).toEqual([[], []]);
  return {
    occurrences: found.map((f) => f.occurrence).sort((a, b) => (a.key < b.key ? -1 : 1)),
    cancelled: [...cancelled].sort(),
  };
}

describe('Google’s own client and ours, on the same server', () => {
  it('see the same calendars', async () => {
    const { theirs, ours } = await sideBySide();
    const { data } = await theirs.calendarList.list();
    const entries = await ours.calendarList();
    expect(entries.map((e) => e.id)).toEqual(data.items?.map((e) => e.id));
    expect(entries).toHaveLength(3);
  });

  it('see the same instances, theirs over many whole pages and ours over one of the fields that count', async () => {
    const { theirs, ours } = await sideBySide();
    const whole = await all(theirs, { ...YEAR, singleEvents: true, maxResults: 100 });
    expect(whole.pages).toBeGreaterThan(5);
    const page = await ours.events(ME, YEAR);
    expect(page.nextPageToken).toBeUndefined();
    expect(page.nextSyncToken).toBe(whole.syncToken);
    expect(occurrencesOf(page.items ?? [])).toEqual(occurrencesOf(whole.items));
    expect(
      whole.items.some((e) => e.recurringEventId && e.start?.dateTime !== e.originalStartTime?.dateTime),
    ).toBe(true);
    const unfolded = await all(theirs, { ...YEAR, singleEvents: false });
    const series = await ours.series(ME, YEAR);
    expect(series.items?.map((e) => [e.id, e.recurrence])).toEqual(
      unfolded.items.map((e) => [e.id, e.recurrence]),
    );
  });

  it('go on from each other’s sync tokens and hear the same changes', async () => {
    const { server, theirs, ours } = await sideBySide();
    const { syncToken } = await all(theirs, { ...YEAR, singleEvents: true });
    const query: EventsQuery = { syncToken: syncToken ?? '' };
    expect((await ours.events(ME, query)).items).toEqual([]);

    const [first = '', second = '', third = ''] = server.world.instanceIds(ME, 'standup', NOW);
    server.world.move(ME, first, { dateTime: '2026-05-27T16:00:00Z' }, { dateTime: '2026-05-27T17:00:00Z' });
    server.world.cancel(ME, second);
    server.world.change(ME, third, { summary: 'Stand-up with guests' });
    server.world.cancel(ME, 'budget');
    server.world.add(ME, {
      summary: 'Review the review',
      start: { dateTime: '2026-11-17T10:00:00Z' },
      end: { dateTime: '2026-11-17T11:00:00Z' },
    });
    server.world.change(ME, 'planning', { recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO;COUNT=9'] });

    const theirChanges = await all(theirs, { syncToken: syncToken ?? '', singleEvents: true, maxResults: 7 });
    const ourChanges = await ours.events(ME, query);
    expect(occurrencesOf(ourChanges.items ?? [])).toEqual(occurrencesOf(theirChanges.items));
    expect(ourChanges.nextSyncToken).toBe(theirChanges.syncToken);
    const { occurrences, cancelled } = occurrencesOf(theirChanges.items);
    expect(cancelled).toContain(second);
    expect(cancelled.filter((id) => id.startsWith('budget_')).length).toBeGreaterThan(10);
    expect(occurrences.filter((o) => o.uid === 'planning@google.com')).toHaveLength(9);

    // What a new listing says is what the old one and the changes say together.
    const again = occurrencesOf((await all(theirs, { ...YEAR, singleEvents: true })).items).occurrences;
    const keys = new Set(again.map((o) => o.key));
    for (const o of occurrences.filter((x) => x.startMs < Date.parse(YEAR.timeMax)))
      expect(keys).toContain(o.key);
  });

  it.each(Object.keys(ERRORS) as (keyof typeof ERRORS)[])('hear the refusal %s', async (name) => {
    const { server, theirs, ours } = await sideBySide();
    server.handler.fault = () => ({ kind: 'error', name });
    const { status, body } = ERRORS[name]();
    const refused: unknown = await theirs.events.list({ calendarId: ME }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status, response: { data: JSON.parse(body) } });
    const code = await ours
      .events(ME, YEAR)
      .catch((error: unknown) => (error instanceof SourceError ? error.code : error));
    const codes: Record<keyof typeof ERRORS, string> = {
      authError: 'access-revoked',
      insufficientPermissions: 'access-revoked',
      accessNotConfigured: 'forbidden',
      forbidden: 'forbidden',
      rateLimitExceeded: 'rate-limited',
      userRateLimitExceeded: 'rate-limited',
      quotaExceeded: 'quota-exceeded',
      notFound: 'not-found',
      fullSyncRequired: 'cursor-expired',
      updatedMinTooLongAgo: 'cursor-expired',
      tooManyRequests: 'rate-limited',
      backendError: 'server-error',
      unavailable: 'server-error',
    };
    expect(code).toBe(codes[name]);
  });

  it('are refused alike where a calendar is gone, closed, or its token has expired', async () => {
    const { server, theirs, ours } = await sideBySide();
    const token = (await ours.events(ME, YEAR)).nextSyncToken ?? '';
    const both = async (calendarId: string, query: EventsQuery) => [
      await theirs.events.list({ calendarId, singleEvents: true, ...query }).then(
        () => 'fine',
        (error: { status?: number }) => error.status,
      ),
      await ours.events(calendarId, query).then(
        () => 'fine',
        (error: SourceError) => error.code,
      ),
    ];
    expect(await both(ME, { syncToken: token })).toEqual(['fine', 'fine']);
    server.world.expireTokens(ME);
    expect(await both(ME, { syncToken: token })).toEqual([410, 'cursor-expired']);
    expect(await both(ME, { syncToken: token, ...YEAR })).toEqual([400, 'bad-answer']);
    expect(await both(ME, { pageToken: 'nonsense' })).toEqual([400, 'cursor-expired']);
    expect(await both('nobody@example.org', {})).toEqual([404, 'not-found']);
    server.world.calendar(ME).access = 'forbidden';
    expect(await both(ME, {})).toEqual([403, 'forbidden']);
  });
});

describe('the test server', () => {
  const listed = async (params: Params): Promise<string[]> => {
    const { theirs } = await sideBySide();
    return (await all(theirs, { singleEvents: true, ...YEAR, ...params })).items.map((e) => e.id ?? '');
  };

  it('filters by times with both ends exclusive, orders, and finds', async () => {
    const { theirs } = await sideBySide();
    const day = { timeMin: '2026-11-17T09:00:00Z', timeMax: '2026-11-17T13:00:00Z' };
    const { items } = await all(theirs, { ...day, singleEvents: true, orderBy: 'startTime' });
    const starts = items.map((e) => Date.parse(e.start?.dateTime ?? ''));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { start, end } of items) {
      expect(Date.parse(end?.dateTime ?? '')).toBeGreaterThan(Date.parse(day.timeMin));
      expect(Date.parse(start?.dateTime ?? '')).toBeLessThan(Date.parse(day.timeMax));
    }
    expect(items.length).toBeGreaterThan(1);
    const found = await all(theirs, { ...YEAR, singleEvents: true, q: 'dentist' });
    expect(found.items.map((e) => e.summary)).toContain('Dentist');
    expect(found.syncToken).toBeNull();
  });

  it('shows deleted events to those who ask, and to those who ask by the time of the change', async () => {
    const { server, theirs } = await sideBySide();
    server.world.cancel(ME, 'budget');
    const ids = async (params: Params): Promise<boolean> =>
      (await all(theirs, { singleEvents: true, ...YEAR, ...params })).items.some((e) =>
        e.id?.startsWith('budget_'),
      );
    expect(await ids({})).toBe(false);
    expect(await ids({ showDeleted: true })).toBe(true);
    expect(await ids({ updatedMin: new Date(NOW).toISOString() })).toBe(true);
    await expect(ids({ updatedMin: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({ status: 410 });
  });

  it('refuses what Google refuses', async () => {
    const { theirs } = await sideBySide();
    const status = (params: Params) =>
      theirs.events.list({ calendarId: ME, ...params }).then(
        () => 200,
        (error: { status?: number }) => error.status,
      );
    const { syncToken } = await all(theirs, { singleEvents: true });
    for (const bad of [
      { orderBy: 'startTime' },
      { timeMin: '2026-11-16' },
      { timeMin: YEAR.timeMax, timeMax: YEAR.timeMin },
      { fields: 'items(id,sumary)' },
      { fields: 'items(id' },
      { maxResults: 0 },
      ...['orderBy', 'q', 'iCalUID'].map((name) => ({
        syncToken: syncToken ?? '',
        singleEvents: true,
        [name]: 'updated',
      })),
      ...['timeMin', 'timeMax', 'updatedMin'].map((name) => ({
        syncToken: syncToken ?? '',
        singleEvents: true,
        [name]: YEAR.timeMin,
      })),
      { syncToken: syncToken ?? '', singleEvents: true, showDeleted: false },
    ]) {
      expect([bad, await status(bad)]).toEqual([bad, 400]);
    }
    expect(await status({ syncToken: syncToken ?? '', singleEvents: true })).toBe(200);
  });

  it('answers 304 to whoever has the answer already, packs for whoever can unpack, and asks for a token', async () => {
    const { server } = await sideBySide();
    const url = `${server.baseUrl}calendars/${encodeURIComponent(ME)}/events?maxResults=5`;
    const headers = { authorization: 'Bearer t' };
    const first = await fetch(url, { headers });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { ...headers, 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(url)).status).toBe(401);
    server.handler.accepts = (token) => token === 'good';
    expect((await fetch(url, { headers })).status).toBe(401);
    expect((await fetch(url, { headers: { authorization: 'Bearer good' } })).status).toBe(200);
  });

  it('gives every page of a listing as of its first, whatever happens meanwhile', async () => {
    const { server, theirs } = await sideBySide();
    const before = await listed({});
    const { data } = await theirs.events.list({
      calendarId: ME,
      singleEvents: true,
      ...YEAR,
      maxResults: 400,
    });
    server.world.cancel(ME, 'budget');
    const ids = (data.items ?? []).map((e) => e.id ?? '');
    for (let pageToken = data.nextPageToken; pageToken; ) {
      const next = await theirs.events.list({
        calendarId: ME,
        singleEvents: true,
        ...YEAR,
        maxResults: 400,
        pageToken,
      });
      ids.push(...(next.data.items ?? []).map((e) => e.id ?? ''));
      pageToken = next.data.nextPageToken;
    }
    expect(ids).toEqual(before);
  });
});
