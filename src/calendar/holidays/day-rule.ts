import { addDays, type PlainDate, weekdayOf } from '../../time/zone.ts';
import { MOON_DAYS } from './table.ts';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** The date of a rule (`table.ts`) in a year, or null where a day of the moon is not known for it. */
export function dateOfRule(rule: string, year: number): PlainDate | null {
  const easter = /^E([+-]\d+)$/.exec(rule);
  if (easter) return addDays(easterSunday(year), Number(easter[1]));
  const moon = /^L:([a-z-]+?)([+-]\d+)?$/.exec(rule);
  if (moon) {
    const first = MOON_DAYS[moon[1] ?? '']?.find((date) => date.startsWith(`${year}-`));
    return first ? addDays(first, Number(moon[2] ?? 0)) : null;
  }
  const nth = /^(-?\d)([A-Z]{3})([+-]\d+)? (\d\d)$/.exec(rule);
  if (nth)
    return addDays(nthWeekday(year, nth[4] ?? '01', Number(nth[1]), nth[2] ?? ''), Number(nth[3] ?? 0));
  const near = /^([A-Z]{3})([<>])(\d\d-\d\d)$/.exec(rule);
  if (near) return weekdayNear(`${year}-${near[3]}`, near[1] ?? '', near[2] === '>');
  const moved = /^(\d\d-\d\d)>([A-Z]{3})$/.exec(rule);
  if (moved) return weekdayNear(`${year}-${moved[1]}`, moved[2] ?? '', true);
  return `${year}-${rule}`;
}

/** Easter Sunday of the western churches, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return plain(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The first `weekday` on or after the date, or the last one before it. */
function weekdayNear(date: PlainDate, weekday: string, after: boolean): PlainDate {
  const wanted = WEEKDAYS.indexOf(weekday) + 1;
  const ahead = (wanted - weekdayOf(date) + 7) % 7;
  return addDays(date, after ? ahead : ahead - 7);
}

function nthWeekday(year: number, month: string, n: number, weekday: string): PlainDate {
  if (n > 0) return addDays(weekdayNear(`${year}-${month}-01`, weekday, true), 7 * (n - 1));
  const next = month === '12' ? plain(year + 1, 1, 1) : plain(year, Number(month) + 1, 1);
  return weekdayNear(next, weekday, false);
}

function plain(year: number, month: number, day: number): PlainDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
