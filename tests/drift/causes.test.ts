import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { titleStem } from '../../src/calendar/series.ts';
import type { Measure } from '../../src/calendar/track.ts';
import { type Cause, causesOf } from '../../src/drift/causes.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import type { WeekLoad } from '../../src/load/week-load.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays, instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { reachOf } from '../../src/week/standing.ts';
import { storyOf } from '../../src/week/story.ts';
import { occurrence } from '../load/arbitrary.ts';

const zone = 'Europe/Berlin';
const settings = defaultLoadSettings(zone);
const first = '2026-05-04';
const WEEKS = 20;

/** One entry each week from week `from` to week `to`, on weekday 0 to 4, at `hour` for `minutes`. */
function series(
  title: string,
  activity: Activity,
  [from, to]: [number, number],
  [day, hour, minutes]: [number, number, number],
  uid = title,
): LabelledOccurrence[] {
  return Array.from({ length: to - from }, (_, i) => {
    const date = addDays(addWeeks(first, from + i), day);
    const startMs = instantOfWall(parsePlain(date) + hour * 3_600_000, zone);
    const endMs = startMs + minutes * 60_000;
    return occurrence({ key: `${uid}-${from + i}-${day}`, uid, title, startMs, endMs }, activity);
  });
}

function causes(
  list: readonly LabelledOccurrence[],
  measure: Measure = 'craft',
): { causes: Cause[]; weeks: WeekLoad[] } {
  const weeks = Array.from({ length: WEEKS }, (_, i) => weekLoad(addWeeks(first, i), list, settings));
  const { drift } = storyOf(weeks, reachOf(weeks), [], measure, Number.POSITIVE_INFINITY);
  if (drift.kind !== 'change') throw new Error('no change found');
  return { causes: causesOf(drift.change, measure, weeks, list), weeks };
}

const always = [
  ...series('Stand-up', 'coordination', [0, WEEKS], [0, 9, 15]),
  ...series('Design review', 'making-together', [0, WEEKS], [1, 10, 90]),
];
const came = [
  ...series('Budget sync', 'administration', [10, WEEKS], [0, 13, 180]),
  ...series('Vendor review', 'administration', [10, WEEKS], [2, 14, 120]),
  ...series('Staffing', 'people', [10, WEEKS], [3, 10, 120]),
];

describe('the causes of a fall', () => {
  it('are the management series that came then, with their hours, the largest first', () => {
    const found = causes([...always, ...came]).causes;
    expect(found.map((c) => [c.title, c.minutesPerWeek])).toEqual([
      ['Budget sync', 180],
      ['Staffing', 120],
      ['Vendor review', 120],
    ]);
    expect(found[0]?.keys).toHaveLength(10);
  });

  it('hold a craft series that went, with what it lost', () => {
    const went = series('Pairing', 'making-together', [0, 10], [4, 13, 120]);
    const found = causes([...always, ...came, ...went]).causes;
    expect(found.find((c) => c.title === 'Pairing')?.minutesPerWeek).toBe(-120);
  });

  it('leave out a series that was set up anew under the same title', () => {
    const old = series('Sprint 1 planning', 'coordination', [0, 10], [1, 13, 60], 'old');
    const fresh = series('Sprint 2 Planning', 'coordination', [10, WEEKS], [1, 13, 60], 'new');
    expect(causes([...always, ...came, ...old, ...fresh]).causes.map((c) => c.title)).not.toContain(
      'Sprint 2 Planning',
    );
  });

  it('leave out what happened once, however long', () => {
    const once = series('Offsite', 'coordination', [15, 16], [4, 9, 420]);
    expect(causes([...always, ...came, ...once]).causes.map((c) => c.title)).not.toContain('Offsite');
  });

  it('are not faked by a holiday in between', () => {
    const away = [0, 1, 2, 3, 4].map((d) => {
      const start = addDays(addWeeks(first, 13), d);
      return occurrence(
        { key: `away-${d}`, uid: `a${d}`, startMs: 0, endMs: 0, allDay: { start, end: addDays(start, 1) } },
        'absence',
      );
    });
    const found = causes([...always, ...came, ...away]).causes;
    expect(found.map((c) => c.title)).toEqual(['Budget sync', 'Staffing', 'Vendor review']);
    expect(found[0]?.minutesPerWeek).toBe(180);
  });
});

describe('the causes of a fall of the leadership share', () => {
  it('are people and direction that went, and what else grew', () => {
    const list = [
      ...always,
      ...series('Mentoring', 'people', [0, 10], [3, 9, 180]),
      ...series('Skip level', 'people', [0, 10], [4, 9, 180]),
      ...series('Strategy', 'direction', [0, 10], [2, 13, 180]),
      ...series('Vendor review', 'administration', [10, WEEKS], [2, 13, 180]),
    ];
    const found = causes(list, 'leadership').causes.map((c) => [c.title, c.minutesPerWeek]);
    expect(found).toEqual([
      ['Mentoring', -180],
      ['Skip level', -180],
      ['Strategy', -180],
      ['Vendor review', 180],
    ]);
  });
});

describe('the causes of any change', () => {
  it('never name a private calendar', () => {
    const open = [...always, ...came];
    const found = causes(open.map((o) => (o.title === 'Staffing' ? { ...o, private: true as const } : o)));
    expect(found.causes.map((c) => c.title)).toEqual(['Budget sync', 'Vendor review']);
  });
});

describe('the stem of a title', () => {
  it('knows a series again without its numbers, case and signs', () => {
    expect(titleStem('Sprint 41 — Planning!')).toBe(titleStem('sprint 42 planning'));
    expect(titleStem('週次定例 #12')).toBe('週次定例');
  });
});
