import { test } from 'vitest';
import { addressReader } from '../../../src/sources/address/address-reader.ts';
import { exportReader } from '../../../src/sources/export/export-reader.ts';
import type { Export } from '../../../src/sources/export/export-zip.ts';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { type ReaderWorld, SURVIVOR, survives } from '../../sync/survival.ts';
import { calendar, event } from './rows.ts';

const CONTEXT = { zone: 'UTC', ownAddresses: [] };
const read = async (text: string, options: Parameters<typeof readIcs>[1]) => readIcs(text, options);

/** A calendar whose events, all of them ahead, come, change and go; some are series. */
class Events {
  private readonly titles = new Map<number, string>();
  private readonly of: string;

  constructor(of: string) {
    this.of = of;
    for (let i = 0; i < 5; i++) this.titles.set(i, of);
  }

  change(n: number): void {
    const i = n % 9;
    if (n % 4 === 3) this.titles.delete(i);
    else this.titles.set(i, `${this.of}${n}`);
  }

  text(): string {
    const events = [...this.titles].map(([i, title]) =>
      event({
        uid: `${this.of}-${i}`,
        title,
        day: 1 + i,
        more: i % 3 === 0 ? [`RRULE:FREQ=DAILY;COUNT=${1 + (title.length % 4)}`] : [],
      }),
    );
    return calendar(...events);
  }
}

/** An address whose server knows the state of its feed, and now and then forgets to say so. */
function address(): ReaderWorld {
  const events = new Events('a');
  let version = 0;
  let says = true;
  const fetch = async (_: string, { headers }: RequestInit): Promise<Response> => {
    const etag = `"${version}"`;
    const known = new Headers(headers).get('if-none-match');
    if (says && known === etag) return new Response(null, { status: 304 });
    return new Response(events.text(), { headers: says ? { etag } : {} });
  };
  return {
    kind: 'ics-address',
    reader: (nowMs) =>
      addressReader(
        { sourceId: SURVIVOR, address: 'https://cal.example.org/a.ics', name: 'A' },
        { read, fetch, now: () => nowMs, deadline: () => new AbortController().signal },
        CONTEXT,
      ),
    change(n) {
      if (n % 10 === 9) says = !says;
      else events.change(n);
      version++;
    },
  };
}

/** An export of two calendars. */
function exported(): ReaderWorld {
  const all = { a: new Events('a'), b: new Events('b') };
  const now = (): Export => ({
    accountId: 'me',
    calendars: (['a', 'b'] as const).map((id) => ({
      id,
      name: id,
      isOwn: id === 'a',
      isSubscribed: false,
      entryName: id,
      text: () => all[id].text(),
    })),
  });
  return {
    kind: 'google-export',
    reader: (nowMs) =>
      exportReader(
        { sourceId: SURVIVOR, ownName: 'Own', fetch: async () => now() },
        { read, now: () => nowMs },
        CONTEXT,
      ),
    change: (n) => all[n % 2 === 0 ? 'a' : 'b'].change(Math.floor(n / 2)),
  };
}

test('an address survives kills, a full disk and commands at any await of a run', () =>
  survives(address, { usual: 8, long: 200 }));

test('an export survives kills, a full disk and commands at any await of a run', () =>
  survives(exported, { usual: 8, long: 200 }));
