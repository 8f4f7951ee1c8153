import { describe, expect, it } from 'vitest';
import { earliestWeek, type ReportInput, reportTables, reportView } from '../../../extension/report/view.ts';
import { measureOf } from '../../../src/calendar/track.ts';
import { distinct } from '../../../src/report/series-table.ts';
import { weekAt } from '../../../src/time/week.ts';
import { changeCauses } from '../../../src/week/change-causes.ts';
import { reachOf } from '../../../src/week/standing.ts';
import { storyOf } from '../../../src/week/story.ts';
import { occurrencesOf, SETTINGS, WEEK, weeksOf } from './report-weeks.ts';

const drift = await weeksOf(occurrencesOf({ weeks: 30, changeBefore: 12, away: [6, 22, 23] }), 26);
const steady = await weeksOf(occurrencesOf({ weeks: 26, changeBefore: null, away: [9] }), 26);
const short = await weeksOf(occurrencesOf({ weeks: 3, changeBefore: null, away: [] }), 26);

function input(weeks: typeof drift, more: Partial<ReportInput> = {}): ReportInput {
  const all = weeks.past.map((w) => w.load);
  const track = more.track ?? 'mastery';
  const story = storyOf(all, reachOf(all), [], measureOf(track), Number.POSITIVE_INFINITY);
  const { drift } = story;
  const causes =
    drift.kind === 'change' ? changeCauses(drift.change, story.measure, distinct(weeks.past), SETTINGS) : [];
  return { ...weeks, settings: SETTINGS, track, target: 0.5, marks: [], story, causes, ...more };
}
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('the report of a calendar that changed', () => {
  const view = reportView(input(drift));

  it('dates the change, and names what came and what went', () => {
    expect(view.drift).toMatchObject({ kind: 'change', change: { level: 'lasting', week: '2026-08-24' } });
    const titles = view.causes.map((c) => c.title);
    expect(titles).toEqual(expect.arrayContaining(['Budget sync', 'Vendor review', 'Deep work']));
    expect(titles).not.toContain('Design review');
    expect(view.causes.find((c) => c.title === 'Deep work')?.minutesPerWeek).toBeLessThan(0);
  });

  it('has the figure of now: of the weeks since the change, not of a mean that never was', () => {
    expect(view.figureSince).toBe('2026-08-24');
    if (view.drift.kind !== 'change') throw new Error('no change');
    expect(view.figure.value).toBeCloseTo(view.drift.change.after, 1);
    expect(view.figureWeeks).toBe(view.drift.change.weeksAfter.length);
  });

  it('ends with what is known: nothing of a week that began after the last reading', () => {
    const untilMs = Date.parse('2026-10-28T12:00:00Z');
    const given = input(drift);
    const old = reportView({ ...given, story: { ...given.story, untilMs } });
    expect(old.weeks.at(-1)?.week).toBe('2026-10-26');
    expect(old).toMatchObject({ running: null, ahead: null, knownMs: untilMs });
    expect(view.knownMs).toBeNull();
    expect(view.running).not.toBeNull();
  });

  it('says the gap to the target in time as well', () => {
    // All that the share is taken from is the working week, and an hour and a quarter beyond it.
    const base = 36.25 * 60;
    expect(view.gapMinutes).toBeCloseTo(Math.abs(view.figure.gap ?? 0) * base, -1.5);
    expect(reportView(input(drift, { target: null })).gapMinutes).toBeNull();
  });

  it('counts no week of holiday', () => {
    expect(view.weeks).toHaveLength(26);
    expect(view.countedWeeks).toBe(23);
  });

  it('forecasts four weeks with their ranges', () => {
    expect(view.ahead).toHaveLength(4);
    for (const { expected, low, high } of view.ahead ?? []) {
      expect(low).toBeLessThanOrEqual(expected ?? -1);
      expect(high).toBeGreaterThanOrEqual(expected ?? 2);
    }
    expect(view.running?.week).toBe(WEEK);
  });

  it('compares before and after a date of the user’s', () => {
    const marks = [{ date: '2026-08-24', name: 'Promoted' }];
    const [mark] = reportView(input(drift, { marks })).marks;
    expect(mark?.before.craftShare).toBeGreaterThan(0.6);
    expect(mark?.after.craftShare).toBeLessThan(0.35);
  });

  it('measures the leadership track by the leadership share', () => {
    const leader = reportView(input(drift, { track: 'leadership', target: 0.4 }));
    expect(leader.figure.value).toBe(leader.figure.leadershipShare);
    expect(leader.gapMinutes).toBeGreaterThan(0);
  });
});

describe('the report of other calendars', () => {
  it('speaks of no change where there is none, and of all weeks', () => {
    const view = reportView(input(steady));
    expect(view.drift.kind).toBe('none');
    expect(view.causes).toEqual([]);
    expect(view.figureSince).toBeNull();
    expect(view.figureWeeks).toBe(25);
  });

  it('knows when it knows too little', () => {
    const view = reportView(input(short));
    expect(view.drift).toEqual({ kind: 'too-few', weeks: 3, needed: 8 });
    expect(view.ahead).toBeNull();
    expect(view.ownBest).toBeNull();
  });

  it('is a report also without a single week', () => {
    const view = reportView(input({ past: [], coming: [] }));
    expect(view).toMatchObject({ weeks: [], running: null, ahead: null, countedWeeks: 0, gapMinutes: null });
    expect(reportTables(input({ past: [], coming: [] }))).toMatchObject({
      weeks: 0,
      series: [],
      advice: null,
    });
  });
});

describe('the tables', () => {
  const tables = reportTables(input(drift));
  const total = (pick: (w: (typeof drift.past)[number]['load']) => number): number =>
    sum(drift.past.map((w) => pick(w.load)));

  it('hold the minutes of the weeks, activity by activity, each with what is behind it', () => {
    for (const row of tables.activities) {
      expect(row.minutes).toBe(total((w) => w.activities[row.activity]));
      expect(row.keys.length).toBe(row.times);
      expect(row.times).toBeGreaterThan(0);
    }
    const fractions = tables.activities.flatMap((row) => row.fraction ?? []);
    expect(sum(fractions)).toBeCloseTo(1, 10);
    expect(tables.activities.find((row) => row.activity === 'absence')?.fraction).toBeNull();
  });

  it('hold all of the craft: what is booked by its activities, and the open time beside them', () => {
    const booked = tables.activities.filter((row) => row.side === 'craft').map((row) => row.minutes);
    expect(sum(booked) + tables.openMinutes).toBe(total((w) => w.minutes.craft));
    expect(tables.openMinutes).toBeGreaterThan(0);
  });

  it('begin where the calendar begins', () => {
    expect(reportTables(input(short)).weeks).toBe(3);
  });

  it('name runs, after-hours, double-booked and unconfirmed time', () => {
    expect(tables.strains.map((s) => s.id)).toEqual(['runs', 'after-hours', 'double-booked', 'unconfirmed']);
    expect(tables.strains.find((s) => s.id === 'after-hours')?.minutes).toBe(
      total((w) => w.minutes.afterHoursCraft + w.minutes.afterHoursManagement),
    );
  });

  it('advise by the track: focus that would come back, or administration', () => {
    const best = Math.max(...tables.series.map((row) => row.focusMinutesPerMonth ?? 0));
    expect(tables.advice).toMatchObject({ kind: 'focus', row: { focusMinutesPerMonth: best } });
    expect(reportTables(input(drift, { track: 'leadership' })).advice).toMatchObject({
      kind: 'administration',
      row: { activity: 'administration' },
    });
  });

  it('tell people and domains apart', () => {
    expect(tables.domains.map((d) => d.id).sort()).toEqual(['client.example', 'studio.example']);
    expect(tables.people.every((p) => p.keys.length === p.times)).toBe(true);
  });
});

describe('the first week', () => {
  it('is that of the earliest entry, in whatever order they come', () => {
    const weekOf = (ms: number): string => weekAt(ms, 'Europe/Berlin');
    const all = occurrencesOf({ weeks: 3, changeBefore: null, away: [] }).reverse();
    expect(earliestWeek(all, weekOf, WEEK)).toBe('2026-10-26');
    expect(earliestWeek([], weekOf, WEEK)).toBe(WEEK);
  });
});
