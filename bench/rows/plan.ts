import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { browserPath } from '../../scripts/browsers.ts';
import type { Row } from '../measure.ts';

/** What the median of a plan may take in a browser beside that of an empty plan. */
const LIMIT_MS = 150;
const WEEKS = 100;
const FEW_WEEKS = 5;

/** The search of a plan as one classic script. */
async function planScript(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'craftweek-plan-'));
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: true,
        lib: { entry: join(import.meta.dirname, '../plan-entry.ts'), formats: ['iife'], name: 'plans' },
        rollupOptions: { output: { entryFileNames: 'plan.js' } },
      },
    });
    return readFileSync(join(outDir, 'plan.js'), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

async function medianOf(page: Page, weeks: number, empty: boolean): Promise<number> {
  const times = await page.evaluate(
    ([count, none]) => (Reflect.get(globalThis, 'planTimes') as (...a: unknown[]) => number[])(count, none),
    [weeks, empty] as const,
  );
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

export const PLAN_ROWS: readonly Row[] = [
  {
    name: 'plan',
    work: 'plan of up to three moves in Chromium, beside an empty plan, median of 100 weeks',
    against: `${LIMIT_MS} ms`,
    unit: 'ms',
    aim: 1,
    turns: 5,
    async open(quick) {
      const weeks = quick ? FEW_WEEKS : WEEKS;
      const script = await planScript();
      const browser = await chromium.launch({
        executablePath: browserPath('chromium'),
        chromiumSandbox: process.getuid?.() !== 0,
      });
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      return {
        ours: async () => (await medianOf(page, weeks, false)) - (await medianOf(page, weeks, true)),
        peer: () => LIMIT_MS,
        close: () => browser.close(),
      };
    },
  },
];
