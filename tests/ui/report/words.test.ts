import { describe, expect, it } from 'vitest';
import { axisHours, dayMonth, monthTick, separatorOf } from '../../../extension/report/words.ts';

describe('the words of dates', () => {
  it('have the year only where it is another one, and are never broken', () => {
    expect(dayMonth('2026-07-06', '2026', 'en-GB')).toBe('6\u00a0July');
    expect(dayMonth('2025-07-06', '2026', 'en-GB')).toBe('6\u00a0July\u00a02025');
    expect(dayMonth('2026-07-06', '2026', 'de')).toBe('6.\u00a0Juli');
    expect(dayMonth('2026-07-06', '2026', 'ja')).toBe('7月6日');
  });

  it('are dates of the calendar, whatever the zone of the machine', () => {
    expect(dayMonth('2026-01-01', '2026', 'en-GB')).toBe('1\u00a0January');
    expect(monthTick('2026-12-07', 'en')).toBe('Dec');
  });

  it('name the year at its January', () => {
    expect(monthTick('2026-01-05', 'en')).toBe('Jan 2026');
    expect(monthTick('2026-02-02', 'de')).toBe('Feb');
  });

  it('say hours in short on an axis', () => {
    expect(axisHours(20, 'en')).toBe('20\u00a0h');
  });
});

it.each([
  ['en', ','],
  ['de', ';'],
  ['pt', ';'],
  ['ja', ','],
])('the columns of a CSV are parted as spreadsheets in %s read them: %s', (locale, separator) => {
  expect(separatorOf(locale)).toBe(separator);
});
