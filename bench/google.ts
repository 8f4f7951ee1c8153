/**
 * Requests and packed bytes of a Google calendar's sync, through the real reader, sync and store:
 *
 *     node bench/google.ts
 */

import { googleClient } from '../src/sources/google/client.ts';
import { googleReader } from '../src/sources/google/reader.ts';
import { syncSources } from '../src/sync/sync.ts';
import { DAY_MS, HOUR_MS } from '../src/time/interval.ts';
import { GoogleHandler } from '../tests/servers/google/handler.ts';
import { fetchOf } from '../tests/servers/google/in-process.ts';
import { GoogleWorld } from '../tests/servers/google/world.ts';
import { ALWAYS, freshStore, labelByCorrections } from '../tests/store/fixtures.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const ME = 'me@example.org';

const world = new GoogleWorld([], () => NOW);
world.addCalendar({ id: ME, summary: 'Me', timeZone: 'Europe/Berlin', accessRole: 'owner', primary: true });

const iso = (ms: number): string => new Date(ms).toISOString();
const guests = ['kim', 'lea', 'marek', 'priya'].map((name) => ({
  email: `${name}@example.org`,
  responseStatus: 'accepted',
}));
const about = (n: number) => ({
  summary: `Entry ${n}: ${['review', 'planning', 'budget', 'interview', 'focus'][n % 5]}`,
  description: 'Agenda and notes of the last time are in the usual place. '.repeat(n % 4),
  attendees: n % 3 === 0 ? [] : [{ email: ME, self: true, responseStatus: 'accepted' }, ...guests],
});
const at = (ms: number, hours: number) => ({
  start: { dateTime: iso(ms) },
  end: { dateTime: iso(ms + hours * HOUR_MS) },
});

// Half of the 10,000 in the window are instances of weekly series, half single events.
const FIRST = NOW - 365 * DAY_MS;
const DAYS = 455;
const WEEKS = 65;
for (let n = 0; n < 76; n++) {
  const rule = `RRULE:FREQ=WEEKLY;COUNT=${WEEKS}`;
  world.add(ME, {
    ...about(n),
    ...at(FIRST + (n % 5) * DAY_MS + (n % 9) * HOUR_MS, 0.5),
    recurrence: [rule],
  });
}
const singles: string[] = [];
for (let n = 0; n < 5060; n++) {
  singles.push(world.add(ME, { ...about(n), ...at(FIRST + (n % DAYS) * DAY_MS + (n % 10) * HOUR_MS, 1) }));
}

const handler = new GoogleHandler({ world });
const traffic = { requests: 0, bytes: 0 };
const client = googleClient({
  fetch: fetchOf(handler, traffic),
  token: async () => 'token',
  now: () => NOW,
  random: Math.random,
  sleep: () => Promise.reject(new Error('nothing should have to be asked twice')),
});
const store = freshStore();
await store.putSource({ id: 'g', kind: 'google', name: ME }, NOW);

let runs = 0;
async function sync(name: string): Promise<void> {
  Object.assign(traffic, { requests: 0, bytes: 0 });
  const { sources } = await syncSources({
    store,
    readerOf: async () =>
      googleReader({
        client,
        sourceId: 'g',
        zone: 'Europe/Berlin',
        ownAddresses: [],
        now: () => NOW,
        random: Math.random,
      }),
    label: labelByCorrections,
    now: () => NOW,
    zone: 'Europe/Berlin',
    locks: null,
    holder: `run-${++runs}`,
  });
  const [report] = sources;
  if (report?.trouble !== null) throw new Error(`the sync failed: ${report?.trouble}`);
  const { added, changed, removed } = report;
  console.log(
    `${name.padEnd(34)} ${String(traffic.requests).padStart(3)} requests ${traffic.bytes.toLocaleString('en').padStart(10)} bytes` +
      `   ${added} added, ${changed} changed, ${removed} removed`,
  );
}

await sync('first sync');
console.log(`${' '.repeat(34)} ${(await store.occurrences(ALWAYS)).length.toLocaleString('en')} occurrences`);
await sync('no change');
world.change(ME, singles[2500] ?? '', { summary: 'Moved to the large room' });
await sync('one change');
for (const id of singles.slice(100, 200)) world.change(ME, id, { summary: 'Moved to the large room' });
await sync('100 changes');
world.change(ME, 'made00001', { summary: 'Another name' });
await sync('one series of 65 weeks renamed');
for (let n = 0; n < 20; n++) world.cancel(ME, singles[3000 + n] ?? '');
await sync('20 deleted');
store.close();
