import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/interval.ts';
import { positions } from './positions.ts';
import type { Frequency, Rule } from './rule.ts';

const UNIT_MS: Readonly<Partial<Record<Frequency, number>>> = {
  HOURLY: HOUR_MS,
  MINUTELY: MINUTE_MS,
  SECONDLY: 1000,
};

/** How long one period of a rule that comes more often than daily is, in ms; undefined for the others. */
export function unitOf({ frequency }: Rule): number | undefined {
  return UNIT_MS[frequency];
}

/** The times of day (ms since midnight, in order) of a rule that comes daily or less often. */
export function timesOfDay({ by }: Rule, startMs: number): number[] {
  const { hour, minute, second } = clockOf(startMs);
  const hours = by.hour.length > 0 ? by.hour : [hour];
  const rest = timesOfHour(by.minute.length > 0 ? by.minute : [minute], by.second, second);
  return hours.flatMap((h) => rest.map((ms) => h * HOUR_MS + ms));
}

/**
 * The times of one day of a rule that comes by hours, minutes or seconds: each unit that `INTERVAL` gives and the BY
 * parts allow, with what the finer BY parts put into it. BYSETPOS picks within the unit.
 */
export function timesOnDay(rule: Rule, startMs: number, unitMs: number): (day: number) => number[] {
  const first = Math.floor(startMs / unitMs);
  const perDay = DAY_MS / unitMs;
  const within = timesInUnit(rule, startMs, unitMs);
  const isAllowed = unitFilter(rule, unitMs);
  return (day) => {
    const found: number[] = [];
    const base = day * perDay;
    const skip = (((first - base) % rule.interval) + rule.interval) % rule.interval;
    for (let unit = skip; unit < perDay; unit += rule.interval) {
      if (!isAllowed(unit * unitMs)) continue;
      for (const ms of within) found.push(unit * unitMs + ms);
    }
    return found;
  };
}

/** What stands in each unit, in ms from its beginning. */
function timesInUnit({ by }: Rule, startMs: number, unitMs: number): number[] {
  const { minute, second } = clockOf(startMs);
  const minutes = unitMs < HOUR_MS ? [0] : by.minute.length > 0 ? by.minute : [minute];
  const times = unitMs === 1000 ? [0] : timesOfHour(minutes, by.second, second);
  return by.setPos.length === 0
    ? times
    : positions(by.setPos, times.length).flatMap((at) => times.slice(at, at + 1));
}

/** Whether BYHOUR, and the finer parts that a unit is not longer than, allow the unit that begins at a time of day. */
function unitFilter({ by }: Rule, unitMs: number): (timeMs: number) => boolean {
  const hours = new Set(by.hour);
  const minutes = new Set(unitMs <= MINUTE_MS ? by.minute : []);
  const seconds = new Set(unitMs === 1000 ? by.second : []);
  const isIn = (set: ReadonlySet<number>, value: number): boolean => set.size === 0 || set.has(value);
  return (ms) =>
    isIn(hours, Math.floor(ms / HOUR_MS)) &&
    isIn(minutes, Math.floor(ms / MINUTE_MS) % 60) &&
    isIn(seconds, (ms / 1000) % 60);
}

/** A leap second (60) is on no clock here. */
function timesOfHour(minutes: readonly number[], bySecond: readonly number[], second: number): number[] {
  const seconds = bySecond.length > 0 ? bySecond.filter((s) => s < 60) : [second];
  return minutes.flatMap((m) => seconds.map((s) => m * MINUTE_MS + s * 1000));
}

function clockOf(ms: number): { hour: number; minute: number; second: number } {
  const date = new Date(ms);
  return { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() };
}
