import { describe, expect, it, vi } from 'vitest';
import { createPlanState, type PlanInput } from '../../../extension/report/plan/plan-state.ts';
import { deedOfKey, doTo } from '../../../extension/report/plan/trial-deeds.ts';
import { runSliced } from '../../../extension/ui/run-sliced.ts';
import { lastingMoves } from '../../../src/plan/lasting.ts';
import { MOVE_KINDS } from '../../../src/plan/move.ts';
import { planWeek } from '../../../src/plan/plan-week.ts';
import { NO_EDITS, undone } from '../../../src/plan/what-if.ts';
import { MINUTE_MS } from '../../../src/time/interval.ts';
import { occurrencesOf, SETTINGS, weeksOf } from './report-weeks.ts';

const { coming } = await weeksOf(occurrencesOf({ weeks: 26, changeBefore: 12, away: [] }), 1);
const weeks = coming.map(({ load, occurrences }) => ({ week: load.week, occurrences }));
const MONDAY = Date.parse('2026-11-16T07:00:00Z');
const input: PlanInput = {
  coming: weeks,
  settings: SETTINGS,
  objective: 'craft',
  target: 0.9,
  nowMs: MONDAY,
};
const [thisWeek] = weeks;
if (!thisWeek) throw new Error('no week');

describe('the plan of a page', () => {
  it('is the same as the engine makes in one go, for what is still ahead', async () => {
    const state = createPlanState(input);
    const stop = state.start();
    await vi.waitFor(() => expect(state.target.value).not.toBeNull(), 20_000);
    stop();
    expect(state.plan.value?.moves).toEqual(
      planWeek(thisWeek.week, thisWeek.occurrences, SETTINGS, {
        objective: 'craft',
        mostMoves: 3,
        kinds: MOVE_KINDS,
        nowMs: MONDAY,
      }).moves,
    );
    expect(state.lasting.value).toEqual(
      lastingMoves(weeks.slice(1), SETTINGS, { objective: 'craft', nowMs: MONDAY }),
    );
    expect(state.failed.value).toBe(false);
  });

  it('changes nothing that has begun', async () => {
    const friday = Date.parse('2026-11-20T07:00:00Z');
    const state = createPlanState({ ...input, nowMs: friday, target: null });
    state.chosenWeek.value = 0;
    const stop = state.start();
    await vi.waitFor(() => expect(state.plan.value).not.toBeNull(), 20_000);
    stop();
    for (const { occurrence, to } of state.plan.value?.moves.flatMap((m) => m.changes) ?? []) {
      expect(occurrence.startMs).toBeGreaterThanOrEqual(friday);
      if (to) expect(to.startMs).toBeGreaterThanOrEqual(friday);
    }
    const movable = state.view.value.columns.flatMap((c) => c.boxes.filter((b) => b.movable));
    expect(movable.every((b) => b.startMs >= friday)).toBe(true);
  });

  it('begins with the next week where little of this one is left', () => {
    expect(createPlanState(input).chosenWeek.value).toBe(0);
    const friday = Date.parse('2026-11-20T07:00:00Z');
    expect(createPlanState({ ...input, nowMs: friday }).chosenWeek.value).toBe(1);
  });

  it('stops computing for an answer that nobody waits for', async () => {
    let steps = 0;
    function* endless(): Generator<undefined, string> {
      for (;;) {
        steps++;
        yield;
      }
    }
    expect(await runSliced(endless(), () => steps === 0)).toBeNull();
  });
});

describe('a meeting on trial', () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
    deedOfKey({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more } as KeyboardEvent);
  const meetingOf = (state: ReturnType<typeof createPlanState>): string => {
    const box = state.view.value.columns.flatMap((c) => c.boxes).find((b) => b.title === 'Staffing');
    if (!box) throw new Error('no meeting');
    return box.key;
  };

  it('is moved, shortened, taken out and put back by keys, and the week counts it at once', () => {
    const state = createPlanState(input);
    const meeting = meetingOf(state);
    const start = state.view.value.frame.blocking.find((o) => o.key === meeting)?.startMs ?? 0;
    const before = state.view.value.after.minutes;
    const press = (name: string): boolean => {
      const deed = key(name);
      return deed !== null && doTo(state, meeting, deed);
    };
    expect(press('ArrowDown')).toBe(true);
    expect(state.trial.value.edits.get(meeting)?.to?.startMs).toBe(start + 15 * MINUTE_MS);
    expect(press('ArrowUp')).toBe(true);
    expect(state.trial.value.edits.size).toBe(0);
    expect(press('Delete')).toBe(true);
    expect(state.view.value.after.minutes.management).toBeLessThan(before.management);
    expect(press('Delete')).toBe(true);
    expect(state.view.value.after.minutes).toEqual(before);
    for (const [name, kind] of [
      ['b', 'biweekly'],
      ['d', 'declined'],
      ['S', 'shorter'],
    ] as const) {
      press(name);
      expect(state.trial.value.edits.get(meeting)?.kind).toBe(kind);
    }
    press('Escape');
    expect(state.trial.value.edits.size).toBe(0);
    state.trial.value = undone(state.trial.value);
    expect(state.trial.value.edits.get(meeting)?.kind).toBe('shorter');
  });

  it('leaves the browser its own keys', () => {
    expect(key('s', { ctrlKey: true })).toBeNull();
    expect(key('Tab')).toBeNull();
    expect(key('d', { metaKey: true })).toBeNull();
  });

  it('stays one box, in a lane of its own where it overlaps, and leaves an outline where it stands today', () => {
    const state = createPlanState(input);
    const meeting = meetingOf(state);
    doTo(state, meeting, { do: 'step', days: 1 });
    const { columns } = state.view.value;
    const boxes = columns.flatMap((c) => c.boxes);
    expect(boxes.filter((b) => b.key === meeting)).toHaveLength(1);
    expect(boxes.find((b) => b.key === meeting)?.edit).toBe('moved');
    expect(columns.flatMap((c) => c.origins)).toHaveLength(1);
    for (const { boxes: day } of columns) {
      for (const a of day) {
        for (const b of day) {
          const overlap = a.startMinute < b.endMinute && b.startMinute < a.endMinute;
          if (a !== b && overlap) expect(a.lane).not.toBe(b.lane);
        }
      }
    }
    state.trial.value = NO_EDITS;
    expect(state.view.value.columns.flatMap((c) => c.origins)).toEqual([]);
  });
});
