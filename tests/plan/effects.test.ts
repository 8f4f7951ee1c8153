import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { easeOf } from '../../src/plan/ease.ts';
import { effectsOf, gainsByDay } from '../../src/plan/effects.ts';
import { frameOf } from '../../src/plan/frame.ts';
import { loadWith } from '../../src/plan/load-with.ts';
import { type Move, moveOf } from '../../src/plan/move.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { occurrence } from '../load/arbitrary.ts';

const MONDAY = Date.UTC(2026, 10, 16);
const place = (day: number, hour: number, hours = 1) => ({
  startMs: MONDAY + (24 * day + hour) * HOUR_MS,
  endMs: MONDAY + (24 * day + hour + hours) * HOUR_MS,
});
const meeting = (
  day: number,
  hour: number,
  more: Partial<LabelledOccurrence> = {},
  activity: Activity = 'coordination',
): LabelledOccurrence => occurrence({ ...place(day, hour), uid: `${day}-${hour}`, ...more }, activity);

function loads(list: readonly LabelledOccurrence[], make: (list: readonly LabelledOccurrence[]) => Move) {
  const frame = frameOf('2026-11-16', list, defaultLoadSettings('UTC'));
  const move = make(frame.blocking);
  return { move, before: loadWith([], frame), after: loadWith([move], frame) };
}
const change = (o: LabelledOccurrence | undefined, to: { startMs: number; endMs: number } | null) => {
  if (!o) throw new Error('no occurrence');
  return { occurrence: o, to };
};

describe('what a move does', () => {
  it('is told by day, with what a day loses', () => {
    const list = [meeting(0, 10, { people: 2 }, 'people')];
    const { move, before, after } = loads(list, ([o]) => moveOf('shift', [change(o, place(1, 14))]));
    expect(gainsByDay(before, after)).toEqual([
      { date: '2026-11-16', minutes: 180 },
      { date: '2026-11-17', minutes: -240 + 0 },
    ]);
    expect(effectsOf(move, before, after)).toEqual([
      { code: 'others-move', people: 1 },
      { code: 'day-loses', date: '2026-11-17', minutes: 240 },
    ]);
  });

  it('is honest about people and about runs of meetings', () => {
    const skipped = loads([meeting(0, 10, { people: 9 }, 'people')], ([o]) =>
      moveOf('skip', [change(o, null)]),
    );
    expect(effectsOf(skipped.move, skipped.before, skipped.after)).toEqual([
      { code: 'misses', people: 8 },
      { code: 'less-people', minutes: 60 },
    ]);
    const list = [meeting(0, 9), meeting(0, 15, { people: 1 }, 'administration')];
    const moved = loads(list, ([, o]) => moveOf('shift', [change(o, place(0, 10))]));
    expect(effectsOf(moved.move, moved.before, moved.after)).toEqual([
      { code: 'work-stays' },
      { code: 'longer-run', minutes: 120 },
    ]);
  });
});

describe('why a move is cheap to ask for', () => {
  const self = { email: 'me@example.org', response: 'accepted', self: true, organizer: false } as const;

  it('is what the invitation says', () => {
    const asked = meeting(0, 10, {
      people: 12,
      response: 'tentative',
      attendees: [{ ...self, optional: true }],
    });
    expect(easeOf(moveOf('skip', [change(asked, null)]))).toEqual([
      { code: 'optional' },
      { code: 'tentative' },
      { code: 'large', people: 12 },
    ]);
  });

  it('is that one organises it, is alone, or needs one other person', () => {
    const shift = (more: Partial<LabelledOccurrence>) =>
      easeOf(moveOf('shift', [change(meeting(0, 10, more), place(1, 10))]))[0]?.code;
    expect(shift({ people: 5, organizerIsSelf: true })).toBe('organiser');
    expect(shift({ people: 1 })).toBe('alone');
    expect(shift({ people: 2 })).toBe('two');
  });
});
