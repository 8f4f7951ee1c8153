import { DAY_MS } from '../../../src/time/interval.ts';

/** A day-based rule as the tests draw it. Weekdays from 0 (Sunday), as Date has them. */
export interface DrawnRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count?: number | undefined;
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly { readonly weekday: number; readonly nth: number }[];
  readonly bySetPos: readonly number[];
  readonly weekStart: number;
}

const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

export function textOfRule(rule: DrawnRule): string {
  const parts = [`FREQ=${rule.freq}`, `INTERVAL=${rule.interval}`, `WKST=${NAMES[rule.weekStart]}`];
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`);
  if (rule.byMonth.length > 0) parts.push(`BYMONTH=${rule.byMonth.join(',')}`);
  if (rule.byMonthDay.length > 0) parts.push(`BYMONTHDAY=${rule.byMonthDay.join(',')}`);
  if (rule.byDay.length > 0) {
    parts.push(`BYDAY=${rule.byDay.map((d) => `${d.nth === 0 ? '' : d.nth}${NAMES[d.weekday]}`).join(',')}`);
  }
  if (rule.bySetPos.length > 0) parts.push(`BYSETPOS=${rule.bySetPos.join(',')}`);
  return parts.join(';');
}

const month = (ms: number): number => new Date(ms).getUTCMonth();
const date = (ms: number): number => new Date(ms).getUTCDate();
const year = (ms: number): number => new Date(ms).getUTCFullYear();
const weekday = (ms: number): number => new Date(ms).getUTCDay();
const lastDate = (ms: number): number => new Date(Date.UTC(year(ms), month(ms) + 1, 0)).getUTCDate();

/** The period that a day belongs to, counted from that of the start. */
function period(rule: DrawnRule, day: number, start: number): number {
  switch (rule.freq) {
    case 'DAILY':
      return Math.round((day - start) / DAY_MS);
    case 'WEEKLY': {
      const week = (ms: number): number => ms - ((weekday(ms) - rule.weekStart + 7) % 7) * DAY_MS;
      return Math.round((week(day) - week(start)) / (7 * DAY_MS));
    }
    case 'MONTHLY':
      return (year(day) - year(start)) * 12 + month(day) - month(start);
    case 'YEARLY':
      return year(day) - year(start);
    default:
      return rule.freq satisfies never;
  }
}

/** Whether the BYxxx parts take a day in: the table of RFC 5545, 3.3.10, asked of one day. */
function isTaken(rule: DrawnRule, day: number, start: number): boolean {
  const { freq, byMonth, byMonthDay, byDay } = rule;
  if (byMonth.length > 0 && !byMonth.includes(month(day) + 1)) return false;
  const fromEnd = date(day) - lastDate(day) - 1;
  if (byMonthDay.length > 0 && !byMonthDay.includes(date(day)) && !byMonthDay.includes(fromEnd)) return false;
  if (byDay.length > 0) return byDay.some((d) => isThatDay(rule, d, day));
  if (byMonthDay.length > 0 || freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return weekday(day) === weekday(start);
  if (date(day) !== date(start)) return false;
  return freq === 'MONTHLY' || byMonth.length > 0 || month(day) === month(start);
}

function isThatDay(
  { freq, byMonth }: DrawnRule,
  { weekday: wanted, nth }: { weekday: number; nth: number },
  day: number,
): boolean {
  if (weekday(day) !== wanted) return false;
  if (nth === 0 || freq === 'DAILY' || freq === 'WEEKLY') return true;
  const inMonth = freq === 'MONTHLY' || byMonth.length > 0;
  const first = inMonth ? Date.UTC(year(day), month(day), 1) : Date.UTC(year(day), 0, 1);
  const last = inMonth ? Date.UTC(year(day), month(day) + 1, 0) : Date.UTC(year(day), 11, 31);
  const fromStart = Math.floor((day - first) / (7 * DAY_MS)) + 1;
  const fromEnd = -(Math.floor((last - day) / (7 * DAY_MS)) + 1);
  return nth === fromStart || nth === fromEnd;
}

/**
 * The days of a rule from `start` on and before `end` (midnights, epoch ms as if UTC), by walking through every day and
 * asking whether it belongs: slow, and plainly right. DTSTART is the first instance, whatever the rule says.
 */
export function daysByDefinition(rule: DrawnRule, start: number, end: number): number[] {
  const periods = new Map<number, number[]>();
  // From the beginning of the start's own period: BYSETPOS counts in whole periods.
  for (let day = start - 366 * DAY_MS; day < end + 366 * DAY_MS; day += DAY_MS) {
    const index = period(rule, day, start);
    if (index < 0 || index % rule.interval !== 0 || !isTaken(rule, day, start)) continue;
    periods.set(index, [...(periods.get(index) ?? []), day]);
  }
  const days = [...periods.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, list]) => {
      if (rule.bySetPos.length === 0) return list;
      return list.filter((_, i) => rule.bySetPos.some((p) => (p > 0 ? p - 1 : list.length + p) === i));
    })
    .filter((day) => day > start);
  const all = [start, ...days];
  return (rule.count === undefined ? all : all.slice(0, rule.count)).filter((day) => day < end);
}
