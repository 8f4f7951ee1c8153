import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { frameOf } from '../../src/plan/frame.ts';
import {
  type Edit,
  edited,
  editsOf,
  loadOnTrial,
  NO_EDITS,
  overlapped,
  redone,
  reset,
  stepped,
  undone,
  type WhatIf,
} from '../../src/plan/what-if.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { occurrence } from '../load/arbitrary.ts';
import { randomWeek } from './weeks.ts';

const zone = 'Europe/Berlin';
const settings = defaultLoadSettings(zone);
const at = (text: string): number => instantOfWall(parsePlain(`2026-10-${text}`), zone);
const off: Edit = { kind: 'off', to: null };

describe('a week on trial', () => {
  it('goes back and forth step by step, and all the way back', () => {
    const step = fc.oneof(
      fc.record({ key: fc.constantFrom('a', 'b', 'c'), on: fc.boolean() }),
      fc.constantFrom('undo' as const, 'redo' as const, 'reset' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        // The same by keeping every state in a list with a place in it.
        let [trial, states, place]: [WhatIf, string[], number] = [NO_EDITS, [''], 0];
        const text = (t: WhatIf): string => [...t.edits.keys()].sort().join();
        for (const s of steps) {
          if (s === 'undo') {
            trial = undone(trial);
            place = Math.max(0, place - 1);
          } else if (s === 'redo') {
            trial = redone(trial);
            place = Math.min(states.length - 1, place + 1);
          } else {
            const same = s === 'reset' && trial.edits.size === 0;
            trial = s === 'reset' ? reset(trial) : edited(trial, new Map([[s.key, s.on ? null : off]]));
            if (!same) {
              states = [...states.slice(0, place + 1), text(trial)];
              place++;
            }
          }
          expect(text(trial)).toBe(states[place]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts as the week itself would, were it so', () => {
    const { week, settings: own, list } = randomWeek(42);
    const frame = frameOf(week, list, own);
    const [gone, moved] = frame.blocking;
    if (!gone || !moved) throw new Error('a week without entries');
    const to = { startMs: moved.startMs + HOUR_MS, endMs: moved.endMs + HOUR_MS };
    const trial = edited(
      NO_EDITS,
      editsOf([
        { occurrence: gone, to: null },
        { occurrence: moved, to },
      ]),
    );
    const expected = frame.counted.filter((o) => o !== gone).map((o) => (o === moved ? { ...o, ...to } : o));
    expect(loadOnTrial(frame, trial.edits).minutes).toEqual(weekLoad(week, expected, own).minutes);
    expect(loadOnTrial(frame, new Map()).minutes).toEqual(weekLoad(week, list, own).minutes);
  });

  it('moves by the clock on the wall, over a change of it, and not out of the week or the day', () => {
    const frame = frameOf('2026-10-19', [], settings);
    const saturday = { startMs: at('24T09:00'), endMs: at('24T10:00') };
    // The clocks go back on Sunday morning: a day on is 25 hours later.
    expect(stepped(saturday, { days: 1 }, frame)).toEqual({ startMs: at('25T09:00'), endMs: at('25T10:00') });
    expect(stepped(saturday, { days: 2 }, frame)).toBeNull();
    expect(stepped(saturday, { minutes: -15 }, frame)?.startMs).toBe(at('24T08:45'));
    expect(stepped({ startMs: at('24T00:00'), endMs: at('24T01:00') }, { minutes: -15 }, frame)).toBeNull();
    expect(stepped(saturday, { days: -1 }, { ...frame, fromMs: at('24T00:00') })).toBeNull();
  });

  it('tells what a place on trial overlaps', () => {
    const one = occurrence({ key: 'one', startMs: at('19T09:00'), endMs: at('19T10:00'), people: 2 });
    const two = occurrence({ key: 'two', startMs: at('19T11:00'), endMs: at('19T12:00'), people: 2 });
    const frame = frameOf('2026-10-19', [one, two], settings);
    const to = { startMs: at('19T11:30'), endMs: at('19T12:30') };
    const onto = edited(NO_EDITS, new Map([['one', { kind: 'moved', to }]]));
    expect(overlapped(frame, onto.edits, 'one').map((o) => o.key)).toEqual(['two']);
    const free = edited(onto, new Map([['two', off]]));
    expect(overlapped(frame, free.edits, 'one')).toEqual([]);
  });
});
