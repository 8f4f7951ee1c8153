import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import { changeRecords } from '../../src/drift/record.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { WeekLoad } from '../../src/load/week-load.ts';
import { ownBest, trackFigure } from '../../src/report/tracks.ts';
import { addWeeks } from '../../src/time/week.ts';
import { parsePlain } from '../../src/time/zone.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');

/** A week whose Monday holds the given hours, one activity after the other from 09:00. */
function week(name: string, booked: readonly (readonly [Activity, number])[]): WeekLoad {
  let at = parsePlain(name) + 9 * 3_600_000;
  const entries = booked.map(([activity, hours], i) => {
    const startMs = at;
    at += hours * 3_600_000;
    return occurrence({ uid: `${name}${i}`, key: `${name}${i}`, startMs, endMs: at }, activity);
  });
  return weekLoad(name, entries, settings);
}

describe('the headline of a track', () => {
  const weeks = [
    week('2026-11-16', [
      ['people', 1],
      ['coordination', 1],
      ['administration', 1],
    ]),
  ];

  it('is the craft share for mastery and the leadership share for leadership', () => {
    const mastery = trackFigure(weeks, 'mastery', 0.5);
    expect(mastery.value).toBe(weeks[0]?.craftShare);
    expect(mastery.gap).toBeCloseTo((mastery.value ?? 0) - 0.5, 10);
    expect(trackFigure(weeks, 'leadership', 0.5).value).toBe(weeks[0]?.leadershipShare);
  });

  it('says when administration is more than 26% of management', () => {
    expect(trackFigure(weeks, 'leadership', null).muchAdministration).toBe(true);
    const little = [
      week('2026-11-16', [
        ['people', 2],
        ['coordination', 1.5],
        ['administration', 1],
      ]),
    ];
    expect(trackFigure(little, 'leadership', null).muchAdministration).toBe(false);
  });

  it('is null where there is nothing to measure', () => {
    expect(trackFigure([], 'mastery', 0.5)).toMatchObject({ value: null, gap: null });
    expect(trackFigure([week('2026-11-16', [])], 'leadership', 0.5).value).toBe(0);
  });
});

describe('the user’s own best weeks', () => {
  const points = Array.from({ length: 8 }, (_, i) => ({
    week: addWeeks('2026-08-03', i),
    share: 0.2 + (i % 4) / 10,
  }));

  it('are the best quarter, once there are eight', () => {
    expect(ownBest(points.slice(1), [])).toBeNull();
    expect(ownBest(points, [])).toBeCloseTo(0.5, 10);
  });

  it('are never below the level before a told fall', () => {
    const low = [...new Array(20).fill(0.7), ...new Array(40).fill(0.2)].map((share: number, i) => ({
      week: addWeeks('2025-01-06', i),
      share: share + (i % 2) * 0.02,
    }));
    const records = changeRecords([], low, 'craft');
    expect(ownBest(low.slice(-30), records)).toBeCloseTo(0.71, 2);
  });
});
