import type { Extension, ExtensionPage } from './extension-page.ts';

/** Reads the built-in sample through the welcome page's button, as a new user does. The page opens the week in a tab. */
export async function addSample(extension: Extension): Promise<void> {
  const page = await extension.open('welcome/index.html');
  await page.click('.drop .button--main');
  await added(page);
}

/**
 * Reads calendar files through the welcome page's file chooser. The page opens the week in a tab. Throws with the
 * page's words where it refuses them.
 */
export async function addFiles(extension: Extension, paths: readonly string[]): Promise<void> {
  const page = await extension.open('welcome/index.html?add=file');
  await page.chooseFile('input[type=file]', ...paths);
  await added(page);
}

/** The page's button is held while it reads. */
async function added(page: ExtensionPage): Promise<void> {
  await page.waitFor('.drop .button--main:not([disabled])');
  const refused = await page.evaluate(() => document.querySelector('.drop__error')?.textContent ?? '', null);
  await page.close();
  if (refused) throw new Error(refused);
}
