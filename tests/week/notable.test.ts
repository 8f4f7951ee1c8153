import { expect, test } from 'vitest';
import { mostNotable, type NotableInput } from '../../src/week/notable.ts';

const MINUTES = {
  working: 2100,
  craft: 600,
  craftBooked: 480,
  craftOpen: 120,
  management: 900,
  fragments: 500,
  away: 100,
  afterHoursCraft: 0,
  afterHoursManagement: 0,
  unconfirmed: 0,
  doubleBooked: 0,
};

function week(more: Partial<NotableInput> = {}): NotableInput {
  return {
    minutes: MINUTES,
    focus: { minutes: 150, count: 1 },
    run: { minutes: 60 },
    afterHoursMinutes: 0,
    topSeries: null,
    ...more,
  };
}

test.each<[string, Partial<NotableInput>, string]>([
  ['the longest focus block of a quiet week', {}, 'focus'],
  ['a day of meetings in a row', { run: { minutes: 420 } }, 'run'],
  ['an evening of work', { afterHoursMinutes: 240 }, 'after-hours'],
  ['two meetings at once for an afternoon', { minutes: { ...MINUTES, doubleBooked: 180 } }, 'double-booked'],
  ['a week of invitations', { minutes: { ...MINUTES, unconfirmed: 900 } }, 'unconfirmed'],
  ['the series that takes most', { topSeries: { uid: 'a', minutes: 500 } }, 'series:a'],
  [
    'that no focus block fits, before a long run',
    { focus: { minutes: 0, count: 0 }, run: { minutes: 420 } },
    'focus',
  ],
])('says %s', (_what, more, figure) => {
  expect(mostNotable(week(more))).toBe(figure);
});

test('says nothing of a week without work', () => {
  const minutes = { ...MINUTES, craft: 0, management: 0, fragments: 0 };
  expect(mostNotable(week({ minutes, focus: { minutes: 0, count: 0 }, run: { minutes: 0 } }))).toBeNull();
});
