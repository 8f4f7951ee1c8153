import { test } from 'vitest';
import { DAY_MS } from '../../src/time/interval.ts';
import { MONDAY_9, occurrence } from '../store/fixtures.ts';
import { FakeServer } from './fake-source.ts';
import { type ReaderWorld, survives } from './survival.ts';

/** An account of two calendars whose events come, change and go, and whose cursors expire. */
function account(): ReaderWorld {
  const server = new FakeServer();
  const event = (calendarId: string, i: number, title: string) =>
    occurrence({ calendarId, uid: `${calendarId}${i}`, title, startMs: MONDAY_9 + i * DAY_MS });
  for (let i = 0; i < 5; i++) server.add('a', event('a', i, 'a'));
  for (let i = 0; i < 3; i++) server.add('b', event('b', i, 'b'));
  return {
    kind: 'google',
    reader: () => server.reader(),
    change(n) {
      const calendarId = n % 2 === 0 ? 'a' : 'b';
      const i = Math.floor(n / 8) % 9;
      if (n % 8 === 7) server.oldest = server.version;
      else if (n % 8 > 4) server.remove(calendarId, event(calendarId, i, '').key);
      else server.add(calendarId, event(calendarId, i, `changed-${n}`));
    },
  };
}

test('an account survives kills, a full disk and commands at any await of a run', () =>
  survives(account, { usual: 15 }));
