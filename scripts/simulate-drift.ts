/**
 * Measures the drift monitor on simulated calendars and prints the tables of docs/drift.md:
 *
 *     npm run simulate            20,000 years, seeded; a minute or two
 *     npm run simulate -- 2000    fewer, for a quick look
 */
import { mean } from '../src/drift/mean.ts';
import { monitorValue } from '../src/drift/monitor.ts';
import { strongestStep } from '../src/drift/step.ts';
import { LASTING_THRESHOLD, SHORTEST_SEGMENT } from '../src/drift/thresholds.ts';
import { gaussian, seeded, stableWeeks } from '../tests/drift/simulated-weeks.ts';

const years = Number(process.argv[2] ?? 20_000);
/** Standard deviation of a simulated week in share points; the monitor's floors are far below. */
const SPREAD = 0.1;
const HISTORY = 26;
const YEAR = 52;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? Number.NaN;

/** The monitor's value at the end of each week from `from` to `to`, both included, counted from 1. */
function values(weeks: readonly number[], from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => monitorValue(weeks.slice(0, from + i))?.z ?? 0);
}

/** The strongest that two neighbouring values agree on, by direction. */
function twoRunning(z: readonly number[]): number[] {
  return z.map((here, i) => {
    const last = z[i - 1] ?? 0;
    return Math.sign(here) === Math.sign(last)
      ? Math.sign(here) * Math.min(Math.abs(here), Math.abs(last))
      : 0;
  });
}

const scaled = (weeks: readonly number[]): number[] => weeks.map((v) => 0.5 + SPREAD * v);
const normal = (seed: number): (() => number) => gaussian(seeded(seed));

console.log(`${years} simulated years a line, seed fixed, threshold ${LASTING_THRESHOLD}\n`);
console.log('Stable years with a lasting alarm');
for (const autocorrelation of [0, 0.3, 0.5]) {
  for (const [name, first, last] of [
    ['first year (from week 8)', 8, 8 + YEAR - 1],
    ['a later year (from week 27)', HISTORY + 1, HISTORY + YEAR],
  ] as const) {
    const draw = normal(1);
    const most = Array.from({ length: years }, () => {
      const weeks = scaled(stableWeeks(last, draw, autocorrelation));
      return Math.max(...twoRunning(values(weeks, first, last)).map(Math.abs));
    });
    const alarmed = most.filter((m) => m > LASTING_THRESHOLD).length / years;
    console.log(
      `  AR(1) ${autocorrelation}  ${name}: ${percent(alarmed)}   (10% would need ${quantile(most, 0.9).toFixed(2)})`,
    );
  }
}

console.log('\nA drop after 30 to 49 weeks, announced in time');
for (const [sd, within, peer] of [
  [2, 8, 49],
  [3, 6, 80],
  [4, 4, 86],
] as const) {
  const draw = normal(2);
  const choose = seeded(3);
  let calm = 0;
  let announced = 0;
  for (let y = 0; y < years; y++) {
    const at = 30 + Math.floor(choose() * 20);
    const weeks = scaled(stableWeeks(at + within, draw).map((v, i) => (i < at ? v : v - sd)));
    const z = twoRunning(values(weeks, HISTORY, at + within));
    if (z.slice(0, at - HISTORY + 1).some((v) => Math.abs(v) > LASTING_THRESHOLD)) continue;
    calm++;
    if (z.some((v) => v < -LASTING_THRESHOLD)) announced++;
  }
  console.log(
    `  ${sd} sd within ${within} weeks: ${percent(announced / calm)}   (maximal t of field.md: ${peer}%)`,
  );
}

console.log('\nSingle odd weeks in a stable stretch: alarms in the 14 weeks from there');
for (const [name, sizes] of [
  ['none', []],
  ['one week 3 sd low', [3]],
  ['one week 5 sd low', [5]],
  ['one week 8 sd low', [8]],
  ['two weeks running 4 sd low', [4, 4]],
] as const) {
  const draw = normal(4);
  let calm = 0;
  let alarmed = 0;
  for (let y = 0; y < years; y++) {
    const weeks = scaled(stableWeeks(54, draw).map((v, i) => v - (sizes[i - 40] ?? 0)));
    const z = twoRunning(values(weeks, HISTORY, 54)).map((v) => Math.abs(v) > LASTING_THRESHOLD);
    if (z.slice(0, 40 - HISTORY + 1).includes(true)) continue;
    calm++;
    if (z.includes(true)) alarmed++;
  }
  console.log(`  ${name}: ${percent(alarmed / calm)}`);
}

console.log('\nA creep of 3 sd, spread evenly over 16 weeks: weeks from its beginning to the announcement');
{
  const draw = normal(5);
  const delays = Array.from({ length: Math.ceil(years / 4) }, () => {
    const weeks = scaled(
      stableWeeks(80, draw).map((v, i) => v - 3 * Math.min(1, Math.max(0, (i - 30) / 16))),
    );
    const at = twoRunning(values(weeks, HISTORY, 80)).findIndex((v) => v < -LASTING_THRESHOLD);
    return at < 0 ? 99 : HISTORY + at - 30;
  });
  console.log(`  median ${quantile(delays, 0.5)}, nine in ten within ${quantile(delays, 0.9)}`);
}

console.log('\nThresholds for one look, 5% of stable series (AR(1) 0.3)');
const looks: string[] = [];
for (const weeks of [8, 9, 10, 12, 14, 16, 20, 26, 39, 52]) {
  const draw = normal(6);
  const most = Array.from({ length: years * 5 }, () => {
    const series = scaled(stableWeeks(weeks, draw));
    return Math.abs(strongestStep(series, SHORTEST_SEGMENT, SHORTEST_SEGMENT)?.z ?? 0);
  });
  looks.push(`[${weeks}, ${quantile(most, 0.95).toFixed(2)}]`);
}
console.log(`  ${looks.join(', ')}`);

console.log('\nDates: a 3 sd drop in the middle of 26 weeks lies within the interval');
{
  const draw = normal(7);
  let inside = 0;
  const errors: number[] = [];
  for (let y = 0; y < years; y++) {
    const series = scaled(stableWeeks(26, draw).map((v, i) => (i < 13 ? v : v - 3)));
    const best = strongestStep(series, SHORTEST_SEGMENT, SHORTEST_SEGMENT);
    if (!best) continue;
    errors.push(Math.abs(best.at - 13));
    const { low, high } = intervalOf(series, best.z);
    if (low <= 13 && 13 <= high) inside++;
  }
  console.log(
    `  ${percent(inside / years)}; the most likely week is off by ${mean(errors).toFixed(2)} weeks in the mean`,
  );
}

function intervalOf(series: readonly number[], bestZ: number): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let at = SHORTEST_SEGMENT; at <= series.length - SHORTEST_SEGMENT; at++) {
    const step = strongestStep(series, at, series.length - at, series.length - at);
    if (step && step.z * bestZ > 0 && Math.abs(bestZ) - Math.abs(step.z) <= 1) {
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
  }
  return { low, high };
}
