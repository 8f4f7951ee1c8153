import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Extension, ExtensionPage, Launch } from './extension-page.ts';
import { waitForWindow } from './wait-for-window.ts';

/** Follows from the manifest's key. */
const ID = 'jhmgmcghgpkolmgincnfjddljdbagamk';

/** The Chromium build of the extension in a fresh profile. */
export async function startChromium({
  executablePath,
  dist,
  headless,
  zone,
  language,
  dark,
  scale,
}: Launch): Promise<Extension> {
  const folder = resolve(dist);
  const profile = mkdtempSync(join(tmpdir(), 'craftweek-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless mode is another binary; the new one is asked for below.
    headless: false,
    // Its own guard against pages that break out does not start for root.
    chromiumSandbox: process.getuid?.() !== 0,
    // A window that a person watches keeps the size that they give it.
    ...(headless ? {} : { viewport: null }),
    ...(language ? { locale: language } : {}),
    ...(scale ? { deviceScaleFactor: scale } : {}),
    ...(dark === undefined ? {} : { colorScheme: dark ? 'dark' : 'light' }),
    env: {
      ...process.env,
      ...(zone ? { TZ: zone } : {}),
      ...(language ? { LANGUAGE: language.replace('-', '_') } : {}),
    },
    args: [
      ...(headless ? ['--headless=new', '--disable-gpu'] : []),
      ...(language ? [`--lang=${language}`] : []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const closed = new Promise<void>((done) => {
    context.on('close', () => done());
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return {
    browser: 'chromium',
    async open(path, size = { width: 1000, height: 900 }) {
      const page = await context.newPage();
      if (headless) await page.setViewportSize(size);
      await page.goto(`chrome-extension://${ID}/${path}`);
      return pageOf(page);
    },
    window: (part) => waitForWindow(() => context.pages(), part).then(pageOf),
    killBackground: () => killWorker(context),
    closed,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function killWorker(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find((t) => t.type === 'service_worker' && t.url.includes(ID));
  // It may have gone to sleep by itself: then it is as dead as it is to be.
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
}

function pageOf(page: Page): ExtensionPage {
  page.setDefaultTimeout(20_000);
  return {
    evaluate: (run, argument) => page.evaluate(run as never, argument as never) as never,
    async waitFor(selector) {
      await page.waitForSelector(selector);
    },
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    chooseFile: (selector, ...paths) => page.setInputFiles(selector, paths),
    async screenshot(path, { whole } = { whole: false }) {
      await page.screenshot({ path, fullPage: whole });
    },
    close: () => page.close(),
  };
}
