import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWeek, type PopupInput, popupView } from '../../../extension/popup/view.ts';
import { comparisonWords, headlineShare, standingWords } from '../../../extension/popup/words.ts';
import { ACTIVITIES } from '../../../src/calendar/activity.ts';
import type { LabelledOccurrence } from '../../../src/calendar/label.ts';
import type { Calendar } from '../../../src/calendar/source.ts';
import { defaultLoadSettings } from '../../../src/load/settings.ts';
import { weekLoad } from '../../../src/load/week.ts';
import { addWeeks } from '../../../src/time/week.ts';
import { type FigureId, figureDetail } from '../../../src/week/figures.ts';
import { activityForSide, reviewOf } from '../../../src/week/review.ts';
import { reachOf } from '../../../src/week/standing.ts';
import { type Story, storyOf } from '../../../src/week/story.ts';
import { weekFacts } from '../../../src/week/week-facts.ts';
import { translator } from '../../../src/words/translate.ts';
import { DST_WEEK, WEEK, ZONE } from '../mock/mock-data.ts';
import { EARLIER_WEEK, FULL_WEEK, HOLIDAY_WEEK, type Line, occurrenceOf } from '../mock/weeks.ts';

const settings = defaultLoadSettings(ZONE);
const texts = JSON.parse(
  readFileSync(new URL('../../../extension/_locales/en/popup.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const t = translator((key) => texts[key], 'en');
const nowMs = Date.parse('2026-11-18T13:12:00Z');
const of = (lines: readonly Line[], week = WEEK): LabelledOccurrence[] =>
  lines.map((line) => occurrenceOf(line, week, ZONE));
const input = (lines: readonly Line[], more: Partial<PopupInput> = {}): PopupInput => ({
  week: WEEK,
  nowMs,
  occurrences: of(lines, more.week ?? WEEK),
  settings,
  calendars: [],
  sources: [
    { id: 'one', kind: 'ics-address', name: 'Studio', addedMs: 0, syncedMs: nowMs - 60_000, trouble: null },
  ],
  story: null,
  track: 'mastery',
  target: null,
  marks: [],
  ...more,
});
const facts = (lines: readonly Line[], calendars: readonly Calendar[] = []) =>
  weekFacts(WEEK, of(lines), calendars, settings);
/** The story of so many earlier weeks, and of one far ahead, so that the shown one is within reach. */
function storyOfWeeks(lines: readonly Line[], count: number): Story {
  const weeks = [...Array.from({ length: count }, (_, i) => -1 - i), 20].map((i) => {
    const week = addWeeks(WEEK, i);
    return weekLoad(week, of(lines, week), settings);
  });
  return storyOf(weeks, reachOf(weeks), [], 'craft', nowMs);
}
/** Past the shown week. */
const later = { nowMs: nowMs + 7 * 86_400_000, sources: [] };
const headline = { share: null, yardstick: null };

describe('the popup of a week', () => {
  it('shows the engine’s own minutes, and a bar that is all of them', () => {
    const view = popupView(input(FULL_WEEK));
    const load = weekLoad(WEEK, of(FULL_WEEK), settings);
    expect(view.minutes).toEqual(load.minutes);
    expect(view.share).toBe(load.craftShare);
    expect(view.bar.map((p) => p.kind)).toEqual([
      'craft-booked',
      'craft-open',
      'management',
      'fragment',
      'away',
    ]);
    expect(view.bar.reduce((sum, p) => sum + p.fraction, 0)).toBeCloseTo(1, 10);
  });

  it('names the management series that takes most of the week', () => {
    const top = popupView(input(FULL_WEEK)).topSeries;
    expect(top).toMatchObject({ title: 'Leadership stand-up', minutes: 150, count: 5 });
  });

  it('knows the weeks around it, and where now is', () => {
    const view = popupView(input(FULL_WEEK));
    expect([view.previous, view.week, view.next]).toEqual(['2026-11-09', WEEK, '2026-11-23']);
    expect(view.time).toBe('current');
    expect(popupView(input(FULL_WEEK, { week: '2026-11-09' })).time).toBe('past');
    expect(popupView(input([], { week: '2026-11-29' })).week).toBe('2026-11-23');
  });

  it('takes the asked week where it is a date, and the week of now otherwise', () => {
    expect(askedWeek('2026-10-22', nowMs, settings)).toBe('2026-10-19');
    expect(askedWeek('2026-02-30', nowMs, settings)).toBe(WEEK);
    expect(askedWeek(null, nowMs, { ...settings, weekStart: 7 })).toBe('2026-11-15');
  });

  it('joins weekdays of equal hours', () => {
    const hours = { ...settings.workingHours, 5: [{ startMinute: 540, endMinute: 720 }] };
    const groups = popupView(input([], { settings: { ...settings, workingHours: hours } })).hours;
    expect(groups.map((g) => g.weekdays)).toEqual([[1, 2, 3, 4], [5]]);
  });

  it('says that a week of holiday is mostly away, and has no share', () => {
    const view = popupView(input(HOLIDAY_WEEK, { story: storyOfWeeks(EARLIER_WEEK, 8) }));
    expect(view).toMatchObject({ mostlyAway: true, standing: 'away', share: null, comparison: null });
    expect(view.columns.slice(0, 5).every((c) => c.absent)).toBe(true);
  });
});

describe('the running week', () => {
  const view = popupView(input(FULL_WEEK, { story: storyOfWeeks(EARLIER_WEEK, 8) }));

  it('is so far, and if nothing is added, and is not compared', () => {
    expect(view).toMatchObject({ standing: 'running', comparison: null, yardstick: null });
    expect(view.soFar).not.toBeNull();
    expect(standingWords(view, t)).toEqual([
      'so far',
      `${Math.round((view.share ?? 0) * 100)}% if nothing is added`,
    ]);
    expect(headlineShare(view)).toBe(view.soFar);
  });
});

describe('a week outside of what is known', () => {
  it('has no share after the last entry, and says so', () => {
    const story = storyOfWeeks(EARLIER_WEEK, 3);
    const short = { ...story, reach: { first: addWeeks(WEEK, -3), last: addWeeks(WEEK, -1) } };
    const view = popupView(input([], { story: short }));
    expect(view).toMatchObject({ standing: 'after-reach', share: null, soFar: null });
    expect(standingWords(view, t)[0]).toContain('After your last entry');
  });

  it('has none where it began after the calendars were last read', () => {
    const [source] = input([]).sources;
    if (!source) throw new Error('no source');
    const sources = [{ ...source, syncedMs: nowMs - 20 * 86_400_000 }];
    const view = popupView(input(FULL_WEEK, { story: storyOfWeeks(EARLIER_WEEK, 8), sources }));
    expect(view).toMatchObject({ standing: 'not-known', share: null });
  });
});

describe('a finished week against the yardstick', () => {
  it('waits for three counted weeks', () => {
    const { comparison } = popupView(input(FULL_WEEK, { ...later, story: storyOfWeeks(EARLIER_WEEK, 2) }));
    expect(comparison).toEqual({ kind: 'too-few', have: 2, need: 3 });
  });

  it('is compared with the target first, in points of the two figures as they are shown', () => {
    const story = storyOfWeeks(EARLIER_WEEK, 8);
    const view = popupView(input(FULL_WEEK, { ...later, story, target: 0.95 }));
    const shown = Math.round((view.share ?? 0) * 100) - 95;
    expect(view.comparison).toMatchObject({ kind: 'points', points: shown, yardstick: { kind: 'target' } });
    if (!view.comparison) throw new Error('not compared');
    expect(comparisonWords(view.comparison, t)).toBe(`${-shown} points below your target of 95%`);
  });

  it('is still being read until the story is there', () => {
    expect(popupView(input(FULL_WEEK)).comparison).toBeNull();
    expect(popupView(input([])).standing).toBeNull();
  });
});

describe('the bar', () => {
  it('has the yardstick where a week of that share would end its craft, the time away left out', () => {
    const story = storyOfWeeks(EARLIER_WEEK, 8);
    const { yardstick, minutes } = popupView(input(FULL_WEEK, { ...later, story, target: 0.4 }));
    const counted = minutes.craft + minutes.management + minutes.fragments;
    expect(yardstick).toBeCloseTo((0.4 * counted) / (counted + minutes.away), 10);
  });

  it('has none where the week is not compared', () => {
    expect(popupView(input(FULL_WEEK, { story: storyOfWeeks(EARLIER_WEEK, 8) })).yardstick).toBeNull();
    expect(
      popupView(input(FULL_WEEK, { ...later, story: storyOfWeeks(EARLIER_WEEK, 2) })).yardstick,
    ).toBeNull();
  });

  it('is followed by the shares of the weeks before, oldest first, and this one', () => {
    const story = storyOfWeeks(EARLIER_WEEK, 4);
    const { recentShares, share } = popupView(input(FULL_WEEK, { story }));
    expect(recentShares).toEqual([...story.points.map((p) => p.share), share]);
  });
});

describe('the seven columns', () => {
  it('stand on one clock, also in the week in which it goes back', () => {
    const { columns } = popupView(input(FULL_WEEK, { week: DST_WEEK }));
    const first = columns[0]?.blocks.find((b) => b.title === 'Leadership stand-up');
    expect(first).toMatchObject({ startMinute: 540, endMinute: 570 });
  });

  it('keep the length of a piece inside the hour that comes twice', () => {
    // 02:30 summer time to 02:30 winter time: an hour in which the clock shows none.
    const night = of(
      [{ day: 7, at: '20:00-21:00', what: 'Night', as: 'making-together', people: 2 }],
      DST_WEEK,
    );
    const moved = night.map((o) => ({
      ...o,
      startMs: Date.parse('2026-10-25T00:30:00Z'),
      endMs: Date.parse('2026-10-25T01:30:00Z'),
    }));
    const { columns } = popupView(input([], { week: DST_WEEK, occurrences: moved }));
    expect(columns[6]?.blocks).toMatchObject([{ startMinute: 150, endMinute: 210 }]);
  });

  it('mark today alone, with the minute of now', () => {
    const { columns } = popupView(input(FULL_WEEK));
    expect(columns.map((c) => c.nowMinute)).toEqual([null, null, 14 * 60 + 12, null, null, null, null]);
  });

  it('reach as far as the earliest and latest piece, in full hours', () => {
    const { scale } = popupView(
      input([{ day: 2, at: '06:20-07:00', what: 'Call', as: 'coordination', people: 2 }]),
    );
    expect(scale.startMinute).toBe(6 * 60);
    expect(scale.endMinute).toBe(18 * 60);
  });

  it('draw one piece for a meeting across the end of working hours', () => {
    const { columns } = popupView(input(FULL_WEEK));
    const steering = columns[2]?.blocks.filter((b) => b.title === 'Steering committee');
    expect(steering).toMatchObject([{ startMinute: 960, endMinute: 1110, afterHours: false }]);
  });
});

describe('a figure that is opened', () => {
  const lines = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }),
      start: fc.integer({ min: 0, max: 90 }),
      length: fc.integer({ min: 1, max: 12 }),
      as: fc.constantFrom(...ACTIVITIES),
      people: fc.integer({ min: 1, max: 4 }),
      response: fc.constantFrom('accepted', 'tentative', 'needsAction', 'declined'),
    }),
    { maxLength: 25 },
  );
  const clock = (quarter: number): string =>
    `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

  it('lists rows that add up to it, for any week', () => {
    const figures: FigureId[] = [
      'craft',
      'management',
      'fragments',
      'away',
      'focus',
      'after-hours',
      'unconfirmed',
    ];
    fc.assert(
      fc.property(lines, (drawn) => {
        const week = facts(
          drawn.map(({ start, length, day, as, people, response }, i) => ({
            day,
            as,
            people,
            response,
            at: `${clock(start)}-${clock(Math.min(95, start + length))}`,
            what: `Event ${i}`,
          })),
        );
        for (const id of figures) {
          const { rows, minutes } = figureDetail(id, week, headline);
          expect(
            rows.reduce((sum, row) => sum + row.minutes, 0),
            id,
          ).toBe(minutes);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the longest focus block where that is what it says, and no other', () => {
    const week = facts(FULL_WEEK);
    const { rows, minutes } = figureDetail('focus', week, headline);
    expect(minutes).toBe(week.load.longestFocusMinutes);
    expect(new Set(rows.map((row) => new Date(row.startMs).toDateString())).size).toBe(1);
  });

  it('shows what was left out, each with its reason', () => {
    const { leftOut } = figureDetail('management', facts(FULL_WEEK), headline);
    expect(leftOut.map((row) => [row.title, row.reason])).toEqual([
      ['Old status meeting', 'declined'],
      ['Release 4.2', 'all-day'],
    ]);
  });

  it('says which meeting covers how much of another', () => {
    const { rows } = figureDetail('management', facts(FULL_WEEK), headline);
    const vendor = rows.find((row) => row.occurrence?.title === 'Vendor call');
    expect(vendor).toMatchObject({ minutes: 30, covered: { minutes: 30, by: 'Hiring panel' } });
  });

  it('names the meetings that are booked at one time', () => {
    const { rows } = figureDetail('double-booked', facts(FULL_WEEK), headline);
    expect(rows).toMatchObject([
      { minutes: 30, against: ['Vendor call'], occurrence: { title: 'Hiring panel' } },
    ]);
  });

  it('names deselected calendars as the reason', () => {
    const off: Calendar = { sourceId: 'one', id: 'work', name: 'Studio', role: 'off' };
    const week = facts(FULL_WEEK, [off]);
    expect(week.load.counted).toEqual([]);
    expect(new Set(week.leftOut.map((l) => l.reason))).toEqual(new Set(['calendar-off']));
  });

  it('opens the weeks that the yardstick rests on', () => {
    const view = popupView(input(FULL_WEEK, { ...later, story: storyOfWeeks(EARLIER_WEEK, 8) }));
    const detail = figureDetail('yardstick', facts(FULL_WEEK), view.headline);
    expect(detail.weeks).toHaveLength(8);
    expect(figureDetail('share', facts(FULL_WEEK), view.headline).share).toBe(view.share);
  });

  it('shows one day with what was left out of it', () => {
    const { rows, leftOut } = figureDetail('day:2026-11-19', facts(FULL_WEEK), headline);
    expect(rows.filter((r) => r.occurrence).map((r) => r.occurrence?.title)).toEqual([
      'Leadership stand-up',
      'Reading group',
      'Dentist',
    ]);
    expect(leftOut.map((r) => r.title)).toEqual(['Old status meeting']);
  });
});

describe('the review', () => {
  it('asks about the unsure series that move the week most, and says what they settle', () => {
    const review = reviewOf(facts(FULL_WEEK));
    // An hour each: the least sure one first.
    expect(review?.items.map((i) => i.title)).toEqual(['Workshop', 'Sync about Atlas', 'Quarterly figures']);
    expect(review).toMatchObject({ settledMinutes: 180, unsureMinutes: 180 });
    expect(review?.items[1]?.scope).toEqual({ kind: 'series', uid: 'Sync about Atlas' });
    expect(review?.items[0]?.scope).toEqual({ kind: 'title', title: 'Workshop' });
  });

  it('puts five questions at most', () => {
    const many: Line[] = Array.from({ length: 8 }, (_, i) => ({
      day: 1 + (i % 5),
      at: `${9 + Math.floor(i / 5)}:00-10:00`.padStart(11, '0'),
      what: `Thing ${i}`,
      as: 'coordination',
      sure: 0.5,
      people: 3,
    }));
    const review = reviewOf(facts(many.map((l, i) => ({ ...l, at: i < 5 ? '09:00-10:00' : '10:00-10:30' }))));
    expect(review?.items).toHaveLength(5);
    expect(review).toMatchObject({ settledMinutes: 300, unsureMinutes: 390 });
  });

  it('asks nothing where nothing is unsure', () => {
    expect(reviewOf(facts(EARLIER_WEEK))).toBeNull();
  });

  it('keeps the activity where the answer agrees with its side', () => {
    const guess = { activity: 'administration', side: 'management' } as const;
    expect(activityForSide('management', guess, 1)).toBe('administration');
    expect(activityForSide('craft', guess, 1)).toBe('deep-work');
    expect(activityForSide('craft', guess, 3)).toBe('making-together');
  });
});

describe('how old the data is', () => {
  const source = (kind: 'google' | 'ics-file' | 'sample', syncedMs: number | null) =>
    ({ id: kind, kind, name: kind, addedMs: 5, syncedMs, trouble: null }) as const;
  it('is told by the oldest account, and is old after a day', () => {
    const at = (syncedMs: number | null) =>
      popupView(input([], { sources: [source('google', syncedMs), source('ics-file', 1)] })).freshness;
    expect(at(nowMs - 3_600_000)).toMatchObject({ kind: 'live', old: false });
    expect(at(nowMs - 25 * 3_600_000)).toMatchObject({ kind: 'live', old: true });
    expect(at(null)).toEqual({ kind: 'live', readMs: null, old: true });
  });
  it('is a file’s own where nothing else is connected', () => {
    expect(popupView(input([], { sources: [source('ics-file', 7)] })).freshness).toEqual({
      kind: 'file',
      readMs: 7,
    });
    expect(popupView(input([], { sources: [source('sample', 7)] })).sampleOnly).toBe(true);
  });
});
