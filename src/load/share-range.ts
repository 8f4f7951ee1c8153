import type { Side } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { titleStem } from '../calendar/series.ts';
import type { LoadMinutes, Range, Share } from './week-load.ts';

/** The range holds the true share of the week nine times in ten. */
const OUTSIDE_EACH_SIDE = 0.05;
/** Width of a cell of the distribution: a whole per cent is all that is shown. */
const CELL = 0.01;
const CELLS = 2 * Math.round(1 / CELL) + 1;

/**
 * How much more often labels of a side are wrong on people whose calendars nothing was learnt from than their
 * confidences say, and how that spreads from person to person (times, part of people): whoever's words the model does
 * not know is misread in many series at once. Measured on left-out people by `npm run range`: docs/range.md.
 */
const DOUBT = { craft: 0.7, management: 1.1, neither: 0.7 } as const;
const PEOPLE: readonly (readonly [times: number, part: number])[] = [
  [0.55, 0.3],
  [1, 0.4],
  [1.5, 0.3],
];
/** A label is never surer than this of itself, but where the user's own hand settled it. */
const LEAST_DOUBT = 0.01;
/** Wrong in more than this is not told from a coin. */
const MOST_DOUBT = 0.75;
/** How often a meeting that was not confirmed does not take place; our own judgement. */
const FALLS_THROUGH = 0.15;

/** What a wrong label truly is, measured on the same people. */
const IF_WRONG = {
  craft: { craft: 0, management: 0.8, neither: 0.2 },
  management: { craft: 0.9, management: 0, neither: 0.1 },
  neither: { craft: 0.7, management: 0.3, neither: 0 },
} as const satisfies Record<Side, Record<Side, number>>;
const SIDES = ['craft', 'management', 'neither'] as const satisfies readonly Side[];

/** How much more than its own minutes a wrong label moves: what is no meeting joins the open time beside it. */
const JOINS = { booked: { with: 1, solo: 1.4 }, away: { with: 1.2, solo: 1.6 } } as const;

type Outcome = readonly [chance: number, shift: number];

/** What could be otherwise, at once, in all occurrences of one series: its minutes by side, and the chance. */
interface Doubt extends Record<Side, number> {
  unconfirmed: number;
  wrong: number;
  solo: boolean;
}

/**
 * The range in which the true craft share of the week lies nine times in ten, from the confidences of the labels behind
 * it: one wrong label turns all occurrences of its series, a person whose words are misread is so in many series at once,
 * and what is not confirmed may not take place. What the user or the calendar settled is not doubted. Null where the
 * share is.
 */
export function craftShareRange(
  minutes: Pick<LoadMinutes, 'craft' | 'management' | 'fragments'>,
  counted: readonly Share[],
  byKey: ReadonlyMap<string, LabelledOccurrence>,
): Range | null {
  const whole = minutes.craft + minutes.management + minutes.fragments;
  if (whole === 0) return null;
  const doubts = doubtsOf(counted, byKey);
  const share = minutes.craft / whole;
  const sums = new Float64Array(CELLS);
  for (const [times, part] of PEOPLE) {
    const one = distributionOf(doubts, minutes.craft, whole, times);
    for (let i = 0; i < CELLS; i++) sums[i] = (sums[i] ?? 0) + part * (one[i] ?? 0);
  }
  return [
    clamp(share + quantile(sums, OUTSIDE_EACH_SIDE)),
    clamp(share + quantile(sums, 1 - OUTSIDE_EACH_SIDE)),
  ];
}

function doubtsOf(counted: readonly Share[], byKey: ReadonlyMap<string, LabelledOccurrence>): Doubt[] {
  const doubts = new Map<string, Doubt>();
  for (const { key, minutes, unconfirmedMinutes } of counted) {
    const occurrence = byKey.get(key);
    if (!occurrence) continue;
    const { side, confidence } = occurrence.label;
    const id = seriesOf(occurrence);
    const doubt = doubts.get(id) ?? {
      craft: 0,
      management: 0,
      neither: 0,
      unconfirmed: 0,
      wrong: 0,
      solo: occurrence.people <= 1,
    };
    doubt[side] += minutes;
    if (side !== 'neither') doubt.unconfirmed += unconfirmedMinutes;
    doubt.wrong = Math.max(doubt.wrong, confidence >= 1 ? 0 : Math.max(LEAST_DOUBT, 1 - confidence));
    doubts.set(id, doubt);
  }
  return [...doubts.values()].filter((d) => d.wrong > 0 || d.unconfirmed > 0);
}

/** Copies of one title are read alike, so they are wrong alike. */
function seriesOf({ uid, title }: LabelledOccurrence): string {
  const stem = titleStem(title);
  return stem === '' ? uid : stem;
}

/** The distribution of the difference between the true share and the counted one, cell by cell. */
function distributionOf(doubts: readonly Doubt[], craft: number, whole: number, times: number): Float64Array {
  let now: Float64Array = new Float64Array(CELLS);
  now[(CELLS - 1) / 2] = 1;
  for (const doubt of doubts) now = mixed(now, outcomesOf(doubt, craft, whole, times));
  return now;
}

/** What one series may truly be, with the chance of each and how far it moves the share. */
function outcomesOf(doubt: Doubt, craft: number, whole: number, times: number): Outcome[] {
  const side = sideOf(doubt);
  const minutes = doubt[side];
  const wrong = Math.min(MOST_DOUBT, doubt.wrong * times * DOUBT[side]);
  const joins = JOINS[side === 'neither' ? 'away' : 'booked'][doubt.solo ? 'solo' : 'with'];
  const shift = (newCraft: number, newWhole: number): number =>
    newWhole <= 0 ? 0 : joins * (newCraft / newWhole - craft / whole);
  const [craftWithout, wholeWithout] = [
    side === 'craft' ? craft - minutes : craft,
    side === 'neither' ? whole : whole - minutes,
  ];
  const outcomes = SIDES.filter((to) => to !== side).map(
    (to): Outcome => [
      wrong * IF_WRONG[side][to],
      shift(
        to === 'craft' ? craftWithout + minutes : craftWithout,
        to === 'neither' ? wholeWithout : wholeWithout + minutes,
      ),
    ],
  );
  if (doubt.unconfirmed === 0 || side === 'neither') return outcomes;
  const freed = side === 'craft' ? -doubt.unconfirmed : doubt.unconfirmed;
  return [...outcomes, [FALLS_THROUGH * (1 - wrong), shift(craft + freed, whole)]];
}

/** The side that most of the series was counted on. */
function sideOf({ craft, management, neither }: Doubt): Side {
  if (craft >= management && craft >= neither) return 'craft';
  return management >= neither ? 'management' : 'neither';
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
