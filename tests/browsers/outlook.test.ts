import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountServers } from '../../extension/background/account-servers.ts';
import { rows as rowsOf } from '../../scripts/drive/store-rows.ts';
import { MICROSOFT_SCOPES } from '../../src/accounts/microsoft-oauth.ts';
import { type GraphServer, startGraphServer } from '../servers/graph/server.ts';
import { CLIENT_ID, type OAuthServer, startOAuthServer } from '../servers/oauth/server.ts';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  storage: {
    local: { get(key: string | null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}
declare const browser: Api;
declare const chrome: Api;

let extension: Extension;
let control: ExtensionPage;
let graph: GraphServer;
let oauth: OAuthServer;

beforeAll(async () => {
  extension = await startExtension();
  control = await extension.open('settings/index.html?connect=outlook');
  await control.click('.outlook summary');
  await control.waitFor('.outlook .connect__redirect');
  graph = await startGraphServer();
  graph.world.addCalendar({ id: 'work', name: 'Calendar', isDefaultCalendar: true });
  const soon = Date.now() + 86_400_000;
  graph.world.addSeries('work', soon, 5, { type: 'daily', interval: 1 }, { subject: 'Stand-up' });
  graph.world.add('work', soon, { subject: 'Writing' });
  await signInServer('denied');
});
afterAll(async () => {
  await extension?.close();
  await graph?.close();
  await oauth?.close();
});

async function signInServer(consent: 'given' | 'denied'): Promise<void> {
  await oauth?.close();
  const redirectUri = await control.evaluate(
    () => document.querySelector('.outlook .connect__redirect')?.textContent ?? '',
    null,
  );
  oauth = await startOAuthServer({
    redirectUris: [redirectUri],
    consent,
    scopes: MICROSOFT_SCOPES,
    isPublic: true,
  });
  const servers: AccountServers = { oauth: oauth.endpoints, api: graph.baseUrl };
  await control.evaluate(
    (testOutlookServers) =>
      (typeof browser === 'undefined' ? chrome : browser).storage.local.set({ testOutlookServers }),
    servers,
  );
}

async function connect(): Promise<ExtensionPage> {
  const page = await extension.open('settings/index.html?connect=outlook');
  await page.click('.outlook summary');
  // Once a client id is known the form asks for none.
  const asks = await eventually(() =>
    page.evaluate(
      () =>
        document.querySelector('.outlook input[name=client]')
          ? 'id'
          : document.querySelector('.outlook .link')
            ? 'nothing'
            : null,
      null,
    ),
  );
  if (asks === 'id') {
    await page.evaluate((id) => {
      const input = document.querySelector<HTMLInputElement>('.outlook input[name=client]');
      if (!input) throw new Error('the form has no field for the client id');
      input.value = id;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, CLIENT_ID);
  }
  await page.click('.outlook button[type=submit]:not([disabled])');
  return page;
}

const rows = <T>(store: string): Promise<T[]> => rowsOf<T>(control, store);
const titles = async (): Promise<string[]> =>
  (await rows<{ title: string }>('occurrences')).map(({ title }) => title).sort();

describe('a Microsoft account', () => {
  it('that is not allowed is not connected, and the page has a text for those who may allow it', async () => {
    const page = await connect();
    await page.waitFor('.company__text');
    const text = await page.evaluate(() => document.querySelector('.company')?.textContent ?? '', null);
    expect(text).toContain(CLIENT_ID);
    expect(text).toContain('Calendars.Read');
    expect(await rows('sources')).toEqual([]);
    await page.close();
  });

  it('is connected through the browser’s sign-in window, and followed', async () => {
    await signInServer('given');
    const page = await connect();
    await eventually(async () => (await titles()).length === 6);
    expect(await rows<{ name: string; trouble: unknown }>('sources')).toMatchObject([
      { name: 'ada@example.org', trouble: null },
    ]);
    const [writing] = [...graph.world.events.values()].filter(({ event }) => event.subject === 'Writing');
    graph.world.change(writing?.event.id ?? '', { subject: 'Writing, at last' });
    await eventually(async () => {
      await control.evaluate(
        () =>
          (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({
            command: 'syncNow',
            input: {},
          }),
        null,
      );
      return (await titles()).includes('Writing, at last');
    });
    await page.close();
  });
});
