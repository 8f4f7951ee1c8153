import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserPath } from '../scripts/browsers.ts';
import { madeEvents, madeFile } from './made-calendar.ts';

/** Follows from the manifest's key. */
const ID = 'jhmgmcghgpkolmgincnfjddljdbagamk';
/** The size of a toolbar popup. */
const POPUP = { width: 380, height: 600 };
/** A page has settled when nothing held it for so long. */
const CALM_MS = 1500;

/** The shipped extension in Chromium, over a store with a made-up calendar. */
export interface Bench {
  /** Milliseconds from the opening of a page until `selector` is there and painted. */
  painted(path: string, selector: string): Promise<number>;
  /** The longest task of a page behind a click, until it has settled, and when the last one over 50 ms ended. */
  tasks(path: string, selector: string, click: string): Promise<{ longestMs: number; settledMs: number }>;
  /** Milliseconds of a message to the background of the extension and back, after it was stopped. */
  background(extension: 'craftweek' | 'empty'): Promise<number>;
  close(): Promise<void>;
}

/** Starts it with so many occurrences; the empty page and the empty worker stand beside it. */
export async function benchInChromium(occurrences: number): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'craftweek-bench-'));
  const [ours, empty] = [join(folder, 'craftweek'), join(folder, 'empty')];
  cpSync(resolve(import.meta.dirname, '../dist/chrome'), ours, { recursive: true });
  writeFileSync(join(ours, 'empty.html'), '<!doctype html><title>empty</title><p id="empty">empty</p>');
  mkdirSync(empty);
  writeFileSync(join(empty, 'page.html'), '<!doctype html><title>empty</title><p id="empty">empty</p>');
  writeFileSync(
    join(empty, 'worker.js'),
    'chrome.runtime.onMessage.addListener((_, __, answer) => { answer(1); });',
  );
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(empty, 'manifest.json'), JSON.stringify(manifest));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: browserPath('chromium'),
    headless: false,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--headless=new',
      '--disable-gpu',
      `--disable-extensions-except=${ours},${empty}`,
      `--load-extension=${ours},${empty}`,
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
  await context.addInitScript(watchPage);
  const emptyId = await idOf(context, 'worker.js');
  await fill(context, occurrences);
  const open = async (path: string, selector: string): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize(path.startsWith('report') ? { width: 1200, height: 900 } : POPUP);
    await page.goto(`chrome-extension://${ID}/${path}#shown=${encodeURIComponent(selector)}`);
    return page;
  };
  return {
    async painted(path, selector) {
      const page = await open(path, selector);
      const shown = await page.waitForFunction(() => Reflect.get(window, 'shownMs') as number | undefined);
      const ms = await shown.jsonValue();
      // What it keeps for its next opening is kept.
      await page.waitForTimeout(CALM_MS);
      await page.close();
      return ms ?? Number.NaN;
    },
    async tasks(path, selector, click) {
      const page = await open(path, selector);
      await page.waitForFunction(() => Reflect.get(window, 'shownMs') !== undefined);
      await page.click(click);
      const found = await page.evaluate(async (calmMs) => {
        const list = Reflect.get(window, 'longTasks') as { startMs: number; ms: number }[];
        let seen = -1;
        while (seen !== list.length) {
          seen = list.length;
          await new Promise((done) => setTimeout(done, calmMs));
        }
        const last = list.at(-1);
        return {
          longestMs: Math.max(0, ...list.map((t) => t.ms)),
          settledMs: last ? last.startMs + last.ms : (Reflect.get(window, 'shownMs') as number),
        };
      }, CALM_MS);
      await page.close();
      return found;
    },
    async background(extension) {
      const page = await context.newPage();
      const [id, path] = extension === 'craftweek' ? [ID, 'empty.html'] : [emptyId, 'page.html'];
      await page.goto(`chrome-extension://${id}/${path}`);
      const session = await context.newCDPSession(page);
      const { targetInfos } = await session.send('Target.getTargets');
      for (const { type, url, targetId } of targetInfos)
        if (type === 'service_worker' && url.includes(id))
          await session.send('Target.closeTarget', { targetId });
      await page.waitForTimeout(300);
      const ms = await page.evaluate(async () => {
        const begin = performance.now();
        const { runtime } = Reflect.get(window, 'chrome') as {
          runtime: { sendMessage(message: unknown): Promise<unknown> };
        };
        await runtime.sendMessage({ command: 'nothing', input: {} });
        return performance.now() - begin;
      });
      await page.close();
      return ms;
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in every page before its own scripts: notes when what is waited for has been painted, and long tasks. */
function watchPage(): void {
  const selector = new URLSearchParams(location.hash.slice(1)).get('shown');
  const tasks: { startMs: number; ms: number }[] = [];
  Reflect.set(window, 'longTasks', tasks);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ startMs: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  if (selector === null) return;
  const watcher = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      // The first task behind the frame.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => Reflect.set(window, 'shownMs', performance.now());
      channel.port2.postMessage(0);
    });
  });
  watcher.observe(document, { childList: true, subtree: true });
}

async function idOf(context: BrowserContext, file: string): Promise<string> {
  for (;;) {
    const worker = context.serviceWorkers().find((w) => w.url().endsWith(`/${file}`));
    if (worker) return new URL(worker.url()).host;
    await context.waitForEvent('serviceworker');
  }
}

/** Brings the calendar in as a user does: a file in the inbox, and the command to import it. */
async function fill(context: BrowserContext, occurrences: number): Promise<void> {
  const day = 86_400_000;
  const monday = Math.floor((Date.now() / day + 3) / 7) * 7 * day - 3 * day;
  const text = madeFile(madeEvents(occurrences, monday));
  const page = await context.newPage();
  // A page of the extension makes the store.
  await page.goto(`chrome-extension://${ID}/popup/index.html`);
  await page.waitForSelector('h1');
  const answer = await page.evaluate(async (given) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('craftweek');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tx = db.transaction('inbox', 'readwrite');
    tx.objectStore('inbox').put({ id: 'made', name: 'made.ics', text: given });
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    db.close();
    const { runtime } = Reflect.get(window, 'chrome') as {
      runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; code?: string }> };
    };
    return runtime.sendMessage({ command: 'importFile', input: { inboxId: 'made' } });
  }, text);
  if (!answer.ok) throw new Error(`the calendar was not taken: ${answer.code}`);
  // Weeks are closed and changes looked for behind the answer.
  await page.waitForTimeout(5000);
  await page.close();
}
