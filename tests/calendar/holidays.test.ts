import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { easterSunday } from '../../src/calendar/holidays/day-rule.ts';
import {
  HOLIDAY_COUNTRIES,
  holidayAnywhere,
  holidayNamed,
  publicHolidays,
} from '../../src/calendar/holidays/holidays.ts';
import { MOON_DAYS } from '../../src/calendar/holidays/table.ts';
import { weekdayOf } from '../../src/time/zone.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029];

/** Days off on weekdays, by the referee; weekends take no working time. */
function refereed(country: string): Set<string> {
  const referee = new Holidays(country);
  return new Set(
    YEARS.flatMap((year) => referee.getHolidays(year))
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10))
      .filter((date) => weekdayOf(date) < 6),
  );
}

const ours = (country: string): Set<string> =>
  new Set(
    YEARS.flatMap((year) => publicHolidays(country, year))
      .map(({ date }) => date)
      .filter((date) => weekdayOf(date) < 6),
  );

/** Countries of which the referee and the table say the same, day for day. */
const AGREED = 'DE AT LU FR BE NL ES PT IE CA NZ JP SE NO DK CZ FI'.split(' ');

/**
 * The others, with what they differ in: days that the referee counts and some regions or firms work on, days of one
 * year's election, bridges and moved days that governments set from year to year, and days of the moon.
 */
const DIFFERING: Readonly<Record<string, number>> = {
  CH: 24,
  IT: 4,
  GB: 12,
  US: 18,
  AU: 3,
  ZA: 1,
  IN: 14,
  SG: 14,
  HK: 9,
  TW: 14,
  CN: 32,
  BR: 6,
  MX: 0,
  AR: 24,
  CL: 24,
  CO: 4,
  PE: 20,
  PL: 5,
};

describe('public holidays', () => {
  it('are known for at least 30 countries', () => {
    expect(HOLIDAY_COUNTRIES.length).toBeGreaterThanOrEqual(30);
    expect([...AGREED, ...Object.keys(DIFFERING)].sort()).toEqual([...HOLIDAY_COUNTRIES].sort());
  });

  it.each(AGREED)('of %s are those of the referee, on every weekday of six years', (country) => {
    expect([...ours(country)].sort()).toEqual([...refereed(country)].sort());
  });

  it.each(Object.entries(DIFFERING))('of %s differ from the referee on %i days at most', (country, most) => {
    const [a, b] = [ours(country), refereed(country)];
    const differ = [...a].filter((d) => !b.has(d)).length + [...b].filter((d) => !a.has(d)).length;
    expect(differ).toBeLessThanOrEqual(most);
  });

  it('by the moon and the sun are known from 2024 to 2030, and fall where the Chinese calendar puts them', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const lunar = { spring: '1/1', dragon: '5/5', moon: '8/15', buddha: '4/8', chungyeung: '9/9' };
    // New moons within minutes of midnight in Beijing, which ICU's reckoning puts on the other day.
    const atMidnight = ['2027-02-06', '2030-02-03'];
    for (const [name, date] of Object.entries(lunar)) {
      expect(MOON_DAYS[name]).toHaveLength(7);
      for (const day of (MOON_DAYS[name] ?? []).filter((d) => !atMidnight.includes(d))) {
        expect(chinese.format(Date.parse(day)), `${name} ${day}`).toBe(date);
      }
    }
  });

  it('follow Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
  });

  it('are none where the country is not known', () => {
    expect(publicHolidays('XX', 2026)).toEqual([]);
  });
});

describe('the name of a holiday', () => {
  it.each([
    ['Tag der Deutschen Einheit', 'DE', 'off'],
    ['TAG DER DEUTSCHEN EINHEIT', 'DE', 'off'],
    ['Tag der Deutschen Einheit', 'FR', null],
    ['Fronleichnam', 'DE', 'partly'],
    ['Fronleichnam', 'AT', 'off'],
    ["New Year's Day", 'JP', 'off'],
    ['Presidents’ Day', 'US', 'listed'],
    ['春節', 'TW', 'off'],
    ['Weihnachtsfeier', 'DE', null],
  ])('%s in %s lets off: %s', (name, country, reach) => {
    expect(holidayNamed(name, country)).toBe(reach);
  });

  it('settles it without a country only where nearly all of its language are off', () => {
    expect(holidayAnywhere('Christmas Day')).toBe('off');
    expect(holidayAnywhere('Festa della Repubblica')).toBe('off');
    expect(holidayAnywhere('Thanksgiving')).toBe('partly');
    expect(holidayAnywhere('Earth Day')).toBeNull();
  });
});
