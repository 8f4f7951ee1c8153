import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { forecast, forecastWith, meanExpected, type PastWeek } from '../../src/report/ahead.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays, parsePlain } from '../../src/time/zone.ts';
import { reachOf, withinReach } from '../../src/week/standing.ts';
import { seeded } from '../drift/simulated-weeks.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const first = '2026-01-05';

interface Person {
  /** Weekly, biweekly and monthly series, focus blocks and holidays: what a calendar knows of a coming week. */
  readonly recurring: LabelledOccurrence[][];
  /** What comes in singly, each with the number of weeks ahead at which it was booked. */
  readonly once: (LabelledOccurrence & { readonly lead: number })[][];
}

/**
 * One person's weeks, shaped like real ones: weekly, biweekly and monthly series of half an hour to two hours, some
 * instances cancelled or moved at short notice; focus blocks of their own; a week of holiday every now and then,
 * entered beforehand; quiet and busy quarters; and meetings that come in late, more of them in some weeks.
 */
function person(seed: number, weeks: number): Person {
  const uniform = seeded(seed);
  const pick = (n: number): number => Math.floor(uniform() * n);
  const series = Array.from({ length: 4 + pick(8) }, () => ({
    day: pick(5),
    hour: 9 + pick(7),
    minutes: [30, 60, 60, 90, 120][pick(5)] ?? 60,
    every: [1, 1, 1, 2, 4][pick(5)] ?? 1,
    offset: pick(4),
    craft: uniform() < 0.2,
  }));
  const busy = 2 + uniform() * 6;
  const entry = (week: string, day: number, hour: number, minutes: number, id: string) => {
    const startMs = parsePlain(addDays(week, day)) + hour * 3_600_000;
    return { key: id, uid: id, startMs, endMs: startMs + minutes * 60_000 };
  };
  const recurring: LabelledOccurrence[][] = [];
  const once: (LabelledOccurrence & { lead: number })[][] = [];
  for (let w = 0; w < weeks; w++) {
    const week = addWeeks(first, w);
    if (uniform() < 0.06) {
      const allDay = { start: week, end: addDays(week, 5) };
      const span = { startMs: parsePlain(allDay.start), endMs: parsePlain(allDay.end) };
      recurring.push([occurrence({ key: `h${w}`, uid: `h${w}`, ...span, allDay }, 'absence')]);
      once.push([]);
      continue;
    }
    const late: (LabelledOccurrence & { lead: number })[] = [];
    recurring.push(
      series.flatMap((s, i) => {
        if ((w + s.offset) % s.every !== 0) return [];
        const id = `s${i}-${w}`;
        const recurs =
          s.every === 1 ? ('weekly' as const) : s.every === 2 ? ('biweekly' as const) : ('monthly' as const);
        const made = occurrence(
          { ...entry(week, s.day, s.hour, s.minutes, id), recurring: recurs, people: s.craft ? 1 : 4 },
          s.craft ? 'deep-work' : 'coordination',
        );
        // Called off in the week itself: nobody knows it beforehand.
        if (uniform() < 0.08) late.push({ ...made, status: 'cancelled', lead: 0 });
        return [made];
      }),
    );
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * w) / 13);
    const count = Math.round(busy * season * (0.5 + uniform()));
    for (let i = 0; i < count; i++) {
      late.push({
        ...occurrence(
          {
            ...entry(week, pick(5), 9 + pick(8), [30, 60, 60, 90][pick(4)] ?? 60, `o${i}-${w}`),
            recurring: 'none',
          },
          'coordination',
        ),
        lead: Math.floor(-Math.log(1 - uniform()) * 1.2),
      });
    }
    once.push(late);
  }
  return { recurring, once };
}

/** What a week's calendar holds once `late` is known: an entry that was called off takes its series' place. */
function known(
  recurring: readonly LabelledOccurrence[],
  late: readonly LabelledOccurrence[],
): LabelledOccurrence[] {
  const replaced = new Set(late.map((o) => o.key));
  return [...recurring.filter((o) => !replaced.has(o.key)), ...late];
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
      full: load(w, known(recurring[w] ?? [], once[w] ?? [])),
      recurringOnly: load(w, recurring[w] ?? []),
    }));
    const coming = [0, 1, 2, 3].map((h) => {
      const w = HISTORY + h;
      const bookedByNow = (once[w] ?? []).filter((o) => o.lead > h);
      return {
        booked: load(w, known(recurring[w] ?? [], bookedByNow)),
        recurringOnly: load(w, recurring[w] ?? []),
      };
    });
    const forecasts = forecast(past, coming) ?? [];
    const shares = past.flatMap(({ full }) => (full.mostlyAway ? [] : (full.craftShare ?? 0)));
    const median = shares.slice(-8).sort((a, b) => a - b);
    const usual = ((median[3] ?? 0) + (median[4] ?? 0)) / 2;
    for (const [h, f] of forecasts.entries()) {
      const w = HISTORY + h;
      const truth = load(w, known(recurring[w] ?? [], once[w] ?? [])).craftShare ?? 0;
      // A holiday is in the calendar beforehand: no share is forecast for it, and none is to be had.
      if (f.expected === null) continue;
      total++;
      if ((f.low ?? 2) <= truth && truth <= (f.high ?? -1)) inside++;
      errors.ours += Math.abs((f.expected ?? 0) - truth);
      errors.lastWeek += Math.abs((shares.at(-1) ?? 0) - truth);
      errors.medianOfEight += Math.abs(usual - truth);
    }
  }

  it('has a range that holds about four outcomes in five, on weeks held back', () => {
    expect(total).toBeGreaterThan(3.5 * PEOPLE);
    expect(total).toBeLessThan(4 * PEOPLE);
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
    const empty = withinReach(load(9, []), reachOf([week]));
    expect(forecast(six, [{ booked: empty, recurringOnly: empty }])?.[0]?.expected).toBeNull();
  });
});

describe('the forecast with a lasting move', () => {
  const week = '2026-11-23';
  const ahead = [
    { week, expected: 0.3, low: 0.2, high: 0.4 },
    { week: addWeeks(week, 1), expected: 0.9, low: 0.8, high: 1 },
    { week: addWeeks(week, 2), expected: null, low: null, high: null },
  ];

  it('moves by what the move changes of what is booked, and never past all or nothing', () => {
    const shares = [
      { week, before: 0.35, after: 0.45 },
      { week: addWeeks(week, 1), before: 0.5, after: 0.8 },
      { week: addWeeks(week, 2), before: 0.5, after: 0.6 },
    ];
    const [first, second, away] = forecastWith(ahead, shares);
    expect(first?.expected).toBeCloseTo(0.4);
    expect(first?.low).toBeCloseTo(0.3);
    expect(second).toMatchObject({ expected: 1, high: 1 });
    expect(away).toEqual(ahead[2]);
  });

  it('stays where the move is not weighed over a week', () => {
    expect(forecastWith(ahead, [{ week, before: null, after: 0.4 }])).toEqual(ahead);
  });

  it('has a mean over the weeks that expect something', () => {
    expect(meanExpected(ahead)).toBeCloseTo(0.6);
    expect(meanExpected(ahead.slice(2))).toBeNull();
  });
});
