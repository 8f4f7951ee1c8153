import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  storage: { sync: { get(keys?: string | null): Promise<Record<string, unknown>> } };
  tabs: { query(details: object): Promise<{ url?: string }[]> };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}
declare const browser: Api;
declare const chrome: Api;

let extension: Extension;
/** A page that stays open, to speak to the extension through. */
let control: ExtensionPage;

beforeAll(async () => {
  extension = await startExtension();
  control = await extension.open('settings/index.html');
});
afterAll(async () => {
  await extension?.close();
});

const kept = (name: string): Promise<unknown> =>
  control.evaluate(
    async (key) => (await (typeof browser === 'undefined' ? chrome : browser).storage.sync.get(key))[key],
    name,
  );

/** The text of the first element that `selector` finds. */
function text(page: ExtensionPage, selector: string): Promise<string | null> {
  return page.evaluate((s) => document.querySelector(s)?.textContent ?? null, selector);
}

/** Types into a field, as its page hears it. */
function fill(page: ExtensionPage, selector: string, value: string): Promise<void> {
  return page.evaluate(
    ([s, typed]) => {
      const field = document.querySelector<HTMLInputElement>(s);
      if (!field) throw new Error(`no ${s}`);
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, value] as const,
  );
}

async function report(query = ''): Promise<ExtensionPage> {
  const page = await extension.open(`report/index.html${query}`, { width: 1100, height: 900 });
  await page.waitFor('.trend__line');
  return page;
}

/** A date of about `weeks` weeks ago. */
const ago = (weeks: number): string => new Date(Date.now() - weeks * 604_800_000).toISOString().slice(0, 10);

describe('the welcome', () => {
  it('asks for the ideal week before there is a calendar, and keeps the answer', async () => {
    const page = await extension.open('welcome/index.html', { width: 900, height: 1200 });
    await page.waitFor('.ideal');
    await page.click('.ideal__option:nth-child(2)');
    await eventually(async () => (await kept('target')) === 0.4);
    expect(await kept('track')).toBe('mastery');
    await page.close();
  });

  it('asks once', async () => {
    const page = await extension.open('welcome/index.html', { width: 900, height: 1200 });
    await page.waitFor('.welcome__assumes');
    expect(await text(page, '.ideal')).toBeNull();
    await page.close();
  });
});

describe('the report', () => {
  beforeAll(async () => {
    const answer = await control.evaluate(
      async () =>
        (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({
          command: 'useSample',
          input: {},
        }),
      null,
    );
    expect(answer.ok).toBe(true);
  });

  it('opens from the popup at its week, under its own name', async () => {
    const popup = await extension.open('popup/index.html?tab=1', { width: 380, height: 900 });
    await popup.waitFor('.head__report');
    await popup.click('.head__report');
    // Firefox's driver does not see tabs that an extension opens; the browser itself does.
    const query = await eventually(() =>
      control.evaluate(async () => {
        const tabs = await (typeof browser === 'undefined' ? chrome : browser).tabs.query({});
        return tabs.map((tab) => tab.url?.split('/report/index.html')[1]).find(Boolean) ?? null;
      }, null),
    );
    expect(query).toMatch(/^\?week=\d{4}-\d\d-\d\d$/);
    const page = await report(query);
    expect(await page.evaluate(() => document.title, null)).toBe('Report · Craftweek');
    // Who comes for a week finds it before the trend.
    expect(
      await page.evaluate(() => {
        const [week, trend] = [document.getElementById('week'), document.getElementById('trend-title')];
        return week && trend ? week.compareDocumentPosition(trend) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
      }, null),
    ).toBeGreaterThan(0);
    await page.close();
    await popup.close();
  });

  it('finds the change of the sample, its causes, and the gap to the ideal week', async () => {
    const page = await report();
    expect(await text(page, 'h1')).toMatch(
      /Since the week of .* your craft share is \d+%; before it was \d+%/,
    );
    expect(
      await page.evaluate(() => document.querySelectorAll('.causes tbody tr').length, null),
    ).toBeGreaterThan(2);
    expect(await text(page, '.headline__gap')).toMatch(/points (below|above) the target of 40%/);
    await page.close();
  });

  it('keeps a date of the user’s, compares before and after it, draws it, and lets it go', async () => {
    const page = await report();
    await page.click('.new-mark button');
    await page.waitFor('.new-mark [role=alert]');
    await fill(page, '.new-mark input[type=date]', ago(12));
    await fill(page, '.new-mark__name input', 'Promoted');
    await page.click('.new-mark button');
    await page.waitFor('.mark-head');
    expect(await kept('marks')).toEqual([{ date: ago(12), name: 'Promoted' }]);
    await page.close();
    const again = await report();
    expect(await text(again, '.mark-head h3')).toBe('Promoted');
    expect(await text(again, '.pair tbody td')).toMatch(/\d+\s?%/);
    expect(await text(again, '.trend__label--mark text')).toBe('Promoted');
    await again.click('.mark-head .link');
    await eventually(async () => (await text(again, '.mark-head')) === null);
    expect(await kept('marks')).toEqual([]);
    await again.close();
  });

  it('opens what is behind its number, on its side alone, and closes it again', async () => {
    const page = await report();
    await page.click('.headline__open');
    await page.waitFor('#headline .behind .opens');
    const activities = await page.evaluate(
      () => [...document.querySelectorAll('#headline .behind .soft')].map((e) => e.textContent ?? ''),
      null,
    );
    expect(activities.length).toBeGreaterThan(3);
    expect(new Set(activities)).not.toContain('Coordination');
    await page.click('.headline__open');
    await eventually(() => page.evaluate(() => document.querySelector('#headline .behind') === null, null));
    await page.close();
  });

  it('opens what is behind a row, and a label can be corrected there', async () => {
    const page = await report();
    await page.waitFor('.wide tbody .opens');
    await page.click('.wide tbody .opens');
    await page.waitFor('.behind .opens');
    await page.click('.behind .opens');
    await page.waitFor('dialog .change');
    const before = await text(page, '.label__activity');
    const other = await page.evaluate(() => {
      const options = [...document.querySelectorAll<HTMLButtonElement>('.option')];
      const pick = options.find((o) => o.getAttribute('aria-pressed') !== 'true');
      pick?.click();
      return pick?.textContent ?? '';
    }, null);
    await eventually(async () => (await text(page, '.label__activity'))?.includes(other.trim()));
    expect(await text(page, '.label__activity')).not.toBe(before);
    await page.close();
  });

  it('takes a target, and refuses what is none', async () => {
    const page = await report();
    await page.click('.aim summary');
    await fill(page, '.percent-field input', '55');
    await eventually(async () => (await kept('target')) === 0.55);
    await fill(page, '.percent-field input', '130');
    await page.waitFor('.aim [role=alert]');
    expect(await kept('target')).toBe(0.55);
    await page.close();
  });

  it('is walked by the arrow keys, week by week, and Enter opens one', async () => {
    const page = await report();
    await page.evaluate(() => document.querySelector<HTMLElement>('.trend')?.focus(), null);
    const value = (): Promise<number> =>
      page.evaluate(() => Number(document.querySelector('.trend')?.getAttribute('aria-valuenow')), null);
    const start = await value();
    await page.press('ArrowLeft');
    await eventually(async () => (await value()) === start - 1);
    const said = await text(page, '.readout__words strong');
    await page.press('Enter');
    await eventually(async () => {
      const title = (await text(page, '#week-title')) ?? '';
      return title !== '' && said?.startsWith(title);
    });
    await page.close();
  });
});
