import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { type ComingWeek, lastingMoves } from '../../src/plan/lasting.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays, instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { occurrence } from '../load/arbitrary.ts';

const zone = 'Europe/Berlin';
const settings = defaultLoadSettings(zone);
/** The second of the four begins after the clocks went back. */
const FIRST = '2026-10-19';

/** A series that comes once a week over four weeks; `time` as `14:00`. */
function series(
  uid: string,
  day: number,
  time: string,
  minutes: number,
  more: Partial<LabelledOccurrence> = {},
  activity: Activity = 'coordination',
): LabelledOccurrence[] {
  return Array.from({ length: 4 }, (_, i) => {
    const startMs = instantOfWall(parsePlain(`${addDays(addWeeks(FIRST, i), day)}T${time}`), zone);
    return occurrence(
      { key: `${uid}${i}`, uid, title: uid, startMs, endMs: startMs + minutes * MINUTE_MS, ...more },
      activity,
    );
  });
}

function weeksOf(...lists: LabelledOccurrence[][]): ComingWeek[] {
  return Array.from({ length: 4 }, (_, i) => ({
    week: addWeeks(FIRST, i),
    occurrences: lists.map((list) => list[i]).filter((o) => o !== undefined),
  }));
}

const best = (...lists: LabelledOccurrence[][]) =>
  lastingMoves(weeksOf(...lists), settings, { objective: 'craft' });

describe('lasting moves', () => {
  it('pause a series that the user may stay away from, for the month', () => {
    const [move] = best(series('status', 0, '10:30', 60, { people: 12 }));
    expect(move).toMatchObject({ kind: 'pause', title: 'status', weeks: 4, peopleAsked: 11 });
    expect(move?.changes).toHaveLength(4);
    // Each Monday morning comes back whole: 180 minutes in place of none.
    expect(move?.gainedCraftMinutes).toBe(4 * 180);
  });

  it('make a weekly series biweekly where it is not the user’s to skip', () => {
    const [move] = best(series('planning', 0, '10:30', 90, { people: 5 }));
    expect(move).toMatchObject({ kind: 'rarer', gainedCraftMinutes: 2 * 180 });
    expect(move?.changes.map((c) => c.occurrence.key)).toEqual(['planning1', 'planning3']);
  });

  it('say the craft share of each week as it is and with them', () => {
    const [move] = best(series('planning', 0, '10:30', 90, { people: 5 }));
    const share = (occurrences: LabelledOccurrence[], i: number) =>
      weekLoad(addWeeks(FIRST, i), occurrences, settings).craftShare;
    const all = series('planning', 0, '10:30', 90, { people: 5 });
    expect(move?.shares).toEqual(
      all.map((one, i) => ({
        week: addWeeks(FIRST, i),
        before: share([one], i),
        after: share(i % 2 === 1 ? [] : [one], i),
      })),
    );
  });

  it('shorten where ten minutes make a block', () => {
    // 08:50-09:50 and the recovery leave 115 minutes before noon; 50 minutes leave 125.
    const [move] = best(series('sync', 1, '08:50', 60, { people: 4 }));
    expect(move).toMatchObject({ kind: 'shorten', gainedCraftMinutes: 4 * 125 });
  });

  it('move a one-to-one to another hour, the same by the clock in every week', () => {
    const [move] = best(series('one', 2, '14:30', 30, { people: 2 }, 'people'));
    expect(move?.kind).toBe('other-day');
    const times = move?.changes.map(({ to }) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        weekday: 'short',
        timeStyle: undefined,
        hour: '2-digit',
      }).format(to?.startMs),
    );
    expect(new Set(times).size).toBe(1);
  });

  it('name for a series only the best, and none that gives nothing', () => {
    const moves = best(
      series('status', 0, '10:30', 60, { people: 12 }),
      series('lunch', 3, '12:15', 15, { people: 5 }),
    );
    expect(moves.map((m) => m.uid)).toEqual(['status']);
  });

  it('leave alone what comes once in the month', () => {
    const [once] = series('once', 0, '10:30', 60, { people: 12 });
    expect(lastingMoves(weeksOf(once ? [once] : []), settings, { objective: 'craft' })).toEqual([]);
  });

  it('gain exactly what counting the changed weeks anew says', () => {
    const lists = [
      series('a', 0, '10:30', 60, { people: 12 }),
      series('b', 2, '14:30', 30, { people: 2 }, 'people'),
    ];
    for (const move of best(...lists)) {
      const gained = weeksOf(...lists).reduce((sum, { week, occurrences }) => {
        const after = occurrences.flatMap((o) => {
          const change = move.changes.find((c) => c.occurrence.key === o.key);
          return change ? (change.to ? [{ ...o, ...change.to }] : []) : [o];
        });
        return (
          sum +
          weekLoad(week, after, settings).minutes.craft -
          weekLoad(week, occurrences, settings).minutes.craft
        );
      }, 0);
      expect(move.gainedCraftMinutes).toBe(gained);
    }
  });
});
