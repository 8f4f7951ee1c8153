import * as v from 'valibot';
import type { SecretStorage } from '../../src/accounts/secret-storage.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import { accountAddress } from '../../src/sources/google/calendars.ts';
import { type GoogleClient, type GoogleParts, googleClient } from '../../src/sources/google/client.ts';
import {
  beginGrant,
  finishGrant,
  type OAuthClient,
  type OAuthParts,
  renewTokens,
  revokeToken,
  type Tokens,
} from '../../src/sources/google/oauth.ts';
import { googleReader } from '../../src/sources/google/reader.ts';
import type { Connector, SignIn } from './connectors.ts';
import type { GoogleServers } from './google-endpoints.ts';

export interface GoogleAccountsParts {
  readonly secrets: SecretStorage;
  /** Where the sign-in page and the Calendar API are. */
  readonly servers: () => Promise<GoogleServers>;
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
export type GoogleAccounts = SignIn & Connector<'google'>;

const TOKENS = v.object({
  accessToken: v.string(),
  expiresMs: v.number(),
  refreshToken: v.exactOptional(v.string()),
});
const CLIENT = v.object({
  id: v.string(),
  secret: v.exactOptional(v.string()),
  flow: v.picklist(['code', 'token']),
});
const ACCOUNT = v.object({ client: CLIENT, address: v.string(), redirectUri: v.string(), tokens: TOKENS });
const PENDING = v.object({
  client: CLIENT,
  state: v.string(),
  verifier: v.string(),
  redirectUri: v.string(),
});
type Account = v.InferOutput<typeof ACCOUNT>;

const CLIENT_KEY = 'google.client';
const PENDING_KEY = 'google.pending';
const accountKey = (sourceId: string): string => `google.account.${sourceId}`;

/** An access token is renewed this long before it ends, so that none ends on its way. */
const EARLY_MS = 60_000;

export function createGoogleAccounts(parts: GoogleAccountsParts): GoogleAccounts {
  const { secrets, now } = parts;
  /** One renewal for all who ask at once. */
  const renewals = new Map<string, Promise<string>>();

  const read = async <S extends v.GenericSchema>(
    key: string,
    schema: S,
  ): Promise<v.InferOutput<S> | null> => {
    const result = v.safeParse(schema, await secrets.get(key));
    return result.success ? result.output : null;
  };

  const oauthParts = async (client: OAuthClient): Promise<OAuthParts> => ({
    client,
    endpoints: (await parts.servers()).oauth,
    fetch: (url, init) => parts.fetch(url, init),
    now,
  });

  const client = async (): Promise<OAuthClient | null> => {
    const own = await read(CLIENT_KEY, CLIENT);
    if (own) return own;
    return parts.builtInClientId === '' ? null : { id: parts.builtInClientId, flow: 'token' };
  };

  const apiWith = async (token: GoogleParts['token']): Promise<GoogleClient> =>
    googleClient({
      fetch: parts.fetch,
      token,
      now,
      random: parts.random,
      sleep: parts.sleep,
      baseUrl: (await parts.servers()).api,
    });

  const renewed = async (sourceId: string, account: Account): Promise<string> => {
    const { refreshToken } = account.tokens;
    const tokens = refreshToken
      ? await renewTokens(await oauthParts(account.client), refreshToken)
      : await silently(account);
    // Signed out meanwhile: what was forgotten stays so.
    if ((await read(accountKey(sourceId), ACCOUNT)) === null) throw signedOut();
    await secrets.set(accountKey(sourceId), { ...account, tokens });
    return tokens.accessToken;
  };

  const silently = async ({ client, redirectUri, address }: Account): Promise<Tokens> => {
    const all = await oauthParts(client);
    const { url, pending } = await beginGrant(all, { redirectUri, address, silent: true });
    let answer: string;
    try {
      answer = await parts.signInSilently(url);
    } catch {
      // Browsers word it differently, and all of it means: not without the user.
      throw new SourceError('token-expired', 'the user has to sign in again');
    }
    return finishGrant(all, pending, answer);
  };

  const tokenOf = async (sourceId: string, renew: boolean): Promise<string> => {
    const account = await read(accountKey(sourceId), ACCOUNT);
    if (account === null) throw signedOut();
    const { accessToken, expiresMs } = account.tokens;
    // A token that seems to last for more than a day was given by a clock that has moved since.
    const lasts = expiresMs - now();
    if (!renew && lasts > EARLY_MS && lasts < 86_400_000) return accessToken;
    const running =
      renewals.get(sourceId) ??
      renewed(sourceId, account).finally(() => {
        renewals.delete(sourceId);
      });
    renewals.set(sourceId, running);
    return running;
  };

  return {
    clientId: async () => (await client())?.id ?? null,
    async begin({ clientId, clientSecret, redirectUri, address }) {
      if (clientId) {
        const given: OAuthClient = clientSecret
          ? { id: clientId, secret: clientSecret, flow: 'code' }
          : { id: clientId, flow: 'token' };
        await secrets.set(CLIENT_KEY, given);
      }
      const using = await client();
      if (using === null) throw new SourceError('no-client', 'no Google client id is known');
      const { url, pending } = await beginGrant(await oauthParts(using), {
        redirectUri,
        ...(address === undefined ? {} : { address }),
      });
      await secrets.set(PENDING_KEY, { ...pending, client: using });
      return url;
    },
    async connect({ answerUrl }) {
      const pending = await read(PENDING_KEY, PENDING);
      if (pending === null) throw new SourceError('wrong-state', 'no sign-in was under way');
      await secrets.remove(PENDING_KEY);
      const tokens = await finishGrant(await oauthParts(pending.client), pending, answerUrl);
      const api = await apiWith(async () => tokens.accessToken);
      const entries = await api.calendarList();
      const address = accountAddress(entries);
      if (address === null) throw new SourceError('bad-answer', 'the account has no calendar of its own');
      const sourceId = `google-${address}`;
      const { client, redirectUri } = pending;
      await secrets.set(accountKey(sourceId), { client, redirectUri, address, tokens } satisfies Account);
      return { sourceId, name: address };
    },
    reader: async (source, { zone, ownAddresses }) =>
      googleReader({
        client: await apiWith(({ renew }) => tokenOf(source.id, renew)),
        sourceId: source.id,
        zone,
        ownAddresses,
        now,
        random: parts.random,
      }),
    async disconnect(sourceId) {
      const account = await read(accountKey(sourceId), ACCOUNT);
      await secrets.remove(accountKey(sourceId));
      if (account === null) return true;
      const { refreshToken, accessToken } = account.tokens;
      try {
        await revokeToken(await oauthParts(account.client), refreshToken ?? accessToken);
        return true;
      } catch (error) {
        if (error instanceof SourceError) return false;
        throw error;
      }
    },
  };
}

function signedOut(): SourceError {
  return new SourceError('access-revoked', 'the account is not connected any more');
}
