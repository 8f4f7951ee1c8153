// How the report grows with its weeks: 52, 104, 260 and 520 of a made-up calendar, each computed as the page does.
// node bench/report.ts [--runs N] ; ends with 1 where 520 weeks take more than 12 times what 52 take.
import { parseArgs } from 'node:util';
import { countedOccurrences, loadWeeks, type ReportWeek } from '../extension/report/load-weeks.ts';
import { reportTables, reportView } from '../extension/report/view.ts';
import { defaultLoadSettings } from '../src/load/settings.ts';
import { addWeeks } from '../src/time/week.ts';
import { reachOf } from '../src/week/standing.ts';
import { storyOf } from '../src/week/story.ts';
import { longCalendar } from '../tests/ui/mock/long-calendar.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
const WEEK = '2026-11-16';
/** Ten times the weeks may take ten times as long, and some for what grows a little faster. */
const MOST = 12;
const settings = defaultLoadSettings('Europe/Berlin');

interface Times {
  readonly load: number;
  readonly view: number;
  readonly tables: number;
  /** The longest stretch in which the page cannot answer. */
  readonly slice: number;
}

async function once(count: number): Promise<Times> {
  const calendar = longCalendar(
    { weeks: count, changeBefore: 30, away: [6, 22, 23, 46, 47] },
    WEEK,
    settings.zone,
  );
  const begin = performance.now();
  const occurrences = countedOccurrences(calendar, [], settings.zone);
  let past: readonly ReportWeek[] = [];
  let slice = 0;
  let mark = performance.now();
  const given = { occurrences, settingsAt: () => settings, closed: [] };
  await loadWeeks([addWeeks(WEEK, -count), addWeeks(WEEK, -1)], given, (weeks) => {
    past = weeks;
    slice = Math.max(slice, performance.now() - mark);
    setTimeout(() => {
      mark = performance.now();
    }, 0);
    return true;
  });
  const loaded = performance.now();
  const weeks = past.map((w) => w.load);
  const story = storyOf(weeks, reachOf(weeks), [], 'craft', Number.POSITIVE_INFINITY);
  const shown = { track: 'mastery', target: 0.5, marks: [], story, causes: [] } as const;
  const input = { past, coming: [], settings, ...shown };
  reportView(input);
  const viewed = performance.now();
  reportTables(input);
  const done = performance.now();
  return { load: loaded - begin, view: viewed - loaded, tables: done - viewed, slice };
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

await once(52);
const totals = new Map<number, number>();
console.log('weeks    load    view  tables   total  longest slice (ms, medians)');
for (const count of [52, 104, 260, 520]) {
  const times: Times[] = [];
  for (let i = 0; i < runs; i++) times.push(await once(count));
  const of = (pick: (t: Times) => number): number => median(times.map(pick));
  const total = of((t) => t.load + t.view + t.tables);
  totals.set(count, total);
  const cells = [of((t) => t.load), of((t) => t.view), of((t) => t.tables), total, of((t) => t.slice)];
  console.log(String(count).padStart(5), ...cells.map((ms) => ms.toFixed(0).padStart(7)));
}
const ratio = (totals.get(520) ?? 0) / (totals.get(52) ?? 1);
console.log(`520 weeks take ${ratio.toFixed(1)} times what 52 take; at most ${MOST} allowed`);
process.exitCode = ratio > MOST ? 1 : 0;
