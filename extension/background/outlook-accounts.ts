import { microsoftOAuth } from '../../src/accounts/microsoft-oauth.ts';
import { type OAuthAccountsParts, oauthAccounts } from '../../src/accounts/oauth-accounts.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { accountAddress } from '../../src/sources/outlook/calendars.ts';
import { type OutlookClient, type OutlookParts, outlookClient } from '../../src/sources/outlook/client.ts';
import { outlookReader } from '../../src/sources/outlook/reader.ts';
import type { AccountServers } from './account-servers.ts';
import type { Connector, SignIn } from './connectors.ts';

export interface OutlookAccountsParts
  extends Pick<OAuthAccountsParts, 'secrets' | 'now' | 'signInSilently' | 'builtInClientId'> {
  /** Where the sign-in page and Graph are. */
  readonly servers: () => Promise<AccountServers>;
  readonly fetch: OutlookParts['fetch'];
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The Microsoft accounts of this browser: signing in and out, and readers for the sync. */
export function createOutlookAccounts(parts: OutlookAccountsParts): SignIn & Connector<'outlook'> {
  const { fetch, now, random, sleep } = parts;
  const accounts = oauthAccounts({
    ...parts,
    kind: 'outlook',
    provider: async () => microsoftOAuth((await parts.servers()).oauth),
    // A single-page application has no secret.
    clientOf: (id) => ({ id, flow: 'code' }),
  });
  const graphWith = async (token: OutlookParts['token']): Promise<OutlookClient> =>
    outlookClient({ fetch, token, now, random, sleep, baseUrl: (await parts.servers()).api });
  return {
    clientId: accounts.clientId,
    begin: accounts.begin,
    async connect({ answerUrl }) {
      const { accessToken, keep } = await accounts.finish(answerUrl);
      const graph = await graphWith(async () => accessToken);
      const address = accountAddress(await graph.calendars());
      if (address === null) throw new SourceError('bad-answer', 'the account has no calendar of its own');
      const sourceId = `outlook-${address}`;
      await keep(sourceId, address);
      return { sourceId, name: address };
    },
    reader: async (source, { ownAddresses }) =>
      outlookReader({
        client: await graphWith((options) => accounts.token(source.id, options)),
        sourceId: source.id,
        ownAddresses,
        now,
        random,
      }),
    disconnect: accounts.forget,
  };
}
