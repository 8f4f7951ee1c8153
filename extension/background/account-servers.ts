import browser from 'webextension-polyfill';
import { GOOGLE_ENDPOINTS } from '../../src/accounts/google-oauth.ts';
import { MICROSOFT_ENDPOINTS } from '../../src/accounts/microsoft-oauth.ts';
import type { OAuthEndpoints } from '../../src/accounts/oauth-grant.ts';
import { GOOGLE_BASE_URL } from '../../src/sources/google/client.ts';
import { GRAPH_BASE_URL } from '../../src/sources/outlook/client.ts';
import type { SignInKind } from './connectors.ts';

/** True in test builds alone (vite.config.ts), so that the shipped extension asks the providers and nobody else. */
declare const __TEST_BUILD__: boolean;

/** Where a provider signs users in, and where its API is. */
export interface AccountServers {
  readonly oauth: OAuthEndpoints;
  /** Ends with a slash. */
  readonly api: string;
}

const SERVERS = {
  google: { oauth: GOOGLE_ENDPOINTS, api: GOOGLE_BASE_URL },
  outlook: { oauth: MICROSOFT_ENDPOINTS, api: GRAPH_BASE_URL },
} as const satisfies Record<SignInKind, AccountServers>;

/** Items of `storage.local` by which a test build asks servers on this machine. */
const TEST_SERVERS_KEYS = {
  google: 'testGoogleServers',
  outlook: 'testOutlookServers',
} as const satisfies Record<SignInKind, string>;

/** Where the servers of a kind of account are. */
export function serversOf(kind: SignInKind): () => Promise<AccountServers> {
  return async () => {
    if (__TEST_BUILD__) {
      const key = TEST_SERVERS_KEYS[kind];
      const items = await browser.storage.local.get(key);
      if (items[key]) return items[key] as AccountServers;
    }
    return SERVERS[kind];
  };
}
