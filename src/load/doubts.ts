import type { Activity, Side } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { titleStem } from '../calendar/series.ts';
import type { Share } from './week-load.ts';

/** A label is never surer than this of itself, but where the user's own hand settled it. */
const LEAST_DOUBT = 0.01;
/** Wrong in more than this is not told from a coin. */
export const MOST_DOUBT = 0.75;
/** How often a meeting that was not confirmed does not take place; our own judgement. */
export const FALLS_THROUGH = 0.15;

/** What could be otherwise, at once, in all occurrences of one series: its minutes by side, and the chance. */
export interface Doubt extends Record<Side, number> {
  /** Minutes of people and direction. */
  leading: number;
  unconfirmed: number;
  wrong: number;
  solo: boolean;
}

/** What is not settled in a week, series by series: one wrong label turns all occurrences of its title. */
export function doubtsOf(counted: readonly Share[], byKey: ReadonlyMap<string, LabelledOccurrence>): Doubt[] {
  const doubts = new Map<string, Doubt>();
  for (const { key, minutes, unconfirmedMinutes } of counted) {
    const occurrence = byKey.get(key);
    if (!occurrence) continue;
    const { side, activity, confidence } = occurrence.label;
    const id = seriesOf(occurrence);
    const doubt = doubts.get(id) ?? {
      craft: 0,
      management: 0,
      neither: 0,
      leading: 0,
      unconfirmed: 0,
      wrong: 0,
      solo: occurrence.people <= 1,
    };
    doubt[side] += minutes;
    if (leads(activity)) doubt.leading += minutes;
    if (side !== 'neither') doubt.unconfirmed += unconfirmedMinutes;
    doubt.wrong = Math.max(doubt.wrong, confidence >= 1 ? 0 : Math.max(LEAST_DOUBT, 1 - confidence));
    doubts.set(id, doubt);
  }
  return [...doubts.values()].filter((d) => d.wrong > 0 || d.unconfirmed > 0);
}

/** Whether it is what a leader is there for. */
function leads(activity: Activity): boolean {
  return activity === 'people' || activity === 'direction';
}

/** Copies of one title are read alike, so they are wrong alike. */
function seriesOf({ uid, title }: LabelledOccurrence): string {
  const stem = titleStem(title);
  return stem === '' ? uid : stem;
}
