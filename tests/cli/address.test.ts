import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../src/cli/address.ts';
import { events } from '../../src/cli/commands/events.ts';
import { week } from '../../src/cli/commands/week.ts';
import { type FeedServer, saying, startFeedServer } from '../servers/feed/server.ts';
import { calendar, run } from './run.ts';

const TEXT = calendar('SUMMARY:Crit\nDTSTART:20261117T090000Z\nDURATION:PT1H');
const parts = { fetch, now: Date.now, deadline: (ms: number) => AbortSignal.timeout(ms) };
const io = { readAddress: (address: string) => readAddress(parts, address) };

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
  server.answers.set('/token.ics', saying(TEXT));
});
afterAll(() => server.close());

describe('--address', () => {
  it('is read as a file of the same text is', async () => {
    const options = ['--week', '2026-11-16', '--json'];
    const file = await run(week, ['a.ics', ...options], { 'a.ics': TEXT });
    const address = await run(week, ['--address', `${server.origin}/token.ics`, ...options], {}, io);
    expect(address).toEqual(file);
  });

  it('stands beside files', async () => {
    const window = ['--from', '2026-11-16', '--to', '2026-11-23', '--json'];
    const other = TEXT.replace('Crit', 'Sync').replace('event-0', 'other');
    const { out } = await run(
      events,
      ['a.ics', '--address', `${server.origin}/token.ics`, ...window],
      { 'a.ics': other },
      io,
    );
    expect(out).toMatch(/Crit[\s\S]*Sync|Sync[\s\S]*Crit/);
  });

  it('that fails ends with 1 and a line that does not hold it', async () => {
    for (const address of [
      `${server.origin}/gone-token.ics`,
      'https://calendar.google.com/calendar/embed?src=token',
    ]) {
      const { code, errors, out } = await run(week, ['--address', address], {}, io);
      expect([code, errors.length, out]).toEqual([1, 1, '']);
      expect(errors[0]).toMatch(/^address: /);
      expect(errors[0]).not.toContain('token');
    }
  });
});
