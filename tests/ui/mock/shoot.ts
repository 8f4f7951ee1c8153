// Draws every page in every state, takes a picture of each and runs axe over it.
// node tests/ui/mock/shoot.ts [--out DIR] [--only TEXT] ; ends with 1 where axe finds something.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { serveMock } from './serve.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
const out = resolve(values.out ?? 'test-results/ui');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Shot {
  readonly name: string;
  readonly query: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** The picture is of the whole page, however long. */
  readonly long?: boolean;
  /** The page as a printer gets it. */
  readonly print?: boolean;
  /** Clicks on the way to the state, as selectors. */
  readonly click?: readonly string[];
}

const popup = { width: 380, height: 600 };
const whole = { width: 380, height: 1100 };
const wide = { width: 1200, height: 900, long: true };
const states = [
  'empty',
  'loading',
  'error',
  'holiday',
  'dst',
  'trouble',
  'reading',
  'young',
  'sample',
  'bare',
];
const shots: Shot[] = [
  { name: 'popup', query: 'state=full', ...popup },
  { name: 'popup-whole', query: 'state=full', ...whole },
  { name: 'popup-whole-dark', query: 'state=full', ...whole, dark: true },
  { name: 'popup-320', query: 'state=full', width: 320, height: 1100 },
  { name: 'popup-320-de-long', query: 'state=long&lang=de', width: 320, height: 1300 },
  { name: 'popup-de', query: 'state=long&lang=de', ...whole },
  { name: 'popup-ja', query: 'state=full&lang=ja', ...whole },
  { name: 'popup-fr', query: 'state=full&lang=fr', ...whole },
  { name: 'popup-es', query: 'state=full&lang=es', ...whole },
  { name: 'popup-pt', query: 'state=full&lang=pt', ...whole },
  { name: 'popup-asked', query: 'state=asked', ...whole },
  { name: 'popup-asked-dark-de', query: 'state=asked&lang=de', ...whole, dark: true },
  { name: 'popup-forced', query: 'state=full', ...whole, forced: true },
  { name: 'popup-tab', query: 'state=full&tab=1', width: 1200, height: 1000 },
  { name: 'popup-tab-dark', query: 'state=full&tab=1', width: 1200, height: 1000, dark: true },
  ...states.map((state) => ({ name: `popup-${state}`, query: `state=${state}`, ...whole, height: 900 })),
  ...['empty', 'error', 'trouble'].map((state) => ({
    name: `popup-${state}-dark`,
    query: `state=${state}`,
    ...popup,
    dark: true,
  })),
  { name: 'popup-empty-ja', query: 'state=empty&lang=ja', ...popup },
  { name: 'panel-share', query: 'state=full', ...popup, click: ['[data-figure=share]'] },
  { name: 'panel-craft-dark', query: 'state=full', ...popup, dark: true, click: ['[data-figure=craft]'] },
  { name: 'panel-management', query: 'state=full', ...popup, click: ['[data-figure=management]'] },
  {
    name: 'panel-yardstick',
    query: 'state=full&week=2026-11-09',
    ...popup,
    click: ['[data-figure=yardstick]'],
  },
  { name: 'panel-day', query: 'state=full', ...popup, click: ['[data-figure="day:2026-11-18"]'] },
  {
    name: 'panel-double',
    query: 'state=full',
    ...popup,
    click: ['.notable__more', '[data-figure=double-booked]'],
  },
  { name: 'panel-guess', query: 'state=full', ...whole, height: 700, click: ['.question__title'] },
  {
    name: 'panel-guess-dark',
    query: 'state=full',
    ...whole,
    height: 700,
    dark: true,
    click: ['.question__title'],
  },
  {
    name: 'panel-guess-de',
    query: 'state=long&lang=de',
    width: 320,
    height: 800,
    click: ['.question__title'],
  },
  { name: 'panel-toast', query: 'state=full', ...popup, click: ['.question__title', '.option >> nth=1'] },
  {
    name: 'panel-tab',
    query: 'state=full&tab=1',
    width: 1200,
    height: 900,
    click: ['[data-figure=management]'],
  },
  { name: 'review-toast', query: 'state=full', ...popup, click: ['.answer >> nth=0'] },
  { name: 'settings', query: 'page=settings&state=full&tab=1', width: 1000, height: 3200 },
  { name: 'settings-dark', query: 'page=settings&state=full&tab=1', width: 1000, height: 3200, dark: true },
  { name: 'settings-320-de', query: 'page=settings&state=full&lang=de&tab=1', width: 320, height: 4600 },
  { name: 'settings-ja', query: 'page=settings&state=trouble&lang=ja&tab=1', width: 800, height: 3400 },
  { name: 'settings-empty', query: 'page=settings&state=empty&tab=1', width: 1000, height: 3000 },
  { name: 'settings-error', query: 'page=settings&state=error&tab=1', width: 1000, height: 600 },
  ...['newer-data', 'no-room', 'held', 'private-window'].flatMap((state) => [
    { name: `broken-${state}`, query: `state=${state}`, ...popup },
    { name: `broken-${state}-de-dark`, query: `state=${state}&lang=de`, ...popup, width: 320, dark: true },
  ]),
  { name: 'broken-ask', query: 'state=newer-data', ...popup, click: ['text=Start anew'] },
  {
    name: 'broken-settings',
    query: 'page=settings&state=no-room&lang=ja&tab=1',
    width: 600,
    height: 400,
    click: ['.button--quiet'],
  },
  { name: 'reading-of-de-dark', query: 'state=reading&lang=de&tab=1', width: 480, height: 500, dark: true },
  { name: 'broken-report', query: 'page=report&state=held&lang=fr&tab=1', width: 1200, height: 500 },
  {
    name: 'settings-forced',
    query: 'page=settings&state=full&tab=1',
    width: 1000,
    height: 3200,
    forced: true,
  },
  { name: 'welcome', query: 'page=welcome&state=empty&tab=1', width: 1000, height: 1300 },
  { name: 'welcome-dark', query: 'page=welcome&state=empty&tab=1', width: 1000, height: 1300, dark: true },
  { name: 'welcome-320-de', query: 'page=welcome&state=empty&lang=de&tab=1', width: 320, height: 1800 },
  { name: 'welcome-ja', query: 'page=welcome&state=empty&lang=ja&tab=1', width: 1000, height: 900 },
  { name: 'report', query: 'page=report&state=drift&tab=1', ...wide },
  { name: 'report-dark', query: 'page=report&state=drift&tab=1', ...wide, dark: true },
  { name: 'report-years', query: 'page=report&state=years&tab=1', ...wide, click: ['.choice >> text=All'] },
  { name: 'report-steady', query: 'page=report&state=steady&tab=1', ...wide },
  { name: 'report-weeks', query: 'page=report&state=weeks&tab=1', ...wide },
  { name: 'report-leader', query: 'page=report&state=leader&tab=1', ...wide },
  { name: 'report-empty', query: 'page=report&state=empty&tab=1', width: 1200, height: 700 },
  { name: 'report-error', query: 'page=report&state=error&tab=1', width: 1200, height: 700 },
  { name: 'report-asked', query: 'page=report&state=drift&tab=1&week=2026-11-04', ...wide },
  { name: 'report-320', query: 'page=report&state=drift&tab=1', width: 320, height: 900, long: true },
  {
    name: 'report-320-de',
    query: 'page=report&state=drift&lang=de&tab=1',
    width: 320,
    height: 900,
    long: true,
  },
  { name: 'report-2560', query: 'page=report&state=drift&tab=1', width: 2560, height: 1400, long: true },
  { name: 'report-de', query: 'page=report&state=drift&lang=de&tab=1', ...wide },
  { name: 'report-ja', query: 'page=report&state=drift&lang=ja&tab=1', ...wide },
  { name: 'report-fr', query: 'page=report&state=drift&lang=fr&tab=1', ...wide },
  { name: 'report-forced', query: 'page=report&state=drift&tab=1', ...wide, forced: true },
  { name: 'report-print', query: 'page=report&state=drift&tab=1', width: 794, height: 1123, print: true },
  {
    name: 'report-print-ja',
    query: 'page=report&state=drift&lang=ja&tab=1',
    width: 794,
    height: 1123,
    print: true,
  },
  { name: 'plan', query: 'page=report&state=drift&tab=1', ...wide, click: ['text=Try all of them'] },
  {
    name: 'plan-chosen-dark',
    query: 'page=report&state=drift&tab=1',
    ...wide,
    dark: true,
    click: ['text=Next week', 'button.trial__box >> nth=3', 'text=Take out'],
  },
  {
    name: 'report-row',
    query: 'page=report&state=drift&tab=1',
    ...wide,
    click: ['.opens >> text=Budget sync', '.opens >> text=1:1 with Mara'],
  },
  {
    name: 'report-label',
    query: 'page=report&state=drift&tab=1',
    width: 1200,
    height: 900,
    click: ['.opens >> text=Budget sync', '.behind .opens >> nth=0'],
  },
].filter((shot) => !values.only || new RegExp(values.only).test(shot.name));

const { address, stop } = await serveMock();
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let failures = 0;
for (const shot of shots) {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.dark ? 'dark' : 'light',
    forcedColors: shot.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Kolkata',
    deviceScaleFactor: shot.long ? 1 : 2,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const expectError = /state=(error|newer-data|no-room|held|private-window)/.test(shot.query);
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && !expectError) errors.push(line.text());
  });
  await page.goto(`${address}?${shot.query}`);
  await page.waitForSelector('#root > *');
  await page.waitForTimeout(shot.query.includes('page=report') || shot.name.startsWith('broken') ? 400 : 60);
  for (const selector of shot.click ?? []) {
    try {
      await page.click(selector, { timeout: 5000 });
    } catch (cause) {
      errors.push(`cannot click ${selector}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  await page.waitForTimeout(40);
  if (shot.print) await page.emulateMedia({ media: 'print' });
  // Nobody reads paper aloud.
  const found = [...errors, ...(shot.print ? [] : await violations(page)), ...(await misfits(page))];
  await page.screenshot({ path: join(out, `${shot.name}.png`), fullPage: shot.long === true });
  if (shot.print) await page.pdf({ path: join(out, `${shot.name}.pdf`), preferCSSPageSize: true });
  for (const line of found) console.error(`${shot.name}: ${line}`);
  failures += found.length;
  await context.close();
}
await browser.close();
stop();
console.log(`${shots.length} states drawn, ${failures} findings; pictures in ${out}`);
process.exitCode = failures > 0 ? 1 : 0;

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: {
        run(
          where: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((v) =>
      v.nodes.map((n) => `axe ${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`),
    );
  });
}

/** Missing words, and content wider than the page. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const text = document.body.textContent;
    const missing = text.match(/⟨[^⟩]*⟩/g);
    if (missing) found.push(`missing words ${[...new Set(missing)].join(' ')}`);
    const place = text.match(/\{\w+\}/g);
    if (place) found.push(`unfilled places ${place.join(' ')}`);
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      found.push(`wider than the page by ${root.scrollWidth - root.clientWidth} px`);
    return found;
  });
}
