import type { EpochMs } from '../calendar/units.ts';
import { DAY_MS } from '../time/interval.ts';
import { addWeeks, weekInterval, weekOf } from '../time/week.ts';
import { addDays, dateIn, type PlainDate, type Weekday } from '../time/zone.ts';
import { knownUntil, type ReadSource } from './as-of.ts';
import type { ClosedWeek } from './closed-week.ts';

/** Settings that decide which weeks there are. */
export interface WeekRule {
  readonly zone: string;
  readonly weekStart: Weekday;
}

/** How far a clock may be set back before what it closed is doubted. */
const CLOCK_SLACK_MS = DAY_MS;

/**
 * The weeks that close at `nowMs`, oldest first: those that touch `extent` and ended seven days ago or more, where
 * every source that is asked was read after their end. With no source but the sample none does.
 * `ruleAt` gives the rule that held on a date.
 */
export function closableWeeks(
  extent: { readonly startMs: EpochMs; readonly endMs: EpochMs },
  sources: readonly ReadSource[],
  ruleAt: (date: PlainDate) => WeekRule,
  nowMs: EpochMs,
): PlainDate[] {
  const until = knownUntil(sources);
  if (until === null || until === Number.POSITIVE_INFINITY) return [];
  const { zone } = ruleAt(dateIn('UTC', nowMs));
  const names = weekNames(
    { from: dateIn(zone, extent.startMs), until: dateIn(zone, Math.min(nowMs, extent.endMs)) },
    ruleAt,
  );
  return names.filter((week) => {
    const rule = ruleAt(week);
    const ended = weekInterval(week, rule.zone).endMs;
    return ended <= until && weekInterval(addWeeks(week, 1), rule.zone).endMs <= nowMs;
  });
}

/**
 * The names of the weeks that hold the dates from `from` to `until`, both included, oldest first. Where the first day
 * of the week changed, the first week of the new kind follows the last one of the old kind that begins before it: no
 * date is in none.
 */
export function weekNames(
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
  ruleAt: (date: PlainDate) => Pick<WeekRule, 'weekStart'>,
): PlainDate[] {
  if (from > until) return [];
  const names: PlainDate[] = [];
  let week = weekOf(until, ruleAt(until).weekStart);
  for (;;) {
    names.push(week);
    if (week <= from) return names.reverse();
    const before = addDays(week, -1);
    week = weekOf(before, ruleAt(before).weekStart);
  }
}

/** Whether a row stands: one that was closed by a clock which ran ahead does not. */
export function stands(row: Pick<ClosedWeek, 'closedMs'>, nowMs: EpochMs): boolean {
  return row.closedMs <= nowMs + CLOCK_SLACK_MS;
}
