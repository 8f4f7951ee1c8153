import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/time/interval.ts';
import { type DrawnRule, daysByDefinition, textOfRule } from './rule-by-definition.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
];
const YEARS = 4;

const some = <T>(item: fc.Arbitrary<T>, max: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(item, { minLength: 1, maxLength: max }) },
  );

const rules: fc.Arbitrary<DrawnRule> = fc
  .record({
    freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const, 'YEARLY' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    count: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    byMonth: some(fc.integer({ min: 1, max: 12 }), 4),
    byMonthDay: some(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })), 4),
    byDay: some(
      fc.record({ weekday: fc.integer({ min: 0, max: 6 }), nth: fc.constantFrom(0, 0, 0, 1, 2, 5, -1, -2) }),
      4,
    ),
    bySetPos: some(fc.constantFrom(1, 2, 3, -1, -2), 2),
    weekStart: fc.integer({ min: 0, max: 6 }),
  })
  .map((rule): DrawnRule => {
    const isPlain = rule.freq === 'DAILY' || rule.freq === 'WEEKLY';
    // RFC 5545: no BYMONTHDAY in WEEKLY, ordinals in MONTHLY and YEARLY alone, BYSETPOS only beside another part.
    const byMonthDay = rule.freq === 'WEEKLY' ? [] : rule.byMonthDay;
    const hasParts = rule.byMonth.length + byMonthDay.length + rule.byDay.length > 0;
    return {
      ...rule,
      byMonthDay,
      byDay: isPlain ? rule.byDay.map((d) => ({ ...d, nth: 0 })) : rule.byDay,
      bySetPos: hasParts ? rule.bySetPos : [],
    };
  });

const basic = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');

describe('rules by days', () => {
  it('give the days that the definition gives, at the wall clock of their zone, over DST', () => {
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: Date.UTC(2020, 0, 1) / DAY_MS, max: Date.UTC(2028, 0, 1) / DAY_MS }),
        fc.integer({ min: 0, max: 95 }),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 800 }),
        (rule, startDay, quarter, zone, laterDays) => {
          const start = startDay * DAY_MS;
          const time = quarter * 15 * MINUTE_MS;
          const end = start + YEARS * 366 * DAY_MS;
          const window = { startMs: start + laterDays * DAY_MS, endMs: end - 2 * DAY_MS };
          const text = [
            'BEGIN:VCALENDAR',
            'BEGIN:VEVENT',
            'UID:r',
            `DTSTART;TZID=${zone}:${basic(start + time)}`,
            'DURATION:PT15M',
            `RRULE:${textOfRule(rule)}`,
            'END:VEVENT',
            'END:VCALENDAR',
          ].join('\r\n');
          const { occurrences, problems } = readIcs(text, {
            zone: 'UTC',
            ownAddresses: [],
            sourceId: 'file',
            calendarId: '0',
            window,
          });
          const expected = daysByDefinition(rule, start, end)
            .map((day) => instantIn(zone, day + time))
            .filter((ms) => ms + 15 * MINUTE_MS > window.startMs && ms < window.endMs);
          const inWindow = occurrences
            .map((o) => o.startMs)
            .filter((ms) => ms + 15 * MINUTE_MS > window.startMs && ms < window.endMs);
          expect(problems).toEqual([]);
          expect(inWindow, textOfRule(rule)).toEqual(expected);
        },
      ),
      { numRuns: process.env.CRAFTWEEK_LONG ? 5000 : 200 },
    );
  });

  it('give the same in a window as in a longer one, wherever it lies', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 3000 }), (rule, skip) => {
        const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:r\nDTSTART:20200229T090000Z\nDURATION:PT1H\nRRULE:${textOfRule(rule)}\nEND:VEVENT\nEND:VCALENDAR`;
        const read = (startMs: number, endMs: number): number[] =>
          readIcs(text, {
            zone: 'UTC',
            ownAddresses: [],
            sourceId: 'f',
            calendarId: '0',
            window: { startMs, endMs },
          })
            .occurrences.map((o) => o.startMs)
            .filter((ms) => ms >= from && ms < from + 90 * DAY_MS);
        const from = Date.UTC(2020, 1, 29) + skip * DAY_MS + HOUR_MS;
        expect(read(from, from + 90 * DAY_MS)).toEqual(read(from - 900 * DAY_MS, from + 400 * DAY_MS));
      }),
      { numRuns: process.env.CRAFTWEEK_LONG ? 3000 : 100 },
    );
  });
});

/** The instant of a wall clock by another implementation than ours: `compatible` is what RFC 5545, 3.3.5 asks for. */
function instantIn(zone: string, wallMs: number): number {
  return Temporal.Instant.fromEpochMilliseconds(wallMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}
