import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../src/calendar/activity.ts';
import { SIDE } from '../../../src/calendar/activity.ts';
import type { Occurrence } from '../../../src/calendar/occurrence.ts';
import { defaultLoadSettings } from '../../../src/load/settings.ts';
import { weekLoad } from '../../../src/load/week.ts';
import type { WeekLoad } from '../../../src/load/week-load.ts';
import { sampleOccurrences } from '../../../src/sources/sample/sample-occurrences.ts';
import { DAY_MS, HOUR_MS } from '../../../src/time/interval.ts';
import { addWeeks, weekAt } from '../../../src/time/week.ts';

const WEDNESDAY = Date.UTC(2026, 10, 18, 10);
const ZONE = 'Europe/Berlin';

/** What each event of the sample truly is, by the first part of its UID. */
const TRULY: readonly (readonly [RegExp, Activity])[] = [
  [/^(focus|deep|prototype|decision|drawing|spike|budget-deck)/, 'deep-work'],
  [/^(architecture|design|pairing|incident|workshop@)/, 'making-together'],
  [/^(reading|talks|workshop-conference|webinar)/, 'learning'],
  [/^(one-|review-|interview|hiring|handover)/, 'people'],
  [/^(budget|vendor|cloud|expenses|headcount|audit|staffing|business)/, 'administration'],
  [/^(holiday)/, 'absence'],
  [/^(flight)/, 'travel'],
  [/^(dentist|school)/, 'personal'],
  [/^(lunch)/, 'break'],
];

function labelled(o: Occurrence) {
  const activity = TRULY.find(([pattern]) => pattern.test(o.uid))?.[1] ?? 'coordination';
  return { ...o, label: { activity, side: SIDE[activity], confidence: 1, reasons: [], ignored: false } };
}

function weeks(nowMs: number, zone: string, from: number, until: number): WeekLoad[] {
  const all = sampleOccurrences(nowMs, zone).map(labelled);
  const current = weekAt(nowMs, zone);
  return Array.from({ length: until - from + 1 }, (_, i) =>
    weekLoad(addWeeks(current, from + i), all, defaultLoadSettings(zone)),
  );
}

function mean(loads: readonly WeekLoad[]): number {
  const shares = loads.filter((w) => !w.mostlyAway).flatMap((w) => w.craftShare ?? []);
  return shares.reduce((sum, s) => sum + s, 0) / shares.length;
}

describe('the sample', () => {
  test('is the same whenever it is made on one day, and all week', () => {
    const made = sampleOccurrences(WEDNESDAY, ZONE);
    expect(sampleOccurrences(WEDNESDAY + 9 * HOUR_MS, ZONE)).toEqual(made);
    expect(sampleOccurrences(WEDNESDAY + 4 * DAY_MS, ZONE)).toEqual(made);
    expect(new Set(made.map((o) => o.key)).size).toBe(made.length);
  });

  test('covers 26 weeks with the current one, and some ahead', () => {
    for (const [i, week] of weeks(WEDNESDAY, ZONE, -25, 2).entries()) {
      expect(week.counted.length, `week ${i - 25}`).toBeGreaterThan(0);
    }
  });

  test('tells of a promotion twelve weeks ago: craft falls for good', () => {
    const before = mean(weeks(WEDNESDAY, ZONE, -25, -13));
    const after = mean(weeks(WEDNESDAY, ZONE, -8, -1));
    expect(before).toBeGreaterThan(0.6);
    expect(before).toBeLessThan(0.9);
    expect(after).toBeGreaterThan(0.15);
    expect(after).toBeLessThan(0.45);
  });

  test('has the texture of a real calendar', () => {
    const all = sampleOccurrences(WEDNESDAY, ZONE);
    const some = (test: (o: Occurrence) => boolean): boolean => all.some(test);
    expect(some((o) => o.response === 'declined')).toBe(true);
    expect(some((o) => o.response === 'tentative')).toBe(true);
    expect(some((o) => o.response === 'needsAction')).toBe(true);
    expect(some((o) => o.status === 'cancelled')).toBe(true);
    expect(some((o) => o.eventType === 'focusTime')).toBe(true);
    expect(some((o) => o.eventType === 'outOfOffice' && o.allDay !== null)).toBe(true);
    expect(some((o) => o.eventType === 'workingLocation')).toBe(true);
    expect(some((o) => o.transparency === 'transparent' && o.allDay === null)).toBe(true);
    expect(some((o) => o.resources > 0)).toBe(true);
    // A moved instance keeps the key of its own start.
    expect(
      some((o) => o.recurring !== 'none' && o.allDay === null && !o.key.endsWith(String(o.startMs))),
    ).toBe(true);
  });

  test.each([
    ['Monday', 16],
    ['Tuesday', 17],
    ['Saturday', 21],
    ['Sunday', 22],
  ])('is alive in the week of a %s', (_name, day) => {
    const [week] = weeks(Date.UTC(2026, 10, day, 10), ZONE, 0, 0);
    expect(week?.minutes.management).toBeGreaterThan(8 * 60);
    expect(week?.minutes.craft).toBeGreaterThan(5 * 60);
    expect(week?.minutes.fragments).toBeGreaterThan(60);
    expect(week?.minutes.doubleBooked).toBeGreaterThan(0);
    expect(week?.minutes.unconfirmed).toBeGreaterThan(0);
    expect((week?.minutes.afterHoursCraft ?? 0) + (week?.minutes.afterHoursManagement ?? 0)).toBeGreaterThan(
      0,
    );
    expect(week?.focusBlocks.length).toBeGreaterThan(0);
    expect(week?.days.filter((d) => d.working.length > 0)).toHaveLength(5);
  });

  test('is away in the week of the holiday, and at the conference learns', () => {
    const [conference] = weeks(WEDNESDAY, ZONE, -17, -17);
    const [holiday] = weeks(WEDNESDAY, ZONE, -8, -8);
    expect(holiday?.mostlyAway).toBe(true);
    expect(conference?.activities.learning).toBeGreaterThan(10 * 60);
  });

  test('speaks German to Germans, and keeps its series', () => {
    const german = sampleOccurrences(WEDNESDAY, ZONE, 'de-AT');
    const english = sampleOccurrences(WEDNESDAY, ZONE, 'ja');
    expect(german.some((o) => o.title === 'Budgetprüfung')).toBe(true);
    expect(english.some((o) => o.title === 'Budget review')).toBe(true);
    expect(german.map((o) => o.key)).toEqual(english.map((o) => o.key));
  });

  test.each(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'America/Sao_Paulo'])(
    'keeps office hours in %s, over the change of the clocks',
    (zone) => {
      const [week] = weeks(WEDNESDAY, zone, 0, 0);
      const [berlin] = weeks(WEDNESDAY, ZONE, 0, 0);
      expect(week?.minutes).toEqual(berlin?.minutes);
    },
  );
});
