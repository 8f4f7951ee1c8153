import { HOUR_MS, MINUTE_MS } from '../../time/interval.ts';

/** A date or a time as it is written. */
export interface BasicTime {
  /** Epoch ms of the wall clock as if it were UTC; midnight for a date. */
  readonly wallMs: number;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads `20261116`, `20261116T090000` or `20261116T090000Z`, the forms that nearly all values have; null for any other,
 * right or wrong, which `wallOf` looks at more patiently. Without a pattern, since it runs for every event of a file.
 */
export function basicTime(text: string): BasicTime | null {
  const isDate = text.length === 8;
  const isUtc = text.length === 16 && text[15] === 'Z';
  if (!isDate && (text[8] !== 'T' || (text.length !== 15 && !isUtc))) return null;
  const year = number(text, 0, 4);
  const month = number(text, 4, 6);
  const day = number(text, 6, 8);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (!(year >= 100 && day >= 1 && day <= daysIn(year, month))) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (isDate) return { wallMs: midnight, isDate, isUtc };
  const hour = number(text, 9, 11);
  const minute = number(text, 11, 13);
  const second = number(text, 13, 15);
  if (!(hour < 24 && minute < 60 && second < 60)) return null;
  return { wallMs: midnight + hour * HOUR_MS + minute * MINUTE_MS + second * 1000, isDate, isUtc };
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The digits of `[from, to)` as a number; NaN where one is none. */
function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}
