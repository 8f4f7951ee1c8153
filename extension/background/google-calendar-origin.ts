import browser from 'webextension-polyfill';

/** True in test builds alone (vite.config.ts), so that the shipped extension asks Google and nobody else. */
declare const __TEST_BUILD__: boolean;

/** Item of `storage.local` by which a test build takes Google's export from a server on this machine. */
const ORIGIN_KEY = 'testGoogleCalendarOrigin';

/** Where Google Calendar itself is, whose export is read. */
export async function googleCalendarOrigin(): Promise<string> {
  if (__TEST_BUILD__) {
    const items = await browser.storage.local.get(ORIGIN_KEY);
    if (typeof items[ORIGIN_KEY] === 'string') return items[ORIGIN_KEY];
  }
  return 'https://calendar.google.com';
}
