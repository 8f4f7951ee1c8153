import fc from 'fast-check';
import type { Frequency } from '../../src/recurrence/rule.ts';

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Mostly nothing, else a few of an item. */
const some = <T>(item: fc.Arbitrary<T>, most: number, weight = 1): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight, arbitrary: fc.uniqueArray(item, { minLength: 1, maxLength: most }) },
  );

const signed = (most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: -most, max: -1 }));

const parts = fc.record({
  interval: fc.integer({ min: 1, max: 5 }),
  count: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  byMonth: some(fc.integer({ min: 1, max: 12 }), 4),
  byWeekNo: some(signed(53), 3),
  byYearDay: some(signed(366), 3),
  byMonthDay: some(signed(31), 4),
  byDay: some(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('', '', '', '1', '2', '5', '-1', '-2')), 4),
  byHour: some(fc.integer({ min: 0, max: 23 }), 3),
  byMinute: some(fc.integer({ min: 0, max: 59 }), 3),
  bySecond: some(fc.integer({ min: 0, max: 59 }), 3),
  bySetPos: some(fc.constantFrom(1, 2, 3, -1, -2), 2),
  weekStart: fc.constantFrom(...NAMES),
});

/** RRULE values of a frequency that RFC 5545 allows. */
export function drawnRules(frequency: Frequency): fc.Arbitrary<string> {
  return parts.map((drawn) => {
    const isYearly = frequency === 'YEARLY';
    const byTimes = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency);
    const weekNo = isYearly ? drawn.byWeekNo : [];
    const hasOrdinals = (isYearly && weekNo.length === 0) || frequency === 'MONTHLY';
    const lists: Record<string, readonly (string | number)[]> = {
      BYMONTH: drawn.byMonth,
      BYWEEKNO: weekNo,
      BYYEARDAY: isYearly || byTimes ? drawn.byYearDay : [],
      BYMONTHDAY: frequency === 'WEEKLY' ? [] : drawn.byMonthDay,
      BYDAY: [...new Set(drawn.byDay.map(([day, nth]) => `${hasOrdinals ? nth : ''}${day}`))],
      BYHOUR: drawn.byHour,
      BYMINUTE: drawn.byMinute,
      BYSECOND: drawn.bySecond,
    };
    const named = Object.entries(lists).filter(([, list]) => list.length > 0);
    return [
      `FREQ=${frequency}`,
      `INTERVAL=${drawn.interval}`,
      `WKST=${drawn.weekStart}`,
      ...(drawn.count === undefined ? [] : [`COUNT=${drawn.count}`]),
      ...named.map(([name, list]) => `${name}=${list.join(',')}`),
      ...(named.length > 0 && drawn.bySetPos.length > 0 ? [`BYSETPOS=${drawn.bySetPos.join(',')}`] : []),
    ].join(';');
  });
}
