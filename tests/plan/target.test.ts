import { describe, expect, it } from 'vitest';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { MOVE_KINDS } from '../../src/plan/move.ts';
import { reachTarget, type TargetAnswer } from '../../src/plan/target.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { occurrence } from '../load/arbitrary.ts';
import { randomWeek } from './weeks.ts';

const settings = defaultLoadSettings('UTC');
const week = '2026-11-16';
const MONDAY = Date.UTC(2026, 10, 16);

const at = (day: number, hour: number, hours: number, more: Partial<LabelledOccurrence> = {}) =>
  occurrence({
    uid: `${day} ${hour}`,
    startMs: MONDAY + (24 * day + hour) * HOUR_MS,
    endMs: MONDAY + (24 * day + hour + hours) * HOUR_MS,
    ...more,
  });
/** Five mornings and afternoons, each spoilt by a large meeting of an hour in its middle. */
const SPOILT = [0, 1, 2, 3, 4].flatMap((day) => [
  at(day, 10, 1, { people: 9 }),
  at(day, 14.5, 1, { people: 9 }),
]);
const ask = (
  list: readonly LabelledOccurrence[],
  target: number,
  kinds = MOVE_KINDS as readonly (typeof MOVE_KINDS)[number][],
): TargetAnswer => reachTarget(week, list, settings, target, { objective: 'craft', kinds });

describe('a target works backwards', () => {
  it('to the fewest moves that reach it', () => {
    const answer = ask(SPOILT, 0.2);
    expect(answer.kind).toBe('reached');
    if (answer.kind !== 'reached') return;
    // Two afternoons of 240 minutes of 2,100.
    expect(answer.plan.moves.map((m) => m.kind)).toEqual(['skip', 'skip']);
    expect(answer.share).toBeCloseTo(480 / 2100);
  });

  it('says where it is reached already', () => {
    expect(ask([], 0.5)).toEqual({ kind: 'there', share: 1 });
  });

  it('says how far the best gets, and that no set reaches it where that is proven', () => {
    const answer = ask(SPOILT, 0.9);
    expect(answer).toMatchObject({ kind: 'short', never: true });
    if (answer.kind === 'short') expect(answer.share).toBeCloseTo((5 * 240) / 2100);
  });

  it('has no answer for a week without a share', () => {
    const none = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    expect(
      reachTarget(week, [], { ...settings, workingHours: none }, 0.5, {
        objective: 'craft',
        kinds: MOVE_KINDS,
      }),
    ).toEqual({ kind: 'no-share' });
  });

  it('never says "never" of a share that a set of the plan has', () => {
    for (let seed = 300; seed < (process.env.CRAFTWEEK_LONG === '1' ? 400 : 306); seed++) {
      const { week: name, settings: own, list } = randomWeek(seed, 6, 12);
      const options = { objective: 'craft', kinds: MOVE_KINDS } as const;
      const answer = reachTarget(name, list, own, 0.99, options);
      if (answer.kind !== 'short') continue;
      const again = reachTarget(name, list, own, answer.share, options);
      expect(['reached', 'there']).toContain(again.kind);
    }
  });
});
