import * as v from 'valibot';
import { serverOf, trustsOf } from '../../src/accounts/caldav-providers.ts';
import type { SecretStorage } from '../../src/accounts/secret-storage.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { calendarsOf } from '../../src/sources/caldav/calendars.ts';
import { type DavClient, type DavParts, davClient } from '../../src/sources/caldav/dav-client.ts';
import { discover } from '../../src/sources/caldav/discover.ts';
import { caldavReader } from '../../src/sources/caldav/reader.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import type { Connector } from './connectors.ts';

export interface CaldavAccountsParts {
  readonly secrets: SecretStorage;
  readonly fetch: DavParts['fetch'];
  readonly now: () => number;
  readonly random: () => number;
}

const ACCOUNT = v.object({
  server: v.string(),
  username: v.string(),
  password: v.string(),
  place: v.object({
    homes: v.array(v.string()),
    calendars: v.array(v.string()),
    principal: v.nullable(v.string()),
    addresses: v.array(v.string()),
  }),
});
type Account = v.InferOutput<typeof ACCOUNT>;

const accountKey = (sourceId: string): string => `caldav.account.${sourceId}`;

/** Reads an account whose password is not there: it says so, and the others are read. */
const SIGNED_OUT: SourceReader = {
  async calendars() {
    throw new SourceError('wrong-password', 'the account has no password here any more');
  },
  async *pages() {
    // Nothing is read where no calendar was named.
  },
};

/** The CalDAV accounts of this browser. Passwords are kept in `secrets` and sent to the account's own server alone. */
export function createCaldavAccounts({
  secrets,
  fetch,
  now,
  random,
}: CaldavAccountsParts): Connector<'caldav'> {
  const clientOf = ({
    server,
    username,
    password,
  }: Pick<Account, 'server' | 'username' | 'password'>): DavClient =>
    davClient({ fetch, now, username, password, trusts: trustsOf(server) });
  return {
    async connect({ server: typed, username, password }) {
      const server = serverOf(typed);
      if (server === null) throw new SourceError('not-caldav', 'that is no address of a calendar server');
      const access = { server: server.href, username, password };
      const client = clientOf(access);
      const place = await discover(client, access.server);
      if ((await calendarsOf(client, place)).length === 0) {
        throw new SourceError('no-calendars', 'the account has no calendar that holds events');
      }
      const sourceId = `caldav-${server.host}-${username}`;
      // The user name is often the address that others invite.
      const addresses = [...new Set([...place.addresses, ...addressIn(username)])];
      await secrets.set(accountKey(sourceId), {
        ...access,
        place: { ...place, homes: [...place.homes], calendars: [...place.calendars], addresses },
      } satisfies Account);
      return {
        sourceId,
        name: addressIn(username).length > 0 ? username : `${username} (${server.hostname})`,
        ...(addresses.length === 0 ? { asksAddress: true as const } : {}),
      };
    },
    async reader(source, { zone, ownAddresses }) {
      const kept = v.safeParse(ACCOUNT, await secrets.get(accountKey(source.id)));
      if (!kept.success) return SIGNED_OUT;
      const { place } = kept.output;
      const client = clientOf(kept.output);
      return caldavReader({ client, place, sourceId: source.id, zone, ownAddresses, now, random });
    },
    async disconnect(sourceId) {
      await secrets.remove(accountKey(sourceId));
      return true;
    },
  };
}

function addressIn(username: string): string[] {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(username) ? [username.toLowerCase()] : [];
}
