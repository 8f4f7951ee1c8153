import { DAY_MS } from '../time/interval.ts';
import type { Weekday } from '../time/zone.ts';

/** Arithmetic on days counted from 1970-01-01, and on months counted from January of the year 0. */

/** The month of a wall clock (epoch ms as if UTC). */
export function monthIndex(wallMs: number): number {
  const date = new Date(wallMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
export function firstOfMonth(month: number): number {
  const date = new Date(0);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return Math.floor(date.getTime() / DAY_MS);
}

/** The first day of a year. */
export function firstOfYear(year: number): number {
  return firstOfMonth(year * 12);
}

/** 1 January to 12 December. */
export function monthOfDay(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1;
}

export function yearOfDay(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day on which the week of `day` begins. */
export function firstOfWeek(day: number, weekStart: Weekday): number {
  return day - ((weekdayOfDay(day) - weekStart + 7) % 7);
}

/** A place in a list, from its beginning (1 is the first) and from its end (-1 is the last). */
export interface Place {
  readonly nth: number;
  readonly fromEnd: number;
}

/** The place of a day in its month. */
export function placeInMonth(day: number): Place {
  const month = monthIndex(day * DAY_MS);
  const begin = firstOfMonth(month);
  return { nth: day - begin + 1, fromEnd: day - firstOfMonth(month + 1) };
}

/** The place of a day in its year. */
export function placeInYear(day: number): Place {
  const year = yearOfDay(day);
  return { nth: day - firstOfYear(year) + 1, fromEnd: day - firstOfYear(year + 1) };
}

/**
 * The number of the week that holds a day, in the year that the week belongs to: the first week of a year is the first
 * that has four days of it (RFC 5545, 3.3.10; ISO 8601 where weeks begin on Monday).
 */
export function placeOfWeek(day: number, weekStart: Weekday): Place {
  const fourth = firstOfWeek(day, weekStart) + 3;
  const year = yearOfDay(fourth);
  const begin = firstOfYear(year);
  const nth = Math.floor((fourth - begin) / 7) + 1;
  const weeks = nth + Math.floor((firstOfYear(year + 1) - 1 - fourth) / 7);
  return { nth, fromEnd: nth - weeks - 1 };
}
