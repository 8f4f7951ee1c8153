import { DAY_MS } from '../../time/interval.ts';
import { addDays, instantOfWall, isPlainDate, isZone, type PlainDate, parsePlain } from '../../time/zone.ts';
import type { GoogleDateTime } from './wire.ts';

/** When an event is, in our terms: see `Occurrence`. */
export interface EventTime {
  readonly startMs: number;
  readonly endMs: number;
  readonly allDay: { readonly start: PlainDate; readonly end: PlainDate } | null;
}

/** A time that cannot be read; `field` is its path below the event, such as `start.dateTime`. */
export class UnreadableTime extends Error {
  override name = 'UnreadableTime';
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Reads `start` and `end` of an event. A missing or reversed end gives a day to an all-day event and no length
 * to a timed one. Times without an offset are read in their own `timeZone`, else in `calendarZone`.
 * Throws UnreadableTime.
 */
export function eventTime(
  start: GoogleDateTime | undefined,
  end: GoogleDateTime | undefined,
  calendarZone: string,
): EventTime {
  if (start?.date) {
    const from = plainDate(start.date, 'start.date');
    const to = end?.date ? plainDate(end.date, 'end.date') : addDays(from, 1);
    const allDay = { start: from, end: to > from ? to : addDays(from, 1) };
    return { startMs: parsePlain(allDay.start), endMs: parsePlain(allDay.end), allDay };
  }
  if (!start?.dateTime) throw new UnreadableTime('start', 'has neither date nor dateTime');
  const startMs = instantOf(start, 'start', calendarZone);
  const endMs = end?.dateTime
    ? instantOf(end, 'end', calendarZone)
    : end?.date
      ? instantOfWall(parsePlain(plainDate(end.date, 'end.date')), calendarZone)
      : startMs;
  return { startMs, endMs: Math.max(startMs, endMs), allDay: null };
}

/** The original start of an instance as the part of its key: the date, or the instant in epoch ms. */
export function originalStart(time: GoogleDateTime, calendarZone: string): string {
  if (time.date) return plainDate(time.date, 'originalStartTime.date');
  return String(instantOf(time, 'originalStartTime', calendarZone));
}

function plainDate(text: string, field: string): PlainDate {
  if (!isPlainDate(text)) throw new UnreadableTime(field, 'is no date');
  return text;
}

function instantOf(time: GoogleDateTime, field: string, calendarZone: string): number {
  const text = time.dateTime ?? '';
  const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?(\.\d+)?([Zz]|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match || !isPlainDate(match[1] ?? ''))
    throw new UnreadableTime(`${field}.dateTime`, 'is no date and time');
  const [, date, minutes, seconds = ':00', , offset] = match;
  const wallMs = Date.parse(`${date}T${minutes}${seconds}Z`);
  if (Number.isNaN(wallMs)) throw new UnreadableTime(`${field}.dateTime`, 'is no time of day');
  if (!offset)
    return instantOfWall(wallMs, time.timeZone && isZone(time.timeZone) ? time.timeZone : calendarZone);
  if (/z/i.test(offset)) return wallMs;
  const [hours = 0, mins = 0] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  const offsetMs = (hours * 60 + mins) * 60_000 * (offset[0] === '-' ? -1 : 1);
  if (Math.abs(offsetMs) > DAY_MS) throw new UnreadableTime(`${field}.dateTime`, 'has no such offset');
  return wallMs - offsetMs;
}
