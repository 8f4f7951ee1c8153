import { afterAll, beforeAll, expect, it } from 'vitest';
import { rows } from '../../scripts/drive/store-rows.ts';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}
declare const browser: Api;
declare const chrome: Api;

interface StateRow {
  readonly name: string;
  readonly shown?: { readonly html: string } | null;
}

let extension: Extension;
let control: ExtensionPage;

beforeAll(async () => {
  extension = await startExtension();
  control = await extension.open('settings/index.html');
  await command('useSample', {});
});
afterAll(() => extension?.close());

const command = (name: string, input: object): Promise<{ ok: boolean }> =>
  control.evaluate(
    async ([command, input]) =>
      (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({ command, input }),
    [name, input] as const,
  );
/** The picture that is kept; null where there is none. */
const kept = async (): Promise<{ readonly html: string } | null> =>
  (await rows<StateRow>(control, 'state')).find(({ name }) => name === 'glance')?.shown ?? null;

it('keeps what the popup showed, shows the same at the next opening, and forgets it with any change', async () => {
  await eventually(async () => (await rows(control, 'weeks')).length > 20);
  const first = await extension.open('popup/index.html');
  await first.waitFor('.week');
  const glance = await eventually(kept);
  await first.close();
  const share = /share__figure[\s\S]*?(\d+)/.exec(glance.html)?.[1];
  expect(share).toMatch(/^\d+$/);

  const second = await extension.open('popup/index.html');
  await second.waitFor('.week');
  const shown = await second.evaluate(
    () => document.querySelector('.share__figure .amount')?.textContent ?? '',
    null,
  );
  expect(shown.replace(/\D/g, '')).toBe(share);
  // The app has taken over: the page answers.
  await eventually(() => second.evaluate(() => document.getElementById('root')?.inert === false, null));
  await second.close();

  await eventually(kept);
  const [occurrence] = await rows<{ key: string }>(control, 'occurrences');
  const key = occurrence?.key ?? '';
  expect(
    await command('correct', { scope: { kind: 'occurrence', key }, verdict: 'people', key }),
  ).toMatchObject({ ok: true });
  expect(await kept()).toBeNull();
});
