import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

export type ServerEvent = calendar_v3.Schema$Event & { readonly id: string };

/** An instance of a series, or an event that is none. */
export interface Single {
  readonly event: ServerEvent;
  readonly startMs: number;
  readonly endMs: number;
}

/** A date or date-time of an event, in epoch ms; a date begins at midnight of the calendar's zone. */
export function instantOf(time: calendar_v3.Schema$EventDateTime | undefined, zone: string): number {
  if (time?.date) return Temporal.PlainDate.from(time.date).toZonedDateTime(zone).epochMilliseconds;
  const text = time?.dateTime ?? '';
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(time?.timeZone ?? zone).epochMilliseconds;
}

interface Slot {
  readonly id: string;
  readonly start: calendar_v3.Schema$EventDateTime;
  readonly end: calendar_v3.Schema$EventDateTime;
  readonly startMs: number;
}

const slots = new WeakMap<ServerEvent, { untilMs: number; list: readonly Slot[] }>();

/**
 * Where the instances of a series stand that begin before `untilMs`, before anything is excepted. A series without a
 * readable rule has its own start alone.
 */
export function slotsOf(master: ServerEvent, zone: string, untilMs: number): readonly Slot[] {
  const known = slots.get(master);
  if (known && known.untilMs >= untilMs) return known.list.filter((s) => s.startMs < untilMs);
  const list = master.start?.date ? datesOf(master, zone, untilMs) : timesOf(master, zone, untilMs);
  slots.set(master, { untilMs, list });
  return list;
}

function timesOf(master: ServerEvent, calendarZone: string, untilMs: number): Slot[] {
  const zone = master.start?.timeZone ?? calendarZone;
  const startMs = instantOf(master.start, calendarZone);
  const lengthMs = instantOf(master.end, calendarZone) - startMs;
  const first = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
  const out = new Set(linesOf(master, 'EXDATE').map((text) => readStamp(text, zone)));
  const times = new Set<number>([
    ...expand(master, first, untilMs),
    ...linesOf(master, 'RDATE').map((text) => readStamp(text, zone)),
  ]);
  return [...times]
    .filter((ms) => ms < untilMs && !out.has(ms))
    .sort((a, b) => a - b)
    .map((ms) => ({
      id: `${master.id}_${stampOf(ms)}`,
      start: { dateTime: localText(ms, zone), timeZone: zone },
      end: { dateTime: localText(ms + lengthMs, zone), timeZone: zone },
      startMs: ms,
    }));
}

function datesOf(master: ServerEvent, zone: string, untilMs: number): Slot[] {
  const start = Temporal.PlainDate.from(master.start?.date ?? '');
  const days = start.until(
    Temporal.PlainDate.from(master.end?.date ?? start.add({ days: 1 }).toString()),
  ).days;
  const out = new Set(linesOf(master, 'EXDATE').map((text) => text.slice(0, 8)));
  return expand(master, start.toZonedDateTime('UTC'), untilMs)
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate())
    .filter((date) => !out.has(date.toString().replaceAll('-', '')))
    .map((date) => ({
      id: `${master.id}_${date.toString().replaceAll('-', '')}`,
      start: { date: date.toString() },
      end: { date: date.add({ days }).toString() },
      startMs: date.toZonedDateTime(zone).epochMilliseconds,
    }));
}

function expand(master: ServerEvent, first: Temporal.ZonedDateTime, untilMs: number): number[] {
  const rule = master.recurrence?.find((line) => line.startsWith('RRULE'));
  if (!rule) return [first.epochMilliseconds];
  const found = new RRuleTemporal({ rruleString: rule, dtstart: first }).between(
    new Date(first.epochMilliseconds),
    new Date(Math.max(untilMs, first.epochMilliseconds)),
    true,
  );
  return [...new Set([first.epochMilliseconds, ...found.map((d) => d.epochMilliseconds)])];
}

function linesOf(master: ServerEvent, name: 'EXDATE' | 'RDATE'): string[] {
  return (master.recurrence ?? [])
    .filter((line) => line.startsWith(name))
    .flatMap((line) => line.slice(line.indexOf(':') + 1).split(','));
}

/** `20261117T090000Z`, or local to the series' zone. */
function readStamp(text: string, zone: string): number {
  const [, y, mo, d, h = '00', mi = '00', s = '00', utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text) ?? [];
  return Temporal.PlainDateTime.from(`${y}-${mo}-${d}T${h}:${mi}:${s}`).toZonedDateTime(utc ? 'UTC' : zone)
    .epochMilliseconds;
}

/** The part of an instance's id that Google makes of its original start. */
export function stampOf(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Wall clock with offset, as Google writes it. */
export function localText(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
    .replace(/\+00:00$/, 'Z');
}

/** The instance of a master at a slot, as `singleEvents=true` shows it. */
export function instanceOf(master: ServerEvent, slot: Slot): ServerEvent {
  const { recurrence: _, ...rest } = master;
  return {
    ...rest,
    id: slot.id,
    recurringEventId: master.id,
    originalStartTime: slot.start,
    start: slot.start,
    end: slot.end,
  };
}
