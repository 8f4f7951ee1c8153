import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { workOf } from './counted-work.ts';

const OPTIONS = {
  zone: 'Europe/Berlin',
  ownAddresses: [],
  sourceId: 'file',
  calendarId: '0',
  window: { startMs: Date.parse('2026-11-01'), endMs: Date.parse('2026-12-01') },
};
const START = 'DTSTART:20261116T090000Z';
const inEvent = (...lines: string[]): string => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\n');
const N = 4000;

/** Texts that grow with a number, each of a kind that some reader was slow on. */
const GROWING: Readonly<Record<string, (n: number) => string>> = {
  'a zone name of parts': (n) => inEvent(`DTSTART;TZID=1${'/1'.repeat(n)}:20261116T090000`),
  'a zone name of spaces': (n) => inEvent(`DTSTART;TZID="(UTC+01:00${' '.repeat(n)}":20261116T090000`),
  'colons behind a zone': (n) => inEvent(`DTSTART;TZID=${'a:'.repeat(n)}20261116T090000`),
  'links that lead nowhere': (n) => inEvent(START, `DESCRIPTION:${'https://'.repeat(n)}`),
  backslashes: (n) => inEvent(START, `CATEGORIES:${'\\,a\\\\,'.repeat(n)}`),
  'quoted parameters': (n) => inEvent(START, `ATTENDEE${';A=""'.repeat(n)}:mailto:a@example.org`),
  'quotes without a partner': (n) => inEvent(START, `ATTENDEE${';A=","'.repeat(n)}:mailto:a@example.org`),
  'parameters without a value': (n) => inEvent(START, `ATTENDEE${';A'.repeat(n)}:mailto:a@example.org`),
  'a line without a colon': (n) => inEvent(START, `SUMMARY${';A='.repeat(n)}`),
  'a length of digits': (n) => inEvent(START, `DURATION:P${'1D'.repeat(n)}`),
  'excluded dates': (n) => inEvent(START, `EXDATE:${'20261116T090000Z,'.repeat(n)}`),
  'a rule of many parts': (n) => inEvent(START, `RRULE:FREQ=DAILY;BYHOUR=${'1,'.repeat(n)}2`),
  folds: (n) => inEvent(START, `SUMMARY:a${'\n b'.repeat(n)}`),
  'blank lines': (n) => inEvent(START, `SUMMARY:a${'\n'.repeat(n)}`, 'LOCATION:b'),
  alarms: (n) => inEvent(START, ...Array<string>(n).fill('BEGIN:VALARM\nEND:VALARM')),
  'alarms within alarms': (n) => inEvent(START, 'BEGIN:VALARM\n'.repeat(n)),
  'ends without a beginning': (n) => inEvent(START, 'END:VALARM\n'.repeat(n)),
  events: (n) =>
    inEvent(START, 'SUMMARY:a')
      .concat('\n')
      .repeat(n / 10),
  'text that is no calendar': (n) => `${'B'.repeat(n)}\n${'E\n'.repeat(n)}${inEvent(START)}`,
};

describe('reading a text of twice the length', () => {
  it.each(Object.entries(GROWING))('costs twice the work, where it grows by %s', (_, text) => {
    const work = (n: number): number => {
      const grown = `BEGIN:VCALENDAR\n${text(n)}\nEND:VCALENDAR`;
      return workOf(() => {
        readIcs(grown, OPTIONS);
      });
    };
    expect(work(2 * N)).toBeLessThan(2.3 * work(N));
  });

  it('would be seen to cost more, were it read by a pattern that begins anew at each sign', () => {
    const slow = (text: string): number =>
      workOf(() => {
        for (let at = text.indexOf('a'); at >= 0; at = text.indexOf('a', at + 1)) text.indexOf('z', at);
      });
    expect(slow('a'.repeat(2000))).toBeGreaterThan(3.5 * slow('a'.repeat(1000)));
  });
});
