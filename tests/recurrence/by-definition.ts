import type { Rule } from '../../src/recurrence/rule.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/time/interval.ts';

/** Dates by Date's own arithmetic, and by counting: nothing here is shared with what it checks. */
const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();
const monthOf = (ms: number): number => new Date(ms).getUTCMonth() + 1;
const dateOf = (ms: number): number => new Date(ms).getUTCDate();
const isoWeekday = (ms: number): number => new Date(ms).getUTCDay() || 7;
const midnight = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS;

const knownWeeks = new Map<string, readonly number[]>();

/** Midnights of a year's weeks, each by its first day, in order: those with four days or more of the year. */
function weeksOf(year: number, weekStart: number): readonly number[] {
  const known = knownWeeks.get(`${year} ${weekStart}`);
  if (known) return known;
  const found: number[] = [];
  for (let day = Date.UTC(year, 0, -8); day <= Date.UTC(year, 11, 31); day += DAY_MS) {
    if (isoWeekday(day) !== weekStart) continue;
    const ofYear = [0, 1, 2, 3, 4, 5, 6].filter((n) => yearOf(day + n * DAY_MS) === year);
    if (ofYear.length >= 4) found.push(day);
  }
  knownWeeks.set(`${year} ${weekStart}`, found);
  return found;
}

/** Whether a list names a place in a list of `length`, counted from 0. */
const isNamed = (names: readonly number[], place: number, length: number): boolean =>
  names.some((n) => (n > 0 ? n - 1 : length + n) === place);

function isOfWeeks(rule: Rule, day: number): boolean {
  return [yearOf(day) - 1, yearOf(day), yearOf(day) + 1].some((year) => {
    const weeks = weeksOf(year, rule.weekStart);
    const place = weeks.findIndex((first) => day >= first && day < first + 7 * DAY_MS);
    return place >= 0 && isNamed(rule.by.weekNo, place, weeks.length);
  });
}

function isOfByDay({ frequency, byDay, by }: Rule, day: number): boolean {
  const [year, month] = [yearOf(day), monthOf(day)];
  const inMonth = frequency === 'MONTHLY' || by.month.length > 0;
  const first = inMonth ? Date.UTC(year, month - 1, 1) : Date.UTC(year, 0, 1);
  const end = inMonth ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  const same: number[] = [];
  for (let d = first; d < end; d += DAY_MS) if (isoWeekday(d) === isoWeekday(day)) same.push(d);
  return byDay.some(({ weekday, nth }) => {
    if (weekday !== isoWeekday(day)) return false;
    return nth === null || by.weekNo.length > 0 || isNamed([nth], same.indexOf(day), same.length);
  });
}

/** The table of RFC 5545, 3.3.10, asked of one day. */
function takesDay(rule: Rule, day: number, startMs: number): boolean {
  const { frequency, by, byDay } = rule;
  const [year, month] = [yearOf(day), monthOf(day)];
  const daysInMonth = dateOf(Date.UTC(year, month, 0));
  const daysInYear = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_MS;
  if (by.month.length > 0 && !by.month.includes(month)) return false;
  if (by.weekNo.length > 0 && !isOfWeeks(rule, day)) return false;
  const dayOfYear = (day - Date.UTC(year, 0, 1)) / DAY_MS;
  if (by.yearDay.length > 0 && !isNamed(by.yearDay, dayOfYear, daysInYear)) return false;
  if (by.monthDay.length > 0 && !isNamed(by.monthDay, dateOf(day) - 1, daysInMonth)) return false;
  if (byDay.length > 0 && !isOfByDay(rule, day)) return false;
  if (by.yearDay.length + by.monthDay.length + byDay.length > 0) return true;
  switch (frequency) {
    case 'YEARLY':
      if (by.weekNo.length > 0) return isoWeekday(day) === isoWeekday(startMs);
      return dateOf(day) === dateOf(startMs) && (by.month.length > 0 || month === monthOf(startMs));
    case 'MONTHLY':
      return by.weekNo.length > 0 || dateOf(day) === dateOf(startMs);
    case 'WEEKLY':
      return by.weekNo.length > 0 || isoWeekday(day) === isoWeekday(startMs);
    default:
      return true;
  }
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Every time of day that may be one of the rule's. */
function timesOf({ frequency, by }: Rule, startMs: number): number[] {
  const start = new Date(startMs);
  const bySeconds = frequency === 'SECONDLY';
  const byMinutes = bySeconds || frequency === 'MINUTELY';
  const byHours = byMinutes || frequency === 'HOURLY';
  const part = (list: readonly number[], all: boolean, most: number, own: number): readonly number[] =>
    list.length > 0 ? list : all ? upTo(most) : [own];
  return part(by.hour, byHours, 24, start.getUTCHours()).flatMap((h) =>
    part(by.minute, byMinutes, 60, start.getUTCMinutes()).flatMap((m) =>
      part(by.second, bySeconds, 60, start.getUTCSeconds()).map(
        (s) => h * HOUR_MS + m * MINUTE_MS + s * 1000,
      ),
    ),
  );
}

/** The number of the period that an instant is in, counted from that of the start. */
function periodOf({ frequency, weekStart }: Rule, ms: number, startMs: number): number {
  const weekOf = (t: number): number => midnight(t) - ((isoWeekday(t) - weekStart + 7) % 7) * DAY_MS;
  const between = (unit: number): number => Math.floor(ms / unit) - Math.floor(startMs / unit);
  switch (frequency) {
    case 'YEARLY':
      return yearOf(ms) - yearOf(startMs);
    case 'MONTHLY':
      return (yearOf(ms) - yearOf(startMs)) * 12 + monthOf(ms) - monthOf(startMs);
    case 'WEEKLY':
      return Math.round((weekOf(ms) - weekOf(startMs)) / (7 * DAY_MS));
    case 'DAILY':
      return between(DAY_MS);
    case 'HOURLY':
      return between(HOUR_MS);
    case 'MINUTELY':
      return between(MINUTE_MS);
    default:
      return between(1000);
  }
}

/**
 * The instances of a rule before `endMs`, by asking every day and every time whether it belongs: slow, and plainly
 * right. DTSTART is the first instance, whatever the rule says. BYSETPOS counts in whole periods.
 */
export function byDefinition(rule: Rule, startMs: number, endMs: number): number[] {
  const periods = new Map<number, number[]>();
  const times = timesOf(rule, startMs);
  const coarse = ['YEARLY', 'MONTHLY', 'WEEKLY'].includes(rule.frequency);
  const pad = coarse && rule.by.setPos.length > 0 ? 366 * DAY_MS : DAY_MS;
  for (let day = midnight(startMs) - pad; day < endMs + pad; day += DAY_MS) {
    if (!takesDay(rule, day, startMs)) continue;
    for (const time of times) {
      const period = periodOf(rule, day + time, startMs);
      if (period < 0 || period % rule.interval !== 0) continue;
      const list = periods.get(period);
      if (list) list.push(day + time);
      else periods.set(period, [day + time]);
    }
  }
  const picked = [...periods.values()].flatMap((list) =>
    rule.by.setPos.length === 0 ? list : list.filter((_, i) => isNamed(rule.by.setPos, i, list.length)),
  );
  const all = [startMs, ...picked.filter((ms) => ms > startMs).sort((a, b) => a - b)];
  return (rule.count === null ? all : all.slice(0, rule.count)).filter((ms) => ms < endMs);
}
