import { tzOffset } from '@date-fns/tz';
import { DAY_MS, MINUTE_MS } from './interval.ts';

/** A date of the Gregorian calendar as `YYYY-MM-DD`, with no zone. Sorts as text. */
export type PlainDate = string;

/** A local date and time as `YYYY-MM-DDTHH:MM:SS`, with no zone (RFC 5545 calls it floating). */
export type PlainDateTime = string;

/** Whether `zone` is an IANA time zone that this machine knows. */
export function isZone(zone: string): boolean {
  // tzOffset answers NaN for a zone Intl does not know.
  return zone !== '' && !Number.isNaN(tzOffset(zone, new Date(0)));
}

/** Offset of `zone` from UTC at an instant, in milliseconds, positive east of Greenwich. */
export function offsetMs(zone: string, instantMs: number): number {
  const minutes = tzOffset(zone, new Date(instantMs));
  if (Number.isNaN(minutes)) throw new RangeError(`unknown time zone: ${zone}`);
  return Math.round(minutes * MINUTE_MS);
}

/**
 * The instant (epoch ms) at which a clock in `zone` shows `wallMs`, the local time written as if it were UTC.
 * A time that DST skips is read with the offset before the gap, one that comes twice is the first of the two
 * (RFC 5545, 3.3.5).
 */
export function instantOfWall(wallMs: number, zone: string): number {
  const before = offsetMs(zone, wallMs - DAY_MS);
  const after = offsetMs(zone, wallMs + DAY_MS);
  if (before === after) {
    const there = wallMs - before;
    // A zone may go away and back within the two days; trust the offset found at the instant itself.
    const here = offsetMs(zone, there);
    if (here === before) return there;
  }
  const first = wallMs - before;
  if (offsetMs(zone, first) === before) return first;
  const second = wallMs - after;
  return offsetMs(zone, second) === after ? second : first;
}

/** Local date and time in `zone` at an instant, written as if it were UTC, in epoch ms. */
export function wallOfInstant(instantMs: number, zone: string): number {
  return instantMs + offsetMs(zone, instantMs);
}

/** Epoch ms of a plain date or date and time read as UTC. Throws RangeError on text of another form. */
export function parsePlain(text: PlainDate | PlainDateTime): number {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text)) throw new RangeError(`not a date: ${text}`);
  const ms = Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${text}`);
  return ms;
}

/** Whether `text` is a date that the calendar has: `2026-02-30` is none. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The local date in `zone` at an instant. */
export function dateIn(zone: string, instantMs: number): PlainDate {
  return new Date(wallOfInstant(instantMs, zone)).toISOString().slice(0, 10);
}

/** The instant at which `date` begins in `zone`: local midnight, or the first moment after a skipped one. */
export function startOfDate(date: PlainDate, zone: string): number {
  const guess = instantOfWall(parsePlain(date), zone);
  // A day that has no midnight (São Paulo until 2018) begins where the gap ends: the reading with the offset
  // before the gap lands exactly there, so `guess` is right; a midnight that comes twice begins at its first.
  return guess;
}

/** The date `days` after `date` (before it, where negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(parsePlain(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a date: 1 Monday to 7 Sunday. */
export function weekdayOf(date: PlainDate): Weekday {
  return (((new Date(parsePlain(date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The local clock at an instant: the weekday, and the minute of the day, 0 to 1439. */
export function clockIn(zone: string, instantMs: number): { weekday: Weekday; minute: number } {
  const date = dateIn(zone, instantMs);
  return {
    weekday: weekdayOf(date),
    minute: Math.floor((wallOfInstant(instantMs, zone) - parsePlain(date)) / 60_000),
  };
}
