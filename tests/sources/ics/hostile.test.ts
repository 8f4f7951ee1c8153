import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../../src/calendar/read-result.ts';
import { MOST_INSTANCES } from '../../../src/recurrence/expand.ts';
import { components, MOST_EVENTS } from '../../../src/sources/ics/components.ts';
import { LONGEST_LINE } from '../../../src/sources/ics/lines.ts';
import { MOST_ATTENDEES } from '../../../src/sources/ics/properties.ts';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';

const OPTIONS = {
  zone: 'Europe/Berlin',
  ownAddresses: [],
  sourceId: 'file',
  calendarId: '0',
  window: { startMs: Date.parse('2025-11-16'), endMs: Date.parse('2027-02-16') },
};

const GOOD = 'BEGIN:VEVENT\nUID:good\nDTSTART:20261116T090000Z\nDURATION:PT1H\nSUMMARY:kept\nEND:VEVENT';
const event = (...lines: string[]): string => `BEGIN:VEVENT\nUID:bad\n${lines.join('\n')}\nEND:VEVENT`;
const read = (...parts: string[]): ReadResult =>
  readIcs(`BEGIN:VCALENDAR\n${parts.join('\n')}\n${GOOD}\nEND:VCALENDAR`, OPTIONS);
const codes = ({ problems }: ReadResult): string[] => [...new Set(problems.map((p) => p.code))].sort();
const isGoodKept = ({ occurrences }: ReadResult): boolean => occurrences.some((o) => o.uid === 'good');

describe('a calendar that would hang a reader', () => {
  it.each([
    ['every second since 1990', 'DTSTART:19900101T000000Z', 'RRULE:FREQ=SECONDLY'],
    ['every minute of a year', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY'],
    ['a thousand million times', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY;COUNT=1000000000'],
  ])('is cut where it comes %s, and says so', (_, ...lines) => {
    const result = read(event(...lines));
    expect(codes(result)).toEqual(['capped']);
    expect(result.occurrences.length).toBeLessThanOrEqual(MOST_INSTANCES + 1);
    expect(isGoodKept(result)).toBe(true);
  });

  it.each([
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['RRULE:FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4'],
    ['RRULE:FREQ=DAILY;BYMONTHDAY=-1,-2;BYMONTH=13'],
    ['RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6'],
    ['RRULE:FREQ=HOURLY;BYHOUR=25'],
    ['RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
  ])('has its start alone where its rule never comes true: %s', (rule) => {
    const result = read(event('DTSTART:20261117T090000Z', 'DURATION:PT1H', rule));
    expect(result.occurrences.filter((o) => o.uid === 'bad').length).toBeLessThanOrEqual(1);
    expect(isGoodKept(result)).toBe(true);
  });

  it.each([
    ['RRULE:FREQ=DAILY;INTERVAL=0'],
    ['RRULE:FREQ=FORTNIGHTLY'],
    ['RRULE:'],
    ['RRULE:FREQ=DAILY;UNTIL=soon'],
    ['RRULE:FREQ=WEEKLY;BYDAY=XX'],
  ])('with a rule that is none (%s) is told with line and UID, and kept at its start', (rule) => {
    const result = read(event('DTSTART:20261117T090000Z', 'DURATION:PT1H', rule));
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems[0]).toMatchObject({ uid: 'bad', line: 6 });
    expect(result.occurrences.filter((o) => o.uid === 'bad')).toHaveLength(1);
    expect(isGoodKept(result)).toBe(true);
  });

  it('with five thousand exceptions in one series is read in turns', () => {
    const days = Array.from({ length: 5000 }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)));
    const text = (d: Date): string => `${d.toISOString().slice(0, 10).replaceAll('-', '')}T090000Z`;
    const overrides = days
      .slice(0, 2500)
      .map((d) => event(`RECURRENCE-ID:${text(d)}`, `DTSTART:${text(d)}`, 'DURATION:PT5M'));
    const master = event(
      'DTSTART:20200101T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
      ...days.slice(2500).map((d) => `EXDATE:${text(d)}`),
    );
    const result = read(master, ...overrides);
    expect(result.occurrences.filter((o) => o.uid === 'bad').length).toBeLessThan(500);
    expect(isGoodKept(result)).toBe(true);
    expect(codes(result)).toEqual([]);
  });

  it('has a line of twenty million characters cut, and the rest kept', () => {
    const result = read(event('DTSTART:20261117T090000Z', `SUMMARY:${'x'.repeat(20_000_000)}`));
    expect(codes(result)).toEqual(['capped']);
    expect(result.occurrences.find((o) => o.uid === 'bad')?.title.length).toBeLessThanOrEqual(LONGEST_LINE);
    expect(isGoodKept(result)).toBe(true);
  });

  it('has its attendees counted past those that are read, and is cut past those that are counted', () => {
    const invited = (count: number): ReadResult => {
      const many = Array.from({ length: count }, (_, i) => `ATTENDEE:mailto:p${i}@example.org`);
      return read(event('DTSTART:20261117T090000Z', 'DURATION:PT1H', ...many));
    };
    const large = invited(15_000);
    const bad = large.occurrences.find((o) => o.uid === 'bad');
    expect(bad?.people).toBe(15_000);
    expect(bad?.attendees.length).toBeLessThanOrEqual(MOST_ATTENDEES);
    expect(isGoodKept(large)).toBe(true);
    const absurd = invited(100_000);
    expect(codes(absurd)).toEqual(['capped']);
    expect(isGoodKept(absurd)).toBe(true);
  });

  it.each([
    ['a zone name of 190 kB', `DTSTART;TZID=1${'/1'.repeat(95_000)}:20261117T090000`],
    ['a bracketed zone name of 190 kB', `DTSTART;TZID="(UTC+01:00${' '.repeat(190_000)}":20261117T090000`],
    ['a description of links that are none', `DESCRIPTION:${'https://'.repeat(24_000)}`],
    ['a length of digits', `DURATION:P${'1'.repeat(190_000)}`],
  ])('has %s read in steps that are no more than its characters', (_, line) => {
    const start = line.startsWith('DTSTART') ? [] : ['DTSTART:20261117T090000Z'];
    expect(isGoodKept(read(event(...start, line)))).toBe(true);
  });

  it('nested ten thousand deep is no deeper for us', () => {
    const result = read(
      event('DTSTART:20261117T090000Z', 'BEGIN:VALARM\n'.repeat(10_000) + 'END:VALARM\n'.repeat(10_000)),
    );
    expect(isGoodKept(result)).toBe(true);
  });

  it('of more events than any person has keeps the first of them, in turns', () => {
    const text = `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(MOST_EVENTS + 10)}END:VCALENDAR`;
    const steps = components(text);
    let turns = 0;
    for (let step = steps.next(); ; step = steps.next()) {
      if (!step.done) {
        turns++;
        continue;
      }
      expect(step.value.events).toHaveLength(MOST_EVENTS);
      expect(step.value.problems.map((p) => p.code)).toEqual(['capped']);
      break;
    }
    // A background that reads between two alarms must be able to stop for breath.
    expect(turns).toBeGreaterThan(100);
  });

  it('with a zone that changes without end is read', () => {
    const zone = `BEGIN:VTIMEZONE\nTZID:Nowhere\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE`;
    const result = read(zone, event('DTSTART;TZID=Nowhere:20261117T090000', 'DURATION:PT1H'));
    expect(result.occurrences.filter((o) => o.uid === 'bad')).toHaveLength(1);
    expect(isGoodKept(result)).toBe(true);
  });
});

describe('a broken event', () => {
  it('is told with line, UID and reason, and the others are kept', () => {
    const result = read(event('DTSTART:2026-13-45T99', 'SUMMARY:broken'));
    expect(result.problems).toEqual([
      expect.objectContaining({ code: 'broken-event', uid: 'bad', line: 4, field: 'DTSTART' }),
    ]);
    expect(result.occurrences.map((o) => o.uid)).toEqual(['good']);
  });

  it('without a UID gets one that stays the same at the next reading', () => {
    const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261117T090000Z\nSUMMARY:no uid\nEND:VEVENT\nEND:VCALENDAR`;
    const [first, second] = [readIcs(text, OPTIONS), readIcs(text, OPTIONS)];
    expect(first.occurrences[0]?.uid).toBeTruthy();
    expect(first.occurrences[0]?.uid).toBe(second.occurrences[0]?.uid);
  });

  it('does not take a text for a calendar that is none', () => {
    expect(() => readIcs('Dear diary', OPTIONS)).toThrow(expect.objectContaining({ code: 'not-a-calendar' }));
    expect(() => readIcs('', OPTIONS)).toThrow(expect.objectContaining({ code: 'not-a-calendar' }));
  });
});
