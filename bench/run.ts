/**
 * Speed against peers, in one run and in turns: `npm run bench`. What counts are the ratios; the machine's own pace falls
 * out of them. `--only NAME` runs one row, `--json FILE` writes all turns, `--quick` proves that every row runs.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildAll } from '../scripts/build.ts';
import { measured, type Result } from './measure.ts';
import { ANALYSIS_ROWS } from './rows/analysis.ts';
import { closePages, PAGE_ROWS } from './rows/pages.ts';
import { PLAN_ROWS } from './rows/plan.ts';
import { READING_ROWS } from './rows/reading.ts';
import { SYNC_ROWS } from './rows/sync.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const all = [...ANALYSIS_ROWS, ...READING_ROWS, ...SYNC_ROWS, ...PLAN_ROWS, ...PAGE_ROWS];
const chosen = values.only ? all.filter(({ name }) => values.only?.includes(name)) : all;
if (chosen.length === 0) {
  console.error(`no such row; there are: ${all.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const two = (ratio: number): string => (ratio < 0.1 ? ratio.toFixed(4) : ratio.toFixed(2));

function line({ name, median, quartiles, n, aim, against }: Result): string {
  const cells = [
    two(median),
    `${two(quartiles[0])} to ${two(quartiles[1])}`,
    String(n),
    aim === null ? '-' : two(aim),
  ];
  return `${name.padEnd(18)}${cells.map((cell, i) => cell.padStart([8, 18, 4, 8][i] ?? 8)).join('')}   of ${against}`;
}

if (chosen.some((row) => PAGE_ROWS.includes(row))) await buildAll();
console.log(`${'row'.padEnd(18)}  median         quartiles   n     aim`);
const results: Result[] = [];
try {
  for (const row of chosen) {
    const result = await measured(row, values.quick);
    results.push(result);
    console.log(line(result));
  }
} finally {
  await closePages();
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
