import type { AccountServers } from '../../extension/background/account-servers.ts';
import { startGoogleServer } from '../../tests/servers/google/server.ts';
import { CLIENT_ID, CLIENT_SECRET, startOAuthServer } from '../../tests/servers/oauth/server.ts';
import type { Extension } from './extension-page.ts';

/** The extension API, as far as it is used from within a page. */
interface Api {
  storage: { local: { set(items: object): Promise<void> } };
}
declare const browser: Api;
declare const chrome: Api;

/** How long a person may take to sign in. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Starts a sign-in server and the Calendar API on this machine, points a test build to them, and opens the settings
 * with everything filled in. Where nobody watches it presses the button itself, and the sign-in page asks nothing.
 */
export async function startGoogle(
  extension: Extension,
  headless: boolean,
): Promise<{ connected: Promise<void>; close(): Promise<void> }> {
  const page = await extension.open('settings/index.html?connect=google');
  await page.click('.google summary');
  await page.waitFor('.google .connect__redirect');
  const redirectUri = await page.evaluate(
    () => document.querySelector('.google .connect__redirect')?.textContent ?? '',
    null,
  );
  const api = await startGoogleServer();
  const oauth = await startOAuthServer({
    redirectUris: [redirectUri],
    consent: headless ? 'given' : 'asked',
  });
  const servers: AccountServers = { oauth: oauth.endpoints, api: api.baseUrl };
  const client = { id: CLIENT_ID, secret: CLIENT_SECRET, flow: 'code' };
  await page.evaluate(
    ([testGoogleServers, known]) =>
      (typeof browser === 'undefined' ? chrome : browser).storage.local.set({
        testGoogleServers,
        'google.client': known,
      }),
    [servers, client] as const,
  );
  await page.close();
  const settings = await extension.open('settings/index.html?connect=google');
  await settings.click('.google summary');
  await settings.waitFor('.google .link');
  if (headless) await settings.click('.google .button');
  else console.log('Press "Connect Google Calendar" in the settings, and allow it in the window that opens.');
  const connected = settings.evaluate(
    (patience) =>
      new Promise<void>((done, fail) => {
        const timer = setTimeout(() => fail(new Error('nobody signed in')), patience);
        const look = setInterval(() => {
          const error = document.querySelector('.google .field__error')?.textContent;
          if (!error && !document.querySelector('.source')) return;
          clearTimeout(timer);
          clearInterval(look);
          if (error) fail(new Error(error));
          else done();
        }, 200);
      }),
    PATIENCE_MS,
  );
  return {
    connected,
    async close() {
      await api.close();
      await oauth.close();
    },
  };
}
