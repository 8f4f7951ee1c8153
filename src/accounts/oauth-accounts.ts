import * as v from 'valibot';
import { SourceError } from '../calendar/source-error.ts';
import {
  beginGrant,
  finishGrant,
  type OAuthClient,
  type OAuthParts,
  type OAuthProvider,
  renewTokens,
  revokeToken,
  type Tokens,
} from './oauth-grant.ts';
import type { SecretStorage } from './secret-storage.ts';

export interface OAuthAccountsParts {
  /** The first part of the names that secrets are kept under. */
  readonly kind: string;
  readonly provider: () => Promise<OAuthProvider>;
  /** The client of an id that the user typed, with its secret where there is one. */
  readonly clientOf: (id: string, secret: string | undefined) => OAuthClient;
  /** Client id of the build; empty where it has none. */
  readonly builtInClientId: string;
  readonly secrets: SecretStorage;
  readonly fetch: OAuthParts['fetch'];
  /** Epoch ms. */
  readonly now: () => number;
  /** Goes through a sign-in page without showing it; rejects where it would have to be shown. */
  readonly signInSilently: (url: string) => Promise<string>;
}

/** A sign-in that went through, before it is known whose account it is. */
interface SignedIn {
  readonly accessToken: string;
  /** Keeps the tokens as those of a source; `address` is the account that silent renewals ask for. */
  keep(sourceId: string, address: string): Promise<void>;
}

/** Accounts of one provider: signing in, tokens that last, signing out. Throws SourceError. */
export interface OAuthAccounts {
  /** The client id that a sign-in would use; null where neither the build nor the user has one. */
  clientId(): Promise<string | null>;
  /** The address of the sign-in page. Throws `no-client` where no client id is known. */
  begin(asked: {
    clientId?: string;
    clientSecret?: string;
    redirectUri: string;
    address?: string;
  }): Promise<string>;
  /** Ends the sign-in that was begun last, by the address that the page went back to. */
  finish(answerUrl: string): Promise<SignedIn>;
  /** An access token that stands, renewed where it is about to end or was refused. */
  token(sourceId: string, options: { renew: boolean }): Promise<string>;
  /** Forgets the tokens, then takes the access back. False where the provider could not be told. */
  forget(sourceId: string): Promise<boolean>;
}

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

/** An access token is renewed this long before it ends, so that none ends on its way. */
const EARLY_MS = 60_000;
/** A token that seems to last longer was given by a clock that has moved since. */
const LONGEST_LIFE_MS = 86_400_000;

/**
 * One account a source, its secrets in `secrets`:
 *
 *     begin ─▶ pending ─▶ finish ─▶ keep ─▶ tokens ─┬─ token ─▶ still good
 *                 └── taken once, whatever comes    ├─ token ─▶ one renewal for all who ask ─▶ kept, unless
 *                                                   │           the account was forgotten or signed in anew
 *                                                   └─ forget ─▶ nothing
 */
export function oauthAccounts(parts: OAuthAccountsParts): OAuthAccounts {
  const { kind, secrets, now } = parts;
  const clientKey = `${kind}.client`;
  const pendingKey = `${kind}.pending`;
  const accountKey = (sourceId: string): string => `${kind}.account.${sourceId}`;
  /** One renewal for all who ask at once. */
  const renewals = new Map<string, Promise<string>>();

  const read = async <S extends v.GenericSchema>(
    key: string,
    schema: S,
  ): Promise<v.InferOutput<S> | null> => {
    const result = v.safeParse(schema, await secrets.get(key));
    return result.success ? result.output : null;
  };
  const accountOf = (sourceId: string): Promise<Account | null> => read(accountKey(sourceId), ACCOUNT);

  const oauthParts = async (client: OAuthClient): Promise<OAuthParts> => ({
    client,
    provider: await parts.provider(),
    fetch: parts.fetch,
    now,
  });

  const client = async (): Promise<OAuthClient | null> => {
    const own = await read(clientKey, CLIENT);
    if (own) return own;
    return parts.builtInClientId === '' ? null : parts.clientOf(parts.builtInClientId, undefined);
  };

  const renewed = async (sourceId: string, account: Account): Promise<string> => {
    const tokens = await freshTokens(account);
    const stored = await accountOf(sourceId);
    // Signed out meanwhile: what was forgotten stays so. Signed in anew: what is newer stays.
    if (stored === null) throw signedOut();
    if (stored.tokens.accessToken !== account.tokens.accessToken) return stored.tokens.accessToken;
    await secrets.set(accountKey(sourceId), { ...account, tokens } satisfies Account);
    return tokens.accessToken;
  };

  const freshTokens = async (account: Account): Promise<Tokens> => {
    const { refreshToken } = account.tokens;
    if (!refreshToken) return silently(account);
    try {
      return await renewTokens(await oauthParts(account.client), refreshToken);
    } catch (error) {
      // A single-page application's refresh token ends after a day, however well the user is signed in.
      if (isRevoked(error) && account.client.flow === 'code' && !account.client.secret)
        return silently(account);
      throw error;
    }
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

  return {
    clientId: async () => (await client())?.id ?? null,
    async begin({ clientId, clientSecret, redirectUri, address }) {
      if (clientId) await secrets.set(clientKey, parts.clientOf(clientId, clientSecret));
      const using = await client();
      if (using === null) throw new SourceError('no-client', 'no client id is known');
      const { url, pending } = await beginGrant(await oauthParts(using), {
        redirectUri,
        ...(address === undefined ? {} : { address }),
      });
      await secrets.set(pendingKey, { ...pending, client: using });
      return url;
    },
    async finish(answerUrl) {
      const pending = await read(pendingKey, PENDING);
      if (pending === null) throw new SourceError('wrong-state', 'no sign-in was under way');
      await secrets.remove(pendingKey);
      const tokens = await finishGrant(await oauthParts(pending.client), pending, answerUrl);
      const { client, redirectUri } = pending;
      return {
        accessToken: tokens.accessToken,
        keep: (sourceId, address) =>
          secrets.set(accountKey(sourceId), { client, redirectUri, address, tokens } satisfies Account),
      };
    },
    async token(sourceId, { renew }) {
      const account = await accountOf(sourceId);
      if (account === null) throw signedOut();
      const { accessToken, expiresMs } = account.tokens;
      const lasts = expiresMs - now();
      if (!renew && lasts > EARLY_MS && lasts < LONGEST_LIFE_MS) return accessToken;
      const running =
        renewals.get(sourceId) ??
        renewed(sourceId, account).finally(() => {
          renewals.delete(sourceId);
        });
      renewals.set(sourceId, running);
      return running;
    },
    async forget(sourceId) {
      const account = await accountOf(sourceId);
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

function isRevoked(error: unknown): boolean {
  return error instanceof SourceError && error.code === 'access-revoked';
}

function signedOut(): SourceError {
  return new SourceError('access-revoked', 'the account is not connected any more');
}
