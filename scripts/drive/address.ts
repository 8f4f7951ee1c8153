import type { Extension, ExtensionPage } from './extension-page.ts';

/**
 * Connects a calendar's address through the welcome page's own form, and waits until it is connected. Throws with the
 * page's words where it is refused; these never hold the address.
 */
export async function connectAddress(extension: Extension, address: string): Promise<void> {
  const page = await extension.open('welcome/index.html?connect=address');
  await page.waitFor('.way--address input[name=calendar-address]');
  await page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('.way--address input[name=calendar-address]');
    if (!input) throw new Error('the form has no field for the address');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, address);
  await page.click('.way--address button[type=submit]:not([disabled])');
  const refused = await connectedOrRefused(page, '.way--address .field__error');
  await page.close();
  if (refused) throw new Error(refused);
}

/** Waits until the page shows what was connected, or an error; answers with the error, or with nothing. */
export function connectedOrRefused(page: ExtensionPage, error: string): Promise<string> {
  return page.evaluate(
    (selector) =>
      new Promise<string>((done) => {
        const look = setInterval(() => {
          const said = document.querySelector(selector)?.textContent ?? '';
          const connected = document.querySelector('.counted') !== null;
          if (!connected && said === '') return;
          clearInterval(look);
          done(connected ? '' : said);
        }, 100);
      }),
    error,
  );
}
