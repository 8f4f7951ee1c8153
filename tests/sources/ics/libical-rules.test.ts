import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { DAY_MS } from '../../../src/time/interval.ts';

const FILE = join(import.meta.dirname, '../../fixtures/ics/libical-rules.psv');

interface Row {
  readonly rule: string;
  readonly start: string;
  readonly expected: readonly string[];
}

/** `20240229T140104` for a date and time of the basic format, UTC. */
const basic = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
const msOf = (text: string): number => {
  const [, y = '', m = '', d = '', h = '00', min = '00', s = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(text) ?? [];
  return Date.UTC(+y, +m - 1, +d, +h, +min, +s);
};

/** Dates take the start's time of day; `a..b/n` is every nth day from a to b; `T120000` is on the date before it. */
function instances(text: string, start: string): string[] {
  const startTime = msOf(start) % DAY_MS;
  const found: number[] = [];
  for (const token of text.trim().split(/\s+/)) {
    const range = /^(\d{8})\.\.(\d{8})(?:\/(\d+))?$/.exec(token);
    if (range) {
      const [, from = '', to = '', step = '1'] = range;
      for (let ms = msOf(from); ms <= msOf(to); ms += Number(step) * DAY_MS) found.push(ms + startTime);
    } else if (token.startsWith('T')) {
      const date = basic(found.at(-1) ?? msOf(start)).slice(0, 8);
      found.push(msOf(`${date}${token}`));
    } else {
      found.push(token.includes('T') ? msOf(token) : msOf(token) + startTime);
    }
  }
  return found.map(basic);
}

const rows: readonly Row[] = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [rule = '', start = '', expected = ''] = line.split(' | ');
    return { rule, start, expected: expected.trim() === '?' ? [] : instances(expected, start) };
  });

/** The starts that our reader finds, within what the row reaches. */
function starts({ rule, start, expected }: Row): string[] {
  const isDate = !start.includes('T');
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:row',
    `DTSTART${isDate ? ';VALUE=DATE' : ''}:${start}`,
    `RRULE:FREQ=${rule}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const last = expected.at(-1);
  const { occurrences } = readIcs(text, {
    zone: 'UTC',
    ownAddresses: [],
    sourceId: 'file',
    calendarId: '0',
    window: { startMs: msOf(start), endMs: (last ? msOf(last) : msOf(start)) + 40 * DAY_MS },
  });
  return occurrences.map((o) => basic(o.startMs)).sort();
}

/**
 * Where libical's answer is not RFC 5545's, and why. A row here fails when it starts to agree with libical, so that none
 * stays without need.
 */
const DECIDED: Readonly<Record<string, { readonly instances: string; readonly why: string }>> = {
  'YEARLY;BYMONTHDAY=29;COUNT=3': {
    instances: '20240229 20240329 20240429',
    why: 'the table of 3.3.10 has BYMONTHDAY expand a year: all months, not the start’s alone',
  },
  'YEARLY;BYMONTHDAY=-29,-1;COUNT=4': {
    instances: '20240201 20240229 20240303 20240331',
    why: 'the same',
  },
  'YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101': {
    instances: '20241230 20251230 20301230',
    why: 'libical refuses it; by the table the days of week 1 are limited to 30 December, of whichever year holds them',
  },
};

/**
 * libical lists what the rule alone gives. Of the recurrence set, 3.8.5.3 says that DTSTART is its first instance, and
 * 3.3.10 that it counts as the first of COUNT, also where the rule does not give it.
 */
function setOf({ rule, start, expected }: Row): string[] {
  const first = basic(msOf(start));
  if (expected[0] === first) return [...expected].sort();
  const count = /COUNT=(\d+)/.exec(rule)?.[1];
  return [first, ...(count ? expected.slice(0, Number(count) - 1) : expected)].sort();
}

describe('libical’s table of rules', () => {
  it('is read whole, and each decision is about a row of it', () => {
    expect(rows).toHaveLength(138);
    const rules = new Set(rows.map((row) => row.rule));
    expect(Object.keys(DECIDED).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it.each(rows.map((row) => [`${row.rule} from ${row.start}`, row] as const))('%s', (_, row) => {
    const decided = DECIDED[row.rule];
    if (!decided) {
      expect(starts(row)).toEqual(setOf(row));
      return;
    }
    const expected = instances(decided.instances, row.start);
    expect(starts({ ...row, expected })).toEqual(expected);
    expect(expected).not.toEqual(setOf(row));
  });
});
