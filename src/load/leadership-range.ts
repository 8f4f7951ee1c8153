import { type Doubt, FALLS_THROUGH, MOST_DOUBT } from './doubts.ts';
import { type Outcome, rangeAround } from './spread.ts';
import type { LoadMinutes, Range } from './week-load.ts';

/**
 * How often a label is wrong about leading (people or direction) as a part of its doubt about the side: what is called
 * leading and is not, and what is leading but called something else. Chosen so that the range holds as often as that of
 * the craft share, on people whose calendars nothing was learnt from (`npm run range`, docs/range.md).
 */
const DOUBT = { leading: 0.7, management: 0.1, craft: 0.1 } as const;
/** However sure of the side, a label is wrong about leading at least this often. */
const LEAST_DOUBT = { leading: 0.01, management: 0.006, craft: 0 } as const;

/**
 * The range in which the true leadership share of the week lies nine times in ten. Null where the share is. As for the
 * craft share, what the user or the calendar settled is not doubted.
 */
export function leadershipShareRange(
  minutes: Pick<LoadMinutes, 'craft' | 'management' | 'fragments'>,
  leadingMinutes: number,
  doubts: readonly Doubt[],
): Range | null {
  const whole = minutes.craft + minutes.management + minutes.fragments;
  if (whole === 0) return null;
  return rangeAround(leadingMinutes / whole, doubts, (doubt, times) => outcomesOf(doubt, whole, times));
}

function outcomesOf(doubt: Doubt, whole: number, times: number): Outcome[] {
  const kind = kindOf(doubt);
  if (kind === null) return [];
  const chance = doubt.wrong === 0 ? 0 : Math.max(LEAST_DOUBT[kind], doubt.wrong * DOUBT[kind]) * times;
  const wrong = Math.min(MOST_DOUBT, chance);
  if (kind === 'leading') {
    return [
      [wrong, -doubt.leading / whole],
      [FALLS_THROUGH * (1 - wrong), -Math.min(doubt.unconfirmed, doubt.leading) / whole],
    ];
  }
  return [[wrong, doubt[kind] / whole]];
}

/** What most of the series was counted as; null for what is on neither side. */
function kindOf({ craft, management, neither, leading }: Doubt): keyof typeof DOUBT | null {
  if (neither > craft && neither > management) return null;
  if (craft > management) return 'craft';
  return leading * 2 >= management ? 'leading' : 'management';
}
