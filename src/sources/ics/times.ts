import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time/interval.ts';
import { isPlainDate, type PlainDate, parsePlain, wallOfInstant } from '../../time/zone.ts';
import { basicTime } from './basic-time.ts';
import type { Property } from './property.ts';
import type { ZoneReader, Zones } from './zone-reader.ts';

/** A DATE or DATE-TIME value with what its wall clock means. */
export interface IcsTime {
  /** Epoch ms of the wall clock as if it were UTC; midnight for a date. */
  readonly wallMs: number;
  readonly kind: 'date' | 'floating' | 'instant';
  /** Reads wall clocks of this time's zone; for `instant` only. */
  readonly read: ZoneReader;
}

/** How long an event is: exactly, or by days of the wall clock and an exact rest (RFC 5545, 3.3.6). */
export type EventLength =
  | { readonly kind: 'exact'; readonly ms: number }
  | { readonly kind: 'nominal'; readonly days: number; readonly ms: number };

/** UTC: the wall clock is the instant. */
const UTC_READER: ZoneReader = (wallMs) => wallMs;

/** The time in epoch ms: an instant, or for dates and floating times the wall clock as if it were UTC. */
export function epochOf(time: IcsTime): number {
  return time.kind === 'instant' ? time.read(time.wallMs) : time.wallMs;
}

/** A value of a date property as it is written. */
export interface WrittenTime {
  readonly wallMs: number;
  readonly isDate: boolean;
  readonly isUtc: boolean;
  /** What follows the slash of a PERIOD: its end or its length; empty otherwise. */
  readonly rest: string;
}

/** All values of a date property that can be read; others are left out. */
export function wallsOf(property: Property | undefined): WrittenTime[] {
  if (!property) return [];
  const single = basicTime(property.raw);
  if (single) return [{ ...single, rest: '' }];
  return property.raw.split(',').flatMap((value) => {
    const [text = '', rest = ''] = value.trim().split('/');
    const time = wallOf(text);
    return time ? [{ ...time, rest }] : [];
  });
}

/** All values of a date property with their zone, and the length of each where it is a PERIOD. */
export function timesOf(
  property: Property | undefined,
  zones: Zones,
): (IcsTime & { readonly length: EventLength | null })[] {
  if (!property) return [];
  const tzid = property.parameter('tzid');
  return wallsOf(property).map(({ rest, ...written }) => {
    const time = inZone(written, tzid, property.line, zones);
    return { ...time, length: rest === '' ? null : periodLength(time, rest, tzid, property.line, zones) };
  });
}

/** The first value of a date property, or null where it is missing or is no date. */
export function firstTime(property: Property | undefined, zones: Zones): IcsTime | null {
  const single = property && basicTime(property.raw);
  if (single) return inZone(single, property.parameter('tzid'), property.line, zones);
  return timesOf(property, zones)[0] ?? null;
}

/**
 * `time` as the kind of `start`, to be compared with instances of a series: a floating time takes the zone of the
 * start. Where the start is a date, a time that is midnight in the user's zone is that local date (Exchange writes
 * `20260817T220000Z` for 18 August in Berlin), any other is the date that is written.
 */
export function asKindOf(start: IcsTime, time: IcsTime, userZone: string): IcsTime {
  if (time.kind === start.kind) return time;
  if (start.kind === 'date') {
    const local = time.kind === 'instant' ? wallOfInstant(epochOf(time), userZone) : time.wallMs;
    const wallMs = local % DAY_MS === 0 ? local : Math.floor(time.wallMs / DAY_MS) * DAY_MS;
    return { ...start, wallMs };
  }
  return { ...start, wallMs: time.wallMs };
}

/** The date of a wall clock. */
export function dateOfWall(wallMs: number): PlainDate {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** Days and ms of each unit of a DURATION. */
const UNITS: Readonly<Record<string, readonly [days: number, ms: number]>> = {
  W: [7, 0],
  D: [1, 0],
  H: [0, HOUR_MS],
  M: [0, MINUTE_MS],
  S: [0, 1000],
};
const LONGEST_DURATION = 60;
/** A hundred years: a longer entry is a mistake, and dates past the year 9999 have no text. */
export const LONGEST_DAYS = 36_525;

/**
 * Reads a DURATION value, or null. A negative one has no length; `PT1W2D` is read as it is meant, and none is longer
 * than a hundred years.
 */
export function durationOf(text: string): EventLength | null {
  const match = /^([+-]?)P([\dWDTHMS]+)$/i.exec(text.trim().slice(0, LONGEST_DURATION));
  const units = match?.[2]?.toUpperCase().replace('T', '') ?? '';
  const parts = [...units.matchAll(/(\d{1,9})([WDHMS])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== units) return null;
  if (match?.[1] === '-') return { kind: 'exact', ms: 0 };
  let [days, ms] = [0, 0];
  for (const [, number, unit = ''] of parts) {
    const [unitDays, unitMs] = UNITS[unit] ?? [0, 0];
    days += Number(number) * unitDays;
    ms += Number(number) * unitMs;
  }
  return { kind: 'nominal', days: Math.min(days, LONGEST_DAYS), ms: Math.min(ms, LONGEST_DAYS * DAY_MS) };
}

function wallOf(text: string): Omit<WrittenTime, 'rest'> | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?)?(Z)?$/i.exec(text.trim());
  const [, year, month, day, hour, minute, second = '00', utc] = match ?? [];
  const date = `${year}-${month}-${day}`;
  if (!match || !isPlainDate(date)) return null;
  const midnight = parsePlain(date);
  if (hour === undefined || minute === undefined) return { wallMs: midnight, isDate: true, isUtc: false };
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  // 23:59:60 is a leap second, which no clock here has.
  const wallMs = midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Math.min(59, Number(second))) * 1000;
  return { wallMs, isDate: false, isUtc: utc !== undefined };
}

function inZone(
  { wallMs, isDate, isUtc }: Omit<WrittenTime, 'rest'>,
  tzid: string,
  line: number,
  zones: Zones,
): IcsTime {
  if (isDate) return { wallMs, kind: 'date', read: UTC_READER };
  if (isUtc) return { wallMs, kind: 'instant', read: UTC_READER };
  if (tzid) return { wallMs, kind: 'instant', read: zones.reader(tzid, line) };
  return { wallMs, kind: 'floating', read: UTC_READER };
}

function periodLength(
  start: IcsTime,
  rest: string,
  tzid: string,
  line: number,
  zones: Zones,
): EventLength | null {
  if (/^[+-]?P/i.test(rest)) return durationOf(rest);
  const end = wallOf(rest);
  if (!end) return null;
  return { kind: 'exact', ms: Math.max(0, epochOf(inZone(end, tzid, line, zones)) - epochOf(start)) };
}
