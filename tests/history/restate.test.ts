import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/calendar/activity.ts';
import { closeWeek } from '../../src/history/closed-week.ts';
import { calendarNow } from '../../src/history/later-note.ts';
import {
  restatedByCalendar,
  restatedByHand,
  restatedBySettings,
  restatedByVersion,
  withoutSource,
  withoutTitlesOf,
} from '../../src/history/restate.ts';
import { restatementOf } from '../../src/history/restatement.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { anyOccurrences } from '../load/arbitrary.ts';
import { labelled, MONDAY_9, occurrence } from '../store/fixtures.ts';

const WEEK = '2026-11-16';
const load = defaultLoadSettings('Europe/Berlin');
const basis = { load, track: 'own', labelVersion: '1' } as const;
const entry = (uid: string, activity: Activity, hour = 0, sourceId = 's') => ({
  ...occurrence({ uid, sourceId, startMs: MONDAY_9 + hour * HOUR_MS }),
  label: labelled(activity),
});
const rows = [entry('sync', 'coordination'), entry('review', 'coordination', 2, 'other')];
const closing = closeWeek(WEEK, rows, basis, 5);
const byHand = (uid: string, activity: Activity) => (o: { uid: string }) =>
  o.uid === uid ? labelled(activity, 'correction-series') : labelled('people');

describe('a correction', () => {
  const corrected = restatedByHand(closing, byHand('review', 'making-together'), 9);

  test('reopens the week with before and after, and touches no other label', () => {
    expect(corrected?.entries.entries.map((e) => e.label.activity)).toEqual([
      'coordination',
      'making-together',
    ]);
    const { craftShare } = closing.row.figures;
    expect(corrected?.row.reopened).toEqual([
      {
        atMs: 9,
        why: 'by-hand',
        craftShareBefore: craftShare,
        craftShareAfter: corrected?.row.figures.craftShare,
      },
    ]);
    expect(corrected?.row.figures.craftShare).toBeGreaterThan(craftShare ?? 1);
  });

  test('that is undone brings the figures back to the byte', () => {
    const undone = corrected && restatedByHand(corrected, () => labelled('coordination'), 12);
    expect(JSON.stringify(undone?.row.figures)).toBe(JSON.stringify(closing.row.figures));
    expect(undone?.row.reopened).toHaveLength(2);
  });

  test('elsewhere changes nothing, and neither does a hashtag that the calendar gained', () => {
    expect(restatedByHand(closing, () => labelled('people'), 9)).toBeNull();
    expect(restatedByHand(closing, () => labelled('deep-work', 'hashtag'), 9)).toBeNull();
  });
});

test('a new version reads all titles anew and is told once, with both means', () => {
  const fresh = restatedByVersion(closing, () => labelled('making-together'), '2', 9);
  expect(fresh.row.basis.labelVersion).toBe('2');
  expect(fresh.row.reopened.at(-1)?.why).toBe('new-version');
  expect(restatementOf([closing], [fresh], 9)).toEqual({
    atMs: 9,
    weeks: 1,
    craftShareBefore: closing.row.figures.craftShare,
    craftShareAfter: fresh.row.figures.craftShare,
  });
  const same = restatedByVersion(closing, (o) => labelled('coordination', o.uid && 'title-words'), '2', 9);
  expect(same.row.reopened).toEqual([]);
  expect(restatementOf([closing], [same], 9)).toBeNull();
});

test('other settings are counted from what was kept, over the borders of the week too', () => {
  const sunday = entry('late', 'coordination', -10);
  const newYork = { ...load, zone: 'America/New_York', workingHours: { ...load.workingHours } };
  const counted = restatedBySettings(closing, [sunday], { load: newYork, track: 'own' }, 9);
  expect(counted.row.figures.zone).toBe('America/New_York');
  expect(counted.row.week).toBe(WEEK);
  expect(counted.entries.entries).toHaveLength(2);
  const sundayFirst = restatedBySettings(closing, [], { load: { ...load, weekStart: 7 }, track: 'own' }, 9);
  expect(sundayFirst.row.basis.load.weekStart).toBe(1);
  expect(sundayFirst.row.reopened).toEqual([]);
});

describe('what the calendar says later', () => {
  const all = () => true;

  test('is counted entry by entry: moved, gone, new', () => {
    const moved = { ...rows[0], endMs: MONDAY_9 + 3 * HOUR_MS } as (typeof rows)[number];
    const now = calendarNow(closing.entries.entries, [moved, entry('new', 'people', 5)], all);
    expect(now.changed).toBe(3);
    const would = restatedByCalendar(closing, now.occurrences, 9);
    expect(would.entries.entries.map((e) => e.uid)).toEqual(['sync', 'new']);
  });

  test('is no change where only our labels differ', () => {
    const relabelled = rows.map((row) => ({ ...row, label: labelled('people') }));
    expect(calendarNow(closing.entries.entries, relabelled, all).changed).toBe(0);
  });

  test('takes a source that cannot be asked any more at its last word', () => {
    const now = calendarNow(closing.entries.entries, [], (id) => id === 's');
    expect(now.changed).toBe(1);
    expect(now.occurrences.map((o) => o.uid)).toEqual(['review']);
  });
});

test('a source leaves with its weeks, or without its titles', () => {
  expect(withoutSource(closing, 'other', 9)?.entries.entries.map((e) => e.uid)).toEqual(['sync']);
  const alone = closeWeek(WEEK, [entry('sync', 'people')], basis, 5);
  expect(withoutSource(alone, 's', 9)).toBeNull();
  const bare = withoutTitlesOf(closing.entries.entries, 's');
  expect(bare.map((e) => e.title)).toEqual(['', 'Meeting']);
  // Its row is kept as it is. Counted from what is left, all is the same but the range: that two entries bear one
  // title, and are read alike, cannot be seen any more.
  const { craftShareRange: _, ...figures } = closeWeek(WEEK, bare, basis, 5).row.figures;
  expect(closing.row.figures).toMatchObject(figures);
});

test('counted again from its own entries, any week is byte for byte what it was', () => {
  fc.assert(
    fc.property(anyOccurrences('Europe/Berlin', WEEK), (list) => {
      const one = closeWeek(WEEK, list, basis, 5);
      const again = restatedByCalendar(one, one.entries.entries, 9);
      expect(JSON.stringify(again)).toBe(JSON.stringify(one));
      const labels = new Map(one.entries.entries.map((e) => [e.key, e.label]));
      expect(restatedByHand(one, (o) => labels.get(o.key) ?? labelled('people'), 9)).toBeNull();
    }),
    { numRuns: 60 },
  );
});
