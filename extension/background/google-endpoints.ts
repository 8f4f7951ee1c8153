import browser from 'webextension-polyfill';
import { GOOGLE_ENDPOINTS } from '../../src/accounts/google-oauth.ts';
import type { OAuthEndpoints } from '../../src/accounts/oauth-grant.ts';
import { GOOGLE_BASE_URL } from '../../src/sources/google/client.ts';

/** True in test builds alone (vite.config.ts), so that the shipped extension asks Google and nobody else. */
declare const __TEST_BUILD__: boolean;

export interface GoogleServers {
  readonly oauth: OAuthEndpoints;
  /** Of the Calendar API; ends with a slash. */
  readonly api: string;
}

/** Item of `storage.local` by which a test build asks servers on this machine. */
const SERVERS_KEY = 'testGoogleServers';

/** Where Google is. */
export async function googleServers(): Promise<GoogleServers> {
  if (__TEST_BUILD__) {
    const items = await browser.storage.local.get(SERVERS_KEY);
    if (items[SERVERS_KEY]) return items[SERVERS_KEY] as GoogleServers;
  }
  return { oauth: GOOGLE_ENDPOINTS, api: GOOGLE_BASE_URL };
}
