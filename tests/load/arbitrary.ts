import fc from 'fast-check';
import { ACTIVITIES, type Activity, SIDE } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { LoadSettings } from '../../src/load/week-load.ts';
import { DAY_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { weekInterval } from '../../src/time/week.ts';
import type { DayStretch, WorkingHours } from '../../src/time/working-hours.ts';
import { addDays, dateIn, type Weekday } from '../../src/time/zone.ts';

/** Zones and weeks where the clocks do something: gaps, double hours, half hours, no midnight, a skipped day. */
const NASTY_WEEKS: readonly (readonly [zone: string, week: string])[] = [
  ['UTC', '2026-11-16'],
  ['Europe/Berlin', '2026-03-23'],
  ['Europe/Berlin', '2026-10-19'],
  ['America/New_York', '2026-03-02'],
  ['America/New_York', '2026-10-26'],
  ['America/Sao_Paulo', '2018-10-29'],
  ['America/Sao_Paulo', '2018-02-12'],
  ['Asia/Kolkata', '2026-11-16'],
  ['Asia/Kathmandu', '2026-11-16'],
  ['Australia/Lord_Howe', '2026-03-30'],
  ['Australia/Lord_Howe', '2026-09-28'],
  ['Pacific/Apia', '2011-12-26'],
  ['Pacific/Chatham', '2026-09-21'],
  ['Africa/Cairo', '2026-04-20'],
  ['Asia/Beirut', '2026-03-23'],
];

export const nastyWeek = fc.constantFrom(...NASTY_WEEKS);

const stretch: fc.Arbitrary<DayStretch> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]) => ({ startMinute: start * 15, endMinute: Math.min(1440, (start + length) * 15) }));

const workingHours: fc.Arbitrary<WorkingHours> = fc
  .array(fc.array(stretch, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(days.map((d, i) => [i + 1, d])) as Record<Weekday, DayStretch[]>);

/** Settings of any kind, with the default hours as often as odd ones. */
export function anySettings(defaults: LoadSettings): fc.Arbitrary<LoadSettings> {
  return fc
    .record({
      workingHours: fc.oneof(fc.constant(defaults.workingHours), workingHours),
      focusMinutes: fc.constantFrom(60, 90, 120, 240),
      recoveryMinutes: fc.constantFrom(0, 5, 15, 30, 60),
      openTimeIsCraft: fc.boolean(),
    })
    .map((some) => ({ ...defaults, ...some }));
}

/** A labelled occurrence with everything at its plainest, for tests to override. */
export function occurrence(
  fields: Partial<LabelledOccurrence> & { startMs: number; endMs: number },
  activity: Activity = 'coordination',
): LabelledOccurrence {
  const uid = fields.uid ?? `uid-${fields.startMs}-${fields.endMs}-${activity}`;
  return {
    key: `test\u001fcal\u001f${uid}`,
    sourceId: 'test',
    calendarId: 'cal',
    uid,
    allDay: null,
    title: 'An entry',
    description: '',
    location: '',
    status: 'confirmed',
    response: 'accepted',
    transparency: 'opaque',
    eventType: 'default',
    organizerIsSelf: false,
    people: SIDE[activity] === 'management' ? 4 : 1,
    attendees: [],
    resources: 0,
    hasConference: false,
    recurring: 'none',
    categories: [],
    label: {
      activity,
      side: SIDE[activity],
      confidence: 0.9,
      reasons: [{ code: 'unsure', values: {} }],
      ignored: false,
    },
    ...fields,
  };
}

/** Occurrences in and around a week: overlapping, without length, reversed, floating, all-day, in seconds. */
export function anyOccurrences(zone: string, week: string): fc.Arbitrary<LabelledOccurrence[]> {
  const span = weekInterval(week, zone);
  const one = fc
    .record({
      start: fc.integer({ min: -2 * 96, max: 9 * 96 }),
      seconds: fc.constantFrom(0, 0, 0, 30, 59),
      minutes: fc.oneof(
        fc.constantFrom(-30, 0, 15, 30, 45, 60, 90, 120, 180, 240),
        fc.integer({ min: 1, max: 30 * 60 }),
      ),
      activity: fc.constantFrom(...ACTIVITIES),
      people: fc.constantFrom(1, 1, 2, 5, 30),
      response: fc.constantFrom('accepted', 'accepted', 'tentative', 'needsAction', 'declined'),
      status: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'tentative', 'cancelled'),
      transparency: fc.constantFrom('opaque', 'opaque', 'opaque', 'transparent'),
      eventType: fc.constantFrom('default', 'default', 'default', 'focusTime', 'workingLocation', 'birthday'),
      ignored: fc.constantFrom(false, false, false, true),
      form: fc.constantFrom('timed', 'timed', 'timed', 'timed', 'all-day', 'floating'),
      uid: fc.integer({ min: 0, max: 40 }),
      takes: fc.constantFrom(undefined, undefined, undefined, 0, 0.5, 1),
      half: fc.constantFrom(undefined, 'earlier', 'later'),
      cancelled: fc.constantFrom(false, false, false, false, true),
      hold: fc.constantFrom(false, false, false, true),
    } as const)
    .map((r) => {
      const startMs = span.startMs + r.start * 15 * MINUTE_MS + r.seconds * 1000;
      const endMs = startMs + r.minutes * MINUTE_MS;
      const base = occurrence(
        {
          uid: `u${r.uid}`,
          startMs,
          endMs,
          people: r.people,
          response: r.response,
          status: r.status,
          transparency: r.transparency,
          eventType: r.eventType,
        },
        r.activity,
      );
      const takes =
        r.takes === undefined || r.activity !== 'absence'
          ? {}
          : { takesDay: r.takes, ...(r.takes === 0.5 && r.half ? { half: r.half } : {}) };
      const said = {
        ...(r.cancelled ? { saidCancelled: true as const } : {}),
        ...(r.hold ? { hold: r.activity === 'personal' ? ('bare' as const) : ('subject' as const) } : {}),
      };
      const labelled = { ...base, label: { ...base.label, ...takes, ...said, ignored: r.ignored } };
      const date = dateIn(zone, startMs);
      if (r.form === 'all-day')
        return { ...labelled, allDay: { start: date, end: addDays(date, 1 + (r.uid % 3)) } };
      if (r.form === 'floating') {
        const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
        return { ...labelled, floating: { start: wall(startMs), end: wall(endMs) } };
      }
      return labelled;
    });
  return fc
    .array(one, { maxLength: 30 })
    .map((list) =>
      list.map((o, i) => ({ ...o, key: `k${i}` })).filter((o) => Math.abs(o.endMs - o.startMs) < 9 * DAY_MS),
    );
}
