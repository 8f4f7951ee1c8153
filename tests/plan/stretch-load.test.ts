import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { frameOf } from '../../src/plan/frame.ts';
import type { Objective } from '../../src/plan/move.ts';
import { stretchesOf } from '../../src/plan/stretch.ts';
import { placed, type StretchLoad, stretchLoad } from '../../src/plan/stretch-load.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { anyOccurrences, anySettings, nastyWeek } from '../load/arbitrary.ts';

const LONG = process.env.CRAFTWEEK_LONG === '1';
const LONG_MS = LONG ? 3_600_000 : 30_000;

const input = nastyWeek.chain(([zone, week]) =>
  fc.tuple(fc.constant(week), anyOccurrences(zone, week), anySettings(defaultLoadSettings(zone))),
);

describe('the load of a week', () => {
  it(
    'is the sum over its stretches, for any calendar, settings and change of the clocks',
    () => {
      fc.assert(
        fc.property(input, ([week, occurrences, settings]) => {
          const load = weekLoad(week, occurrences, settings);
          const frame = frameOf(week, occurrences, settings);
          const sum = (objective: Objective): StretchLoad => {
            const layout = frame.blocking.map((o) => placed(o, objective));
            const total = { worthMs: 0, openFocusMs: 0, focusMs: 0 };
            for (const stretch of stretchesOf(frame)) {
              const part = stretchLoad(stretch, layout, settings);
              total.worthMs += part.worthMs;
              total.openFocusMs += part.openFocusMs;
              total.focusMs += part.focusMs;
            }
            return total;
          };
          const craft = sum('craft');
          expect(craft.worthMs / MINUTE_MS).toBe(load.minutes.craftBooked);
          if (settings.openTimeIsCraft) expect(craft.openFocusMs / MINUTE_MS).toBe(load.minutes.craftOpen);
          const focus = load.focusBlocks.reduce((ms, b) => ms + b.endMs - b.startMs, 0);
          expect(craft.focusMs).toBe(focus);
          const leadership = sum('leadership');
          expect(leadership.worthMs / MINUTE_MS).toBe(load.activities.people + load.activities.direction);
          expect(leadership.openFocusMs).toBe(craft.openFocusMs);
        }),
        { numRuns: LONG ? 20_000 : 400 },
      );
    },
    LONG_MS,
  );
});
