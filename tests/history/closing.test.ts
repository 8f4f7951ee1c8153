import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closableWeeks, weekNames } from '../../src/history/closing.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { weekInterval } from '../../src/time/week.ts';
import { addDays, startOfDate, type Weekday } from '../../src/time/zone.ts';

const ZONE = 'Europe/Berlin';
const rule = (): { zone: string; weekStart: Weekday } => ({ zone: ZONE, weekStart: 1 });
const day = (date: string): number => startOfDate(date, ZONE);
const extent = { startMs: day('2026-10-14'), endMs: day('2027-02-01') };
const google = (syncedMs: number | null) => [{ id: 'g', kind: 'google', syncedMs }] as const;

describe('a week closes', () => {
  test('seven days after its end, not an hour earlier', () => {
    const before = day('2026-11-09') - 1;
    expect(closableWeeks(extent, google(before), rule, before)).not.toContain('2026-10-26');
    const at = day('2026-11-09');
    expect(closableWeeks(extent, google(at), rule, at).at(-1)).toBe('2026-10-26');
  });

  test('once every source that is asked was read after its end', () => {
    const now = day('2026-12-20');
    expect(closableWeeks(extent, google(day('2026-11-02') - 1), rule, now).at(-1)).toBe('2026-10-19');
    expect(closableWeeks(extent, google(day('2026-11-02')), rule, now).at(-1)).toBe('2026-10-26');
    expect(closableWeeks(extent, google(null), rule, now)).toEqual([]);
    const silent = { id: 's', kind: 'caldav', syncedMs: day('2026-10-20') } as const;
    expect(closableWeeks(extent, [...google(now), silent], rule, now)).toEqual(['2026-10-12']);
    expect(closableWeeks(extent, [...google(now), { ...silent, paused: true }], rule, now).at(-1)).toBe(
      '2026-11-30',
    );
  });

  test('at once after a first import, from the first entry on', () => {
    const now = day('2026-11-24');
    expect(closableWeeks(extent, google(now), rule, now)).toEqual([
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
    ]);
  });

  test('never where only the sample is', () => {
    const now = day('2026-12-20');
    expect(closableWeeks(extent, [{ id: 's', kind: 'sample', syncedMs: now }], rule, now)).toEqual([]);
    expect(closableWeeks(extent, [], rule, now)).toEqual([]);
  });
});

test('weeks leave no date out, also where their first day changes', () => {
  const date = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
  const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
  fc.assert(
    fc.property(date, date, date, weekday, weekday, (a, b, changes, early, late) => {
      const [from, until] = a < b ? [a, b] : [b, a];
      const weeks = weekNames({ from, until }, (d) => ({ weekStart: d < changes ? early : late }));
      const spans = weeks.map((week) => weekInterval(week, 'UTC'));
      expect(spans[0]?.startMs).toBeLessThanOrEqual(startOfDate(from, 'UTC'));
      expect(spans.at(-1)?.endMs).toBeGreaterThan(startOfDate(until, 'UTC'));
      for (let i = 1; i < spans.length; i++) {
        const gap = (spans[i]?.startMs ?? 0) - (spans[i - 1]?.endMs ?? 0);
        expect(gap).toBeLessThanOrEqual(0);
        expect(gap).toBeGreaterThan(-7 * DAY_MS);
      }
    }),
    { numRuns: 200 },
  );
});
