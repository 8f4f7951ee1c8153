import { test } from 'vitest';
import { discover } from '../../../src/sources/caldav/discover.ts';
import { caldavReader } from '../../../src/sources/caldav/reader.ts';
import { eventText } from '../../servers/caldav/dav-server.ts';
import { type Quirks, QuirkyServer } from '../../servers/caldav/quirky.ts';
import { type ReaderWorld, SURVIVOR, survives } from '../../sync/survival.ts';
import { clientOf, NOW } from './account.ts';

const ORIGIN = 'https://cal.example.org/';

/** An account of two calendars whose entries come, change, move to another name and go, and whose tokens are forgotten. */
function accountOn(quirks: Quirks): ReaderWorld {
  const server = new QuirkyServer(quirks);
  server.add('a', 'A');
  server.add('b', 'B');
  const text = (i: number, title: string): string =>
    i % 3 === 0
      ? eventText(`uid-${i}`, `202611${16 + i}T090000Z`, title, [
          `RRULE:FREQ=DAILY;COUNT=${1 + (title.length % 4)}`,
        ])
      : eventText(`uid-${i}`, `202611${16 + i}T090000Z`, title);
  const put = (calendar: string, i: number, title: string): void =>
    server.put(calendar, `e${i}.ics`, text(i, title));
  for (let i = 0; i < 5; i++) put('a', i, 'a');
  for (let i = 0; i < 3; i++) put('b', i, 'b');
  return {
    kind: 'caldav',
    nowMs: NOW,
    async reader(nowMs) {
      const client = clientOf(ORIGIN, { fetch: server.fetch, now: () => nowMs });
      const place = await discover(client, ORIGIN);
      let draws = 0;
      return caldavReader({
        client,
        place,
        sourceId: SURVIVOR,
        zone: 'UTC',
        ownAddresses: [],
        now: () => nowMs,
        random: () => (++draws % 100) / 100,
        mostOnPage: 2,
      });
    },
    change(n) {
      const calendar = n % 2 === 0 ? 'a' : 'b';
      const i = Math.floor(n / 10) % 8;
      if (n % 10 === 9) server.forget();
      else if (n % 10 === 8) {
        // The same entry under another name.
        server.remove(calendar, `e${i}.ics`);
        server.put(calendar, `renamed${i}.ics`, text(i, `renamed ${n}`));
      } else if (n % 10 > 5) {
        server.remove(calendar, `e${i}.ics`);
        server.remove(calendar, `renamed${i}.ics`);
      } else put(calendar, i, `changed-${n}`);
    },
  };
}

test.each<[string, Quirks]>([
  ['with tokens', {}],
  ['with tokens that are forgotten without a word', { forgotten: 'no-rows' }],
  [
    'with tokens that are forgotten and tell of all, in small answers',
    { forgotten: 'all-rows', mostRows: 2 },
  ],
  ['with ctags alone', { tells: 'ctags' }],
  ['with ETags alone', { tells: 'etags', missing: 'fails' }],
])('a CalDAV account survives kills, a full disk and commands at any await of a run: %s', (_, quirks) =>
  survives(() => accountOn(quirks), { usual: 5, long: 200 }),
);
