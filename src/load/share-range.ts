import type { Side } from '../calendar/activity.ts';
import { type Doubt, FALLS_THROUGH, MOST_DOUBT } from './doubts.ts';
import { type Outcome, rangeAround } from './spread.ts';
import type { LoadMinutes, Range } from './week-load.ts';

/**
 * How much more often labels of a side are wrong on people whose calendars nothing was learnt from than their confidences
 * say. Measured on left-out people by `npm run range`: docs/range.md.
 */
const DOUBT = { craft: 0.7, management: 1.1, neither: 0.7 } as const;

/** What a wrong label truly is, measured on the same people. */
const IF_WRONG = {
  craft: { craft: 0, management: 0.8, neither: 0.2 },
  management: { craft: 0.9, management: 0, neither: 0.1 },
  neither: { craft: 0.7, management: 0.3, neither: 0 },
} as const satisfies Record<Side, Record<Side, number>>;
const SIDES = ['craft', 'management', 'neither'] as const satisfies readonly Side[];

/** How much more than its own minutes a wrong label moves: what is no meeting joins the open time beside it. */
const JOINS = { booked: { with: 1, solo: 1.4 }, away: { with: 1.2, solo: 1.6 } } as const;

/**
 * The range in which the true craft share of the week lies nine times in ten, from the confidences of the labels behind
 * it: one wrong label turns all occurrences of its series, a person whose words are misread is so in many series at once,
 * and what is not confirmed may not take place. What the user or the calendar settled is not doubted. Null where the
 * share is.
 */
export function craftShareRange(
  minutes: Pick<LoadMinutes, 'craft' | 'management' | 'fragments'>,
  doubts: readonly Doubt[],
): Range | null {
  const whole = minutes.craft + minutes.management + minutes.fragments;
  if (whole === 0) return null;
  return rangeAround(minutes.craft / whole, doubts, (doubt, times) =>
    outcomesOf(doubt, minutes.craft, whole, times),
  );
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
