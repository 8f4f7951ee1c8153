import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserName, browserPath } from './browsers.ts';
import { buildAll } from './build.ts';
import { addFiles, addSample } from './drive/add-calendar.ts';
import { startChromium } from './drive/chromium.ts';
import type { Extension } from './drive/extension-page.ts';
import { startFirefox } from './drive/firefox.ts';
import { picturePopup, pictureReport } from './drive/pages.ts';
import { filesWeek, sampleWeek } from './drive/terminal-week.ts';

/**
 * Draws the pictures of README and docs anew, with the built extension in both browsers: `npm run pictures`. The
 * dates on them are those of the day.
 */
const root = join(import.meta.dirname, '..');
const out = join(root, 'docs/pictures');
const ZONE = 'Europe/Berlin';
const FILE = join(root, 'tests/browsers/fixtures/team.ics');
const REPORT = { width: 1200, height: 1500 };

mkdirSync(out, { recursive: true });
await buildAll();

async function withExtension(
  browser: BrowserName,
  look: { dark: boolean; scale?: number },
  work: (extension: Extension) => Promise<void>,
): Promise<void> {
  const executablePath = browserPath(browser);
  const launch = { executablePath, headless: true, zone: ZONE, language: 'en-GB', ...look };
  const extension =
    browser === 'firefox'
      ? await startFirefox({ ...launch, dist: join(root, 'dist/firefox') })
      : await startChromium({ ...launch, dist: join(root, 'dist/chrome') });
  try {
    await work(extension);
  } finally {
    await extension.close();
  }
}

const now = Date.now();
const sample = sampleWeek(now, ZONE).week;
const file = (await filesWeek([FILE], now, ZONE)).week;

for (const dark of [false, true]) {
  const name = dark ? '-dark' : '';
  await withExtension('chromium', { dark, scale: 2 }, async (extension) => {
    await addSample(extension);
    await picturePopup(extension, sample, join(out, `popup${name}.png`));
  });
  await withExtension('chromium', { dark }, async (extension) => {
    await addSample(extension);
    await pictureReport(extension, sample, join(out, `report${name}.png`), REPORT);
  });
}
for (const browser of ['chromium', 'firefox'] as const) {
  await withExtension(browser, { dark: false }, async (extension) => {
    await addFiles(extension, [FILE]);
    await picturePopup(extension, file, join(out, `file-popup-${browser}.png`));
    await pictureReport(extension, file, join(out, `file-report-${browser}.png`), REPORT);
  });
}
console.log('The pictures are in docs/pictures.');
