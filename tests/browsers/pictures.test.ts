import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveMock } from '../ui/mock/serve.ts';
import { type Drawing, type DrawnPage, startDrawing } from './drawing.ts';

/**
 * The charts of the popup and the report, drawn from plain values at a fixed time, against the pictures in
 * tests/browsers/pictures. Where a chart was changed on purpose, draw them anew and look at them:
 *
 *     CRAFTWEEK_NEW_PICTURES=1 node scripts/test-browsers.ts
 */
const KEPT = resolve('tests/browsers/pictures');
const SEEN = resolve('test-results/browsers');
const ANEW = process.env.CRAFTWEEK_NEW_PICTURES === '1';
/**
 * Edges are smoothed a little differently by each version of a browser: a part of the pixels may differ. Half of what
 * the line of the trend takes, so that its loss is seen.
 */
const MOST_DIFFERENT = 0.0006;

let drawing: Drawing;
let served: { address: string; stop: () => void };

beforeAll(async () => {
  mkdirSync(SEEN, { recursive: true });
  served = await serveMock();
  drawing = await startDrawing();
});
afterAll(async () => {
  await drawing?.close();
  served?.stop();
});

/** The part of the pixels that differ, 0 to 1; the difference is kept as a picture. */
function difference(one: PNG, other: PNG, name: string): number {
  expect([one.width, one.height], 'the size of the picture').toEqual([other.width, other.height]);
  const { width, height } = one;
  const shown = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, shown.data, width, height, { threshold: 0.15 });
  if (count > 0) writeFileSync(join(SEEN, `${name}-difference.png`), PNG.sync.write(shown));
  return count / (width * height);
}

/** How much of a picture is not its paper: a chart that is not drawn at all has next to nothing. */
function inked(picture: PNG): number {
  const paper = picture.data.subarray(0, 3);
  let count = 0;
  for (let at = 0; at < picture.data.length; at += 4) {
    if (picture.data.subarray(at, at + 3).compare(paper) !== 0) count++;
  }
  return count / (picture.width * picture.height);
}

async function withPage<T>(query: string, use: (page: DrawnPage) => Promise<T>): Promise<T> {
  // What the plan finds is drawn into trend and check-up too, behind the rest of the page.
  const ready = query.startsWith('page=report') ? '.plan__lasting .move' : '.chart';
  const page = await drawing.open(`${served.address}?${query}`, ready);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

const CHARTS = [
  { name: 'report-trend', query: 'page=report&state=drift&tab=1', selector: '.trend', width: 1000 },
  { name: 'report-trend-narrow', query: 'page=report&state=drift&tab=1', selector: '.trend', width: 288 },
  { name: 'report-leader', query: 'page=report&state=leader&tab=1', selector: '.trend', width: 1000 },
  { name: 'report-heat', query: 'page=report&state=drift&tab=1', selector: '.heats', width: 900 },
  { name: 'report-checkup', query: 'page=report&state=drift&tab=1', selector: '.checkup__sheet', width: 600 },
  { name: 'report-week', query: 'page=report&state=drift&tab=1', selector: '#week .chart', width: 620 },
  { name: 'popup-bar', query: 'page=popup&state=full', selector: '.bar', width: 340 },
  { name: 'popup-week', query: 'page=popup&state=full', selector: '.chart', width: 340 },
] as const;

describe('the charts', () => {
  it.each(CHARTS)('are drawn as they were: $name', async ({ name, query, selector, width }) => {
    const bytes = await withPage(query, (page) => page.picture(selector, width));
    const full = `${drawing.browser}-${name}`;
    const picture = PNG.sync.read(bytes);
    writeFileSync(join(SEEN, `${full}.png`), bytes);
    expect(picture.width).toBe(width);
    expect(inked(picture)).toBeGreaterThan(0.02);
    const kept = join(KEPT, `${full}.png`);
    if (ANEW) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(kept, bytes);
      return;
    }
    expect(existsSync(kept), `${full}.png is not in tests/browsers/pictures`).toBe(true);
    expect(difference(picture, PNG.sync.read(readFileSync(kept)), full)).toBeLessThanOrEqual(MOST_DIFFERENT);
  });

  it('are the same twice, to the pixel', async () => {
    const once = (): Promise<PNG> =>
      withPage('page=report&state=drift&tab=1', async (page) =>
        PNG.sync.read(await page.picture('.trend', 1000)),
      );
    expect(difference(await once(), await once(), `${drawing.browser}-twice`)).toBe(0);
  });

  it('differ where the weeks do', async () => {
    const of = (state: string): Promise<PNG> =>
      withPage(`page=report&state=${state}&tab=1`, async (page) =>
        PNG.sync.read(await page.picture('.heats', 900)),
      );
    expect(difference(await of('drift'), await of('leader'), `${drawing.browser}-weeks`)).toBeGreaterThan(
      0.02,
    );
  });
});
