import type { Measure } from '../../src/calendar/track.ts';
import type { EpochMs } from '../../src/calendar/units.ts';
import { shareBy } from '../../src/drift/week-point.ts';
import { FRESH_MS, knownUntil, type ReadSource } from '../../src/history/as-of.ts';
import type { WeekLoad } from '../../src/load/week-load.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { addDays, dateIn, startOfDate } from '../../src/time/zone.ts';
import { sharesSoFar } from '../../src/week/so-far.ts';

/** How a picture of the running week stays true while the clock goes on. */
export interface GlanceTimes {
  /** From then on it would look otherwise: another day, readings grown old, a figure where there was none. */
  readonly untilMs: EpochMs;
  /** The text of the share so far from each moment on; empty where the large figure does not move. */
  readonly figures: readonly { readonly fromMs: EpochMs; readonly text: string }[];
}

/**
 * The times of a picture that is taken at `nowMs` of the running week.
 *
 * @param text the large figure's text for a share
 */
export function glanceTimes(
  load: Pick<WeekLoad, 'segments' | 'zone'>,
  measure: Measure,
  sources: readonly ReadSource[],
  nowMs: EpochMs,
  text: (share: number) => string,
): GlanceTimes {
  const { zone } = load;
  const tomorrowMs = startOfDate(addDays(dateIn(zone, nowMs), 1), zone);
  const oldMs = (knownUntil(sources) ?? Number.POSITIVE_INFINITY) + FRESH_MS;
  const untilMs = oldMs > nowMs ? Math.min(tomorrowMs, oldMs) : tomorrowMs;
  const share = (atMs: EpochMs): number | null => shareBy(measure, sharesSoFar(load, atMs));
  const figures: { fromMs: EpochMs; text: string }[] = [];
  const begun = share(nowMs) !== null;
  for (let atMs = nowMs; atMs < untilMs; atMs += MINUTE_MS) {
    const soFar = share(atMs);
    if (soFar === null) continue;
    if (!begun) return { untilMs: atMs, figures: [] };
    const shown = text(soFar);
    if (figures.at(-1)?.text !== shown) figures.push({ fromMs: atMs, text: shown });
  }
  return { untilMs, figures };
}
