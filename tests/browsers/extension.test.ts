import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { percentParts } from '../../extension/ui/format.ts';
import { MODEL_FILE } from '../../scripts/committed-model.ts';
import { week as weekCommand } from '../../src/cli/commands/week.ts';
import { hourSum } from '../../src/words/format.ts';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  storage: { sync: Area; local: Area };
  notifications: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown; code?: string }> };
  action: { getBadgeText(details: object): Promise<string> };
  tabs: { query(details: object): Promise<unknown[]> };
}
interface Area {
  get(keys?: string): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
declare const browser: Api;
declare const chrome: Api;

const TEAM = resolve('tests/browsers/fixtures/team.ics');
const BROKEN = resolve('tests/browsers/fixtures/one-broken.ics');
const WEEK = '2026-11-16';
const pictures = resolve('test-results/browsers');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let extension: Extension;
/** A page that stays open, to speak to the extension through. */
let control: ExtensionPage;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  extension = await startExtension();
  control = await extension.open('settings/index.html');
  // The week of the fixture runs: a closed one would stand whatever the zone is set to.
  await clockTo('2026-11-18T12:00:00Z');
});
afterAll(async () => {
  await extension?.close();
});

/** Sends a command as a page does. */
function command(name: string, input: object): Promise<{ ok: boolean; value?: unknown; code?: string }> {
  return control.evaluate(
    async ([command, input]) =>
      (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({ command, input }),
    [name, input] as const,
  );
}

/** Moves the background's clock to an instant; its alarms follow. */
async function clockTo(iso: string): Promise<void> {
  const offset = Date.parse(iso) - Date.now();
  await control.evaluate(
    (ms) => (typeof browser === 'undefined' ? chrome : browser).storage.local.set({ testClockOffsetMs: ms }),
    offset,
  );
}

function setSettings(items: object): Promise<void> {
  return control.evaluate(
    (given) => (typeof browser === 'undefined' ? chrome : browser).storage.sync.set(given),
    items,
  );
}

function notifications(): Promise<string[]> {
  return control.evaluate(
    async () => Object.keys(await (typeof browser === 'undefined' ? chrome : browser).notifications.getAll()),
    null,
  );
}

/** Imports a file through the welcome page's file chooser and waits for what it says. */
async function importThroughPage(path: string): Promise<string> {
  const page = await extension.open('welcome/index.html?add=file');
  await page.chooseFile('input[type=file]', path);
  const said = await eventually(() =>
    page.evaluate(() => {
      const text =
        document.querySelector('.toast')?.textContent || document.querySelector('.drop__error')?.textContent;
      // The page may go on to the week by itself once the file is read.
      return text || (document.querySelector('.week') ? 'read' : null);
    }, null),
  );
  await page.close();
  return said;
}

async function popup(query = `?week=${WEEK}&tab=1`): Promise<ExtensionPage> {
  const page = await extension.open(`popup/index.html${query}`, { width: 900, height: 1400 });
  await page.waitFor('.week');
  return page;
}

/** The text of a figure, without spaces. */
function figure(page: ExtensionPage, id: string): Promise<string | null> {
  return page.evaluate((name) => {
    const value = document.querySelector(`[data-figure="${name}"] .amount`);
    return value ? (value.textContent ?? '').replace(/\s/g, '') : null;
  }, id);
}

/** The week as `craftweek week --json` has it for the same file. */
async function terminalWeek(
  file: string,
  zone: string,
): Promise<{ minutes: Record<string, number>; craftShare: number }> {
  let output = '';
  await weekCommand([file, '--week', WEEK, '--zone', zone, '--json'], {
    stdout: (text) => {
      output += text;
    },
    stderr: () => undefined,
    readModel: async () => readFileSync(MODEL_FILE),
    readText: async (path) => readFileSync(path, 'utf8'),
    readAddress: async (address) => readFileSync(address, 'utf8'),
    now: () => Date.parse('2026-11-18T12:00:00Z'),
    zone,
    color: false,
    columns: 80,
  });
  return JSON.parse(output);
}

const hoursText = (minutes: number): string => hourSum(minutes, 'en-GB').replace(/\s/g, '');

describe('a new user', () => {
  it('gets the welcome page', async () => {
    const open = await eventually(() =>
      control.evaluate(async () => {
        const api = (typeof browser === 'undefined' ? chrome : browser) as unknown as {
          runtime: { getContexts(filter: object): Promise<{ documentUrl?: string }[]> };
        };
        const contexts = await api.runtime.getContexts({ contextTypes: ['TAB'] });
        return contexts.some((c) => c.documentUrl?.includes('/welcome/index.html'));
      }, null),
    );
    expect(open).toBe(true);
  });

  it('finds an empty popup with the next step, and sees the sample with one click', async () => {
    const page = await extension.open('popup/index.html?tab=1');
    await page.waitFor('.state .button--main');
    await page.click('.button--main');
    await page.waitFor('.week');
    expect(await figure(page, 'share')).toMatch(/^\d+%$/);
    await page.screenshot(join(pictures, `${extension.browser}-sample.png`));
    await page.close();
    // The sample fills the pages and nothing else.
    const badge = await control.evaluate(
      () => (typeof browser === 'undefined' ? chrome : browser).action.getBadgeText({}),
      null,
    );
    expect(badge).toBe('');
  });
});

describe('a calendar file', () => {
  beforeEach(async () => {
    await clockTo('2026-11-18T12:00:00Z');
  });

  it('is read through the file chooser, and takes the sample’s place', async () => {
    expect(await importThroughPage(TEAM)).toBeTruthy();
    const page = await popup();
    expect(await page.evaluate(() => document.body.textContent?.includes('Kranich') ?? false, null)).toBe(
      true,
    );
    await page.close();
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])(
    'shows the figures of the terminal, in %s',
    async (zone) => {
      await setSettings({ zone });
      const expected = await terminalWeek(TEAM, zone);
      const page = await popup();
      const { value, unit } = percentParts(expected.craftShare, 'en-GB');
      await eventually(async () => (await figure(page, 'share')) === `${value}${unit}`);
      for (const part of ['craft', 'management', 'fragments', 'away']) {
        expect(await figure(page, part), part).toBe(hoursText(expected.minutes[part] ?? -1));
      }
      await page.screenshot(join(pictures, `${extension.browser}-${zone.replace('/', '-')}.png`));
      await page.close();
      await setSettings({ zone: 'Europe/Berlin' });
    },
  );

  it('that is broken in one place is kept around it, and one that is no calendar is refused in words', async () => {
    const outcome = await control.evaluate(async () => document.title, null);
    expect(outcome).toContain('Craftweek');
    expect(await importThroughPage(BROKEN)).toBeTruthy();
    const notOne = join(tmpdir(), 'craftweek-not-a-calendar.ics');
    writeFileSync(notOne, 'Dear diary, today I kerned.');
    expect(await importThroughPage(notOne)).toContain('not-a-calendar');
    const page = await popup();
    expect(await page.evaluate(() => document.body.textContent?.includes('Kranich') ?? false, null)).toBe(
      true,
    );
    await page.close();
    const sources = (await command('syncNow', {})).ok;
    expect(sources).toBe(true);
  });
});

describe('a label', () => {
  /** Minutes of management in the week, as its figure says. */
  const management = (page: ExtensionPage): Promise<string | null> => figure(page, 'management');

  /** Opens an occurrence of that title, and gives it another label for one, its series or its title. */
  async function relabel(page: ExtensionPage, title: string, scope: string, activity: string): Promise<void> {
    await page.click(`.block--booked[title*="${title}"]`);
    await page.waitFor('.panel[open] .option');
    await page.evaluate((wanted) => {
      const radios = [...document.querySelectorAll<HTMLElement>('.panel label')];
      radios.find((label) => label.textContent?.trim() === wanted)?.click();
    }, scope);
    await page.evaluate((wanted) => {
      const options = [...document.querySelectorAll<HTMLButtonElement>('.panel .option')];
      options.find((option) => option.textContent?.includes(wanted))?.click();
    }, activity);
    await page.waitFor('.toast');
  }

  it.each(['Its series', 'Every event of this title'])(
    'is changed for "%s", past and future, holds when the popup is opened again, and is undone',
    async (scope) => {
      const page = await popup();
      const before = await management(page);
      await relabel(page, 'Kranich', scope, 'Administration');
      const after = await eventually(async () => {
        const now = await management(page);
        return now !== before && now;
      });
      await page.close();
      const again = await popup();
      await eventually(async () => (await management(again)) === after);
      const earlier = await popup('?week=2026-11-09&tab=1');
      const changed = await earlier.evaluate(
        () => document.querySelectorAll('.block--booked[title*="Kranich"].mark--management').length,
        null,
      );
      expect(changed).toBe(1);
      await earlier.close();
      // The last word is what is undone: back to the label that the correction had taken away.
      await relabel(again, 'Kranich', scope, 'Coordination');
      await again.evaluate(() => document.querySelector<HTMLButtonElement>('.toast .button')?.click(), null);
      await eventually(() =>
        again.evaluate(
          () => document.querySelector('.label__activity')?.textContent?.includes('Administration'),
          null,
        ),
      );
      await again.close();
      const corrections = await control.evaluate(
        () =>
          new Promise<{ id: string }[]>((done, fail) => {
            const open = indexedDB.open('craftweek');
            open.onerror = () => fail(open.error);
            open.onsuccess = () => {
              const all = open.result.transaction('corrections').objectStore('corrections').getAll();
              all.onerror = () => fail(all.error);
              all.onsuccess = () => {
                open.result.close();
                done(all.result);
              };
            };
          }),
        null,
      );
      for (const { id } of corrections) await command('undoCorrection', { id });
      const undone = await popup();
      await eventually(async () => (await management(undone)) === before);
      await undone.close();
    },
  );

  it('is told with its reasons, and every figure opens the list behind it', async () => {
    const page = await popup();
    for (const id of ['share', 'craft', 'management', 'fragments', 'away', 'focus']) {
      await page.click(`[data-figure="${id}"]`);
      await page.waitFor('.panel[open] .panel__title');
      const rows = await page.evaluate(() => document.querySelectorAll('.panel .row').length, null);
      expect(rows, id).toBeGreaterThan(0);
      await page.press('Escape');
      await eventually(() => page.evaluate(() => document.querySelector('.panel[open]') === null, null));
    }
    await page.close();
  });
});

describe('the settings', () => {
  it('change an open popup at once', async () => {
    const page = await popup();
    const before = await figure(page, 'craft');
    await setSettings({ openTimeIsCraft: false });
    await eventually(async () => {
      const now = await figure(page, 'craft');
      return now !== null && now !== before;
    });
    await setSettings({ openTimeIsCraft: true });
    await eventually(async () => (await figure(page, 'craft')) === before);
    await page.close();
  });

  it('that are nonsense fall back one by one, and the page is drawn', async () => {
    await setSettings({ focusMinutes: 'soon', recoveryMinutes: -3 });
    const page = await popup();
    expect(await figure(page, 'share')).toMatch(/%$/);
    await page.close();
    await setSettings({ focusMinutes: 120, recoveryMinutes: 15 });
  });
});

describe('the keyboard', () => {
  it('goes through the weeks with the arrows', async () => {
    const page = await popup();
    const name = (): Promise<string> =>
      page.evaluate(() => document.querySelector('.head__week')?.textContent ?? '', null);
    const here = await name();
    await page.press('ArrowLeft');
    await eventually(async () => (await name()) !== here);
    await page.press('ArrowRight');
    await eventually(async () => (await name()) === here);
    await page.close();
  });
});

describe('the weekly summary', () => {
  const shownOnce = (ids: readonly string[]): boolean =>
    ids.filter((id) => id === `week-${WEEK}`).length === 1;

  it('comes when its time has come, once, also when the background is killed and woken', async () => {
    await setSettings({ notify: { on: true, weekday: 5, minuteOfDay: 16 * 60 } });
    // The schedule counts from when it is known; then the clock moves past Friday 16:00 in Berlin.
    await clockTo('2026-11-18T12:00:00Z');
    await command('syncNow', {});
    // A file is as old as the moment it was given: an old one brings no summary, and a fresh one does.
    await clockTo('2026-11-20T15:00:30Z');
    await command('syncNow', {});
    expect(await notifications()).not.toContain(`week-${WEEK}`);
    for (const file of [TEAM, BROKEN]) expect(await importThroughPage(file)).toBeTruthy();
    await eventually(async () => shownOnce(await notifications()));
    await control.evaluate(
      (id) => (typeof browser === 'undefined' ? chrome : browser).notifications.clear(id),
      `week-${WEEK}`,
    );
    await extension.killBackground();
    await command('syncNow', {});
    await clockTo('2026-11-20T16:30:00Z');
    await command('syncNow', {});
    expect(await notifications()).not.toContain(`week-${WEEK}`);
    await clockTo('2026-11-20T14:00:00Z');
    await command('syncNow', {});
    expect(await notifications()).not.toContain(`week-${WEEK}`);
  });

  it('comes late where the time went by, for the week that is over', async () => {
    await clockTo('2026-11-28T09:00:00Z');
    for (const file of [TEAM, BROKEN]) expect(await importThroughPage(file)).toBeTruthy();
    await eventually(async () => (await notifications()).includes('week-2026-11-23'));
    await clockTo('2026-11-18T12:00:00Z');
  });
});

describe('the background', () => {
  it('killed in the middle of an import ends it when it is woken, with nothing lost or doubled', async () => {
    const events = Array.from({ length: 1500 }, (_, i) => {
      const day = String(1 + (i % 28)).padStart(2, '0');
      const month = String(1 + (i % 11)).padStart(2, '0');
      const hour = String(8 + (i % 9)).padStart(2, '0');
      return `BEGIN:VEVENT\r\nUID:many-${i}\r\nDTSTART:2026${month}${day}T${hour}0000Z\r\nDURATION:PT30M\r\nSUMMARY:Entry ${i}\r\nEND:VEVENT`;
    });
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`;
    const file = join(tmpdir(), 'craftweek-many.ics');
    writeFileSync(file, text);
    const page = await extension.open('welcome/index.html?add=file');
    await page.chooseFile('input[type=file]', file);
    await new Promise((done) => setTimeout(done, 120));
    await extension.killBackground();
    await command('syncNow', {});
    const count = (): Promise<number> =>
      control.evaluate(
        () =>
          new Promise<number>((done, fail) => {
            const open = indexedDB.open('craftweek');
            open.onerror = () => fail(open.error);
            open.onsuccess = () => {
              const all = open.result.transaction('occurrences').objectStore('occurrences').getAll();
              all.onerror = () => fail(all.error);
              all.onsuccess = () => {
                open.result.close();
                done(all.result.filter((o: { uid: string }) => o.uid.startsWith('many-')).length);
              };
            };
          }),
        null,
      );
    await eventually(async () => (await count()) === 1500);
    await command('syncNow', {});
    expect(await count()).toBe(1500);
    await page.close();
  });
});

describe('every page', () => {
  it.each(['popup/index.html?tab=1', 'settings/index.html', 'welcome/index.html', 'report/index.html'])(
    'is clean for axe: %s',
    async (path) => {
      const page = await extension.open(path, { width: 1100, height: 900 });
      await page.waitFor('#root > *');
      await new Promise((done) => setTimeout(done, 600));
      // The page's policy runs no text as code; the driver's own evaluation is not bound by it.
      await page.evaluate(new Function(axe) as () => void, null);
      const found = await page.evaluate(async () => {
        const { axe: runner } = globalThis as unknown as {
          axe: { run(where: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await runner.run(document);
        return violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`);
      }, null);
      await page.screenshot(join(pictures, `${extension.browser}-${path.split('/')[0]}.png`));
      expect(found).toEqual([]);
      await page.close();
    },
  );
});
