import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountServers } from '../../extension/background/account-servers.ts';
import { rows as rowsOf } from '../../scripts/drive/store-rows.ts';
import { type GoogleServer, startGoogleServer } from '../servers/google/server.ts';
import { CLIENT_ID, CLIENT_SECRET, type OAuthServer, startOAuthServer } from '../servers/oauth/server.ts';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  storage: {
    local: { get(key: string | null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown; code?: string }> };
}
declare const browser: Api;
declare const chrome: Api;

interface Row {
  readonly key: string;
  readonly sourceId: string;
  readonly uid: string;
}

let extension: Extension;
let control: ExtensionPage;
let google: GoogleServer;
let oauth: OAuthServer;
let redirectUri: string;

beforeAll(async () => {
  extension = await startExtension();
  control = await extension.open('settings/index.html?connect=google');
  await control.click('.google summary');
  await control.waitFor('.google .connect__redirect');
  redirectUri = await control.evaluate(
    () => document.querySelector('.google .connect__redirect')?.textContent ?? '',
    null,
  );
  google = await startGoogleServer();
  await signInServer('given');
});
afterAll(async () => {
  await extension?.close();
  await google?.close();
  await oauth?.close();
});

/** Starts a sign-in server, and points the extension to it. */
async function signInServer(consent: 'asked' | 'given' | 'denied', accessTokenSeconds = 3600): Promise<void> {
  await oauth?.close();
  oauth = await startOAuthServer({ redirectUris: [redirectUri], consent, accessTokenSeconds });
  const servers: AccountServers = { oauth: oauth.endpoints, api: google.baseUrl };
  await control.evaluate(
    (testGoogleServers) =>
      (typeof browser === 'undefined' ? chrome : browser).storage.local.set({ testGoogleServers }),
    servers,
  );
}

function command(name: string, input: object): Promise<{ ok: boolean; value?: unknown; code?: string }> {
  return control.evaluate(
    async ([command, input]) =>
      (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({ command, input }),
    [name, input] as const,
  );
}

/** All rows of a store of the extension's database. */
const rows = <T>(store: string): Promise<T[]> => rowsOf<T>(control, store);
const fromGoogle = async (): Promise<Row[]> =>
  (await rows<Row>('occurrences')).filter((row) => row.sourceId.startsWith('google-'));
const synced = (): Promise<{ syncedMs: number | null; trouble: { code: string } | null } | undefined> =>
  rows<{ kind: string; syncedMs: number | null; trouble: { code: string } | null }>('sources').then((list) =>
    list.find((source) => source.kind === 'google'),
  );

/** Connects through the settings page's own form. */
async function connect(): Promise<ExtensionPage> {
  const page = await extension.open('settings/index.html?connect=google');
  await page.click('.google summary');
  // The first time the form is open; once a client id is known a link opens it.
  const isOpen = await eventually(() =>
    page.evaluate(() => {
      if (document.querySelector('.google .link')) return 'no';
      return document.querySelector('.google input[name=client]') ? 'yes' : null;
    }, null),
  );
  if (isOpen === 'no') await page.click('.google .link');
  await page.waitFor('.google input[name=client]');
  const typed = await page.evaluate(
    ([id, secret]) => {
      const [first, second] = document.querySelectorAll<HTMLInputElement>('.google input');
      if (!first || !second) return false;
      for (const [input, value] of [
        [first, id],
        [second, secret],
      ] as const) {
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return true;
    },
    [CLIENT_ID, CLIENT_SECRET] as const,
  );
  expect(typeof typed).toBe('boolean');
  await page.click('.google button[type=submit]');
  return page;
}

describe('a Google account', () => {
  it('is connected through the browser’s sign-in window, and its events appear', async () => {
    const page = await connect();
    const source = await eventually(async () => {
      const error = await page.evaluate(
        () => document.querySelector('.google .field__error')?.textContent ?? '',
        null,
      );
      expect(error).toBe('');
      const found = await synced();
      return found?.syncedMs ? found : null;
    });
    expect(source.trouble).toBeNull();
    expect((await fromGoogle()).length).toBeGreaterThan(20);
    await page.close();
    const popup = await extension.open('popup/index.html?tab=1');
    await popup.waitFor('.week');
    await popup.close();
  });

  it('keeps its tokens in storage.local alone', async () => {
    const kept = await control.evaluate(
      async () =>
        JSON.stringify(await (typeof browser === 'undefined' ? chrome : browser).storage.local.get(null)),
      null,
    );
    expect(kept).toContain('accessToken');
    for (const store of ['sources', 'calendars', 'occurrences']) {
      expect(JSON.stringify(await rows(store))).not.toMatch(/accessToken|refreshToken/);
    }
  });

  it('costs one request a calendar where nothing changed, and brings one change with it', async () => {
    const before = (await synced())?.syncedMs ?? 0;
    const from = google.handler.log.length;
    await command('syncNow', {});
    await eventually(async () => ((await synced())?.syncedMs ?? 0) > before);
    const asked = google.handler.log.slice(from).map((line) => line.path);
    const lists = asked.filter((path) => path.includes('/events'));
    expect(new Set(lists).size).toBe(lists.length);
    expect(asked.filter((path) => path.includes('calendarList'))).toHaveLength(1);
  });

  it('renews its token silently', async () => {
    await control.evaluate(async () => {
      const { local } = (typeof browser === 'undefined' ? chrome : browser).storage;
      const items = await local.get(null);
      for (const [key, value] of Object.entries(items)) {
        const account = value as { tokens?: { expiresMs: number } };
        if (key.startsWith('google.account.') && account.tokens) account.tokens.expiresMs = 0;
      }
      await local.set(items);
    }, null);
    const before = (await synced())?.syncedMs ?? 0;
    await command('syncNow', {});
    await eventually(async () => ((await synced())?.syncedMs ?? 0) > before);
    expect(oauth.grants.at(-1)).toBe('refresh_token');
    expect((await synced())?.trouble).toBeNull();
  });

  it('is read to the end though the background is killed again and again on the way', async () => {
    const whole = (await fromGoogle()).map((row) => row.key).sort();
    const [source] = (await rows<{ id: string; kind: string }>('sources')).filter((s) => s.kind === 'google');
    for (let i = 0; i < 20; i++) {
      await command('setCalendar', {
        sourceId: source?.id,
        calendarId: firstCalendar(),
        selected: i % 2 === 1,
      });
      await command('syncNow', {});
      await new Promise((done) => setTimeout(done, (i * 37) % 260));
      await extension.killBackground();
    }
    await command('setCalendar', { sourceId: source?.id, calendarId: firstCalendar(), role: 'work' });
    await command('syncNow', {});
    await eventually(async () => {
      const now = (await fromGoogle()).map((row) => row.key).sort();
      return JSON.stringify(now) === JSON.stringify(whole);
    });
    expect((await synced())?.trouble).toBeNull();
  });

  it('that took the access back is told so, and keeps what was read', async () => {
    await oauth.revokeAll();
    google.handler.accepts = (token) => oauth.stands(token);
    await control.evaluate(async () => {
      const { local } = (typeof browser === 'undefined' ? chrome : browser).storage;
      const items = await local.get(null);
      for (const [key, value] of Object.entries(items)) {
        const account = value as { tokens?: { expiresMs: number } };
        if (key.startsWith('google.account.') && account.tokens) account.tokens.expiresMs = 0;
      }
      await local.set(items);
    }, null);
    await command('syncNow', {});
    await eventually(async () => (await synced())?.trouble?.code === 'access-revoked');
    expect((await fromGoogle()).length).toBeGreaterThan(20);
  });

  it('is gone at once when it is disconnected, tokens and all', async () => {
    const [source] = (await rows<{ id: string; kind: string }>('sources')).filter((s) => s.kind === 'google');
    expect((await command('removeSource', { sourceId: source?.id })).ok).toBe(true);
    // No page shows them from here on; the rows themselves are swept in batches behind the answer.
    await eventually(async () => (await fromGoogle()).length === 0);
    const kept = await control.evaluate(
      async () =>
        JSON.stringify(await (typeof browser === 'undefined' ? chrome : browser).storage.local.get(null)),
      null,
    );
    expect(kept).not.toContain('accessToken');
  });

  it('is connected by the button in Google’s window, and not where the window is closed', async () => {
    await signInServer('asked');
    google.handler.accepts = (token) => oauth.stands(token);
    const closed = await connect();
    await (await extension.window('/sign-in/')).close();
    const said = await eventually(() => errorOf(closed));
    expect(said).toContain('was closed');
    expect(await synced()).toBeUndefined();
    await closed.close();
    const page = await connect();
    await (await extension.window('/sign-in/')).click('#allow');
    await eventually(async () => (await synced())?.syncedMs);
    expect((await fromGoogle()).length).toBeGreaterThan(20);
    await page.close();
  });

  it('takes no answer to another question', async () => {
    await command('signInBegin', { kind: 'google', redirectUri });
    const forged = await command('connect', {
      kind: 'google',
      answerUrl: `${redirectUri}?code=stolen&state=other`,
    });
    expect(forged).toMatchObject({ ok: false, code: 'wrong-state' });
    const again = await command('connect', {
      kind: 'google',
      answerUrl: `${redirectUri}?code=stolen&state=other`,
    });
    expect(again).toMatchObject({ ok: false, code: 'wrong-state' });
    const source = (await rows<{ id: string; kind: string }>('sources')).find((s) => s.kind === 'google');
    await command('removeSource', { sourceId: source?.id });
  });

  it('is not connected where the user denies it, and the page says so', async () => {
    await signInServer('denied');
    const page = await connect();
    const said = await eventually(() => errorOf(page));
    expect(said).toContain('did not allow');
    expect(await synced()).toBeUndefined();
    await page.close();
  });
});

function errorOf(page: ExtensionPage): Promise<string> {
  return page.evaluate(() => document.querySelector('.google .field__error')?.textContent ?? '', null);
}

function firstCalendar(): string {
  return [...google.world.calendars.keys()][0] ?? '';
}
