import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { forecast, type PastWeek } from '../../src/report/ahead.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays, parsePlain } from '../../src/time/zone.ts';
import { seeded } from '../drift/simulated-weeks.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const first = '2026-01-05';

/**
 * One person's weeks: fixed series, and one-off meetings that come in late, more of them in some weeks. Each has
 * the number of weeks ahead at which it was booked.
 */
function person(
  seed: number,
  weeks: number,
): { recurring: LabelledOccurrence[][]; once: (LabelledOccurrence & { lead: number })[][] } {
  const uniform = seeded(seed);
  const series = 3 + Math.floor(uniform() * 6);
  const slots = Array.from(
    { length: series },
    () => [Math.floor(uniform() * 5), 9 + Math.floor(uniform() * 7)] as const,
  );
  const busy = 2 + uniform() * 6;
  const entry = (week: string, day: number, hour: number, id: string): LabelledOccurrence => {
    const startMs = parsePlain(addDays(week, day)) + hour * 3_600_000;
    return occurrence({ key: id, uid: id, startMs, endMs: startMs + 3_600_000, recurring: 'none' });
  };
  const recurring: LabelledOccurrence[][] = [];
  const once: (LabelledOccurrence & { lead: number })[][] = [];
  for (let w = 0; w < weeks; w++) {
    const week = addWeeks(first, w);
    recurring.push(
      slots.map(([d, h], i) => ({ ...entry(week, d, h, `s${i}-${w}`), recurring: 'weekly' as const })),
    );
    const count = Math.round(busy * (0.5 + uniform()));
    once.push(
      Array.from({ length: count }, (_, i) => ({
        ...entry(week, Math.floor(uniform() * 5), 9 + Math.floor(uniform() * 8), `o${i}-${w}`),
        lead: Math.floor(-Math.log(1 - uniform()) * 1.2),
      })),
    );
  }
  return { recurring, once };
}

const load = (w: number, list: readonly LabelledOccurrence[]): ReturnType<typeof weekLoad> =>
  weekLoad(addWeeks(first, w), list, settings);

describe('the forecast of the next four weeks', () => {
  const HISTORY = 20;
  const PEOPLE = 120;
  let inside = 0;
  let total = 0;
  const errors = { ours: 0, lastWeek: 0, medianOfEight: 0 };
  for (let seed = 1; seed <= PEOPLE; seed++) {
    const { recurring, once } = person(seed, HISTORY + 4);
    const past: PastWeek[] = Array.from({ length: HISTORY }, (_, w) => ({
      full: load(w, [...(recurring[w] ?? []), ...(once[w] ?? [])]),
      recurringOnly: load(w, recurring[w] ?? []),
    }));
    const coming = [0, 1, 2, 3].map((h) => {
      const w = HISTORY + h;
      const bookedByNow = (once[w] ?? []).filter((o) => o.lead > h);
      return {
        booked: load(w, [...(recurring[w] ?? []), ...bookedByNow]),
        recurringOnly: load(w, recurring[w] ?? []),
      };
    });
    const forecasts = forecast(past, coming) ?? [];
    const shares = past.map((p) => p.full.craftShare ?? 0);
    const median = shares.slice(-8).sort((a, b) => a - b);
    const usual = ((median[3] ?? 0) + (median[4] ?? 0)) / 2;
    for (const [h, f] of forecasts.entries()) {
      const w = HISTORY + h;
      const truth = load(w, [...(recurring[w] ?? []), ...(once[w] ?? [])]).craftShare ?? 0;
      total++;
      if ((f.low ?? 2) <= truth && truth <= (f.high ?? -1)) inside++;
      errors.ours += Math.abs((f.expected ?? 0) - truth);
      errors.lastWeek += Math.abs((shares.at(-1) ?? 0) - truth);
      errors.medianOfEight += Math.abs(usual - truth);
    }
  }

  it('has a range that holds about four outcomes in five, on weeks held back', () => {
    expect(total).toBe(4 * PEOPLE);
    expect(inside / total).toBeGreaterThan(0.7);
    expect(inside / total).toBeLessThan(0.9);
  });

  it('errs less than "as last week" and than the median of eight', () => {
    expect(errors.ours).toBeLessThan(errors.lastWeek);
    expect(errors.ours).toBeLessThan(errors.medianOfEight);
  });

  it('is not made of fewer than six weeks, nor for a week away', () => {
    const week = load(0, person(1, 1).recurring[0] ?? []);
    const past = new Array<PastWeek>(5).fill({ full: week, recurringOnly: week });
    expect(forecast(past, [{ booked: week, recurringOnly: week }])).toBeNull();
    const away = { ...week, mostlyAway: true };
    const six = new Array<PastWeek>(6).fill({ full: week, recurringOnly: week });
    expect(forecast(six, [{ booked: away, recurringOnly: week }])?.[0]?.expected).toBeNull();
  });

  it('says nothing of a week that the calendar does not reach', () => {
    const week = load(0, person(1, 1).recurring[0] ?? []);
    const six = new Array<PastWeek>(6).fill({ full: week, recurringOnly: week });
    const empty = load(9, []);
    expect(empty.craftShare).toBe(1);
    expect(forecast(six, [{ booked: empty, recurringOnly: empty }])?.[0]?.expected).toBeNull();
  });
});
