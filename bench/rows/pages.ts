import { type Bench, benchInChromium } from '../in-chromium.ts';
import type { Row } from '../measure.ts';

const OCCURRENCES = 50_000;
const FEW = 2_000;

let started: Promise<Bench> | null = null;

/** One browser for all rows of pages: filling its store takes longest. */
function shared(quick: boolean): Promise<Bench> {
  started ??= benchInChromium(quick ? FEW : OCCURRENCES);
  return started;
}

/** Closes the browser where one was started. */
export async function closePages(): Promise<void> {
  if (started !== null) await (await started).close();
}

const emptyPage = (bench: Bench): Promise<number> => bench.painted('empty.html', '#empty');

function page(name: string, work: string, aim: number, path: string, selector: string): Row {
  return {
    name,
    work,
    against: 'an empty extension page',
    unit: 'ms',
    aim,
    turns: 9,
    async open(quick) {
      const bench = await shared(quick);
      return { ours: () => bench.painted(path, selector), peer: () => emptyPage(bench) };
    },
  };
}

/** The longest task of a page against the shortest that counts as long. */
function longest(name: string, work: string, path: string, selector: string, click: string): Row {
  return {
    name,
    work,
    against: 'a task of 50 ms',
    unit: 'ms',
    aim: 1,
    turns: 5,
    async open(quick) {
      const bench = await shared(quick);
      return { ours: async () => (await bench.tasks(path, selector, click)).longestMs, peer: () => 50 };
    },
  };
}

const POPUP_FIGURE = '.share__figure .amount';
const REPORT_FIGURE = '.headline__number .amount';

export const PAGE_ROWS: readonly Row[] = [
  page(
    'popup',
    'popup open to the figures painted, 50,000 occurrences',
    1.2,
    'popup/index.html',
    POPUP_FIGURE,
  ),
  page('report', 'report of 26 weeks open to its figure painted', 4, 'report/index.html', REPORT_FIGURE),
  longest(
    'report-all',
    'report of all weeks, its longest task',
    'report/index.html',
    REPORT_FIGURE,
    'fieldset.choice label:last-child input',
  ),
  {
    name: 'background',
    work: 'a message to the stopped background and back',
    against: 'the same to an empty worker',
    unit: 'ms',
    aim: 2,
    turns: 15,
    async open(quick) {
      const bench = await shared(quick);
      return { ours: () => bench.background('craftweek'), peer: () => bench.background('empty') };
    },
  },
];
