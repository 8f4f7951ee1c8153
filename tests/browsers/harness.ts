import type { BrowserName } from '../../scripts/browsers.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';

/** A page of the extension in a real browser, with what both drivers can do. */
export interface ExtensionPage {
  /** Runs a function in the page; its argument and answer are JSON. */
  evaluate<Argument, Answer>(
    run: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Answer>;
  /** Waits for an element, at most 20 seconds. */
  waitFor(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Puts a file of this machine into an `<input type="file">`. */
  chooseFile(selector: string, path: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The built extension in a real browser, with a profile of its own. */
export interface Extension {
  readonly browser: BrowserName;
  /** Opens `path` of the extension in a tab of the given size. */
  open(path: string, size?: { width: number; height: number }): Promise<ExtensionPage>;
  /** Kills the background at this very moment, whatever it is at. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Zone of the browsers, so that no test depends on the machine's. */
export const MACHINE_ZONE = 'Europe/Berlin';

/** Starts the browser that the suite is run for. */
export function startExtension(): Promise<Extension> {
  const path = process.env.CRAFTWEEK_BROWSER_PATH;
  if (!path) throw new Error('run this suite with: node scripts/test-browsers.ts');
  return process.env.CRAFTWEEK_BROWSER === 'firefox' ? startFirefox(path) : startChromium(path);
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
