import * as oauth from 'oauth4webapi';
import { SourceError } from '../calendar/source-error.ts';

export interface OAuthEndpoints {
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  /** Absent where the provider takes no access back by itself. */
  readonly revoke?: string;
}

/** What differs between those who sign users in. */
export interface OAuthProvider {
  readonly endpoints: OAuthEndpoints;
  readonly scopes: readonly string[];
  /** More parameters for the address of the sign-in page. */
  readonly params: (asked: {
    silent: boolean;
    flow: OAuthClient['flow'];
  }) => Readonly<Record<string, string>>;
  /** What an error of the provider means that the standard's codes do not tell; null where they do. */
  readonly refusal?: (error: string, description: string) => SourceError | null;
}

/**
 * The client that the user, or the build, registered with the provider. Without the secret that Google's token endpoint
 * wants, it can only be answered with a token in the redirect itself (`token`).
 */
export interface OAuthClient {
  readonly id: string;
  readonly secret?: string;
  readonly flow: 'code' | 'token';
}

export interface OAuthParts {
  readonly client: OAuthClient;
  readonly provider: OAuthProvider;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** What must be remembered between leaving for the sign-in page and coming back from it; JSON. */
export interface PendingGrant {
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** JSON; a secret. */
export interface Tokens {
  readonly accessToken: string;
  /** Epoch ms. */
  readonly expiresMs: number;
  readonly refreshToken?: string;
}

/** The usual hour, where an answer does not say. */
const USUAL_LIFE_S = 3600;
const TIMEOUT_MS = 20_000;

/**
 * The address of the sign-in page, and what to remember until its answer comes. `silent` asks for an answer without a
 * page (`prompt=none`), which works while the browser is signed in and the access stands.
 */
export async function beginGrant(
  { client, provider }: Pick<OAuthParts, 'client' | 'provider'>,
  { redirectUri, address, silent = false }: { redirectUri: string; address?: string; silent?: boolean },
): Promise<{ url: string; pending: PendingGrant }> {
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(provider.endpoints.authorize);
  const put = (name: string, value: string): void => url.searchParams.set(name, value);
  put('client_id', client.id);
  put('redirect_uri', redirectUri);
  put('response_type', client.flow);
  put('scope', provider.scopes.join(' '));
  put('state', state);
  if (client.flow === 'code') {
    put('code_challenge', await oauth.calculatePKCECodeChallenge(verifier));
    put('code_challenge_method', 'S256');
  }
  for (const [name, value] of Object.entries(provider.params({ silent, flow: client.flow })))
    put(name, value);
  if (address) put('login_hint', address);
  return { url: url.href, pending: { state, verifier, redirectUri } };
}

/**
 * The tokens that the sign-in page's answer brings. Throws SourceError `consent-denied`, `wrong-state` (the answer is
 * not to our question), `client-refused`, `token-expired` (nobody is signed in, or the code is too old),
 * `no-network`, `bad-answer`.
 */
export async function finishGrant(
  parts: OAuthParts,
  pending: PendingGrant,
  answerUrl: string,
): Promise<Tokens> {
  const { client } = parts;
  const url = new URL(answerUrl);
  if (client.flow === 'token') return tokenInFragment(parts, pending, url);
  const server = serverOf(parts.provider.endpoints);
  return spoken(parts.provider, async () => {
    const found = oauth.validateAuthResponse(server, { client_id: client.id }, url, pending.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      { client_id: client.id },
      authOf(client),
      found,
      pending.redirectUri,
      pending.verifier,
      optionsOf(parts),
    );
    const answer = await oauth.processAuthorizationCodeResponse(server, { client_id: client.id }, response);
    return tokensOf(answer, parts.now());
  });
}

/** A new access token for a refresh token. Throws as `finishGrant`; `access-revoked` where the user took it back. */
export async function renewTokens(parts: OAuthParts, refreshToken: string): Promise<Tokens> {
  const { client } = parts;
  const server = serverOf(parts.provider.endpoints);
  return spoken(parts.provider, async () => {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      { client_id: client.id },
      authOf(client),
      refreshToken,
      optionsOf(parts),
    );
    const answer = await oauth.processRefreshTokenResponse(server, { client_id: client.id }, response);
    return { refreshToken, ...tokensOf(answer, parts.now()) };
  });
}

/**
 * Takes the access back at the provider, where it has a way for that. Throws SourceError `no-network` where it could not
 * be asked.
 */
export async function revokeToken(parts: OAuthParts, token: string): Promise<void> {
  const { client } = parts;
  if (parts.provider.endpoints.revoke === undefined) return;
  const server = serverOf(parts.provider.endpoints);
  await spoken(parts.provider, async () => {
    const response = await oauth.revocationRequest(
      server,
      { client_id: client.id },
      authOf(client),
      token,
      optionsOf(parts),
    );
    // A token that is no longer known is as good as revoked, whatever the answer's form.
    await response.body?.cancel();
  });
}

function serverOf({ issuer, authorize, token, revoke }: OAuthEndpoints): oauth.AuthorizationServer {
  return {
    issuer,
    authorization_endpoint: authorize,
    token_endpoint: token,
    ...(revoke === undefined ? {} : { revocation_endpoint: revoke }),
  };
}

function authOf({ secret }: OAuthClient): oauth.ClientAuth {
  return secret === undefined ? oauth.None() : oauth.ClientSecretPost(secret);
}

function optionsOf({ provider, fetch }: OAuthParts): oauth.TokenEndpointRequestOptions {
  return {
    [oauth.customFetch]: (url, init) => fetch(url, init as RequestInit),
    signal: () => AbortSignal.timeout(TIMEOUT_MS),
    // A server on this machine has no certificate; the providers' addresses are https.
    ...(provider.endpoints.token.startsWith('http://127.0.0.1:')
      ? { [oauth.allowInsecureRequests]: true }
      : {}),
  };
}

function tokenInFragment({ now, provider }: OAuthParts, pending: PendingGrant, url: URL): Tokens {
  const answer = new URLSearchParams(url.hash.replace(/^#/, '') || url.search);
  if (answer.get('state') !== pending.state) throw wrongState();
  const error = answer.get('error');
  if (error !== null) throw refused(provider, error, answer.get('error_description') ?? '');
  const accessToken = answer.get('access_token');
  if (!accessToken) throw new SourceError('bad-answer', 'the sign-in page answered without a token');
  const life = Number(answer.get('expires_in') ?? USUAL_LIFE_S);
  return { accessToken, expiresMs: now() + (Number.isFinite(life) ? life : USUAL_LIFE_S) * 1000 };
}

function tokensOf(answer: oauth.TokenEndpointResponse, nowMs: number): Tokens {
  return {
    accessToken: answer.access_token,
    expiresMs: nowMs + (answer.expires_in ?? USUAL_LIFE_S) * 1000,
    ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
  };
}

function wrongState(): SourceError {
  return new SourceError('wrong-state', 'the sign-in page answered to another question');
}

/** What an OAuth error code means here (RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6). */
function refused(provider: OAuthProvider, error: string, description: string): SourceError {
  const own = provider.refusal?.(error, description);
  if (own) return own;
  switch (error) {
    case 'access_denied':
      return new SourceError('consent-denied', 'the user did not allow it');
    case 'invalid_grant':
      return new SourceError('access-revoked', 'the access was taken back');
    case 'login_required':
    case 'consent_required':
    case 'interaction_required':
    case 'account_selection_required':
      return new SourceError('token-expired', 'the user has to sign in again');
    case 'invalid_client':
    case 'unauthorized_client':
    case 'invalid_request':
    case 'redirect_uri_mismatch':
    case 'unsupported_response_type':
    case 'invalid_scope':
      return new SourceError('client-refused', `the sign-in page refused the client (${error})`);
    case 'server_error':
    case 'temporarily_unavailable':
      return new SourceError('server-error', 'trouble at the sign-in page');
    default:
      return new SourceError('bad-answer', 'the sign-in page answered with an error that is not known');
  }
}

/** Runs a step of the protocol; what fails in it is said in our codes, without the library's quotes of the answer. */
async function spoken<T>(provider: OAuthProvider, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
      throw refused(provider, error.error, error.error_description ?? '');
    }
    if (error instanceof oauth.OperationProcessingError) {
      // The only thing that validating our own redirect can find wrong is that it is not ours.
      if (/state/.test(error.message)) throw wrongState();
      throw new SourceError('bad-answer', `the sign-in server's answer was not understood (${error.code})`);
    }
    const name = error instanceof Error ? error.name : typeof error;
    throw new SourceError('no-network', `the sign-in server could not be reached (${name})`);
  }
}
