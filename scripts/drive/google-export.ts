import {
  type ExportServer,
  exampleAccount,
  exampleCalendar,
  startExportServer,
} from '../../tests/servers/feed/google-export.ts';
import { connectedOrRefused } from './address.ts';
import type { Extension } from './extension-page.ts';

/** The extension API, as far as it is used from within a page. */
interface Api {
  tabs: { create(tab: { url: string }): Promise<unknown> };
  storage: { local: { set(items: object): Promise<void> } };
}
declare const browser: Api;
declare const chrome: Api;

/**
 * Starts a server that exports as Google does, signs this browser in to it in a tab, and connects through the welcome
 * page's one button.
 */
export async function startGoogleExport(extension: Extension): Promise<void> {
  const now = Date.now();
  const server = await startExportServer([exampleAccount((name) => exampleCalendar(name, now))]);
  try {
    await signInToExport(extension, server);
    const page = await extension.open('welcome/index.html?connect=google');
    await page.click('.google-export .button--main:not([disabled])');
    const refused = await connectedOrRefused(page, '.google-export .field__error');
    if (refused) throw new Error(refused);
    await page.waitFor('.counted .calendar');
    await page.close();
  } finally {
    await server.close();
  }
}

/** Points a test build to the server, and signs in there as a person does: in a tab. */
async function signInToExport(extension: Extension, server: ExportServer): Promise<void> {
  const page = await extension.open('settings/index.html');
  await page.evaluate(
    (testGoogleCalendarOrigin) =>
      (typeof browser === 'undefined' ? chrome : browser).storage.local.set({ testGoogleCalendarOrigin }),
    server.origin,
  );
  await page.evaluate(async (url) => {
    await (typeof browser === 'undefined' ? chrome : browser).tabs.create({ url });
  }, server.signIn);
  const tab = await extension.window('/sign-in');
  await tab.waitFor('#signed-in');
  await tab.close();
  await page.close();
}
