import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

interface Api {
  storage: { sync: Area; local: Area };
}
interface Area {
  set(items: object): Promise<void>;
}
declare const browser: Api;
declare const chrome: Api;

const TEAM = resolve('tests/browsers/fixtures/team.ics');
const CLOSED = '2026-07-13';
const pictures = resolve('test-results/browsers');

let extension: Extension;
let control: ExtensionPage;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  extension = await startExtension();
  control = await extension.open('settings/index.html');
  // The file is given on a day of August; the pages are read today.
  const offset = Date.parse('2026-08-05T12:00:00Z') - Date.now();
  await control.evaluate(
    (ms) => (typeof browser === 'undefined' ? chrome : browser).storage.local.set({ testClockOffsetMs: ms }),
    offset,
  );
  await importFile(TEAM);
});
afterAll(async () => {
  await extension?.close();
});

async function importFile(path: string): Promise<void> {
  const page = await extension.open('welcome/index.html?add=file');
  await page.chooseFile('input[type=file]', path);
  await eventually(() =>
    page.evaluate(
      () =>
        Boolean(document.querySelector('.toast')?.textContent) || document.querySelector('.week') !== null,
      null,
    ),
  );
  await page.close();
}

async function popup(query: string): Promise<ExtensionPage> {
  const page = await extension.open(`popup/index.html${query}`, { width: 420, height: 640 });
  await page.waitFor('.week');
  return page;
}

/** The texts of the notes beside the week. */
function notes(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(
    () => [...document.querySelectorAll('.past-note')].map((note) => note.textContent ?? ''),
    null,
  );
}

describe('a file that was given in August', () => {
  it('says nothing of a week that began later, but its age and what to do', async () => {
    const page = await popup('');
    const [note] = await eventually(async () => {
      const found = await notes(page);
      return found.length > 0 && found;
    });
    expect(note).toMatch(/Nothing is known of this week: team\.ics was last read on (5 August|August 5)/);
    expect(note).toContain('Give a newer file');
    expect(await page.evaluate(() => document.querySelector('[data-figure="share"]'), null)).toBeNull();
    await page.screenshot(join(pictures, `${extension.browser}-not-known.png`));
    await page.close();
  });

  it('is noted beside a closed week when it changes, and the week stands until the user says so', async () => {
    const share = (page: ExtensionPage): Promise<string | null> =>
      eventually(() =>
        page.evaluate(
          () => document.querySelector('[data-figure="share"] .amount')?.textContent ?? null,
          null,
        ),
      );
    const before = await popup(`?week=${CLOSED}`);
    const stood = await share(before);
    await before.close();
    const changed = join(mkdtempSync(join(tmpdir(), 'craftweek-')), 'team.ics');
    writeFileSync(changed, readFileSync(TEAM, 'utf8').replaceAll('T091500', 'T081500'));
    await importFile(changed);
    const page = await popup(`?week=${CLOSED}`);
    const [note] = await eventually(async () => {
      const found = await notes(page);
      return found.length > 0 && found;
    });
    expect(note).toMatch(/entries changed since this week closed: it would be \d+%/);
    expect(await share(page)).toBe(stood);
    await page.screenshot(join(pictures, `${extension.browser}-closed-week.png`));
    await page.click('.past-note button');
    await eventually(async () =>
      (await notes(page)).some((text) => /Counted again on .* as you asked/.test(text)),
    );
    expect(await share(page)).not.toBe(stood);
    await page.close();
  });
});

describe('a machine that is not at home', () => {
  it('asks, and stays with home when that is the answer', async () => {
    await control.evaluate(
      () =>
        (typeof browser === 'undefined' ? chrome : browser).storage.sync.set({ zone: 'America/New_York' }),
      null,
    );
    const page = await popup('');
    const asks = async (): Promise<boolean> =>
      (await notes(page)).some((text) => text.includes('You are in Berlin: count from there?'));
    await eventually(asks);
    await page.screenshot(join(pictures, `${extension.browser}-elsewhere.png`));
    await page.click('.past-note button:last-child');
    await eventually(async () => !(await asks()));
    await page.close();
  });
});
