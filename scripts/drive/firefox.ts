import { resolve } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import type { Extension, ExtensionPage, Launch } from './extension-page.ts';
import { waitForWindow } from './wait-for-window.ts';

const GECKO_ID = 'craftweek@craftweek.example';
/** Any fixed UUID will do: Firefox would draw one. */
const UUID = '6f2c1f0e-3a5b-4c8d-9e7a-1b2c3d4e5f60';

/** The Firefox build of the extension in a fresh profile, over WebDriver BiDi. */
export async function startFirefox({
  executablePath,
  dist,
  headless,
  zone,
  language,
  dark,
  scale,
}: Launch): Promise<Extension> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    // Without it Firefox refuses to open pages of extensions.
    args: ['--remote-allow-system-access'],
    ...(headless ? {} : { defaultViewport: null }),
    env: {
      ...process.env,
      ...(zone ? { TZ: zone } : {}),
      ...(language ? { LANGUAGE: language.replace('-', '_') } : {}),
    },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.background.idle.timeout': 3000,
      'extensions.webextOptionalPermissionPrompts': false,
      // There is no desktop to show notifications: the browser shows them itself.
      'alerts.useSystemBackend': !headless,
      ...(scale ? { 'layout.css.devPixelsPerPx': String(scale) } : {}),
      ...(language ? { 'intl.locale.requested': language } : {}),
      ...(dark === undefined ? {} : { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 }),
    },
  });
  const closed = new Promise<void>((done) => {
    browser.on('disconnected', () => done());
  });
  await browser.installExtension(resolve(dist));
  return {
    browser: 'firefox',
    async open(path, size = { width: 1000, height: 900 }) {
      const page = await browser.newPage();
      if (headless) await page.setViewport(size);
      // `goto` never settles for pages of extensions; the wait for an element is what counts.
      await page.goto(`moz-extension://${UUID}/${path}`, { waitUntil: [] });
      await page.waitForSelector('#root > *', { timeout: 20_000 });
      return pageOf(page);
    },
    window: (part) => waitForWindow(() => browser.pages(), part).then(pageOf),
    killBackground: () => killEventPage(browser),
    closed,
    close: () => browser.close(),
  };
}

/** Puppeteer's way to the BiDi session, which it does not hand out (puppeteer-core is pinned for it). */
interface Inside {
  mainFrame(): {
    browsingContext: {
      userContext: {
        browser: { session: { send(method: string, params: object): Promise<{ result: unknown }> } };
      };
    };
  };
}

async function killEventPage(browser: Browser): Promise<void> {
  const [page] = await browser.pages();
  if (!page) throw new Error('no page to speak to Firefox through');
  const { session } = (page as unknown as Inside).mainFrame().browsingContext.userContext.browser;
  const tree = (await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string }[];
  };
  await session.send('script.evaluate', {
    target: { context: tree.contexts[0]?.context },
    awaitPromise: true,
    expression: `WebExtensionPolicy.getByID('${GECKO_ID}').extension.terminateBackground({
      ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
  });
}

function pageOf(page: Page): ExtensionPage {
  page.setDefaultTimeout(20_000);
  return {
    evaluate: (run, argument) => page.evaluate(run as never, argument as never) as never,
    async waitFor(selector) {
      await page.waitForSelector(selector);
    },
    async click(selector) {
      await page.waitForSelector(selector);
      // A click by coordinates misses what a sticky head covers.
      await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
      await page.click(selector);
    },
    press: (key) => page.keyboard.press(key as never),
    async chooseFile(selector, ...paths) {
      const input = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(...paths);
    },
    async screenshot(path, { whole } = { whole: false }) {
      await page.screenshot({ path: path as `${string}.png`, fullPage: whole });
    },
    close: () => page.close(),
  };
}
