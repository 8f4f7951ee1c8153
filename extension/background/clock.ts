import browser from 'webextension-polyfill';

/** True in test builds alone (vite.config.ts), so that the shipped clock is the machine's and nothing else. */
declare const __TEST_BUILD__: boolean;

/** Item of `storage.local` by which a test build's clock is off, in milliseconds. */
const OFFSET_KEY = 'testClockOffsetMs';

let offsetMs = 0;

/** The clock of the background: epoch ms. In a test build, await `clockReady` first. */
export function now(): number {
  return Date.now() + offsetMs;
}

/** The machine's time at which the background's clock shows `ms`: what the browser's alarms want. */
export function machineTime(ms: number): number {
  return ms - offsetMs;
}

/** Done when the clock is right. */
export const clockReady: Promise<void> = __TEST_BUILD__ ? readOffset() : Promise.resolve();

/** Calls back when a test has moved the clock; never in a shipped build. */
export function onClockMoved(callback: () => void): void {
  if (!__TEST_BUILD__) return;
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[OFFSET_KEY];
    if (area !== 'local' || !change) return;
    offsetMs = Number(change.newValue ?? 0);
    callback();
  });
}

async function readOffset(): Promise<void> {
  const items = await browser.storage.local.get(OFFSET_KEY);
  offsetMs = Number(items[OFFSET_KEY] ?? 0);
}
