import type { Extension } from './extension-page.ts';

export interface CaldavAccount {
  readonly server: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Connects a CalDAV account through the form in the settings, and waits until it has been read. Throws with the page's
 * own words where it is refused.
 */
export async function connectCaldav(extension: Extension, account: CaldavAccount): Promise<void> {
  const page = await extension.open('settings/index.html?connect=address');
  await page.click('.way--address .caldav summary');
  await page.waitFor('.way--address .caldav select');
  await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('.way--address .caldav select[name=provider]');
    if (!select) throw new Error('the form has no list of providers');
    select.value = 'another';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, null);
  await page.waitFor('.way--address .caldav input[name=server]');
  await page.evaluate((values) => {
    for (const [name, value] of Object.entries(values)) {
      const input = document.querySelector<HTMLInputElement>(`.way--address .caldav input[name=${name}]`);
      if (!input) throw new Error(`the form has no field for the ${name}`);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, account);
  await page.click('.way--address .caldav button[type=submit]:not([disabled])');
  const refused = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        const look = setInterval(() => {
          const error = document.querySelector('.way--address .caldav .field__error')?.textContent ?? '';
          // The form forgets the password once the account is connected.
          const password =
            document.querySelector<HTMLInputElement>('.way--address .caldav input[name=password]')?.value ??
            '';
          if (error === '' && password !== '') return;
          clearInterval(look);
          done(error);
        }, 100);
      }),
    null,
  );
  await page.close();
  if (refused) throw new Error(refused);
}
