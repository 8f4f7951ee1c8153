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

export const PAGE_ROWS: readonly Row[] = [
  page(
    'popup',
    'popup open to the figures painted, 50,000 occurrences',
    1.2,
    'popup/index.html',
    '.share__figure .amount',
  ),
];
