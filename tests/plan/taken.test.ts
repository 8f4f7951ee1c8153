import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { wonBy } from '../../src/plan/taken.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const week = '2026-11-16';
const MONDAY = Date.UTC(2026, 10, 16);
const meeting = (key: string, day: number, hour: number, hours = 1): LabelledOccurrence => {
  const startMs = MONDAY + (24 * day + hour) * HOUR_MS;
  return occurrence({ key, uid: key, startMs, endMs: startMs + hours * HOUR_MS });
};
const won = (originals: LabelledOccurrence[], now: LabelledOccurrence[]) =>
  wonBy(originals, week, now, settings);

describe('what a taken move has won', () => {
  const budget = meeting('budget', 0, 10);
  const sync = meeting('sync', 1, 14);

  it('is measured on the calendar as it is: the week beside the same week with the meeting put back', () => {
    // The morning of 180 minutes comes back whole.
    expect(won([budget], [sync])).toEqual({ changed: 1, craftMinutes: 180 });
    // Moved to the end of the morning it leaves two hours before it.
    expect(won([budget], [meeting('budget', 0, 11), sync])).toEqual({ changed: 1, craftMinutes: 120 });
  });

  it('is nothing where the meeting still stands, whatever was intended', () => {
    expect(won([budget], [budget, sync])).toEqual({ changed: 0, craftMinutes: 0 });
    expect(won([], [sync])).toEqual({ changed: 0, craftMinutes: 0 });
  });

  it('is less where something else was booked in its place', () => {
    expect(won([budget], [meeting('other', 0, 10), sync]).craftMinutes).toBe(0);
  });

  it('counts several moves together, so that no minute comes back twice', () => {
    const early = meeting('early', 0, 9, 0.5);
    expect(won([budget, early], [sync])).toEqual({ changed: 2, craftMinutes: 180 });
  });

  it('sees a declined meeting as gone', () => {
    expect(won([budget], [{ ...budget, response: 'declined' }]).craftMinutes).toBe(180);
  });
});
