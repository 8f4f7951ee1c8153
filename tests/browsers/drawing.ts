import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

/** Draws one element of a page of this machine, in the browser that the suite is run for. */
export interface Drawing {
  readonly browser: 'chromium' | 'firefox';
  /**
   * Opens an address, waits for what `ready` finds, and answers with pictures of its elements, each alone and of the given
   * width.
   */
  open(address: string, ready: string): Promise<DrawnPage>;
  close(): Promise<void>;
}

export interface DrawnPage {
  /** The PNG of the first element that `selector` finds, `width` CSS pixels wide. */
  picture(selector: string, width: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

const SIZE = { width: 1200, height: 900 };
const ALONE = 'picture-alone';

/**
 * Fonts differ from machine to machine, so letters are left out; the element is put into the corner of the window,
 * so that nothing round it can move it by a part of a pixel. Motion is off.
 */
const STYLE = `
  .${ALONE} { position: fixed !important; inset: 0 auto auto 0 !important; z-index: 99; margin: 0 !important;
    max-inline-size: none !important; background: var(--paper); }
  .${ALONE}, .${ALONE} * { color: transparent !important; transition: none !important; animation: none !important;
    caret-color: transparent !important; }
  .${ALONE} text { visibility: hidden !important; }
  html { overflow: hidden !important; scrollbar-width: none !important; }
`;

/** Runs in the page. */
function isolate([selector, width, style, alone]: readonly [string, number, string, string]): void {
  if (!document.getElementById('picture-style')) {
    const sheet = document.createElement('style');
    sheet.id = 'picture-style';
    sheet.textContent = style;
    document.head.append(sheet);
  }
  for (const e of document.querySelectorAll<HTMLElement>(`.${alone}`)) {
    e.classList.remove(alone);
    e.style.removeProperty('width');
  }
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.style.setProperty('width', `${width}px`, 'important');
  element.classList.add(alone);
}

/** Time for an element to hear of its new width and to be drawn for it. */
const SETTLE_MS = 400;
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLE_MS));

export async function startDrawing(): Promise<Drawing> {
  const executablePath = process.env.CRAFTWEEK_BROWSER_PATH;
  if (!executablePath) throw new Error('run this suite with: node scripts/test-browsers.ts');
  return process.env.CRAFTWEEK_BROWSER === 'firefox' ? inFirefox(executablePath) : inChromium(executablePath);
}

async function inChromium(executablePath: string): Promise<Drawing> {
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--force-color-profile=srgb'],
  });
  return {
    browser: 'chromium',
    async open(address, ready) {
      const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(address);
      await page.waitForSelector(ready);
      return {
        async picture(selector, width) {
          await page.waitForSelector(selector);
          await page.evaluate(isolate, [selector, width, STYLE, ALONE] as const);
          await settled();
          return page.locator(`.${ALONE}`).screenshot();
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function inFirefox(executablePath: string): Promise<Drawing> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': 1,
      'ui.prefersReducedMotion': 1,
      'gfx.color_management.mode': 0,
    },
  });
  return {
    browser: 'firefox',
    async open(address, ready) {
      const page = await browser.newPage();
      await page.setViewport(SIZE);
      await page.goto(address);
      await page.waitForSelector(ready);
      return {
        async picture(selector, width) {
          await page.waitForSelector(selector);
          await page.evaluate(isolate, [selector, width, STYLE, ALONE] as const);
          await settled();
          const element = await page.$(`.${ALONE}`);
          if (!element) throw new Error(`no ${selector}`);
          return element.screenshot();
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
