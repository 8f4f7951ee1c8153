import type { LoadMinutes } from '../load/week-load.ts';
import type { FigureId } from './figures.ts';

/** The facts of a week that a sentence can be about. */
export interface NotableInput {
  readonly minutes: LoadMinutes;
  readonly focus: { readonly minutes: number; readonly count: number };
  readonly run: { readonly minutes: number };
  readonly afterHoursMinutes: number;
  readonly topSeries: { readonly uid: string; readonly minutes: number } | null;
}

/** How many minutes of each make a fact worth its sentence; our own judgement of what a person would mention first. */
const WORTH = {
  focus: 300,
  run: 240,
  afterHours: 120,
  series: 240,
  doubleBooked: 60,
  unconfirmed: 240,
} as const;
/** A week of work without one focus block is said before all else. */
const NO_FOCUS = 2;

/** The figure that a person would mention first, by how far it is out of the ordinary; null where there is none. */
export function mostNotable({
  minutes,
  focus,
  run,
  afterHoursMinutes,
  topSeries,
}: NotableInput): FigureId | null {
  const works = minutes.craft + minutes.management + minutes.fragments > 0;
  const worth: readonly (readonly [FigureId, number])[] = [
    ['focus', focus.count > 0 ? focus.minutes / WORTH.focus : works ? NO_FOCUS : 0],
    ['run', run.minutes / WORTH.run],
    ['after-hours', afterHoursMinutes / WORTH.afterHours],
    ['double-booked', minutes.doubleBooked / WORTH.doubleBooked],
    ['unconfirmed', minutes.unconfirmed / WORTH.unconfirmed],
    ...(topSeries ? ([[`series:${topSeries.uid}`, topSeries.minutes / WORTH.series]] as const) : []),
  ];
  const [id, most] = worth.reduce((best, fact) => (fact[1] > best[1] ? fact : best));
  return most > 0 ? id : null;
}
