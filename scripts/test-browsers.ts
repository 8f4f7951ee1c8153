import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserName, browserPath } from './browsers.ts';

/**
 * Runs tests/browsers in real Chromium and then in real Firefox, against dist-test/. A browser that is missing is
 * installed or named: it is never a silent skip.
 *
 *     node scripts/test-browsers.ts            both
 *     node scripts/test-browsers.ts firefox    one
 */
const root = join(import.meta.dirname, '..');
const asked = process.argv
  .slice(2)
  .filter((name): name is BrowserName => name === 'chromium' || name === 'firefox');
const browsers: readonly BrowserName[] = asked.length > 0 ? asked : ['chromium', 'firefox'];

let failed = false;
for (const browser of browsers) {
  const path = browserPath(browser);
  const { status } = spawnSync('vitest', ['run', '--config', 'vitest.browsers.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CRAFTWEEK_BROWSER: browser, CRAFTWEEK_BROWSER_PATH: path },
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
