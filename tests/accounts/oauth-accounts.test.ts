import { beforeEach, describe, expect, it } from 'vitest';
import { googleOAuth } from '../../src/accounts/google-oauth.ts';
import { microsoftOAuth } from '../../src/accounts/microsoft-oauth.ts';
import { type OAuthAccounts, oauthAccounts } from '../../src/accounts/oauth-accounts.ts';
import type { OAuthProvider } from '../../src/accounts/oauth-grant.ts';

const REDIRECT = 'https://craftweek.example/';
const ENDPOINTS = {
  issuer: 'https://id.example',
  authorize: 'https://id.example/auth',
  token: 'https://id.example/token',
  revoke: 'https://id.example/revoke',
};

let kept: Map<string, unknown>;
let asked: string[];
let nowMs: number;
let answerToken: () => Response | Promise<Response>;
let silent: (url: string) => Promise<string>;
let issued: number;

beforeEach(() => {
  kept = new Map();
  asked = [];
  nowMs = 1_000_000;
  issued = 0;
  answerToken = () => tokens({ refresh_token: 'refresh' });
  silent = () => Promise.reject(new Error('interaction required'));
});

function tokens(more: object = {}): Response {
  return Response.json({
    access_token: `access-${++issued}`,
    token_type: 'bearer',
    expires_in: 3600,
    ...more,
  });
}

function accounts(
  provider: OAuthProvider = googleOAuth(ENDPOINTS),
  secret: string | undefined = 'secret',
): OAuthAccounts {
  return oauthAccounts({
    kind: 'test',
    provider: async () => provider,
    clientOf: (id) => (secret ? { id, secret, flow: 'code' } : { id, flow: 'code' }),
    builtInClientId: 'built-in',
    secrets: {
      get: async (key) => structuredClone(kept.get(key)),
      set: async (key, value) => void kept.set(key, structuredClone(value)),
      remove: async (key) => void kept.delete(key),
    },
    fetch: async (url, init) => {
      asked.push(
        `${new URL(url).pathname} ${new URLSearchParams(String(init.body)).get('grant_type') ?? ''}`.trim(),
      );
      if (url.endsWith('/revoke')) return new Response('');
      return answerToken();
    },
    now: () => nowMs,
    signInSilently: (url) => silent(url),
  });
}

const answerTo = (url: string, more = 'code=c'): string =>
  `${REDIRECT}?${more}&state=${new URL(url).searchParams.get('state')}`;

async function signedIn(all: OAuthAccounts = accounts(), sourceId = 's'): Promise<OAuthAccounts> {
  const done = await all.finish(answerTo(await all.begin({ redirectUri: REDIRECT })));
  await done.keep(sourceId, 'ada@example.org');
  return all;
}

describe('accounts of a provider', () => {
  it('take the answer of one sign-in once, whatever it says', async () => {
    const all = accounts();
    const url = await all.begin({ redirectUri: REDIRECT });
    expect(kept.has('test.pending')).toBe(true);
    await expect(all.finish(`${REDIRECT}?code=c&state=other`)).rejects.toMatchObject({ code: 'wrong-state' });
    expect(kept.has('test.pending')).toBe(false);
    await expect(all.finish(answerTo(url))).rejects.toMatchObject({ code: 'wrong-state' });
    expect(asked).toEqual([]);
  });

  it('give the token that they have while it lasts, and another a minute before it ends', async () => {
    const all = await signedIn();
    for (const [afterMs, renewals] of [
      [0, 0],
      [3_500_000, 0],
      [3_540_001, 1],
    ] as const) {
      nowMs = 1_000_000 + afterMs;
      await all.token('s', { renew: false });
      expect([afterMs, asked.filter((a) => a.includes('refresh_token')).length]).toEqual([afterMs, renewals]);
    }
  });

  it('renew a token that seems to last for days: the clock has moved', async () => {
    const all = await signedIn();
    nowMs -= 10 * 86_400_000;
    expect(await all.token('s', { renew: false })).toBe('access-2');
  });

  it('renew once for all who ask at once', async () => {
    const all = await signedIn();
    const got = await Promise.all([1, 2, 3].map(() => all.token('s', { renew: true })));
    expect(new Set(got).size).toBe(1);
    expect(asked.filter((a) => a.includes('refresh_token'))).toHaveLength(1);
  });

  it('have nothing after they were forgotten, and tell the provider', async () => {
    const all = await signedIn();
    expect(await all.forget('s')).toBe(true);
    expect(asked.at(-1)).toBe('/revoke');
    expect(JSON.stringify([...kept])).not.toMatch(/access-|refresh/);
    await expect(all.token('s', { renew: false })).rejects.toMatchObject({ code: 'access-revoked' });
  });

  it('write nothing back when a renewal ends after they were forgotten', async () => {
    const all = await signedIn();
    let release = (): void => undefined;
    answerToken = () =>
      new Promise((done) => {
        release = () => done(tokens());
      });
    const renewal = all.token('s', { renew: true });
    const refused = expect(renewal).rejects.toMatchObject({ code: 'access-revoked' });
    await new Promise((done) => setTimeout(done, 5));
    await all.forget('s');
    release();
    await refused;
    expect([...kept.keys()]).toEqual([]);
  });

  it('keep the newer tokens where the user signs in again during a renewal', async () => {
    const all = await signedIn();
    let release = (): void => undefined;
    answerToken = () =>
      new Promise((done) => {
        release = () => done(tokens());
      });
    const renewal = all.token('s', { renew: true });
    await new Promise((done) => setTimeout(done, 5));
    const late = release;
    answerToken = () => tokens({ access_token: 'from-the-new-sign-in', refresh_token: 'new' });
    await signedIn(all);
    late();
    expect(await renewal).toBe('from-the-new-sign-in');
    expect(JSON.stringify(kept.get('test.account.s'))).toContain('"new"');
  });

  it('say that the provider could not be told', async () => {
    const all = oauthAccountsWithout();
    expect(await (await signedIn(all)).forget('s')).toBe(false);
  });

  function oauthAccountsWithout(): OAuthAccounts {
    const provider = googleOAuth({ ...ENDPOINTS, revoke: 'https://id.example/broken' });
    const all = accounts(provider);
    answerToken = () => {
      if (asked.at(-1)?.startsWith('/broken')) throw new TypeError('Failed to fetch');
      return tokens({ refresh_token: 'refresh' });
    };
    return all;
  }
});

describe('a Microsoft account', () => {
  const { revoke: _, ...endpoints } = ENDPOINTS;
  const microsoft = microsoftOAuth(endpoints);

  it('is renewed silently when its refresh token has ended, and asks for a sign-in where that fails', async () => {
    const all = await signedIn(accounts(microsoft, ''));
    answerToken = () =>
      asked.at(-1)?.includes('refresh_token')
        ? Response.json({ error: 'invalid_grant' }, { status: 400 })
        : tokens();
    await expect(all.token('s', { renew: true })).rejects.toMatchObject({ code: 'token-expired' });
    silent = async (url) => {
      expect(new URL(url).searchParams.get('prompt')).toBe('none');
      expect(new URL(url).searchParams.get('login_hint')).toBe('ada@example.org');
      return answerTo(url);
    };
    expect(await all.token('s', { renew: true })).toMatch(/^access-/);
    expect(await all.forget('s')).toBe(true);
  });

  it.each([
    ['error=access_denied&error_description=AADSTS65004: User declined to consent', 'consent-denied'],
    ['error=access_denied&error_description=AADSTS90094: An administrator has to consent', 'consent-blocked'],
    [
      'error=consent_required&error_description=AADSTS65001: The user or administrator has not consented',
      'consent-blocked',
    ],
    ['error=access_denied&error_description=AADSTS53003: Access has been blocked', 'consent-blocked'],
    ['error=interaction_required&error_description=AADSTS65001: asked silently', 'token-expired'],
    ['error=login_required&error_description=AADSTS50058', 'token-expired'],
    [
      'error=invalid_request&error_description=AADSTS9002326: Cross-origin token redemption',
      'client-refused',
    ],
  ])('that answers %s is told as %s', async (answer, code) => {
    const all = accounts(microsoft, '');
    const url = await all.begin({ redirectUri: REDIRECT });
    await expect(all.finish(answerTo(url, answer))).rejects.toMatchObject({ code });
  });
});
