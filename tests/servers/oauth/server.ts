import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { interactionPolicy } from 'oidc-provider';
import { GOOGLE_SCOPES } from '../../../src/accounts/google-oauth.ts';
import type { OAuthEndpoints } from '../../../src/accounts/oauth-grant.ts';

export const CLIENT_ID = 'craftweek-test';
export const CLIENT_SECRET = 'not-a-secret';
const ACCOUNT = 'ada@example.org';

export interface OAuthServer {
  readonly endpoints: OAuthEndpoints;
  /** Addresses of the requests to the token endpoint, in order, with their grant types. */
  readonly grants: readonly string[];
  /** Whether an access token stands. */
  stands(accessToken: string): Promise<boolean>;
  /** Takes back every grant, as a user does on their account's page. */
  revokeAll(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A real OAuth 2 server (oidc-provider) on loopback, with Google's scopes and one account that is signed in. Its
 * sign-in page has two buttons, `#allow` and `#deny`; `given` and `denied` answer without showing it.
 */
export async function startOAuthServer({
  redirectUris,
  consent = 'asked',
  accessTokenSeconds = 3600,
  scopes = GOOGLE_SCOPES,
  isPublic = false,
}: {
  redirectUris: readonly string[];
  consent?: 'asked' | 'given' | 'denied';
  accessTokenSeconds?: number;
  /** Default: Google's. */
  scopes?: readonly string[];
  /** The client has no secret, as a single-page application. */
  isPublic?: boolean;
}): Promise<OAuthServer> {
  const grants: string[] = [];
  // The issuer has the port in it, so the port comes first.
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Google knows a third prompt, which changes nothing for the one account here.
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        ...(isPublic ? {} : { client_secret: CLIENT_SECRET }),
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_post',
        application_type: 'native',
      },
    ],
    scopes: [...new Set(['openid', 'offline_access', ...scopes])],
    pkce: { required: () => true },
    // Extensions name their own origin.
    clientBasedCORS: () => true,
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      introspection: { enabled: true },
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    issueRefreshToken: async () => true,
    rotateRefreshToken: false,
    ttl: {
      AccessToken: accessTokenSeconds,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 600,
      IdToken: 600,
      RefreshToken: 86_400,
    },
    interactions: { policy, url: (_, interaction) => `/sign-in/${interaction.uid}` },
    cookies: { keys: ['test'] },
  });
  provider.on('grant.success', (ctx) => grants.push(String(ctx.oidc.params?.grant_type)));
  provider.on('grant.error', (ctx) => grants.push(`refused ${String(ctx.oidc.params?.grant_type)}`));

  const answer = provider.callback();
  server.on('request', (request, response) => {
    void (async () => {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      if (!path.startsWith('/sign-in/')) return answer(request, response);
      const choice =
        new URLSearchParams(query).get('choice') ??
        ({ given: 'allow', denied: 'deny', asked: null } as const)[consent];
      if (choice === null) {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          `<!doctype html><title>Sign in</title><a id="allow" href="?choice=allow">Allow</a> <a id="deny" href="?choice=deny">Deny</a>`,
        );
        return;
      }
      if (choice === 'deny') {
        const result = { error: 'access_denied', error_description: 'denied' };
        return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      }
      const details = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: ACCOUNT, clientId: CLIENT_ID });
      grant.addOIDCScope(String(details.params.scope));
      const grantId = await grant.save();
      return provider.interactionFinished(
        request,
        response,
        { login: { accountId: ACCOUNT }, select_account: {}, consent: { grantId } },
        { mergeWithLastSubmission: false },
      );
    })().catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });

  const given = new Set<string>();
  provider.on('grant.saved', (grant) => given.add(grant.jti));
  return {
    endpoints: {
      issuer,
      authorize: `${issuer}/auth`,
      token: `${issuer}/token`,
      revoke: `${issuer}/token/revocation`,
    },
    grants,
    stands: async (accessToken) => (await provider.AccessToken.find(accessToken)) !== undefined,
    async revokeAll() {
      for (const id of given) {
        await provider.AccessToken.revokeByGrantId(id);
        await provider.RefreshToken.revokeByGrantId(id);
        await (await provider.Grant.find(id))?.destroy();
      }
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
