import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRole, withoutPrivateTitles } from '../../src/load/roles.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { anyOccurrences, occurrence } from './arbitrary.ts';

const WEEK = '2026-11-16';
const ZONE = 'Europe/Berlin';
const settings = defaultLoadSettings(ZONE);
const calendar = (role: 'work' | 'private' | 'off') => [{ sourceId: 'test', id: 'cal', role }];

describe('a private calendar', () => {
  test('is never craft, management or after hours, whatever its titles say', () => {
    fc.assert(
      fc.property(anyOccurrences(ZONE, WEEK), (list) => {
        const { minutes } = weekLoad(WEEK, byRole(list, calendar('private')).counted, settings);
        expect(minutes.management + minutes.craftBooked).toBe(0);
        expect(minutes.afterHoursCraft + minutes.afterHoursManagement).toBe(0);
        expect(minutes.doubleBooked).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test('blocks working time as away: the tax adviser is no meeting', () => {
    const startMs = Date.UTC(2026, 10, 16, 9);
    const adviser = occurrence({ title: 'Steuerberater', startMs, endMs: startMs + 3_600_000 }, 'direction');
    const load = weekLoad(WEEK, byRole([adviser], calendar('private')).counted, settings);
    expect(load.minutes).toMatchObject({ away: 60, management: 0 });
    expect(load.longestMeetingRun).toBeNull();
  });

  test('keeps its titles out of everything beyond the week', () => {
    const startMs = Date.UTC(2026, 10, 16, 9);
    const secret = occurrence({ title: 'Therapy', description: 'x', location: 'y', startMs, endMs: startMs });
    const work = occurrence({ title: 'Stand-up', startMs, endMs: startMs, calendarId: 'other' });
    const { counted } = byRole([secret, work], calendar('private'));
    expect(withoutPrivateTitles(counted).map((o) => [o.title, o.description, o.location])).toEqual([
      ['', '', ''],
      ['Stand-up', '', ''],
    ]);
  });
});

test('a calendar that is off gives nothing, and one that nobody names counts', () => {
  const startMs = Date.UTC(2026, 10, 16, 9);
  const one = occurrence({ startMs, endMs: startMs + 60_000 });
  expect(byRole([one], calendar('off'))).toEqual({ counted: [], off: [one] });
  expect(byRole([one], [])).toEqual({ counted: [one], off: [] });
});
