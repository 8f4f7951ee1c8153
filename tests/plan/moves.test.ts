import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { frameOf } from '../../src/plan/frame.ts';
import { MOVE_KINDS, type Move, type MoveKind } from '../../src/plan/move.ts';
import { allowedMoves } from '../../src/plan/moves.ts';
import { planWeek } from '../../src/plan/plan-week.ts';
import { MINUTE_MS } from '../../src/time/interval.ts';
import { instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { occurrence } from '../load/arbitrary.ts';

const zone = 'Europe/Berlin';
const settings = defaultLoadSettings(zone);
const week = '2026-11-16';
const wall = (text: string): number => instantOfWall(parsePlain(`2026-11-${text}`), zone);

/** `17T10:00` and minutes. */
function meeting(
  start: string,
  minutes: number,
  more: Partial<LabelledOccurrence> = {},
  activity: Activity = 'coordination',
): LabelledOccurrence {
  const startMs = wall(start);
  const uid = more.uid ?? `${start} ${more.title ?? ''}`;
  return occurrence(
    { key: `${uid} ${start}`, uid, startMs, endMs: startMs + minutes * MINUTE_MS, people: 4, ...more },
    activity,
  );
}

const moves = (list: readonly LabelledOccurrence[], kinds: readonly MoveKind[] = MOVE_KINDS): Move[] =>
  allowedMoves(frameOf(week, list, settings), kinds);
const kindsOf = (o: LabelledOccurrence): MoveKind[] => [...new Set(moves([o]).map((m) => m.kind))];
const self = { email: 'me@example.org', response: 'accepted', self: true, organizer: false } as const;

describe('what may be skipped', () => {
  it.each([
    ['of three with a tentative answer', { people: 3, response: 'tentative' }, true],
    ['without an answer', { response: 'needsAction' }, true],
    ['optional for the user', { attendees: [{ ...self, optional: true }] }, true],
    ['optional for somebody else', { attendees: [{ ...self, self: false, optional: true }, self] }, false],
    ['of nine', { people: 9 }, true],
    ['of eight that is accepted', { people: 8 }, false],
    ['of two, unanswered', { people: 2, response: 'needsAction' }, false],
    ['of nine that the user organises', { people: 9, organizerIsSelf: true }, false],
    ['tentative on its own account', { status: 'tentative' }, false],
  ] as const)('a management meeting %s: %j', (_, more, may) => {
    expect(kindsOf(meeting('17T10:00', 60, more)).includes('skip')).toBe(may);
  });

  it('never craft, however large', () => {
    expect(kindsOf(meeting('17T10:00', 60, { people: 12 }, 'making-together'))).toEqual([]);
  });
});

describe('what may be shortened', () => {
  it.each([
    [29, null],
    [30, 25],
    [50, 25],
    [51, null],
    [54, null],
    [55, 50],
    [100, 50],
    [101, null],
  ])('%i minutes: to %s', (minutes, to) => {
    const [move] = moves([meeting('17T09:00', minutes)], ['shorten']);
    const change = move?.changes[0];
    expect(change?.to ? (change.to.endMs - change.to.startMs) / MINUTE_MS : null).toBe(to);
    if (change) expect(change.to?.startMs).toBe(change.occurrence.startMs);
  });

  it('also where it lies after hours, where it is', () => {
    expect(moves([meeting('17T19:00', 60)], ['shorten'])).toHaveLength(1);
  });
});

describe('what is never changed', () => {
  it.each([
    ['solo craft', meeting('17T10:00', 60, { people: 1 }, 'deep-work')],
    ['a break', meeting('17T10:00', 60, {}, 'break')],
    ['travel', meeting('17T10:00', 60, { people: 1 }, 'travel')],
    ['a hold with a subject', meeting('17T10:00', 60, { title: 'HOLD: board prep', people: 2 })],
    ['a hold with a hashtag', meeting('17T10:00', 60, { title: 'Hold #management', people: 2 })],
    ['what began before the week', meeting('15T23:30', 60, { people: 2 })],
    ['what is marked free', meeting('17T10:00', 60, { people: 2, transparency: 'transparent' })],
    ['twelve hours', meeting('17T08:00', 720, { people: 2 })],
  ])('%s', (_, o) => {
    expect(kindsOf(o)).toEqual([]);
  });

  it('but for a shift of what one does alone on the management side', () => {
    expect(kindsOf(meeting('17T10:00', 60, { people: 1 }, 'administration'))).toEqual(['shift']);
  });
});

describe('a new place', () => {
  const starts = (list: readonly LabelledOccurrence[], own: LabelledOccurrence): string[] =>
    moves(list, ['shift'])
      .filter((m) => m.changes[0]?.occurrence.key === own.key)
      .map((m) =>
        new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }).format(m.changes[0]?.to?.startMs),
      );
  const only = { ...settings, workingHours: { ...settings.workingHours, 1: [], 3: [], 4: [], 5: [] } };

  it('begins or ends where something else does, and keeps clear of all of it', () => {
    const own = meeting('17T10:00', 60, { people: 2 });
    const other = meeting('17T14:00', 60, { people: 6 });
    const frame = frameOf(week, [own, other], only);
    const hours = allowedMoves(frame, ['shift']).map(
      ({ changes }) => (changes[0]?.to?.startMs ?? 0) - wall('17T00:00'),
    );
    expect(hours.map((ms) => ms / 3_600_000)).toEqual([9, 11, 13, 15, 16]);
  });

  it('is on no day that is away, and on no half of one', () => {
    const own = meeting('16T10:00', 60, { people: 2 });
    const leave = occurrence(
      { key: 'leave', uid: 'l', startMs: 0, endMs: 0, allDay: { start: '2026-11-17', end: '2026-11-20' } },
      'absence',
    );
    const half = occurrence(
      { key: 'half', uid: 'h', startMs: 0, endMs: 0, allDay: { start: '2026-11-20', end: '2026-11-21' } },
      'absence',
    );
    const afternoon = {
      ...half,
      label: { ...half.label, takesDay: 0.5, half: 'later' },
    } as LabelledOccurrence;
    // Half of 420 minutes is 12:00 and half an hour of the afternoon.
    expect(starts([own, leave, afternoon], own)).toEqual([
      'Mon 09:00',
      'Mon 11:00',
      'Mon 13:00',
      'Mon 16:00',
      'Fri 09:00',
      'Fri 11:00',
    ]);
  });

  it('may overlap its own old one, whose edges lead nowhere', () => {
    const own = meeting('17T10:30', 60, { people: 2 });
    const frame = frameOf(week, [own, meeting('17T09:00', 60, { people: 6 })], only);
    const first = allowedMoves(frame, ['shift'])[0]?.changes[0]?.to;
    expect(first?.startMs).toBe(wall('17T10:00'));
  });

  it('lies at or after the instant before which nothing changes', () => {
    const own = meeting('18T10:00', 60, { people: 2 });
    const nowMs = wall('19T12:30');
    expect(allowedMoves(frameOf(week, [own], settings, nowMs), MOVE_KINDS)).toEqual([]);
    const late = meeting('20T10:00', 60, { people: 2 });
    for (const { changes } of allowedMoves(frameOf(week, [late], settings, nowMs), ['shift'])) {
      expect(changes[0]?.to?.startMs).toBeGreaterThanOrEqual(nowMs);
    }
  });
});

describe('moves of several', () => {
  it('make a daily series rarer by its second and fourth', () => {
    const daily = ['16', '17', '18', '19', '20'].map((d) =>
      meeting(`${d}T09:00`, 15, { uid: 'daily', people: 6 }),
    );
    const [rarer] = moves(daily, ['rarer']);
    expect(rarer?.changes.map((c) => c.occurrence.startMs)).toEqual([wall('17T09:00'), wall('19T09:00')]);
    expect(rarer?.peopleAsked).toBe(5);
    expect(moves([meeting('17T09:00', 15)], ['rarer'])).toEqual([]);
  });

  it('gather one-to-ones end to end in their order, at the start or the end of working hours', () => {
    const [a, b] = [
      meeting('16T10:00', 30, { uid: 'a', people: 2 }),
      meeting('18T15:00', 45, { uid: 'b', people: 2 }),
    ];
    const gathered = moves([a, b], ['gather']).filter((m) =>
      m.changes.some((c) => c.to?.startMs === wall('19T13:30')),
    );
    expect(gathered).toHaveLength(1);
    expect(gathered[0]?.changes.map((c) => c.to?.startMs)).toEqual([wall('19T13:00'), wall('19T13:30')]);
    expect(gathered[0]?.peopleAsked).toBe(2);
    // Monday morning holds one of them already, and one alone is not gathered.
    expect(
      moves([a, b], ['gather']).some((m) => m.changes.some((c) => c.to?.startMs === wall('16T09:00'))),
    ).toBe(false);
  });
});

describe('weeks with little to plan', () => {
  it('have a plain answer: no working hours, away, 60 meetings at once', () => {
    const none = { ...settings, workingHours: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
    expect(planWeek(week, [meeting('17T10:00', 60, { people: 9 })], none)).toMatchObject({
      moves: [],
      optimal: true,
    });
    const crowd = Array.from({ length: 60 }, (_, i) => meeting('17T10:00', 60, { uid: `u${i}`, people: 9 }));
    expect(planWeek(week, crowd, settings)).toMatchObject({ moves: [], optimal: true });
  });

  it('say how far the search may be from the best where it stops early', () => {
    const list = Array.from({ length: 24 }, (_, i) =>
      meeting(`${16 + (i % 5)}T${String(9 + Math.floor(i / 5)).padStart(2, '0')}:15`, 30, {
        uid: `u${i}`,
        people: 9,
      }),
    );
    const options = { objective: 'craft', mostMoves: 5, kinds: MOVE_KINDS } as const;
    const early = planWeek(week, list, settings, { ...options, mostEffort: 200 });
    const whole = planWeek(week, list, settings, options);
    expect(whole.optimal).toBe(true);
    expect(early.optimal).toBe(false);
    expect(early.boundMinutes).toBeGreaterThanOrEqual(whole.after.craftMinutes);
    expect(early.after.craftMinutes).toBeLessThanOrEqual(whole.after.craftMinutes);
  });
});
