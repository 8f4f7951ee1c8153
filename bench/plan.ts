// What the best plan of a week costs beside counting that week once: random weeks of 6 to 25 entries.
// node bench/plan.ts [--weeks N] [--most N] ; ends with 1 where the median of up to three moves passes its ratio.
import { parseArgs } from 'node:util';
import { weekLoad } from '../src/load/week.ts';
import { MOVE_KINDS } from '../src/plan/move.ts';
import { planWeek } from '../src/plan/plan-week.ts';
import { type RandomWeek, randomWeek } from '../tests/plan/weeks.ts';

const { values } = parseArgs({
  options: { weeks: { type: 'string', default: '200' }, most: { type: 'string', default: '5' } },
});
const weeks = Array.from({ length: Number(values.weeks) }, (_, i) => randomWeek(20_000 + i));
/** A plan takes so many times the load of its week in the median at most; it is about eight. */
const MOST = 60;

const timeOf = (run: () => void): number => {
  const begin = performance.now();
  run();
  return performance.now() - begin;
};
const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function times(run: (week: RandomWeek) => void): number[] {
  return weeks.map((week) => timeOf(() => run(week))).sort((a, b) => a - b);
}

const loadOnce = ({ week, list, settings }: RandomWeek): void => {
  weekLoad(week, list, settings);
};
const planOf =
  (mostMoves: number, kinds = MOVE_KINDS as readonly (typeof MOVE_KINDS)[number][]) =>
  ({ week, list, settings }: RandomWeek): void => {
    planWeek(week, list, settings, { objective: 'craft', mostMoves, kinds });
  };

times(loadOnce);
times(planOf(2));
const load = at(times(loadOnce), 0.5);
console.log(`${weeks.length} weeks of 6 to 25 entries; weekLoad ${load.toFixed(2)} ms in the median`);
console.log('moves    median      p95      max (ms)   median in weekLoads');
const line = (name: string, sorted: readonly number[]): void => {
  const cells = [at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1)].map((ms) => ms.toFixed(1).padStart(9));
  console.log(name.padEnd(6), ...cells, (at(sorted, 0.5) / load).toFixed(1).padStart(15));
};
line('none', times(planOf(3, [])));
let ratio = 0;
for (let most = 1; most <= Number(values.most); most++) {
  const sorted = times(planOf(most));
  line(String(most), sorted);
  if (most <= 3) ratio = Math.max(ratio, at(sorted, 0.5) / load);
}
console.log(`up to three moves take ${ratio.toFixed(1)} weekLoads in the median; at most ${MOST} allowed`);
process.exitCode = ratio > MOST ? 1 : 0;
