import { trustsOf } from '../../../src/accounts/caldav-providers.ts';
import type { Calendar } from '../../../src/calendar/source.ts';
import { type DavClient, type DavParts, davClient } from '../../../src/sources/caldav/dav-client.ts';
import { type CaldavPlace, discover } from '../../../src/sources/caldav/discover.ts';
import { caldavReader } from '../../../src/sources/caldav/reader.ts';
import type { SourceReader } from '../../../src/sources/contract.ts';
import { type SyncReport, syncSources } from '../../../src/sync/sync.ts';
import { ALWAYS, freshStore, labelByCorrections } from '../../store/fixtures.ts';

/** A Monday. */
export const NOW = Date.UTC(2026, 10, 16, 9);
export const ZONE = 'Europe/Berlin';

export interface AccountOptions {
  readonly username?: string;
  readonly password?: string;
  readonly fetch?: DavParts['fetch'];
  readonly now?: () => number;
}

export function clientOf(server: string, options: AccountOptions = {}): DavClient {
  return davClient({
    fetch: options.fetch ?? fetch,
    now: options.now ?? (() => NOW),
    username: options.username ?? 'ada',
    password: options.password ?? 'secret',
    trusts: trustsOf(server),
  });
}

/** An account that was connected, with a store of its own, as the extension has it. */
export async function account(server: string, options: AccountOptions = {}) {
  const client = clientOf(server, options);
  const place: CaldavPlace = await discover(client, server);
  const store = freshStore();
  await store.putSource({ id: 's', kind: 'caldav', name: 'ada' }, NOW);
  let runs = 0;
  const now = options.now ?? (() => NOW);
  const reader = (): SourceReader =>
    caldavReader({
      client,
      place,
      sourceId: 's',
      zone: ZONE,
      ownAddresses: [],
      now,
      random: () => (++runs % 1000) / 1000,
    });
  return {
    client,
    place,
    store,
    reader,
    sync: (): Promise<SyncReport> =>
      syncSources(
        {
          store,
          readerOf: async () => reader(),
          label: labelByCorrections,
          now,
          zone: ZONE,
          locks: null,
          holder: `run-${++runs}`,
        },
        { onDemand: true },
      ),
    /** Titles of all that is stored, with their starts, sorted. */
    async stored(): Promise<string[]> {
      const rows = await store.occurrences(ALWAYS);
      return rows.map((o) => `${new Date(o.startMs).toISOString().slice(0, 16)} ${o.title}`).sort();
    },
    calendars: (): Promise<readonly Calendar[]> => store.calendars(),
  };
}
