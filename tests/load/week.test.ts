import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { weekInterval } from '../../src/time/week.ts';
import { instantOfWall, parsePlain } from '../../src/time/zone.ts';
import { anyOccurrences, anySettings, nastyWeek, occurrence } from './arbitrary.ts';
import { minuteByMinute } from './minute-by-minute.ts';

const zone = 'Europe/Berlin';
const week = '2026-11-16';
const settings = defaultLoadSettings(zone);

/** `16 09:30-10:00` as instants in November 2026. */
function at(text: string): { startMs: number; endMs: number } {
  const [day, from, to] = text.split(/[ -]/);
  const instant = (time: string | undefined): number =>
    instantOfWall(parsePlain(`2026-11-${day}T${time}`), zone);
  return { startMs: instant(from), endMs: instant(to) };
}

function entry(when: string, activity: Activity, more: Partial<LabelledOccurrence> = {}): LabelledOccurrence {
  return occurrence({ ...at(when), ...more }, activity);
}

const load = (list: LabelledOccurrence[], more = {}): ReturnType<typeof weekLoad> =>
  weekLoad(week, list, { ...settings, ...more });

describe('the sums of a week', () => {
  it('hold for any calendar, in any zone, over any change of the clocks', () => {
    const input = nastyWeek.chain(([z, w]) =>
      fc.tuple(fc.constant(z), fc.constant(w), anyOccurrences(z, w), anySettings(defaultLoadSettings(z))),
    );
    fc.assert(
      fc.property(input, ([, w, list, s]) => {
        const result = weekLoad(w, list, s);
        const m = result.minutes;
        expect(
          m.craft + m.management + m.fragments + m.away - m.afterHoursCraft - m.afterHoursManagement,
        ).toBe(m.working);
        expect(m.craftBooked + m.craftOpen).toBe(m.craft);
        const a = result.activities;
        expect(a['deep-work'] + a['making-together'] + a.learning).toBe(m.craftBooked);
        expect(a.people + a.direction + a.coordination + a.administration).toBe(m.management);
        expect(a.personal + a.break + a.travel + a.absence).toBe(m.away);
        expect(result.counted.reduce((sum, c) => sum + c.minutes, 0)).toBe(
          m.craftBooked + m.management + m.away,
        );
        expect(result.counted.reduce((sum, c) => sum + c.unconfirmedMinutes, 0)).toBe(m.unconfirmed);
        const weighed = m.craft + m.management + m.fragments;
        expect(result.craftShare).toBe(weighed === 0 ? null : m.craft / weighed);
      }),
      { numRuns: 500 },
    );
  });

  it('agree with a count of the minutes one by one', () => {
    const input = nastyWeek.chain(([z, w]) =>
      fc.tuple(fc.constant(w), anyOccurrences(z, w), anySettings(defaultLoadSettings(z))),
    );
    fc.assert(
      fc.property(input, ([w, list, s]) => {
        expect(weekLoad(w, list, s).minutes).toEqual(minuteByMinute(w, list, s));
      }),
      { numRuns: 400 },
    );
  });

  it('do not depend on the order of the input', () => {
    fc.assert(
      fc.property(
        anyOccurrences(zone, week).chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(weekLoad(week, shuffled, settings)).toEqual(weekLoad(week, list, settings));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('put every occurrence of the week into counted or left out, once', () => {
    fc.assert(
      fc.property(anyOccurrences(zone, week), (list) => {
        const result = weekLoad(week, list, settings);
        const named = [...result.counted.map((c) => c.key), ...result.leftOut.map((l) => l.key)];
        expect(new Set(named).size).toBe(named.length);
        const span = weekInterval(week, zone);
        // Starts and ends are cut to whole minutes, which may take an entry out of the week.
        const cut = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;
        const timed = list.filter(
          (o) =>
            !o.allDay &&
            !o.floating &&
            cut(o.startMs) < span.endMs &&
            cut(o.endMs) > span.startMs &&
            cut(o.endMs) > cut(o.startMs),
        );
        for (const o of timed) expect(named).toContain(o.key);
      }),
      { numRuns: 150 },
    );
  });

  it('draw a timeline that is sorted, disjoint and inside the week', () => {
    fc.assert(
      fc.property(
        nastyWeek.chain(([z, w]) => fc.tuple(fc.constant([z, w] as const), anyOccurrences(z, w))),
        ([[z, w], list]) => {
          const result = weekLoad(w, list, defaultLoadSettings(z));
          let last = result.startMs;
          for (const s of result.segments) {
            expect(s.startMs).toBeGreaterThanOrEqual(last);
            expect(s.endMs).toBeGreaterThan(s.startMs);
            last = s.endMs;
          }
          expect(last).toBeLessThanOrEqual(result.endMs);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a week', () => {
  it('is 167 hours long when the clocks go forward and 169 when they go back', () => {
    const hours = (w: string): number => {
      const { startMs, endMs } = weekLoad(w, [], settings);
      return (endMs - startMs) / HOUR_MS;
    };
    expect([hours('2026-03-23'), hours('2026-11-16'), hours('2026-10-19')]).toEqual([167, 168, 169]);
  });

  it('with nothing in it is all open craft: 35 hours in ten focus blocks', () => {
    const empty = load([]);
    expect(empty.minutes).toMatchObject({ working: 2100, craft: 2100, craftOpen: 2100, fragments: 0 });
    expect(empty.focusBlocks).toHaveLength(10);
    expect(empty.craftShare).toBe(1);
  });

  it('without working hours has a share of null, not of zero', () => {
    const none = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    expect(load([], { workingHours: none }).craftShare).toBeNull();
  });

  it('is mostly away only when more than half of its working time is', () => {
    const away = (start: string, end: string): LabelledOccurrence =>
      occurrence({ startMs: 0, endMs: 0, allDay: { start, end } }, 'absence');
    expect(load([away('2026-11-16', '2026-11-18')]).mostlyAway).toBe(false);
    expect(load([away('2026-11-16', '2026-11-19')]).mostlyAway).toBe(true);
  });
});

describe('recovery and focus', () => {
  it('take 15 minutes off the stretch that follows a meeting, open minutes becoming fragments', () => {
    const m = load([entry('16 09:00-09:30', 'coordination')]);
    // 09:30-09:45 recovers, 09:45-12:00 is a block of 135 minutes.
    expect(m.minutes).toMatchObject({ management: 30, fragments: 15, craftOpen: 2100 - 45 });
    expect(m.focusBlocks[0]).toEqual(at('16 09:45-12:00'));
  });

  it('leave booked craft in the recovery time as craft, outside the block', () => {
    const m = load([entry('16 09:00-09:30', 'coordination'), entry('16 09:30-12:00', 'deep-work')]);
    expect(m.minutes).toMatchObject({ craftBooked: 150, fragments: 0 });
    expect(m.focusBlocks[0]).toEqual(at('16 09:45-12:00'));
  });

  it('make a stretch one minute too short a fragment', () => {
    const m = load([entry('16 10:59-12:00', 'people')]);
    expect(m.minutes.fragments).toBe(119);
    expect(load([entry('16 11:00-12:00', 'people')]).minutes.fragments).toBe(0);
  });

  it('let a lunch hour after a meeting be recovery too', () => {
    const m = load([entry('16 11:00-12:00', 'people')]);
    expect(m.focusBlocks[1]).toEqual(at('16 13:00-17:00'));
  });

  it('turn open time into fragments where the user does not count it as craft', () => {
    expect(load([], { openTimeIsCraft: false }).minutes).toMatchObject({ craft: 0, fragments: 2100 });
  });

  it('see pairing as a meeting and reading alone as none', () => {
    const pair = load([entry('16 09:00-09:30', 'making-together', { people: 2 })]);
    const read = load([entry('16 09:00-09:30', 'learning')]);
    expect(pair.minutes.fragments).toBe(15);
    expect(read.minutes.fragments).toBe(0);
    expect(read.focusBlocks[0]).toEqual(at('16 09:00-12:00'));
  });
});

describe('a minute that several claim', () => {
  const wins = (a: LabelledOccurrence, b: LabelledOccurrence): string | undefined =>
    [...load([a, b]).counted].sort((x, y) => y.minutes - x.minutes)[0]?.key;

  it('goes to the accepted one, though the tentative one is shorter', () => {
    const yes = entry('16 09:00-11:00', 'coordination', { key: 'yes', uid: 'yes' });
    const maybe = entry('16 09:30-10:30', 'people', { key: 'maybe', uid: 'maybe', response: 'tentative' });
    expect(load([yes, maybe]).minutes).toMatchObject({ management: 120, unconfirmed: 0, doubleBooked: 60 });
    expect(load([yes, maybe]).leftOut).toEqual([{ key: 'maybe', reason: 'covered' }]);
  });

  it('goes to the meeting before the solo block, to the shorter, to the later', () => {
    const solo = entry('16 09:00-10:00', 'deep-work', { key: 'solo', uid: 'solo' });
    const met = entry('16 09:00-10:00', 'people', { key: 'met', uid: 'met' });
    expect(wins(solo, met)).toBe('met');
    const long = entry('16 09:00-12:00', 'people', { key: 'long', uid: 'long' });
    expect(load([long, met]).counted.find((c) => c.key === 'long')).toMatchObject({
      minutes: 120,
      coveredMinutes: 60,
      coveredBy: 'met',
    });
    const later = entry('16 09:30-10:30', 'people', { key: 'later', uid: 'later' });
    expect(load([met, later]).counted.find((c) => c.key === 'later')?.minutes).toBe(60);
  });

  it('counts once when one meeting is seen through two calendars', () => {
    const copy = (key: string, more = {}): LabelledOccurrence =>
      entry('16 09:00-10:00', 'people', { key, uid: 'same', ...more });
    expect(load([copy('a'), copy('b')]).minutes).toMatchObject({ management: 60, doubleBooked: 0 });
    expect(load([copy('a'), copy('b')]).leftOut).toEqual([{ key: 'b', reason: 'duplicate' }]);
    expect(load([copy('a'), copy('b', { response: 'declined' })]).minutes.management).toBe(0);
    expect(load([copy('a', { status: 'cancelled' }), copy('b')]).minutes.management).toBe(60);
  });
});

describe('what is left out', () => {
  it('says why', () => {
    const list = [
      entry('16 09:00-10:00', 'people', { key: 'a-cancelled', uid: '1', status: 'cancelled' }),
      entry('16 09:00-10:00', 'people', { key: 'b-declined', uid: '2', response: 'declined' }),
      entry('16 09:00-10:00', 'people', { key: 'c-free', uid: '3', transparency: 'transparent' }),
      entry('16 09:00-10:00', 'people', { key: 'd-place', uid: '4', eventType: 'workingLocation' }),
      entry('16 09:00-10:00', 'people', { key: 'e-birthday', uid: '5', eventType: 'birthday' }),
      entry('16 08:00-20:00', 'people', { key: 'f-long', uid: '6' }),
      entry('16 18:00-19:00', 'personal', { key: 'g-evening', uid: '7' }),
      entry('16 09:00-09:00', 'people', { key: 'h-nothing', uid: '8' }),
      occurrence(
        { key: 'i-day', uid: '9', startMs: 0, endMs: 0, allDay: { start: '2026-11-17', end: '2026-11-18' } },
        'learning',
      ),
    ];
    const result = load(list);
    expect(result.leftOut.map((l) => l.reason)).toEqual([
      'cancelled',
      'declined',
      'marked-free',
      'working-location',
      'birthday',
      'twelve-hours',
      'outside-hours',
      'no-length',
      'all-day',
    ]);
    expect(result.minutes.craftOpen).toBe(2100);
    expect(result.allDay).toEqual(['i-day']);
  });

  it('never holds focus time of Google, which counts although it is marked free', () => {
    const focus = entry('16 09:00-12:00', 'deep-work', {
      eventType: 'focusTime',
      transparency: 'transparent',
    });
    expect(load([focus]).minutes.craftBooked).toBe(180);
  });
});

describe('absence', () => {
  const holiday = occurrence(
    {
      key: 'holiday',
      uid: 'h',
      startMs: 0,
      endMs: 0,
      allDay: { start: '2026-11-17', end: '2026-11-18' },
      transparency: 'transparent',
    },
    'absence',
  );

  it('of a day turns its working time into away and takes the meetings in it', () => {
    const result = load([holiday, entry('17 10:00-11:00', 'people', { key: 'series' })]);
    expect(result.minutes).toMatchObject({ away: 420, management: 0, craftOpen: 4 * 420 });
    expect(result.leftOut).toEqual([{ key: 'series', reason: 'covered' }]);
    expect(result.days[1]).toMatchObject({ date: '2026-11-17', absent: true });
  });

  it('of half a day takes the half that it names, else the later one, the middle rounded down', () => {
    const half = (more: object) =>
      load([{ ...holiday, label: { ...holiday.label, takesDay: 0.5, ...more } }]).segments.filter(
        (s) => s.kind === 'away',
      );
    const span = (segments: readonly { startMs: number; endMs: number }[]) =>
      segments.map(({ startMs, endMs }) => ({ startMs, endMs }));
    expect(span(half({ half: 'earlier' }))).toEqual([at('17 09:00-12:00'), at('17 13:00-13:30')]);
    expect(span(half({}))).toEqual([at('17 13:30-17:00')]);
    expect(load([{ ...holiday, label: { ...holiday.label, takesDay: 0.5 } }]).days[1]?.absent).toBe(false);
  });

  it('that nothing settles takes nothing', () => {
    const unsure = { ...holiday, label: { ...holiday.label, takesDay: 0, dayUnsure: true } } as const;
    expect(load([unsure]).minutes.away).toBe(0);
    expect(load([unsure]).leftOut).toEqual([{ key: 'holiday', reason: 'all-day' }]);
  });

  it('of hours takes just these', () => {
    expect(load([entry('17 13:00-17:00', 'absence')]).minutes.away).toBe(240);
    expect(
      load([
        occurrence({ startMs: at('17 12:00-12:00').startMs, endMs: at('18 12:00-12:00').endMs }, 'absence'),
      ]).minutes.away,
    ).toBe(420);
  });
});

describe('after hours', () => {
  it('are added to their side and reported apart', () => {
    const result = load([entry('16 16:00-18:30', 'coordination'), entry('21 10:00-11:00', 'deep-work')]);
    expect(result.minutes).toMatchObject({ management: 150, afterHoursManagement: 90, afterHoursCraft: 60 });
    expect(result.minutes.working).toBe(2100);
  });
});

describe('meeting runs and switches', () => {
  it('join meetings with gaps under ten minutes, from the first start to the last end', () => {
    const result = load([
      entry('16 09:00-10:00', 'coordination'),
      entry('16 10:05-11:00', 'people'),
      entry('16 11:10-12:00', 'people'),
    ]);
    expect(result.longestMeetingRunMinutes).toBe(120);
    expect(result.longestMeetingRun).toEqual(at('16 09:00-11:00'));
  });

  it('count the changes of side in a day', () => {
    const result = load([
      entry('16 09:00-10:00', 'making-together', { people: 2 }),
      entry('16 10:00-10:30', 'people'),
      entry('16 10:30-12:00', 'making-together', { people: 2 }),
    ]);
    expect(result.days[0]?.switches).toBe(2);
  });
});

describe('entries that are not what they seem', () => {
  const hold = { activity: 'personal', side: 'neither', confidence: 0.4, hold: 'bare' } as const;
  const held = (when: string): LabelledOccurrence => {
    const plain = entry(when, 'personal');
    return { ...plain, label: { ...plain.label, ...hold } };
  };

  it('leave a title that says it is cancelled out, with that reason', () => {
    const plain = entry('16 09:00-10:00', 'coordination', { key: 'off' });
    const result = load([{ ...plain, label: { ...plain.label, saidCancelled: true } }]);
    expect(result.leftOut).toEqual([{ key: 'off', reason: 'cancelled-title' }]);
    expect(result.minutes).toMatchObject({ management: 0, craft: 2100 });
  });

  it('put a bare hold on neither side and into no focus block, unconfirmed', () => {
    const result = load([held('16 09:00-11:00')]);
    expect(result.minutes).toMatchObject({ away: 120, unconfirmed: 120, craft: 1920, fragments: 60 });
    expect(result.segments[0]).toMatchObject({ kind: 'away', hold: true, unconfirmed: true, focus: false });
    expect(result.focusBlocks).toHaveLength(9);
  });

  it('give the minutes that a hold and a meeting claim to the meeting', () => {
    const result = load([held('16 09:00-10:00'), entry('16 09:00-12:00', 'coordination')]);
    expect(result.minutes).toMatchObject({ away: 0, management: 180 });
  });
});

describe('the leadership share', () => {
  it('is people and direction over the same whole as the craft share', () => {
    const result = load([
      entry('16 09:00-10:00', 'people'),
      entry('16 10:00-11:00', 'direction'),
      entry('16 11:00-12:00', 'coordination'),
    ]);
    expect(result.leadershipShare).toBe(120 / 2100);
    expect(result.craftShare).toBe(1920 / 2100);
  });
});
