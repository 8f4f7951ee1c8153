import { describe, expect, test } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { addDays, instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { hoursDoubt } from '../../src/week/calendar-hours.ts';
import { occurrence } from '../load/arbitrary.ts';

const ZONE = 'Europe/Berlin';
const settings = defaultLoadSettings(ZONE);
const now = Date.UTC(2026, 10, 24, 12);
const calendars: Calendar[] = [{ sourceId: 'test', id: 'cal', name: 'Work', role: 'work' }];

/** Four weeks of two meetings on each of some weekdays, counted from Monday, on a zone's clock. */
function meetings(days: readonly number[], hours: readonly number[], zone = ZONE): LabelledOccurrence[] {
  return [0, 7, 14, 21].flatMap((week) =>
    days.flatMap((day) =>
      hours.map((hour) => {
        const startMs = instantOfWall(
          parsePlain(addDays('2026-10-26', week + day)) + hour * 60 * MINUTE_MS,
          zone,
        );
        return occurrence({ startMs, endMs: startMs + 90 * MINUTE_MS });
      }),
    ),
  );
}
const WEEKDAYS = [0, 1, 2, 3, 4];

describe('working hours that the entries contradict', () => {
  test('are asked about where a calendar from far away names no zone, with the figure either way', () => {
    const doubt = hoursDoubt(meetings(WEEKDAYS, [10, 15], 'America/New_York'), calendars, settings, now);
    expect(doubt?.hours[1]).toEqual([
      { startMinute: 14.5 * 60, endMinute: 17.5 * 60 },
      { startMinute: 18.5 * 60, endMinute: 22.5 * 60 },
    ]);
    expect(doubt?.hours[6]).toEqual([]);
    expect(doubt?.there).toBeLessThan(doubt?.here ?? 0);
  });

  test('are asked about where the week begins on a Sunday', () => {
    const early = meetings([-1, 0, 1, 2, 3], [9], ZONE).filter((_, i) => i % 5 === 0);
    const doubt = hoursDoubt([...early, ...early, ...early, ...early, ...early], calendars, settings, now);
    expect(doubt?.hours[7]).toHaveLength(2);
  });

  test.each([
    ['where they hold most of what is booked', meetings(WEEKDAYS, [9, 14])],
    ['where no others hold it', meetings([0, 1, 2, 3, 4, 5, 6], [2, 7, 20])],
    ['of a few entries', meetings([0, 2], [19])],
    ['of a private calendar', meetings(WEEKDAYS, [18, 20]).map((o) => ({ ...o, calendarId: 'home' }))],
  ])('are left alone %s', (_, entries) => {
    const home: Calendar = { sourceId: 'test', id: 'home', name: 'Home', role: 'private' };
    expect(hoursDoubt(entries, [...calendars, home], settings, now)).toBeNull();
  });
});
