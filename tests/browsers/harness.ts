import { startChromium } from '../../scripts/drive/chromium.ts';
import type { Extension, Launch } from '../../scripts/drive/extension-page.ts';
import { startFirefox } from '../../scripts/drive/firefox.ts';

export type { Extension, ExtensionPage } from '../../scripts/drive/extension-page.ts';

/** Zone of the browsers, so that no test depends on the machine's. */
const MACHINE_ZONE = 'Europe/Berlin';

/** Starts the browser that the suite is run for. */
export function startExtension(): Promise<Extension> {
  const path = process.env.CRAFTWEEK_BROWSER_PATH;
  if (!path) throw new Error('run this suite with: node scripts/test-browsers.ts');
  const firefox = process.env.CRAFTWEEK_BROWSER === 'firefox';
  const launch: Launch = {
    executablePath: path,
    dist: firefox ? 'dist-test/firefox' : 'dist-test/chrome',
    headless: true,
    zone: MACHINE_ZONE,
    language: 'en-GB',
  };
  return firefox ? startFirefox(launch) : startChromium(launch);
}

/** Asks again until `find` answers with something, at most 20 seconds. */
export async function eventually<T>(find: () => Promise<T | null | undefined | false>): Promise<T> {
  const until = performance.now() + 20_000;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > until) throw new Error(`nothing came of it: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
