import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/calendar/source-error.ts';
import { type FeedFetch, fetchFeed } from '../../../src/sources/address/fetch-feed.ts';
import { boundedBytes } from '../../../src/sources/http/bounded-body.ts';
import { type Answer, type FeedServer, saying, startFeedServer } from '../../servers/feed/server.ts';
import { calendar, event } from '../feed/rows.ts';

const NOW = Date.UTC(2026, 10, 16, 12);
const TEXT = calendar(event({ uid: 'a', title: 'Café-Runde' }));

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

const parts = (deadlineMs = 5_000): FeedFetch => ({
  fetch: (url, init) => fetch(url, init),
  now: () => NOW,
  deadline: () => AbortSignal.timeout(deadlineMs),
});
const told = async (answer: Answer, options: { deadlineMs?: number } = {}): Promise<string> => {
  server.answers.set('/secret-token.ics', answer);
  const read = await fetchFeed(parts(options.deadlineMs), `${server.origin}/secret-token.ics`);
  return read?.text ?? '';
};
/** The error of an answer, with the proof that it says nothing of the address. */
const refused = async (answer: Answer, options: { deadlineMs?: number } = {}): Promise<SourceError> => {
  const error = await told(answer, options).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof SourceError)) throw new Error(`no SourceError: ${error}`);
  expect(`${error.message} ${error.stack} ${error.cause ?? ''}`).not.toMatch(/secret-token/);
  return error;
};

describe('a calendar is read', () => {
  it.each<[string, Answer]>([
    ['as it is', saying(TEXT)],
    ['packed by the server', saying(gzipSync(TEXT), { 'content-encoding': 'gzip' })],
    ['from a .gz that is sent as it is', saying(gzipSync(TEXT), { 'content-type': 'application/gzip' })],
    ['with a byte order mark', saying(`\uFEFF${TEXT}`)],
    ['in UTF-16', saying(new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le')))],
    [
      'in UTF-8 that calls itself Latin-1',
      saying(TEXT, { 'content-type': 'text/calendar; charset=ISO-8859-1' }),
    ],
    ['in Latin-1 that calls itself UTF-8', saying(new Uint8Array(Buffer.from(TEXT, 'latin1')))],
    ['under a charset that nobody knows', saying(TEXT, { 'content-type': 'text/calendar; charset=x-none' })],
    ['with text before and after it', saying(`Warning: deprecated\r\n${TEXT}\r\n<!-- 12 ms -->`)],
    ['sent as a page', saying(TEXT, { 'content-type': 'text/html' })],
  ])('%s', async (_, answer) => {
    expect(await told(answer)).toContain('SUMMARY:Café-Runde');
  });

  it('in the charset of the header where the bytes are no UTF-8', async () => {
    const bytes = new Uint8Array(Buffer.from(TEXT.replace('Café-Runde', '__'), 'latin1'));
    bytes.set([0xd7, 0xd4], Buffer.from(bytes).indexOf('__'));
    const text = await told(saying(bytes, { 'content-type': 'text/calendar; charset=koi8-r' }));
    expect(text).toContain('SUMMARY:вт');
  });

  it('after a redirect that wants the cookie it sets, or none', async () => {
    server.answers.set('/from.ics', (_, response) => response.writeHead(302, { location: '/to.ics' }).end());
    server.answers.set('/to.ics', saying(TEXT));
    expect((await fetchFeed(parts(), `${server.origin}/from.ics`))?.text).toBe(TEXT);
  });

  it('with the name and the password of its address, which is not asked for with them in it', async () => {
    server.answers.set('/private.ics', (request, response) => {
      const wanted = `Basic ${Buffer.from('ada:p@ss: 1').toString('base64')}`;
      if (request.headers.authorization === wanted) saying(TEXT)(request, response);
      else response.writeHead(401).end();
    });
    const address = `${server.origin.replace('//', '//ada:p%40ss:%201@')}/private.ics`;
    expect((await fetchFeed(parts(), address))?.text).toBe(TEXT);
  });

  it('at its very address, escapes and all', async () => {
    server.answers.set('/ical/ada%40example.org/x%2Fy.ics', saying(TEXT));
    await fetchFeed(parts(), `${server.origin}/ical/ada%40example.org/x%2Fy.ics?a=%3D`);
    expect(server.asked.at(-1)?.path).toBe('/ical/ada%40example.org/x%2Fy.ics?a=%3D');
  });
});

describe('an unchanged calendar', () => {
  it('is asked for with what the server said of it, and costs an answer without a body', async () => {
    server.answers.set('/kept.ics', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        saying(TEXT, { etag: '"v1"', 'last-modified': 'Mon, 16 Nov 2026 08:00:00 GMT' })(request, response);
    });
    const first = await fetchFeed(parts(), `${server.origin}/kept.ics`);
    expect(first?.validators).toEqual({ etag: '"v1"', modified: 'Mon, 16 Nov 2026 08:00:00 GMT' });
    expect(await fetchFeed(parts(), `${server.origin}/kept.ics`, first?.validators)).toBeNull();
    expect(server.asked.at(-1)?.headers['if-modified-since']).toBe('Mon, 16 Nov 2026 08:00:00 GMT');
  });
});

describe('an answer that is no calendar', () => {
  it.each<[string, Answer]>([
    [
      'feed-page',
      saying('<!doctype html><title>Team</title><p>Our calendar</p>', { 'content-type': 'text/html' }),
    ],
    ['feed-sign-in', saying('<html><form><input type="password"></form></html>')],
    ['feed-no-calendar', saying('{"error":"no such calendar"}', { 'content-type': 'application/json' })],
    ['feed-no-calendar', saying('Internal error')],
    ['feed-empty', saying('')],
    ['feed-empty', saying(' \r\n')],
    ['feed-cut', saying(TEXT.slice(0, -20))],
    ['feed-cut', saying(`${TEXT}${TEXT.slice(0, -40)}`)],
    ['feed-cut', saying(gzipSync(TEXT).subarray(0, 60), { 'content-type': 'application/gzip' })],
    ['feed-sign-in', saying('', {}, 401)],
    ['feed-refused', saying('', {}, 403)],
    ['feed-gone', saying('', {}, 404)],
    ['feed-gone', saying('', {}, 410)],
    ['feed-server', saying('', {}, 500)],
    ['feed-no-calendar', saying('', {}, 418)],
  ])('is %s', async (code, answer) => {
    expect((await refused(answer)).code).toBe(code);
  });

  it('but a wish for a pause is kept to: in seconds, as a date, or ten minutes', async () => {
    const pause = async (value: string | null, status = 429): Promise<number> => {
      const error = await refused(saying('', value === null ? {} : { 'retry-after': value }, status));
      expect(error.code).toBe('feed-pause');
      return ((error.retryAtMs ?? 0) - NOW) / 60_000;
    };
    expect(await pause('300')).toBe(5);
    expect(await pause('300', 503)).toBe(5);
    expect(await pause('Mon, 16 Nov 2026 12:30:00 GMT')).toBe(30);
    expect(await pause('soon')).toBe(10);
    expect(await pause(null)).toBe(10);
    expect(await pause('99999999')).toBe(24 * 60);
    expect(await pause('0')).toBe(1);
  });

  it('is given up when it does not end', async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('BEGIN:VCALENDAR\r\n'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect((await refused(endless, { deadlineMs: 150 })).code).toBe('feed-slow');
  });

  it('is given up when it is too large, whatever it says of its length', async () => {
    const body = new Response(new Uint8Array(2048)).body;
    await expect(boundedBytes(new Response(body), 1024, 'feed-too-large')).rejects.toMatchObject({
      code: 'feed-too-large',
    });
  });

  it('is no answer at all where the connection breaks, the port is closed, or a redirect goes round', async () => {
    const broken: Answer = (request) => request.socket.destroy();
    expect((await refused(broken)).code).toBe('feed-unreachable');
    const round: Answer = (_, response) => response.writeHead(302, { location: '/secret-token.ics' }).end();
    expect((await refused(round)).code).toBe('feed-unreachable');
    await expect(fetchFeed(parts(), 'http://127.0.0.1:9/a.ics')).rejects.toMatchObject({
      code: 'feed-unreachable',
    });
  });
});
