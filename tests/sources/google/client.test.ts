import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/calendar/source-error.ts';
import { googleClient } from '../../../src/sources/google/client.ts';
import { pacificMidnightAfter } from '../../../src/sources/google/errors.ts';
import type { Fault } from '../../servers/google/faults.ts';
import { GoogleHandler } from '../../servers/google/handler.ts';
import { fetchOf } from '../../servers/google/in-process.ts';
import { GoogleWorld } from '../../servers/google/world.ts';
import { fakeParts, NOW } from './parts.ts';

const ME = 'ada.secret@example.org';

function scene(faults: readonly (Fault | undefined)[] = []) {
  const world = new GoogleWorld([], () => NOW);
  world.addCalendar({ id: ME, summary: 'Mine', primary: true });
  const handler = new GoogleHandler({ world });
  handler.faults.push(...faults);
  const fake = fakeParts(fetchOf(handler));
  return { world, handler, ...fake, client: googleClient(fake.parts) };
}

const error = (name: Extract<Fault, { kind: 'error' }>['name'], retryAfter?: string): Fault => ({
  kind: 'error',
  name,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const times = (n: number, fault: Fault): Fault[] => Array.from({ length: n }, () => fault);

async function failure(work: Promise<unknown>): Promise<SourceError> {
  const thrown = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(thrown instanceof SourceError)) throw new Error(`no SourceError: ${String(thrown)}`);
  return thrown;
}

describe('the Google client', () => {
  it('asks for instances, whole pages and the fields that count', async () => {
    const { client, handler } = scene();
    await client.events(ME, { timeMin: '2026-11-01T00:00:00Z', timeMax: '2026-12-01T00:00:00Z' });
    const query = Object.fromEntries(handler.log[0]?.query ?? []);
    expect(query).toMatchObject({ singleEvents: 'true', maxResults: '2500' });
    expect(Object.keys(query).sort()).toEqual(['fields', 'maxResults', 'singleEvents', 'timeMax', 'timeMin']);
    expect(handler.log[0]?.path).toBe(`/calendar/v3/calendars/${encodeURIComponent(ME)}/events`);
  });

  it('reads a list of calendars over all its pages', async () => {
    const { client, world } = scene();
    for (let i = 0; i < 600; i++) world.addCalendar({ id: `c${i}`, summary: `${i}` });
    expect(await client.calendarList()).toHaveLength(601);
  });

  it('renews a refused token once, and says that access was taken back when that is refused too', async () => {
    const once = scene([error('authError')]);
    await once.client.calendarList();
    expect(once.renewals()).toBe(1);
    const twice = scene(times(9, error('authError')));
    expect((await failure(twice.client.calendarList())).code).toBe('access-revoked');
    expect([twice.renewals(), twice.handler.log.length]).toEqual([1, 2]);
  });

  it('passes on why there is no token', async () => {
    const { handler } = scene();
    const { parts } = fakeParts(fetchOf(handler), {
      token: () => Promise.reject(new SourceError('token-expired', 'sign in again')),
    });
    expect((await failure(googleClient(parts).calendarList())).code).toBe('token-expired');
  });

  it.each([
    'rateLimitExceeded',
    'userRateLimitExceeded',
    'tooManyRequests',
    'backendError',
    'unavailable',
  ] as const)(
    'backs off twice as long each time on %s, goes on when it is over, and gives up in the end',
    async (name) => {
      const short = scene(times(3, error(name)));
      expect(await short.client.calendarList()).toHaveLength(1);
      expect(short.slept).toEqual([999, 1998, 3996]);
      const long = scene(times(9, error(name)));
      const { code, retryAtMs } = await failure(long.client.calendarList());
      expect([code, retryAtMs]).toEqual([
        name === 'backendError' || name === 'unavailable' ? 'server-error' : 'rate-limited',
        undefined,
      ]);
      expect(long.handler.log).toHaveLength(4);
    },
  );

  it('spreads its pauses from nothing up to their length', async () => {
    const { handler } = scene(times(3, error('backendError')));
    const { parts, slept } = fakeParts(fetchOf(handler), { random: () => 0 });
    await googleClient(parts).calendarList();
    expect(slept).toEqual([0, 0, 0]);
  });

  it('waits as long as Retry-After says, in seconds or as a date; where that is long, the next run waits', async () => {
    const { client, slept } = scene([
      error('tooManyRequests', '7'),
      error('unavailable', new Date(NOW + 19_000).toUTCString()),
    ]);
    await client.calendarList();
    expect(slept).toEqual([7000, 12_000]);
    const long = scene([error('unavailable', '3600')]);
    expect(await failure(long.client.calendarList())).toMatchObject({
      code: 'server-error',
      retryAtMs: NOW + 3_600_000,
    });
    expect(long.slept).toEqual([]);
  });

  it('leaves a used-up quota alone until midnight in California', async () => {
    const { client, handler } = scene([error('quotaExceeded')]);
    expect(await failure(client.calendarList())).toMatchObject({
      code: 'quota-exceeded',
      retryAtMs: Date.UTC(2026, 10, 17, 8),
    });
    expect(handler.log).toHaveLength(1);
    const at = (iso: string): string => new Date(pacificMidnightAfter(Date.parse(iso))).toISOString();
    expect(at('2026-07-01T06:59:00Z')).toBe('2026-07-01T07:00:00.000Z');
    expect(at('2026-07-01T07:00:00Z')).toBe('2026-07-02T07:00:00.000Z');
    expect(at('2026-11-01T12:00:00Z')).toBe('2026-11-02T08:00:00.000Z');
  });

  it.each<Fault>([{ kind: 'cut', share: 0.5 }, { kind: 'truncated', share: 0.5 }, { kind: 'unreachable' }])(
    'asks once more where an answer did not arrive whole: $kind',
    async (fault) => {
      expect(await scene([fault]).client.calendarList()).toHaveLength(1);
      const { code } = await failure(scene(times(9, fault)).client.calendarList());
      expect(code).toBe(fault.kind === 'truncated' ? 'bad-answer' : 'no-network');
    },
  );

  it('takes an answer of another form for none', async () => {
    for (const body of ['null', '[]', '{"items":{}}', '"hello"']) {
      const { parts } = fakeParts(async () => new Response(body));
      const outcome = await googleClient(parts)
        .events(ME, {})
        .then(
          (page) => page.items ?? [],
          (e: SourceError) => e.code,
        );
      expect([body, outcome]).toEqual([body, 'bad-answer']);
    }
    const page = fakeParts(async () => new Response('<html>Sign in to the hotel’s network', { status: 511 }));
    expect((await failure(googleClient(page.parts).calendarList())).code).toBe('server-error');
  });

  it('reads no answer without end', async () => {
    let pulled = 0;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            pulled++;
            controller.enqueue(new Uint8Array(2 ** 20).fill(32));
          },
        }),
      );
    const { parts } = fakeParts(async () => endless());
    expect((await failure(googleClient(parts).calendarList())).code).toBe('bad-answer');
    expect(pulled).toBeLessThan(140);
  });

  it('says nothing of tokens, addresses and titles in its errors', async () => {
    const faults: Fault[] = [
      error('authError'),
      error('forbidden'),
      error('notFound'),
      error('fullSyncRequired'),
      error('quotaExceeded'),
      error('backendError'),
      { kind: 'cut', share: 0.5 },
      { kind: 'truncated', share: 0.5 },
      { kind: 'unreachable' },
    ];
    for (const fault of faults) {
      const { client, world } = scene(times(9, fault));
      world.add(ME, {
        summary: 'Divorce lawyer',
        start: { dateTime: '2026-11-16T09:00:00Z' },
        end: { dateTime: '2026-11-16T10:00:00Z' },
      });
      const thrown = await failure(client.events(ME, { syncToken: 'tokentokentoken' }));
      const shown = inspect(thrown, { depth: 9, showHidden: true }).replace(
        thrown.stack ?? '',
        thrown.message,
      );
      expect(shown).not.toMatch(/secret|Bearer|tokentoken|Divorce|example\.org|googleapis/);
    }
  });
});
