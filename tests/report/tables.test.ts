import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { seriesGroups } from '../../src/calendar/series.ts';
import { isMeeting } from '../../src/load/counts.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { focusCosts, focusMinutesOf, type LoadedWeek } from '../../src/plan/focus-cost.ts';
import { company } from '../../src/report/company.ts';
import { heatMap } from '../../src/report/heat-map.ts';
import { meetingsByOrganizer, meetingsBySize } from '../../src/report/meetings.ts';
import { seriesTable } from '../../src/report/series-table.ts';
import { anyOccurrences, nastyWeek, occurrence } from '../load/arbitrary.ts';

const anyWeek: fc.Arbitrary<LoadedWeek> = nastyWeek.chain(([zone, week]) =>
  anyOccurrences(zone, week).map((occurrences) => ({
    occurrences,
    load: weekLoad(week, occurrences, defaultLoadSettings(zone)),
  })),
);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('the heat map', () => {
  it('holds every minute of the week once, in any zone', () => {
    fc.assert(
      fc.property(anyWeek, ({ load }) => {
        const map = heatMap([load]);
        const total = (kind: keyof typeof map): number => sum(map[kind].flat().map((cell) => cell.minutes));
        expect(total('craft')).toBe(load.minutes.craft);
        expect(total('management')).toBe(load.minutes.management);
        expect(total('fragments')).toBe(load.minutes.fragments);
        expect(total('away')).toBe(load.minutes.away);
        // An hour holds at most 60 minutes, but for the one that the clocks repeat.
        const hours = map.craft.map((day, d) =>
          day.map(({ minutes }, h) =>
            sum([minutes, ...[map.management, map.fragments, map.away].map((m) => m[d]?.[h]?.minutes ?? 0)]),
          ),
        );
        for (const minutes of hours.flat()) expect(minutes).toBeLessThanOrEqual(120);
      }),
      { numRuns: 200 },
    );
  });

  it('puts a Tuesday morning meeting into Tuesday’s hours of the wall clock', () => {
    const settings = defaultLoadSettings('Asia/Kolkata');
    const met = occurrence({ startMs: Date.UTC(2026, 10, 17, 3, 45), endMs: Date.UTC(2026, 10, 17, 4, 45) });
    const map = heatMap([weekLoad('2026-11-16', [met], settings)]);
    const morning = map.management[1]?.slice(8, 12) ?? [];
    expect(morning.map((cell) => cell.minutes)).toEqual([0, 45, 15, 0]);
    expect(morning.map((cell) => cell.keys.length)).toEqual([0, 1, 1, 0]);
  });

  it('holds the mean of its weeks', () => {
    const settings = defaultLoadSettings('UTC');
    const met = occurrence({ startMs: Date.UTC(2026, 10, 17, 9), endMs: Date.UTC(2026, 10, 17, 10) });
    const weeks = ['2026-11-16', '2026-11-23'].map((week) => weekLoad(week, [met], settings));
    expect(heatMap(weeks).management[1]?.[9]?.minutes).toBe(30);
  });
});

describe('the series table', () => {
  it('adds up to everything that was counted', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const rows = seriesTable([week], defaultLoadSettings(week.load.zone));
        expect(sum(rows.map((r) => r.minutes))).toBe(sum(week.load.counted.map((c) => c.minutes)));
        expect(new Set(rows.flatMap((r) => r.keys)).size).toBe(week.load.counted.length);
      }),
      { numRuns: 100 },
    );
  });

  it('says what a series costs in focus: a meeting in the middle of a morning breaks it', () => {
    const settings = defaultLoadSettings('UTC');
    const middle = occurrence({
      uid: 'mid',
      title: 'Sync',
      startMs: Date.UTC(2026, 10, 16, 10, 30),
      endMs: Date.UTC(2026, 10, 16, 11),
    });
    const occurrences = [middle];
    const week = { occurrences, load: weekLoad('2026-11-16', occurrences, settings) };
    const groupOf = seriesGroups(occurrences);
    const cost = focusCosts([week], new Set([groupOf(middle)]), groupOf, settings);
    // 09:00-10:30 and 11:15-12:00 are too short to focus: the half hour costs three.
    expect([...cost.values()]).toEqual([{ focusMinutes: 180, craftMinutes: 180 }]);
    expect(focusMinutesOf(week.load)).toBe(2100 - 180);
  });
});

describe('meetings', () => {
  it('add up alike by size and by who calls them', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const byKey = new Map(week.occurrences.map((o) => [o.key, o]));
        const counted = week.load.counted.filter(({ key }) => {
          const o = byKey.get(key);
          return o !== undefined && isMeeting(o);
        });
        const expected = sum(counted.map((c) => c.minutes));
        expect(sum(meetingsBySize([week]).map((s) => s.minutes))).toBe(expected);
        expect(sum(meetingsByOrganizer([week]).map((s) => s.minutes))).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('company', () => {
  const person = (email: string, more = {}): LabelledOccurrence['attendees'][number] => ({
    email,
    response: 'accepted',
    self: false,
    organizer: false,
    ...more,
  });

  it('names the people and domains met, without the user, the declined and the crowd', () => {
    const settings = defaultLoadSettings('UTC');
    const at = (hour: number, more: object): LabelledOccurrence =>
      occurrence({
        uid: `u${hour}`,
        key: `k${hour}`,
        startMs: Date.UTC(2026, 10, 16, hour),
        endMs: Date.UTC(2026, 10, 16, hour + 1),
        ...more,
      });
    const occurrences = [
      at(9, {
        people: 3,
        attendees: [
          person('me@a.org', { self: true }),
          person('kim@a.org', { name: 'Kim' }),
          person('bo@b.org', { response: 'declined' }),
        ],
      }),
      at(10, { people: 2, attendees: [person('me@a.org', { self: true }), person('kim@a.org')] }),
      at(11, { people: 40, attendees: [person('ceo@a.org')] }),
    ];
    const { people, domains } = company([
      { occurrences, load: weekLoad('2026-11-16', occurrences, settings) },
    ]);
    expect(people).toMatchObject([{ id: 'kim@a.org', name: 'Kim', minutes: 120, times: 2 }]);
    expect(domains).toMatchObject([{ id: 'a.org', minutes: 120 }]);
  });
});
