import type { Range } from './week-load.ts';

/** The range holds the true share of the week nine times in ten. */
const OUTSIDE_EACH_SIDE = 0.05;
/** Width of a cell of the distribution: a whole per cent is all that is shown. */
const CELL = 0.01;
const CELLS = 2 * Math.round(1 / CELL) + 1;

/**
 * How the doubt spreads from person to person (times, part of people): whoever's words the model does not know is misread
 * in many series at once. Measured on left-out people by `npm run range`: docs/range.md.
 */
const PEOPLE: readonly (readonly [times: number, part: number])[] = [
  [0.55, 0.3],
  [1, 0.4],
  [1.5, 0.3],
];

/** Something that may be otherwise: with what chance, and how far it moves the share. */
export type Outcome = readonly [chance: number, shift: number];

/**
 * The range in which a share lies nine times in ten, when each of `doubts` may turn out as `outcomesOf` says, at a doubt
 * that is `times` the measured one for this person.
 */
export function rangeAround<D>(
  share: number,
  doubts: readonly D[],
  outcomesOf: (doubt: D, times: number) => readonly Outcome[],
): Range {
  const sums = new Float64Array(CELLS);
  for (const [times, part] of PEOPLE) {
    let one: Float64Array = new Float64Array(CELLS);
    one[(CELLS - 1) / 2] = 1;
    for (const doubt of doubts) one = mixed(one, outcomesOf(doubt, times));
    for (let i = 0; i < CELLS; i++) sums[i] = (sums[i] ?? 0) + part * (one[i] ?? 0);
  }
  return [
    clamp(share + quantile(sums, OUTSIDE_EACH_SIDE)),
    clamp(share + quantile(sums, 1 - OUTSIDE_EACH_SIDE)),
  ];
}

/** A distribution shifted by each outcome with its chance, and left where it is with the rest. */
function mixed(now: Float64Array, outcomes: readonly Outcome[]): Float64Array {
  const next = new Float64Array(CELLS);
  let stays = 1;
  const moves = outcomes.map(([chance, shift]) => {
    stays -= chance;
    const cells = Math.floor(shift / CELL);
    return { chance, cells, over: shift / CELL - cells };
  });
  for (let i = 0; i < CELLS; i++) {
    const mass = now[i] ?? 0;
    if (mass < 1e-9) continue;
    next[i] = (next[i] ?? 0) + mass * stays;
    for (const { chance, cells, over } of moves) {
      const at = Math.min(CELLS - 2, Math.max(0, i + cells));
      next[at] = (next[at] ?? 0) + mass * chance * (1 - over);
      next[at + 1] = (next[at + 1] ?? 0) + mass * chance * over;
    }
  }
  return next;
}

/** The shift below which `part` of the distribution lies. */
function quantile(cells: Float64Array, part: number): number {
  let sum = 0;
  for (let i = 0; i < CELLS; i++) {
    sum += cells[i] ?? 0;
    if (sum >= part) return (i - (CELLS - 1) / 2) * CELL;
  }
  return 1;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
