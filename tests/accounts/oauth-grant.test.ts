import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { googleOAuth } from '../../src/accounts/google-oauth.ts';
import {
  beginGrant,
  finishGrant,
  type OAuthClient,
  type OAuthParts,
  renewTokens,
  revokeToken,
} from '../../src/accounts/oauth-grant.ts';
import { browse } from '../servers/oauth/browse.ts';
import { CLIENT_ID, CLIENT_SECRET, type OAuthServer, startOAuthServer } from '../servers/oauth/server.ts';

const REDIRECT = 'http://127.0.0.1/mozoauth2/craftweek';
const CODE: OAuthClient = { id: CLIENT_ID, secret: CLIENT_SECRET, flow: 'code' };

let server: OAuthServer;
beforeAll(async () => {
  server = await startOAuthServer({ redirectUris: [REDIRECT] });
});
afterAll(() => server.close());

const parts = (client: OAuthClient = CODE, change: Partial<OAuthParts> = {}): OAuthParts => ({
  client,
  provider: googleOAuth(server.endpoints),
  fetch: (url, init) => fetch(url, init),
  now: () => 1_000_000,
  ...change,
});
const code = (wanted: string): unknown => expect.objectContaining({ name: 'SourceError', code: wanted });

describe('signing in at a real OAuth server', () => {
  it('brings tokens for a consent, which renew and can be taken back', async () => {
    const { url, pending } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const tokens = await finishGrant(parts(), pending, await browse(url, REDIRECT));
    expect(tokens.expiresMs).toBe(1_000_000 + 3_600_000);
    expect(await server.stands(tokens.accessToken)).toBe(true);

    const renewed = await renewTokens(parts(), tokens.refreshToken ?? '');
    expect(renewed.accessToken).not.toBe(tokens.accessToken);
    expect(renewed.refreshToken).toBe(tokens.refreshToken);
    expect(await server.stands(renewed.accessToken)).toBe(true);

    await revokeToken(parts(), tokens.refreshToken ?? '');
    await expect(renewTokens(parts(), tokens.refreshToken ?? '')).rejects.toEqual(code('access-revoked'));
  });

  it('asks for reading alone, with a state and a challenge that are new each time', async () => {
    const [one, two] = [
      new URL((await beginGrant(parts(), { redirectUri: REDIRECT, address: 'ada@example.org' })).url),
      new URL((await beginGrant(parts(), { redirectUri: REDIRECT, silent: true })).url),
    ];
    const of = (url: URL, name: string): string | null => url.searchParams.get(name);
    expect(
      of(one, 'scope')
        ?.split(' ')
        .every((scope) => scope.endsWith('.readonly')),
    ).toBe(true);
    expect(of(one, 'code_challenge_method')).toBe('S256');
    expect(of(one, 'login_hint')).toBe('ada@example.org');
    expect(of(two, 'prompt')).toBe('none');
    for (const name of ['state', 'code_challenge']) expect(of(one, name)).not.toBe(of(two, name));
  });

  it('says so where the user denies it', async () => {
    const { url, pending } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const answer = await browse(url, REDIRECT, 'deny');
    await expect(finishGrant(parts(), pending, answer)).rejects.toEqual(code('consent-denied'));
  });

  it('takes no answer to another question', async () => {
    const { url } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const { pending } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const answer = await browse(url, REDIRECT);
    await expect(finishGrant(parts(), pending, answer)).rejects.toEqual(code('wrong-state'));
  });

  it('gets nothing for a code that someone else asked for: PKCE holds', async () => {
    const { url, pending } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const answer = await browse(url, REDIRECT);
    const stolen = { ...pending, verifier: 'x'.repeat(64) };
    await expect(finishGrant(parts(), stolen, answer)).rejects.toEqual(code('access-revoked'));
  });

  it('says so where the secret is wrong, and where the network is gone', async () => {
    const { url, pending } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const answer = await browse(url, REDIRECT);
    const wrong = parts({ ...CODE, secret: 'wrong' });
    await expect(finishGrant(wrong, pending, answer)).rejects.toEqual(code('client-refused'));
    const offline = parts(CODE, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(finishGrant(offline, pending, answer)).rejects.toEqual(code('no-network'));
    await expect(renewTokens(offline, 'token')).rejects.toEqual(code('no-network'));
  });

  it('never puts a secret into an error', async () => {
    const { pending } = await beginGrant(parts(), { redirectUri: REDIRECT });
    const answer = `${REDIRECT}?code=the-code-itself&state=${pending.state}`;
    const error: unknown = await finishGrant(parts(), pending, answer).catch((e: unknown) => e);
    const text = `${error instanceof Error ? error.message : ''}${JSON.stringify(error)}`;
    for (const secret of [CLIENT_SECRET, 'the-code-itself', pending.verifier, pending.state]) {
      expect(text).not.toContain(secret);
    }
    expect(error instanceof Error && error.cause).toBeFalsy();
  });
});

describe('signing in without the client’s secret', () => {
  const TOKEN: OAuthClient = { id: CLIENT_ID, flow: 'token' };
  const begin = () => beginGrant(parts(TOKEN), { redirectUri: REDIRECT });

  it('takes the token from the redirect', async () => {
    const { url, pending } = await begin();
    expect(new URL(url).searchParams.get('response_type')).toBe('token');
    const answer = `${REDIRECT}#access_token=abc&expires_in=3599&state=${pending.state}`;
    expect(await finishGrant(parts(TOKEN), pending, answer)).toEqual({
      accessToken: 'abc',
      expiresMs: 1_000_000 + 3_599_000,
    });
  });

  it.each([
    ['error=access_denied', 'consent-denied'],
    ['error=interaction_required', 'token-expired'],
    ['error=redirect_uri_mismatch', 'client-refused'],
    ['error=something_new', 'bad-answer'],
    ['expires_in=5', 'bad-answer'],
  ])('reads the answer %s', async (answer, expected) => {
    const { pending } = await begin();
    const url = `${REDIRECT}#${answer}&state=${pending.state}`;
    await expect(finishGrant(parts(TOKEN), pending, url)).rejects.toEqual(code(expected));
  });

  it('takes no answer with another state', async () => {
    const { pending } = await begin();
    const url = `${REDIRECT}#access_token=abc&state=other`;
    await expect(finishGrant(parts(TOKEN), pending, url)).rejects.toEqual(code('wrong-state'));
  });
});
