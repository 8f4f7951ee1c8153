import { describe, expect, test, vi } from 'vitest';
import type { Correction } from '../../src/calendar/correction.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import type { LabelWith } from '../../src/store/store.ts';
import { relabelAll, relabelScope } from '../../src/sync/relabel.ts';
import { weekSummaries, weekSummary, weekToday } from '../../src/sync/week-summaries.ts';
import { DAY_MS } from '../../src/time/interval.ts';
import { addWeeks } from '../../src/time/week.ts';
import {
  ALWAYS,
  labelByCorrections,
  labelled,
  MONDAY_9,
  occurrence,
  storeWithCalendar,
  write,
} from './fixtures.ts';

function correction(scope: Correction['scope'], verdict: Correction['verdict'], madeMs = 1): Correction {
  const example = { title: 'Meeting', people: 3, recurring: 'none' };
  return { id: `k${madeMs}`, madeMs, scope, verdict, example };
}

describe('a correction', () => {
  test('of one occurrence changes that one and says so', async () => {
    const store = await storeWithCalendar();
    const a = occurrence({ uid: 'series', startMs: MONDAY_9 });
    const b = occurrence({ uid: 'series', startMs: MONDAY_9 + 7 * DAY_MS });
    await write(store, [a, b]);
    const made = correction({ kind: 'occurrence', key: a.key }, 'learning');
    await store.addCorrection(made);
    expect(await relabelScope(store, made, labelByCorrections)).toEqual({ changed: 1 });
    expect((await store.occurrences(ALWAYS)).map((o) => o.label.activity)).toEqual([
      'learning',
      'coordination',
    ]);
  });

  test('of a series or a title changes all of it; undone, all goes back', async () => {
    const store = await storeWithCalendar();
    const rows = Array.from({ length: 1200 }, (_, i) =>
      occurrence({
        uid: i % 2 ? 'odd' : 'even',
        startMs: MONDAY_9 + i * DAY_MS,
        title: i % 3 ? 'Sync' : 'Review',
      }),
    );
    await write(store, rows);
    const series = correction({ kind: 'series', uid: 'odd' }, 'people', 1);
    await store.addCorrection(series);
    expect(await relabelScope(store, series, labelByCorrections)).toEqual({ changed: 600 });
    const title = correction({ kind: 'title', title: 'review' }, 'ignore', 2);
    await store.addCorrection(title);
    expect(await relabelScope(store, title, labelByCorrections)).toEqual({ changed: 400 });
    expect(await store.removeCorrection('k2')).toEqual(title);
    expect(await relabelScope(store, title, labelByCorrections)).toEqual({ changed: 400 });
    await store.removeCorrection('k1');
    expect(await relabelAll(store, labelByCorrections)).toEqual({ changed: 600 });
    expect((await store.occurrences(ALWAYS)).every((o) => o.label.activity === 'coordination')).toBe(true);
    expect(await relabelAll(store, labelByCorrections)).toEqual({ changed: 0 });
  });

  test('that is not there cannot be undone', async () => {
    const store = await storeWithCalendar();
    expect(await store.removeCorrection('never')).toBeNull();
    expect(await store.removeRule('never')).toBeNull();
  });

  test('goes on over the rows where it was cut short', async () => {
    const store = await storeWithCalendar();
    const rows = Array.from({ length: 30 }, (_, i) => occurrence({ uid: `u${i}`, startMs: MONDAY_9 + i }));
    await write(store, rows);
    await store.addCorrection(correction({ kind: 'title', title: 'meeting' }, 'people'));
    expect(await store.relabelNext(10, labelByCorrections)).toEqual({ changed: 10, done: false });
    expect((await store.labelsState()).pendingAfter).not.toBeNull();
    expect(await relabelAll(store, labelByCorrections)).toEqual({ changed: 20 });
    expect((await store.labelsState()).pendingAfter).toBeNull();
  });
});

test('a correction of a title is answered at once, from the rows that share it alone', async () => {
  const store = await storeWithCalendar();
  const rows = Array.from({ length: 300 }, (_, i) =>
    occurrence({
      uid: `u${i}`,
      startMs: MONDAY_9 + i,
      title: i % 100 === 0 ? `Café  Review ${i}` : `Other ${i}`,
    }),
  );
  await write(store, rows);
  const title = correction({ kind: 'title', title: 'cafe review 7' }, 'people');
  await store.addCorrection(title);
  const looked = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const found = vi.spyOn(IDBIndex.prototype, 'getAll');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const sameTitle: LabelWith = () => (o) => labelled(o.title.startsWith('Café') ? 'people' : 'coordination');
  expect(await relabelScope(store, title, sameTitle)).toEqual({ changed: 3 });
  const ofRows = (objects: unknown): boolean => (objects as IDBObjectStore).name === 'occurrences';
  expect(looked.mock.contexts.filter(ofRows)).toEqual([]);
  expect(found.mock.contexts.map((index) => (index as IDBIndex).name)).toEqual(['titleKey']);
  expect(put.mock.contexts.filter(ofRows)).toHaveLength(3);
  vi.restoreAllMocks();
});

test('rules keep their order, also when one is replaced by a backup', async () => {
  const store = await storeWithCalendar();
  const rule = (id: string, value: string) => ({ id, field: 'title', value, verdict: 'people' }) as const;
  await store.addRule(rule('b', 'first'));
  await store.addRule(rule('a', 'second'));
  await store.addChoices({ corrections: [], rules: [rule('c', 'third'), rule('b', 'first, changed')] });
  expect((await store.rules()).map((r) => r.value)).toEqual(['first, changed', 'second', 'third']);
});

test('rules change places with their neighbours, and keep them when their words change', async () => {
  const store = await storeWithCalendar();
  const rule = (id: string, value: string) => ({ id, field: 'title', value, verdict: 'people' }) as const;
  for (const id of ['a', 'b', 'c']) await store.addRule(rule(id, id));
  const order = async (): Promise<string> => (await store.rules()).map((r) => r.value).join(' ');
  expect(await store.moveRule('c', -1)).toBe(true);
  expect(await order()).toBe('a c b');
  expect(await store.moveRule('a', -1)).toBe(false);
  expect(await store.moveRule('never', 1)).toBe(false);
  expect(await store.changeRule(rule('c', 'other words'))).toBe(true);
  expect(await store.changeRule(rule('never', 'x'))).toBe(false);
  expect(await order()).toBe('a other words b');
});

test('labels are expected anew once for each thing that decides them', async () => {
  const store = await storeWithCalendar();
  expect(await store.expectLabels('v1')).toBe(true);
  expect(await store.expectLabels('v1')).toBe(false);
  await relabelAll(store, labelByCorrections);
  expect((await store.labelsState()).pendingAfter).toBeNull();
  expect(await store.expectLabels('v2')).toBe(true);
  expect((await store.labelsState()).pendingAfter).toBe('');
});

describe('computed weeks', () => {
  const settings = defaultLoadSettings('Europe/Berlin');
  const weeks = ['2026-11-09', '2026-11-16', '2026-11-23'];
  const stored = async (store: Awaited<ReturnType<typeof storeWithCalendar>>): Promise<string[]> =>
    (await store.weeks()).map((w) => w.week);

  test('stay until something touches them, and only those touched are computed anew', async () => {
    const store = await storeWithCalendar();
    await write(store, [occurrence({ uid: 'a' })]);
    await weekSummaries(store, weeks, settings);
    expect(await stored(store)).toEqual(weeks);
    expect((await store.weeks())[1]).toMatchObject({ week: '2026-11-16', countedOccurrences: 1 });
    await write(store, [occurrence({ uid: 'a' })]);
    expect(await stored(store)).toEqual(weeks);
    await write(store, [occurrence({ uid: 'b', startMs: MONDAY_9 + 7 * DAY_MS })]);
    expect(await stored(store)).toEqual(['2026-11-09', '2026-11-16']);
    const moved = {
      ...occurrence({ uid: 'a' }),
      startMs: MONDAY_9 - 7 * DAY_MS,
      endMs: MONDAY_9 - 6 * DAY_MS,
    };
    await weekSummaries(store, weeks, settings);
    await write(store, [moved]);
    expect(await stored(store)).toEqual(['2026-11-23']);
  });

  test('of an all-day entry are those that it may lie in, whatever the zone', async () => {
    const store = await storeWithCalendar();
    await weekSummaries(store, weeks, settings);
    const startMs = Date.UTC(2026, 10, 16);
    const allDay = { start: '2026-11-16', end: '2026-11-17' };
    await write(store, [occurrence({ uid: 'd', startMs, endMs: startMs + DAY_MS, allDay })]);
    expect(await stored(store)).toEqual(['2026-11-23']);
  });

  test('are computed anew for other settings and for a changed label', async () => {
    const store = await storeWithCalendar();
    await write(store, [occurrence({ uid: 'a' })]);
    const before = await weekToday(store, '2026-11-16', settings);
    const shorter = await weekToday(store, '2026-11-16', { ...settings, focusMinutes: 60 });
    expect(shorter.fingerprint).not.toBe(before.fingerprint);
    expect(await stored(store)).toEqual(['2026-11-16']);
    const made = correction({ kind: 'series', uid: 'a' }, 'learning');
    await store.addCorrection(made);
    await relabelScope(store, made, labelByCorrections);
    expect(await stored(store)).toEqual([]);
    const after = await weekSummary(store, '2026-11-16', settings);
    expect(after.minutes.craftBooked).toBe(60);
    expect(before.minutes.craftBooked).toBe(0);
  });

  test('leave out the calendars that do not count', async () => {
    const store = await storeWithCalendar();
    await store.putSource({ id: 's', kind: 'ics-file', name: 'work.ics' }, 1);
    await write(store, [occurrence({ uid: 'a' })]);
    expect((await weekSummary(store, '2026-11-16', settings)).countedOccurrences).toBe(1);
    await store.setCalendar('s', 'c', { role: 'off' });
    expect((await weekSummary(store, '2026-11-16', settings)).countedOccurrences).toBe(0);
  });

  test('survive entries of absurd years', async () => {
    const store = await storeWithCalendar();
    await weekSummaries(store, [addWeeks('2026-11-16', 0)], settings);
    const window = { startMs: -8.64e15, endMs: 8.64e15 };
    const ancient = occurrence({ uid: 'ancient', startMs: -8e15, endMs: 8e15 });
    await write(store, [ancient], { window });
    expect(await stored(store)).toEqual([]);
  });
});

test('a correction that was made while the clock was ahead does not beat those made after it', async () => {
  const store = await storeWithCalendar();
  await write(store, [occurrence({ uid: 'a', title: 'a' })]);
  const correction = (id: string, madeMs: number, verdict: 'people' | 'learning' | 'direction') => ({
    id,
    madeMs,
    scope: { kind: 'title', title: 'a' } as const,
    verdict,
    example: { title: 'a', people: 3, recurring: 'none' },
  });
  await store.addCorrection(correction('first', 10, 'direction'));
  await store.addCorrection(correction('ahead', 9_000_000, 'people'));
  await store.addCorrection(correction('later', 20, 'learning'));
  expect((await store.corrections()).map((c) => c.id)).toEqual(['first', 'ahead', 'later']);
  await relabelAll(store, labelByCorrections);
  expect((await store.series('a'))[0]?.label.activity).toBe('learning');
});
