import {
  firstOfMonth,
  firstOfYear,
  monthOfDay,
  type Place,
  placeInMonth,
  placeInYear,
  placeOfWeek,
  weekdayOfDay,
} from './calendar-days.ts';
import type { ByDay, Rule } from './rule.ts';

/** Whether a day passes BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY without regard to its ordinals. */
export function isAllowedDay(day: number, { by, byDay, weekStart }: Rule): boolean {
  return (
    (by.month.length === 0 || by.month.includes(monthOfDay(day))) &&
    isWeekday(day, byDay) &&
    isPlace(by.monthDay, () => placeInMonth(day)) &&
    isPlace(by.yearDay, () => placeInYear(day)) &&
    isPlace(by.weekNo, () => placeOfWeek(day, weekStart))
  );
}

/** The days of the week that begins on `begin`: those of BYDAY, or the weekday of DTSTART where nothing else names days. */
export function daysOfWeekRule(begin: number, rule: Rule, startDay: number): number[] {
  const weekday = namesDays(rule) ? null : weekdayOfDay(startDay);
  return range(begin, begin + 7).filter(
    (day) => (weekday === null || weekdayOfDay(day) === weekday) && isAllowedDay(day, rule),
  );
}

/** The days of a month (counted from January of the year 0) that a MONTHLY rule takes. */
export function daysOfMonthRule(month: number, rule: Rule, startDay: number): number[] {
  const begin = firstOfMonth(month);
  const end = firstOfMonth(month + 1);
  if (namesDays(rule)) return daysWithin(begin, end, rule);
  const day = begin + placeInMonth(startDay).nth - 1;
  return day < end && isAllowedDay(day, rule) ? [day] : [];
}

/**
 * The days of a year that a YEARLY rule takes. BYMONTHDAY without BYMONTH means these days of every month, as BYDAY
 * means these days of every week; BYWEEKNO alone means the weekday of DTSTART in these weeks (RFC 5545, 3.3.10). A day
 * at the turn of a year is in the period of its own year, whatever year its week is counted in.
 */
export function daysOfYearRule(year: number, rule: Rule, startDay: number): number[] {
  const { by, byDay } = rule;
  if (!namesDays(rule)) {
    const months = by.month.length > 0 ? by.month : [monthOfDay(startDay)];
    return months.flatMap((month) => daysOfMonthRule(year * 12 + month - 1, rule, startDay));
  }
  if (by.weekNo.length > 0) {
    const isBare = byDay.length + by.monthDay.length + by.yearDay.length === 0;
    const weekdays = isBare ? [weekdayOfDay(startDay)] : byDay.map((d) => d.weekday);
    // RFC 5545 forbids ordinals beside BYWEEKNO: "the second Monday of a week" is its Monday.
    const plain = { ...rule, byDay: weekdays.map((weekday): ByDay => ({ weekday, nth: null })) };
    return daysWithin(firstOfYear(year), firstOfYear(year + 1), plain);
  }
  if (by.month.length === 0) return daysWithin(firstOfYear(year), firstOfYear(year + 1), rule);
  return by.month.flatMap((month) => {
    const index = year * 12 + month - 1;
    return daysWithin(firstOfMonth(index), firstOfMonth(index + 1), rule);
  });
}

/** The days of `[begin, end)` that a rule allows, the ordinals of BYDAY counted within it. */
function daysWithin(begin: number, end: number, rule: Rule): number[] {
  const hasOrdinals = rule.byDay.some((d) => d.nth !== null);
  return range(begin, end).filter(
    (day) => isAllowedDay(day, rule) && (!hasOrdinals || isNthWeekday(day, rule.byDay, begin, end)),
  );
}

/** Whether the rule says itself which days it takes; else they are DTSTART's. */
function namesDays({ by, byDay }: Rule): boolean {
  return byDay.length + by.monthDay.length + by.yearDay.length + by.weekNo.length > 0;
}

function isWeekday(day: number, byDay: readonly ByDay[]): boolean {
  if (byDay.length === 0) return true;
  const weekday = weekdayOfDay(day);
  return byDay.some((d) => d.weekday === weekday);
}

function isNthWeekday(day: number, byDay: readonly ByDay[], begin: number, end: number): boolean {
  const weekday = weekdayOfDay(day);
  const nth = Math.floor((day - begin) / 7) + 1;
  const fromEnd = -(Math.floor((end - 1 - day) / 7) + 1);
  return byDay.some((d) => d.weekday === weekday && (d.nth === null || d.nth === nth || d.nth === fromEnd));
}

function isPlace(wanted: readonly number[], place: () => Place): boolean {
  if (wanted.length === 0) return true;
  const { nth, fromEnd } = place();
  return wanted.includes(nth) || wanted.includes(fromEnd);
}

function range(begin: number, end: number): number[] {
  return Array.from({ length: end - begin }, (_, i) => begin + i);
}
