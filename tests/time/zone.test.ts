import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { addWeeks, daysOfWeek, weekAt, weekInterval, weekOf } from '../../src/time/week.ts';
import { DEFAULT_WORKING_HOURS, workingIntervals } from '../../src/time/working-hours.ts';
import {
  addDays,
  dateIn,
  instantOfWall,
  isPlainDate,
  isZone,
  offsetMs,
  parsePlain,
  startOfDate,
  wallOfInstant,
  weekdayOf,
} from '../../src/time/zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/St_Johns',
  'Asia/Tehran',
  'Europe/Dublin',
];
const zone = fc.constantFrom(...ZONES);
/** 1990 to 2035, on whole minutes. */
const instant = fc
  .integer({ min: Date.UTC(1990, 0, 1) / MINUTE_MS, max: Date.UTC(2035, 0, 1) / MINUTE_MS })
  .map((m) => m * MINUTE_MS);

describe('wall-clock time and instants', () => {
  it('go there and back, but for the second of two equal wall times', () => {
    fc.assert(
      fc.property(zone, instant, (z, ms) => {
        const wall = wallOfInstant(ms, z);
        const back = instantOfWall(wall, z);
        expect(wallOfInstant(back, z)).toBe(wall);
        expect(back).toBeLessThanOrEqual(ms);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['in the gap, with the offset before it', 'Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['that comes twice, the first', 'Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
    ['in New York’s gap', 'America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
    ['twice in New York', 'America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
    ['in a half-hour gap', 'Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00Z'],
    ['just before the gap', 'Europe/Berlin', '2026-03-29T01:59:00', '2026-03-29T00:59:00Z'],
    ['just after it', 'Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
  ])('read a time %s', (_, z, wall, iso) => {
    expect(new Date(instantOfWall(parsePlain(wall), z)).toISOString()).toBe(new Date(iso).toISOString());
  });

  it('begin a day without midnight at its first moment', () => {
    expect(new Date(startOfDate('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    );
    expect(dateIn('America/Sao_Paulo', startOfDate('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04');
  });

  it('refuse a zone that does not exist', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(isZone('')).toBe(false);
    expect(() => offsetMs('Mars/Olympus', 0)).toThrow(RangeError);
  });
});

describe('dates', () => {
  it('tell their weekday and count their days without a zone', () => {
    expect(weekdayOf('2026-11-16')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('are only what the calendar has', () => {
    expect(isPlainDate('2026-02-29')).toBe(false);
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(isPlainDate('2026-13-01')).toBe(false);
    expect(isPlainDate('16.11.2026')).toBe(false);
  });
});

describe('weeks', () => {
  it('cover their seven days without a gap and are within an hour or two of 168', () => {
    fc.assert(
      fc.property(zone, instant, fc.constantFrom(1, 6, 7 as const), (z, ms, start) => {
        const week = weekAt(ms, z, start as 1 | 6 | 7);
        const span = weekInterval(week, z);
        expect(ms).toBeGreaterThanOrEqual(span.startMs);
        expect(ms).toBeLessThan(span.endMs);
        const days = daysOfWeek(week, z);
        expect(days[0]?.startMs).toBe(span.startMs);
        expect(days[6]?.endMs).toBe(span.endMs);
        for (let i = 1; i < 7; i++) expect(days[i]?.startMs).toBe(days[i - 1]?.endMs);
        expect(Math.abs(span.endMs - span.startMs - 7 * DAY_MS)).toBeLessThanOrEqual(24 * HOUR_MS);
        expect(weekdayOf(week)).toBe(start);
      }),
      { numRuns: 1000 },
    );
  });

  it('follow on each other, whatever day names them', () => {
    expect(weekOf('2026-11-22')).toBe('2026-11-16');
    expect(weekOf('2026-11-22', 7)).toBe('2026-11-22');
    expect(addWeeks('2026-12-28', 1)).toBe('2027-01-04');
  });

  it('keep the working hours of the wall clock when the clocks change', () => {
    const monday = (week: string): string | undefined => {
      const first = workingIntervals(week, 'Europe/Berlin', DEFAULT_WORKING_HOURS)[0];
      return first && new Date(first.startMs).toISOString();
    };
    expect(monday('2026-10-19')).toBe('2026-10-19T07:00:00.000Z');
    expect(monday('2026-10-26')).toBe('2026-10-26T08:00:00.000Z');
  });
});
