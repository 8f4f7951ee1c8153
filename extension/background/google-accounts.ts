import { googleOAuth } from '../../src/accounts/google-oauth.ts';
import { oauthAccounts } from '../../src/accounts/oauth-accounts.ts';
import type { SecretStorage } from '../../src/accounts/secret-storage.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { accountAddress } from '../../src/sources/google/calendars.ts';
import { type GoogleClient, type GoogleParts, googleClient } from '../../src/sources/google/client.ts';
import { googleReader } from '../../src/sources/google/reader.ts';
import type { AccountServers } from './account-servers.ts';
import type { Connector, SignIn } from './connectors.ts';

export interface GoogleAccountsParts {
  readonly secrets: SecretStorage;
  /** Where the sign-in page and the Calendar API are. */
  readonly servers: () => Promise<AccountServers>;
  readonly fetch: GoogleParts['fetch'];
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Goes through a sign-in page without showing it; rejects where it would have to be shown. */
  readonly signInSilently: (url: string) => Promise<string>;
  /** Client id of the build; empty where it has none. */
  readonly builtInClientId: string;
}

/** The Google accounts of this browser: signing in and out, and readers for the sync. */
export function createGoogleAccounts(parts: GoogleAccountsParts): SignIn & Connector<'google'> {
  const { fetch, now, random, sleep } = parts;
  const accounts = oauthAccounts({
    ...parts,
    kind: 'google',
    provider: async () => googleOAuth((await parts.servers()).oauth),
    // Google's token endpoint wants a secret; without one the token comes in the redirect.
    clientOf: (id, secret) => (secret ? { id, secret, flow: 'code' } : { id, flow: 'token' }),
  });
  const apiWith = async (token: GoogleParts['token']): Promise<GoogleClient> =>
    googleClient({ fetch, token, now, random, sleep, baseUrl: (await parts.servers()).api });
  return {
    clientId: accounts.clientId,
    begin: accounts.begin,
    async connect({ answerUrl }) {
      const { accessToken, keep } = await accounts.finish(answerUrl);
      const api = await apiWith(async () => accessToken);
      const address = accountAddress(await api.calendarList());
      if (address === null) throw new SourceError('bad-answer', 'the account has no calendar of its own');
      const sourceId = `google-${address}`;
      await keep(sourceId, address);
      return { sourceId, name: address };
    },
    reader: async (source, { zone, ownAddresses }) =>
      googleReader({
        client: await apiWith((options) => accounts.token(source.id, options)),
        sourceId: source.id,
        zone,
        ownAddresses,
        now,
        random,
      }),
    disconnect: accounts.forget,
  };
}
