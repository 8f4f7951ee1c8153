import { setTimeout as delay } from 'node:timers/promises';
import type { PlainDate } from '../../src/time/zone.ts';
import type { Extension } from './extension-page.ts';

/** As wide as browsers draw the toolbar's popup. */
const POPUP = { width: 380, height: 600 };
const REPORT = { width: 1200, height: 900 };
/** Longer than any transition of the pages. */
const SETTLED_MS = 600;

/** Takes a picture of the popup for a week, from its top to its end. */
export async function picturePopup(extension: Extension, week: PlainDate, path: string): Promise<void> {
  const page = await extension.open(`popup/index.html?week=${week}`, POPUP);
  await page.waitFor('.week');
  await delay(SETTLED_MS);
  await page.screenshot(path, { whole: true });
  await page.close();
}

/** Takes a picture of the report, opened at a week: the whole of it, or what a window of `size` shows. */
export async function pictureReport(
  extension: Extension,
  week: PlainDate,
  path: string,
  size?: { width: number; height: number },
): Promise<void> {
  const page = await extension.open(`report/index.html?week=${week}`, size ?? REPORT);
  await page.waitFor('.report[aria-busy=false]');
  await delay(SETTLED_MS);
  await page.screenshot(path, { whole: size === undefined });
  await page.close();
}
