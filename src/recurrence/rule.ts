import { isPlainDate, parsePlain, type Weekday } from '../time/zone.ts';

const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday of BYDAY, with its ordinal within the month or year where there is one (`-1FR`). */
export interface ByDay {
  readonly weekday: Weekday;
  readonly nth: number | null;
}

/** The BY parts that are lists of numbers; sorted, without duplicates, and empty where the rule has none. */
interface ByNumbers {
  readonly second: readonly number[];
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly monthDay: readonly number[];
  readonly yearDay: readonly number[];
  readonly weekNo: readonly number[];
  readonly month: readonly number[];
  readonly setPos: readonly number[];
}

/** An RRULE, taken apart. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** Wall clock of UNTIL as if it were UTC. */
  readonly until: { readonly wallMs: number; readonly kind: 'date' | 'floating' | 'utc' } | null;
  readonly byDay: readonly ByDay[];
  readonly by: ByNumbers;
  readonly weekStart: Weekday;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The numbers that each part may have (RFC 5545, 3.3.10); `signed` ones count from the end where negative. */
const PARTS = {
  BYSECOND: { name: 'second', least: 0, most: 60, signed: false },
  BYMINUTE: { name: 'minute', least: 0, most: 59, signed: false },
  BYHOUR: { name: 'hour', least: 0, most: 23, signed: false },
  BYMONTHDAY: { name: 'monthDay', least: 1, most: 31, signed: true },
  BYYEARDAY: { name: 'yearDay', least: 1, most: 366, signed: true },
  BYWEEKNO: { name: 'weekNo', least: 1, most: 53, signed: true },
  BYMONTH: { name: 'month', least: 1, most: 12, signed: false },
  BYSETPOS: { name: 'setPos', least: 1, most: 366, signed: true },
} as const satisfies Record<string, { name: keyof ByNumbers; least: number; most: number; signed: boolean }>;

/** The parts that say a time of the day. */
const TIMES: ReadonlySet<keyof ByNumbers> = new Set(['second', 'minute', 'hour']);

/** Larger intervals are as good as never within any window. */
const LARGEST_INTERVAL = 1_000_000;
const LARGEST_COUNT = 1_000_000_000;

/**
 * Reads the value of an RRULE of an event that starts with a time (`timed`) or on a date. Throws RangeError with what
 * is wrong: a rule read by half would put meetings where none are. What RFC 5545 says to ignore is ignored (times of
 * day where the start is a date), and so are `X-` parts, empty parts, ordinals where only MONTHLY and YEARLY may have
 * them, BYSETPOS without another BY part, and a negative COUNT, which some programs write for "without end".
 */
export function parseRule(value: string, timed = true): Rule {
  const parts = partsOf(value);
  const frequency = FREQUENCIES.find((f) => f === parts.get('FREQ'));
  if (!frequency) throw new RangeError('FREQ is missing or unknown');
  const lists: Record<keyof ByNumbers, readonly number[]> = {
    second: [],
    minute: [],
    hour: [],
    monthDay: [],
    yearDay: [],
    weekNo: [],
    month: [],
    setPos: [],
  };
  let byDay: readonly ByDay[] = [];
  for (const [name, text] of parts) {
    if (name === 'BYDAY') byDay = byDayOf(text, frequency);
    else if (Object.hasOwn(PARTS, name)) {
      const part = PARTS[name as keyof typeof PARTS];
      if (timed || !TIMES.has(part.name)) lists[part.name] = numbersOf(name, text, part);
    } else refuseUnknown(name, text);
  }
  const others = Object.entries(lists).some(([name, list]) => name !== 'setPos' && list.length > 0);
  if (!others && byDay.length === 0) lists.setPos = [];
  return {
    frequency,
    interval: Math.min(wholeOf(parts.get('INTERVAL') ?? '1', 'INTERVAL'), LARGEST_INTERVAL),
    count: countOf(parts.get('COUNT')),
    until: untilOf(parts.get('UNTIL')),
    byDay,
    by: lists,
    weekStart: weekdayOfName(parts.get('WKST') ?? 'MO', 'WKST'),
  };
}

/** The parts of a rule by their names, all in upper case; of a part that comes twice the last stands. */
function partsOf(value: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of value.replace(/^RRULE:/i, '').split(';')) {
    if (part.trim() === '') continue;
    const [name = '', ...text] = part.split('=');
    parts.set(name.trim().toUpperCase(), text.join('=').replace(/\s/g, '').toUpperCase());
  }
  return parts;
}

/** RSCALE and SKIP (RFC 7529) change nothing in the Gregorian calendar without skipping; else they are refused. */
function refuseUnknown(name: string, text: string): void {
  if (['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'].includes(name) || name.startsWith('X-')) return;
  if ((name === 'RSCALE' && text === 'GREGORIAN') || (name === 'SKIP' && text === 'OMIT')) return;
  throw new RangeError(`${name.slice(0, 20)} is not supported`);
}

function byDayOf(text: string, frequency: Frequency): ByDay[] {
  const found = new Map<string, ByDay>();
  for (const item of text.split(',')) {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item);
    if (!match) throw new RangeError('BYDAY is out of range');
    const nth = match[1] === undefined ? null : Number(match[1]);
    if (nth === 0 || Math.abs(nth ?? 0) > 53) throw new RangeError('BYDAY is out of range');
    const weekday = weekdayOfName(match[2] ?? '', 'BYDAY');
    const ordinal = frequency === 'MONTHLY' || frequency === 'YEARLY' ? nth : null;
    found.set(`${ordinal} ${weekday}`, { weekday, nth: ordinal });
  }
  return [...found.values()];
}

function numbersOf(
  name: string,
  text: string,
  { least, most, signed }: { least: number; most: number; signed: boolean },
): number[] {
  const numbers = text.split(',').map((item) => {
    const value = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN;
    const size = signed ? Math.abs(value) : value;
    if (!(size >= least && size <= most)) throw new RangeError(`${name} is out of range`);
    return value;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function weekdayOfName(text: string, part: string): Weekday {
  const index = (WEEKDAYS as readonly string[]).indexOf(text);
  if (index < 0) throw new RangeError(`${part} is no weekday`);
  return (index + 1) as Weekday;
}

function wholeOf(text: string, name: string): number {
  if (!/^\+?\d+$/.test(text) || Number(text) < 1) throw new RangeError(`${name} must be 1 or more`);
  return Number(text);
}

function countOf(text: string | undefined): number | null {
  if (text === undefined || /^-\d+$/.test(text)) return null;
  return Math.min(wholeOf(text, 'COUNT'), LARGEST_COUNT);
}

function untilOf(text: string | undefined): Rule['until'] {
  if (text === undefined) return null;
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/.exec(text);
  const [, year, month, day, hour, minute, second = '00', utc] = match ?? [];
  const date = `${year}-${month}-${day}`;
  if (!match || !isPlainDate(date)) throw new RangeError('UNTIL is no date');
  if (hour === undefined) return { wallMs: parsePlain(date), kind: 'date' };
  const wallMs = parsePlain(date) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return { wallMs, kind: utc ? 'utc' : 'floating' };
}
