import { isPlainDate, type PlainDate, parsePlain } from '../../time/zone.ts';
import { type Property, parameter } from './property.ts';
import type { ZoneReader, Zones } from './zones.ts';

/** A DATE or DATE-TIME value with what its wall clock means. */
export interface IcsTime {
  /** Epoch ms of the wall clock as if it were UTC; midnight for a date. */
  readonly wallMs: number;
  readonly kind: 'date' | 'floating' | 'instant';
  /** Reads wall clocks of this time's zone; for `instant` only. */
  readonly read: ZoneReader;
}

/** UTC: the wall clock is the instant. */
const UTC_READER: ZoneReader = (wallMs) => wallMs;

/** The time in epoch ms: an instant, or for dates and floating times the wall clock as if it were UTC. */
export function epochOf(time: IcsTime): number {
  return time.kind === 'instant' ? time.read(time.wallMs) : time.wallMs;
}

/** All values of a date property that can be read; others are left out. Values of PERIOD give their start. */
export function timesOf(property: Property | undefined, zones: Zones): IcsTime[] {
  if (!property) return [];
  return property.values.flatMap((value) => {
    const text = Array.isArray(value) ? value[0] : value;
    const time = typeof text === 'string' ? timeOf(text, property, zones) : null;
    return time ? [time] : [];
  });
}

/** The first value of a date property, or null where it is missing or is no date. */
export function firstTime(property: Property | undefined, zones: Zones): IcsTime | null {
  return timesOf(property, zones)[0] ?? null;
}

function timeOf(text: string, property: Property, zones: Zones): IcsTime | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):?(\d\d)?(Z)?)?$/i.exec(text.trim());
  const [, date = '', hour, minute, second = '00', utc] = match ?? [];
  if (!match || !isPlainDate(date)) return null;
  const midnight = parsePlain(date);
  if (hour === undefined || minute === undefined) return { wallMs: midnight, kind: 'date', read: UTC_READER };
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  // 23:59:60 is a leap second, which no clock here has.
  const wallMs = midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Math.min(59, Number(second))) * 1000;
  if (utc) return { wallMs, kind: 'instant', read: UTC_READER };
  const tzid = parameter(property, 'tzid');
  if (tzid) return { wallMs, kind: 'instant', read: zones.reader(tzid, property.line) };
  return { wallMs, kind: 'floating', read: UTC_READER };
}

/** The date of a wall clock. */
export function dateOfWall(wallMs: number): PlainDate {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** A DURATION: whole days follow the wall clock, the rest is exact (RFC 5545, 3.3.6). */
export interface IcsDuration {
  readonly days: number;
  readonly ms: number;
}

/** Reads a DURATION value, or null. A negative one has no length. */
export function durationOf(property: Property | undefined): IcsDuration | null {
  const match =
    /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i.exec(
      property?.raw ?? '',
    );
  if (!match) return null;
  if (match[1] === '-') return { days: 0, ms: 0 };
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((n) => Number(n ?? 0));
  return { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
}
