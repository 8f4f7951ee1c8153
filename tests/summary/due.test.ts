import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSummaryAt, reportedWeek, type SummarySchedule, summaryDue } from '../../src/summary/due.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { instantOfWall, parsePlain, type Weekday } from '../../src/time/zone.ts';

const FRIDAY: SummarySchedule = { on: true, weekday: 5, minuteOfDay: 16 * 60, weekStart: 1 };
const BERLIN = 'Europe/Berlin';

function at(wall: string, zone = BERLIN): number {
  return instantOfWall(parsePlain(wall), zone);
}

const NEW = { done: [], sinceMs: at('2026-01-01') };

describe('summaryDue', () => {
  test('answers nothing a minute before the time, and the week at it', () => {
    const done = ['2026-11-09'];
    const history = { ...NEW, done };
    expect(summaryDue(at('2026-11-20T15:59:59'), BERLIN, FRIDAY, history)).toBeNull();
    expect(summaryDue(at('2026-11-20T16:00'), BERLIN, FRIDAY, history)).toEqual({
      week: '2026-11-16',
      dueMs: at('2026-11-20T16:00'),
    });
  });

  test('is late where the browser was closed, and does not make up for older weeks', () => {
    for (const wall of ['2026-11-21T09:00', '2026-11-23T08:00', '2026-11-27T15:59']) {
      expect(summaryDue(at(wall), BERLIN, FRIDAY, NEW)?.week).toBe('2026-11-16');
    }
  });

  test('never comes again for a week that is done', () => {
    const history = { ...NEW, done: ['2026-11-16'] };
    expect(summaryDue(at('2026-11-20T16:01'), BERLIN, FRIDAY, history)).toBeNull();
    expect(summaryDue(at('2026-11-27T15:00'), BERLIN, FRIDAY, history)).toBeNull();
    expect(summaryDue(at('2026-11-27T16:00'), BERLIN, FRIDAY, history)?.week).toBe('2026-11-23');
  });

  test('stays away while it is off, and owes nothing for the time before the schedule', () => {
    expect(summaryDue(at('2026-11-20T17:00'), BERLIN, { ...FRIDAY, on: false }, NEW)).toBeNull();
    const installed = { done: [], sinceMs: at('2026-11-21T10:00') };
    expect(summaryDue(at('2026-11-21T10:05'), BERLIN, FRIDAY, installed)).toBeNull();
    expect(summaryDue(at('2026-11-27T16:00'), BERLIN, FRIDAY, installed)?.week).toBe('2026-11-23');
  });

  test('comes once for a traveller who has Friday afternoon twice', () => {
    const inAuckland = at('2026-11-20T16:00', 'Pacific/Auckland');
    expect(summaryDue(inAuckland, 'Pacific/Auckland', FRIDAY, NEW)?.week).toBe('2026-11-16');
    const done = { ...NEW, done: ['2026-11-16'] };
    for (const zone of ['Pacific/Honolulu', 'Europe/Berlin', 'Pacific/Kiritimati']) {
      expect(summaryDue(inAuckland + 30 * HOUR_MS, zone, FRIDAY, done)).toBeNull();
    }
  });

  test('comes once where the first day of the week is changed after it', () => {
    const done = { ...NEW, done: ['2026-11-16'] };
    for (const weekStart of [1, 6, 7] as const) {
      const schedule = { ...FRIDAY, weekStart };
      expect(summaryDue(at('2026-11-20T18:00'), BERLIN, schedule, done), `week from ${weekStart}`).toBeNull();
    }
  });

  test('is no more bound by a schedule that a clock gone wrong has dated ahead', () => {
    const ahead = { done: [], sinceMs: at('2030-01-01') };
    expect(summaryDue(at('2026-11-20T16:00'), BERLIN, FRIDAY, ahead)?.week).toBe('2026-11-16');
  });

  test('goes on where the clock jumped years ahead and came back', () => {
    const done = { ...NEW, done: ['2026-11-09', '2030-05-06'] };
    expect(summaryDue(at('2026-11-20T16:00'), BERLIN, FRIDAY, done)?.week).toBe('2026-11-16');
  });

  test('on the first three days of a week is about the week before', () => {
    expect(reportedWeek('2026-11-23', 1)).toBe('2026-11-16');
    expect(reportedWeek('2026-11-25', 1)).toBe('2026-11-16');
    expect(reportedWeek('2026-11-26', 1)).toBe('2026-11-23');
    expect(reportedWeek('2026-11-29', 7)).toBe('2026-11-22');
  });

  test('whatever clock, zone, schedule and first weekday do, no stretch of seven days is told twice', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'Pacific/Apia',
      'America/Sao_Paulo',
      'Asia/Kolkata',
      'Pacific/Honolulu',
    ];
    const step = fc.record({
      move: fc.oneof(
        fc.integer({ min: 1, max: 10 * 24 * 60 }),
        fc.integer({ min: -20 * 24 * 60, max: 20 * 24 * 60 }),
      ),
      zone: fc.constantFrom(...zones),
      weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
      minuteOfDay: fc.integer({ min: 0, max: 1439 }),
      weekStart: fc.constantFrom<Weekday>(1, 6, 7),
      killed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let nowMs = at('2026-03-20T12:00');
        const done: string[] = [];
        for (const { move, zone, killed: _, ...schedule } of steps) {
          nowMs += move * MINUTE_MS;
          const history = { done, sinceMs: at('2020-01-01') };
          const due = summaryDue(nowMs, zone, { ...schedule, on: true }, history);
          if (!due) continue;
          expect(due.dueMs).toBeLessThanOrEqual(nowMs);
          expect(nowMs - due.dueMs).toBeLessThan(7 * DAY_MS + 2 * HOUR_MS);
          for (const other of done) {
            expect(Math.abs(parsePlain(other) - parsePlain(due.week)) / DAY_MS).toBeGreaterThan(3);
          }
          done.push(due.week);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('comes for every week where the clock just runs', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Chatham', 'Australia/Lord_Howe'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
        fc.integer({ min: 0, max: 1439 }),
        (zone, weekday, minuteOfDay) => {
          const schedule = { on: true, weekday, minuteOfDay, weekStart: 1 as const };
          const done: string[] = [];
          let nowMs = at('2026-01-07T12:00', zone);
          const sinceMs = nowMs;
          for (let i = 0; i < 30; i++) {
            nowMs = nextSummaryAt(nowMs, zone, schedule);
            const due = summaryDue(nowMs, zone, schedule, { done, sinceMs });
            expect(due?.dueMs).toBe(nowMs);
            done.push(due?.week ?? '');
          }
          for (let i = 1; i < done.length; i++) {
            expect(parsePlain(done[i] ?? '') - parsePlain(done[i - 1] ?? '')).toBe(7 * DAY_MS);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('nextSummaryAt is ahead, by a week at most', () => {
  expect(nextSummaryAt(at('2026-11-20T15:59'), BERLIN, FRIDAY)).toBe(at('2026-11-20T16:00'));
  expect(nextSummaryAt(at('2026-11-20T16:00'), BERLIN, FRIDAY)).toBe(at('2026-11-27T16:00'));
  expect(nextSummaryAt(at('2026-10-23T17:00'), BERLIN, FRIDAY)).toBe(at('2026-10-30T16:00'));
});
