import type { Recurring } from '../../calendar/occurrence.ts';
import { isPlainDate, parsePlain } from '../../time/zone.ts';

const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** An RRULE taken apart as far as expansion handles it itself; the rest goes to the library as text. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** Wall clock of UNTIL as if it were UTC. */
  readonly until: { readonly wallMs: number; readonly kind: 'date' | 'floating' | 'utc' } | null;
  readonly byDay: readonly string[];
  /** The rule without COUNT and UNTIL, with the parts that are valid. */
  readonly text: string;
}

/** Allowed values of the BY parts (RFC 5545, 3.3.10). */
const PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  BYSECOND: (v) => inRange(v, 0, 60),
  BYMINUTE: (v) => inRange(v, 0, 59),
  BYHOUR: (v) => inRange(v, 0, 23),
  BYDAY: (v) => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.test(v),
  BYMONTHDAY: (v) => signed(v, 31),
  BYYEARDAY: (v) => signed(v, 366),
  BYWEEKNO: (v) => signed(v, 53),
  BYMONTH: (v) => inRange(v, 1, 12),
  BYSETPOS: (v) => signed(v, 366),
};

/**
 * Reads the value of an RRULE. Throws RangeError with what is wrong. Unknown parts (RSCALE and SKIP among them)
 * and values out of range are errors too: a rule read by half would put meetings where none are.
 */
export function parseRule(value: string): Rule {
  const parts = new Map<string, string>();
  for (const part of value.replace(/^RRULE:/i, '').split(';')) {
    if (part.trim() === '') continue;
    const [name = '', text = ''] = part.split('=');
    parts.set(name.trim().toUpperCase(), text.trim().toUpperCase());
  }
  const frequency = FREQUENCIES.find((f) => f === parts.get('FREQ'));
  if (!frequency) throw new RangeError('FREQ is missing or unknown');
  const interval = Number(parts.get('INTERVAL') ?? '1');
  if (!Number.isInteger(interval) || interval < 1) throw new RangeError('INTERVAL must be 1 or more');
  const countText = parts.get('COUNT');
  const count = countText === undefined ? null : Number(countText);
  if (count !== null && (!Number.isInteger(count) || count < 1))
    throw new RangeError('COUNT must be 1 or more');
  const kept = [`FREQ=${frequency}`, `INTERVAL=${Math.min(interval, 100_000)}`];
  for (const [name, text] of parts) {
    if (['FREQ', 'INTERVAL', 'COUNT', 'UNTIL'].includes(name) || name.startsWith('X-')) continue;
    if (name === 'WKST') {
      if (!/^(MO|TU|WE|TH|FR|SA|SU)$/.test(text)) throw new RangeError('WKST is no weekday');
    } else {
      const valid = PARTS[name];
      if (!valid) throw new RangeError(`${name.slice(0, 20)} is not supported`);
      if (text === '' || !text.split(',').every((v) => valid(v.trim())))
        throw new RangeError(`${name} is out of range`);
    }
    kept.push(`${name}=${text.replace(/\s/g, '').replace(/\+/g, '')}`);
  }
  return {
    frequency,
    interval,
    count,
    until: untilOf(parts.get('UNTIL')),
    byDay: (parts.get('BYDAY') ?? '').split(',').filter((d) => d !== ''),
    text: kept.join(';'),
  };
}

/**
 * How a person would say how often a rule comes: a weekly one on four or more days is daily, every second week is
 * biweekly, every month to every quarter (and every third week or more) is monthly. Yearly ones are not recurring
 * to a working week.
 */
export function rhythmOfRule({ frequency, interval, byDay }: Rule): Recurring {
  switch (frequency) {
    case 'YEARLY':
      return 'none';
    case 'MONTHLY':
      return interval <= 3 ? 'monthly' : 'none';
    case 'WEEKLY':
      if (interval === 1) return new Set(byDay).size >= 4 ? 'daily' : 'weekly';
      return interval === 2 ? 'biweekly' : 'monthly';
    case 'DAILY':
      if (interval <= 3) return 'daily';
      if (interval < 10) return 'weekly';
      return interval < 18 ? 'biweekly' : 'monthly';
    default:
      return 'daily';
  }
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

function inRange(text: string, from: number, to: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= from && Number(text) <= to;
}

function signed(text: string, most: number): boolean {
  return /^[+-]?\d{1,3}$/.test(text) && Number(text) !== 0 && Math.abs(Number(text)) <= most;
}
