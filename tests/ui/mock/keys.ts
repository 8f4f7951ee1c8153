// Walks the popup and the settings by keyboard alone, over plain values. node tests/ui/mock/keys.ts
import assert from 'node:assert/strict';
import { chromium, type Page } from 'playwright-core';
import { serveMock } from './serve.ts';

const { address, stop } = await serveMock();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).textContent()) ?? '';
const week = (page: Page): Promise<string> => text(page, '.head__week');
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: e } = document;
    return e?.getAttribute('data-figure') ?? e?.getAttribute('aria-label') ?? e?.className ?? '';
  });
const sent = (page: Page): Promise<{ command: string; input: Record<string, unknown> }[]> =>
  page.evaluate(() => (globalThis as unknown as { mock: { sent: never[] } }).mock.sent);

async function open(query: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 380, height: 600 },
    locale: 'en-GB',
    timezoneId: 'America/Los_Angeles',
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${address}?${query}`);
  await page.waitForSelector('.head, .state, .section, .welcome, .report');
  return page;
}

const steps: Record<string, () => Promise<void>> = {
  async 'arrow keys go from week to week, Home and T come back'() {
    const page = await open('state=full');
    const now = await week(page);
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((was) => document.querySelector('.head__week')?.textContent !== was, now);
    assert.match(await week(page), /9 – 15/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => /23/.test(document.querySelector('.head__week')?.textContent ?? ''));
    await page.keyboard.press('Home');
    await page.waitForFunction((was) => document.querySelector('.head__week')?.textContent === was, now);
    assert.equal(await page.getByText('Today', { exact: true }).count(), 0);
  },
  async 'the page opens at the asked week'() {
    const page = await open('state=full&week=2026-11-11');
    assert.match(await week(page), /9 – 15/);
  },
  async 'a figure opens by Enter, Escape goes back one page, and focus returns'() {
    const page = await open('state=full');
    await page.locator('[data-figure=management]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    assert.equal(await text(page, '#panel-title'), 'Management');
    await page.locator('.row--open').first().press('Enter');
    await page.waitForSelector('.change');
    await page.keyboard.press('Escape');
    assert.equal(await text(page, '#panel-title'), 'Management');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal(await focused(page), 'management');
  },
  async 'week keys rest while a panel is open'() {
    const page = await open('state=full');
    const now = await week(page);
    await page.locator('[data-figure=craft]').press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(60);
    assert.equal(await week(page), now);
  },
  async 'arrow down walks from a day into its blocks'() {
    const page = await open('state=full');
    await page.locator('[data-figure="day:2026-11-17"]').focus();
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(page), /Leadership stand-up/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await text(page, '#panel-title'), 'Design review: event store');
  },
  async 'arrow keys lead from day to day in the grid, and never out of it'() {
    const page = await open('state=full');
    const now = await week(page);
    await page.locator('[data-figure="day:2026-11-17"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'day:2026-11-18');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    assert.match(await focused(page), /Leadership stand-up/);
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft');
    assert.match(await focused(page), /Leadership stand-up/);
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'day:2026-11-16');
    assert.equal(await week(page), now);
  },
  async 'a short entry is hit at a finger’s width from its middle'() {
    const page = await open('state=full');
    const box = await page.locator('.block--short').first().boundingBox();
    assert.ok(box && box.height < 24);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 - 11);
    assert.equal(await text(page, '#panel-title'), 'Leadership stand-up');
  },
  async 'undo stays while it has the focus'() {
    const page = await open('state=full');
    await page.clock.install();
    await page.locator('.review').getByRole('button', { name: 'Craft' }).click();
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.clock.runFor(120_000);
    assert.equal(await page.locator('.toast').count(), 1);
    await page.locator('.head button').first().focus();
    await page.clock.runFor(30_000);
    assert.equal(await page.locator('.toast').count(), 0);
  },
  async 'the zone is found by the name of a city'() {
    const page = await open('page=settings&state=full&tab=1');
    const field = page.getByRole('combobox', { name: /city/i });
    await field.fill('Tokio');
    assert.equal(await page.locator('datalist option').first().getAttribute('value'), 'Tokio (Asia/Tokyo)');
    await field.press('Tab');
    assert.equal(await field.inputValue(), 'Asia/Tokyo');
  },
  async 'a rule is made from an entry, says how many it is about, and is edited and moved'() {
    const popup = await open('state=full');
    await popup.locator('.question__title').click();
    await popup.getByRole('button', { name: 'Make a rule from it' }).click();
    const asked = String((await sent(popup)).find((s) => s.command === 'openPage')?.input);
    const event = new URL(asked, address).searchParams.get('event') ?? '';
    const page = await open(`page=settings&state=full&tab=1&event=${encodeURIComponent(event)}`);
    const form = page.locator('#choices form');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#choices form input')?.value === 'Workshop',
    );
    assert.match(await text(page, '.inline-form__note'), /^1 entry/);
    await form.locator('select').first().selectOption('calendar');
    assert.deepEqual(
      await form
        .locator('datalist option')
        .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value)),
      ['Studio', 'Home'],
    );
    await page.getByRole('button', { name: 'Change the rule' }).first().click();
    await form.locator('input').fill('board');
    await form.getByRole('button', { name: 'Keep' }).click();
    const changed = (await sent(page)).find((s) => s.command === 'changeRule');
    assert.equal(changed?.input.value, 'board');
  },
  async 'the welcome page says how to pin the icon while it is out of sight'() {
    const hidden = await open('page=welcome&state=empty&tab=1');
    await hidden.waitForSelector('.pin-hint');
    const seen = await open('page=welcome&state=full&tab=1');
    await seen.waitForTimeout(200);
    assert.equal(await seen.locator('.pin-hint').count(), 0);
  },
  async 'the order of focus is the order on the page'() {
    const page = await open('state=full');
    const tops: number[] = [];
    for (let i = 0; i < 24; i++) {
      await page.keyboard.press('Tab');
      tops.push(
        await page.evaluate(() => {
          const box = document.activeElement?.getBoundingClientRect();
          return Math.round((box?.top ?? 0) + scrollY);
        }),
      );
    }
    // Head, figure, change, legend, days, facts: never far back up.
    for (const [i, top] of tops.entries()) assert.ok(top >= (tops[i - 1] ?? 0) - 60, `stop ${i} jumps back`);
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    assert.equal(outline, 'solid');
  },
  async 'a label is changed for its series, and undone'() {
    const page = await open('state=full');
    await page
      .getByRole('button', { name: /Sync about Atlas/ })
      .last()
      .click();
    await page.getByRole('radio', { name: 'Its series' }).check();
    await page.getByRole('button', { name: 'Making together', exact: true }).click();
    await page.waitForSelector('.toast');
    assert.match(await text(page, '.label__activity'), /Making together/);
    const correct = (await sent(page)).find((s) => s.command === 'correct');
    assert.deepEqual(correct?.input.scope, { kind: 'series', uid: 'Sync about Atlas' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() =>
      /Coordination/.test(document.querySelector('.label__activity')?.textContent ?? ''),
    );
  },
  async 'one tap settles a guess'() {
    const page = await open('state=full');
    const asked = await text(page, '.question__title');
    await page.locator('.review').getByRole('button', { name: 'Craft' }).click();
    await page.waitForFunction(
      (was) => document.querySelector('.question__title')?.textContent !== was,
      asked,
    );
  },
  async 'a meeting is tried elsewhere by keys, keeps the focus, and comes back'() {
    const page = await open('page=report&state=drift&tab=1');
    await page.getByText('Next week', { exact: true }).click();
    const meeting = page.locator('button.trial__box').filter({ hasText: 'Staffing' }).first();
    await meeting.focus();
    const name = (): Promise<string | null> => page.evaluate(() => document.activeElement?.ariaLabel ?? null);
    assert.match((await name()) ?? '', /^Wed .*Staffing$/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    assert.match((await name()) ?? '', /^Thu .*Staffing, moved$/);
    const gain = (): Promise<string | null> => page.locator('.compare__gain').textContent();
    await page.keyboard.press('Delete');
    assert.match((await name()) ?? '', /^Wed .*Staffing, taken out$/);
    assert.match((await gain()) ?? '', /\+/);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
    assert.equal(await gain(), '');
    await page.keyboard.press('Control+Shift+z');
    assert.match((await name()) ?? '', /^Thu .*Staffing, moved$/);
  },
  async 'the sample makes an empty popup a living one'() {
    const page = await open('state=empty');
    await page.getByRole('button', { name: 'Try the sample calendar' }).click();
    await page.waitForSelector('.share__figure');
  },
  async 'a file is read in a tab, and its problems are told'() {
    const welcome = await open('page=welcome&state=empty&tab=1');
    await welcome
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'work.ics',
        mimeType: 'text/calendar',
        buffer: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
      });
    await welcome.waitForSelector('.toast');
    assert.match(await text(welcome, '.toast'), /412 entries.*3 places/s);
    await welcome
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'notes.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('hello'),
      });
    await welcome.waitForSelector('.drop__error');
    assert.match(await text(welcome, '.drop__error'), /not an \.ics file/);
  },
  async 'hours that overlap are refused by their field, and valid ones are kept at once'() {
    const page = await open('page=settings&state=full&tab=1');
    const monday = page.locator('.hours').first();
    await monday.locator('input').nth(2).fill('11:00');
    await monday.locator('input').nth(2).blur();
    await page.waitForSelector('.hours [role=alert]');
    assert.equal(await monday.locator('[aria-invalid=true]').count(), 2);
    await monday.locator('input').nth(2).fill('14:00');
    await monday.locator('input').nth(2).blur();
    await page.waitForSelector('.hours [role=alert]', { state: 'detached' });
    assert.equal(await text(page, '#hours .section__saved'), 'Saved');
  },
  async 'removing a calendar asks once more, and No is the first answer'() {
    const page = await open('page=settings&state=full&tab=1');
    await page.getByRole('button', { name: 'Remove Studio' }).press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Keep');
    await page.keyboard.press('Escape');
    assert.ok(!(await sent(page)).some((s) => s.command === 'removeSource'));
    await page.getByRole('button', { name: 'Remove Studio' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
    await page.waitForFunction(() =>
      (globalThis as unknown as { mock: { sent: { command: string }[] } }).mock.sent.some(
        (s) => s.command === 'removeSource',
      ),
    );
  },
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log(`ok   ${name}`);
  } catch (cause) {
    failed++;
    console.error(`FAIL ${name}\n     ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  for (const context of browser.contexts()) await context.close();
}
await browser.close();
stop();
process.exitCode = failed > 0 ? 1 : 0;
