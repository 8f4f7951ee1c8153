import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Occurrence, uidOfKey } from '../../src/calendar/occurrence.ts';
import type { Store } from '../../src/store/store.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import {
  ALWAYS,
  freshStore,
  MONDAY_9,
  occurrence,
  storedKeys,
  storeWithCalendar,
  write,
} from './fixtures.ts';

const one = occurrence({ uid: 'one' });
const two = occurrence({ uid: 'two', startMs: MONDAY_9 + DAY_MS });
const three = occurrence({ uid: 'three', startMs: MONDAY_9 + 2 * DAY_MS });

describe('a page', () => {
  test('adds, changes and removes what it names, and counts each', async () => {
    const store = await storeWithCalendar();
    expect(await write(store, [one, two])).toEqual({ added: 2, changed: 0, removed: 0 });
    const moved = { ...two, title: 'Moved' };
    const done = await write(store, [one, moved, three], { removed: [one.key] });
    // Named as changed and removed in one page: it is there.
    expect(done).toEqual({ added: 1, changed: 1, removed: 0 });
    expect(await write(store, [], { removed: [one.key, 'never-there'] })).toMatchObject({ removed: 1 });
    expect((await store.occurrences(ALWAYS)).map((o) => o.title)).toEqual(['Moved', 'Meeting']);
  });

  test('is kept with its cursor, or neither is', async () => {
    const store = await storeWithCalendar();
    await write(store, [one], { cursor: { token: 'a' } });
    const foreign = occurrence({ calendarId: 'other', uid: 'x' });
    await expect(write(store, [two, foreign], { cursor: { token: 'b' } })).rejects.toMatchObject({
      code: 'bad-write',
    });
    expect(await store.cursor('s', 'c')).toEqual({ token: 'a' });
    expect(await storedKeys(store)).toEqual([one.key]);
    await write(store, [two], { cursor: null });
    expect(await store.cursor('s', 'c')).toBeNull();
  });

  test('is refused where the calendar no longer stands where it was read', async () => {
    const store = await storeWithCalendar();
    await write(store, [one], { cursor: { token: 'a' } });
    const late = write(store, [two], { behind: null, cursor: { token: 'b' } });
    await expect(late).rejects.toMatchObject({ code: 'moved' });
    expect(await store.cursor('s', 'c')).toEqual({ token: 'a' });
    expect(await storedKeys(store)).toEqual([one.key]);
  });

  test('that moves an occurrence out of the window takes it away', async () => {
    const store = await storeWithCalendar();
    const window = { startMs: MONDAY_9 - DAY_MS, endMs: MONDAY_9 + DAY_MS };
    await write(store, [one], { window });
    const later = { ...one, startMs: MONDAY_9 + 5 * DAY_MS, endMs: MONDAY_9 + 5 * DAY_MS + HOUR_MS };
    expect(await write(store, [later, three], { window })).toEqual({ added: 0, changed: 0, removed: 1 });
    expect(await storedKeys(store)).toEqual([]);
  });

  test('is refused for a source or calendar that has left, and by a run that was replaced', async () => {
    const store = await storeWithCalendar();
    await store.takeLease('new-run', 0, 1000);
    await expect(write(store, [one], { holder: 'old-run' })).rejects.toMatchObject({ code: 'lost-lease' });
    await store.putCalendars('s', []);
    await expect(write(store, [one])).rejects.toMatchObject({ code: 'gone' });
    await store.removeSource('s');
    await expect(write(store, [one])).rejects.toMatchObject({ code: 'gone' });
    expect(await storedKeys(store)).toEqual([]);
  });

  test('takes away what its own rule accepts, in its own calendar alone', async () => {
    const store = await storeWithCalendar();
    await store.putCalendars('s', [
      { id: 'c', name: 'Work' },
      { id: 'd', name: 'Other' },
    ]);
    const elsewhere = occurrence({ calendarId: 'd', uid: 'one' });
    await write(store, [one, two]);
    await write(store, [elsewhere], { calendarId: 'd' });
    await write(store, [], { removedWhere: (row) => row.uid === 'one' });
    expect(await storedKeys(store)).toEqual([two.key, elsewhere.key].sort());
  });
});

describe('a complete listing', () => {
  test('over several pages removes at its last page what no page held, and nothing before', async () => {
    const store = await storeWithCalendar();
    await write(store, [one, two, three]);
    await write(store, [two], { listing: { id: 'L', last: false }, cursor: 1 });
    expect(await storedKeys(store)).toHaveLength(3);
    await write(store, [], { listing: { id: 'L', last: true }, cursor: 2 });
    expect(await storedKeys(store)).toEqual([two.key]);
  });

  test('that was broken off leaves no mark on the next one', async () => {
    const store = await storeWithCalendar();
    await write(store, [one, two]);
    await write(store, [one], { listing: { id: 'first', last: false } });
    await write(store, [two], { listing: { id: 'second', last: true } });
    expect(await storedKeys(store)).toEqual([two.key]);
  });

  test('of a window leaves alone what lies outside of it', async () => {
    const store = await storeWithCalendar();
    await write(store, [one, two, three]);
    const window = { startMs: two.startMs, endMs: two.endMs };
    await write(store, [], { listing: { id: 'L', last: true, window } });
    expect(await storedKeys(store)).toEqual([one.key, three.key].sort());
  });

  test('makes the store equal to any list, whatever was there', async () => {
    const some = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(3)), { selector: ([n]) => n, maxLength: 40 });
    const make = ([n, title]: [number, number]): Occurrence =>
      occurrence({ uid: `u${n}`, startMs: MONDAY_9 + n * HOUR_MS, title: `t${title}` });
    await fc.assert(
      fc.asyncProperty(some, some, fc.integer({ min: 1, max: 15 }), async (before, after, size) => {
        const store = await storeWithCalendar();
        await write(store, before.map(make));
        const pages: Occurrence[][] = [];
        for (let i = 0; i < after.length; i += size) pages.push(after.slice(i, i + size).map(make));
        if (pages.length === 0) pages.push([]);
        for (const [i, page] of pages.entries()) {
          await write(store, page, { listing: { id: 'L', last: i === pages.length - 1 } });
        }
        const stored = (await store.occurrences(ALWAYS)).map(({ label: _, ...o }) => o);
        expect(stored).toEqual(after.map(make).sort((a, b) => a.startMs - b.startMs));
        store.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('occurrences of a window', () => {
  const at = async (store: Store, startMs: number, endMs: number): Promise<string[]> =>
    (await store.occurrences({ startMs, endMs })).map((o) => o.uid);

  test('are those that overlap it, half-open, however long', async () => {
    const store = await storeWithCalendar();
    const year = occurrence({ uid: 'year', startMs: MONDAY_9 - 300 * DAY_MS, endMs: MONDAY_9 + DAY_MS });
    const week = occurrence({ uid: 'week', startMs: MONDAY_9 - 7 * DAY_MS, endMs: MONDAY_9 + 1 });
    const instant = occurrence({ uid: 'instant', startMs: MONDAY_9, endMs: MONDAY_9 });
    await write(store, [one, two, year, week, instant]);
    expect(await at(store, MONDAY_9, MONDAY_9 + HOUR_MS)).toEqual(['year', 'week', 'instant', 'one']);
    expect(await at(store, MONDAY_9 + HOUR_MS, MONDAY_9 + DAY_MS)).toEqual(['year']);
    expect(await at(store, MONDAY_9 - HOUR_MS, MONDAY_9)).toEqual(['year', 'week']);
    expect(await at(store, MONDAY_9 + HOUR_MS, MONDAY_9)).toEqual([]);
  });

  test('are found 26 hours further where their times follow the zone', async () => {
    const store = await storeWithCalendar();
    const date = { start: '2026-11-16', end: '2026-11-17' };
    const startMs = Date.UTC(2026, 10, 16);
    const day = occurrence({ uid: 'day', startMs, endMs: startMs + DAY_MS, allDay: date });
    const floating = occurrence({
      uid: 'floating',
      startMs: startMs + 9 * HOUR_MS,
      endMs: startMs + 10 * HOUR_MS,
      floating: { start: '2026-11-16T09:00:00', end: '2026-11-16T10:00:00' },
    });
    await write(store, [day, floating]);
    expect(await at(store, startMs - 3 * HOUR_MS, startMs - 2 * HOUR_MS)).toEqual(['day', 'floating']);
    expect(await at(store, startMs + 49 * HOUR_MS, startMs + 49.5 * HOUR_MS)).toEqual(['day']);
    expect(await at(store, startMs + 50 * HOUR_MS, startMs + 51 * HOUR_MS)).toEqual([]);
  });

  test('agree with a plain look at every one', async () => {
    const hours = fc.integer({ min: -2000, max: 2000 });
    const entry = fc.tuple(hours, fc.oneof(fc.nat(10), fc.nat(3000)));
    const any = fc.tuple(fc.array(entry, { maxLength: 30 }), hours, fc.nat(300));
    await fc.assert(
      fc.asyncProperty(any, async ([entries, from, length]) => {
        const store = await storeWithCalendar();
        const all = entries.map(([start, hoursLong], i) => {
          const startMs = MONDAY_9 + start * HOUR_MS;
          return occurrence({ uid: `u${i}`, startMs, endMs: startMs + hoursLong * HOUR_MS });
        });
        await write(store, all);
        const startMs = MONDAY_9 + from * HOUR_MS;
        const endMs = startMs + length * HOUR_MS;
        const plain = all.filter(
          (o) =>
            (o.startMs < endMs && o.endMs > startMs && length > 0) ||
            (o.startMs === o.endMs && o.startMs >= startMs && o.startMs < endMs),
        );
        expect((await at(store, startMs, endMs)).sort()).toEqual(plain.map((o) => o.uid).sort());
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a source', () => {
  test('leaves with everything that came from it, and with nothing else', async () => {
    const store = await storeWithCalendar();
    await write(store, [one], { cursor: 1 });
    await store.putSource({ id: 's2', kind: 'google', name: 'other' }, 2);
    await store.putCalendars('s2', [{ id: 'c', name: 'Work' }]);
    const theirs = occurrence({ sourceId: 's2', uid: 'one' });
    await write(store, [theirs], { sourceId: 's2', cursor: 2 });
    expect(await store.removeSource('s')).toEqual({ removed: 1 });
    expect((await store.sources()).map((s) => s.id)).toEqual(['s2']);
    expect((await store.calendars()).map((c) => c.sourceId)).toEqual(['s2']);
    expect(await storedKeys(store)).toEqual([theirs.key]);
    expect(await store.cursor('s', 'c')).toBeNull();
    expect(await store.cursor('s2', 'c')).toBe(2);
  });

  test('keeps the first time of its trouble, until it is read', async () => {
    const store = await storeWithCalendar();
    const fail = (code: string, nowMs: number) => store.sourceFailed('s', { code, nowMs });
    await fail('no-network', 10);
    await fail('no-network', 20);
    expect((await store.sources())[0]?.trouble).toEqual({ code: 'no-network', sinceMs: 10 });
    await fail('token-expired', 30);
    expect((await store.sources())[0]?.trouble).toEqual({ code: 'token-expired', sinceMs: 30 });
    await store.sourceRead('s', 40);
    expect((await store.sources())[0]).toMatchObject({ trouble: null, syncedMs: 40 });
  });

  test('keeps what the user chose for its calendars, and drops those that left', async () => {
    const store = await storeWithCalendar();
    await write(store, [one], { cursor: 1 });
    await store.setCalendar('s', 'c', { defaultActivity: 'people' });
    const found = [
      { id: 'c', name: 'Renamed' },
      { id: 'new', name: 'New', selected: false },
    ];
    await store.putCalendars('s', found);
    expect(await store.calendars()).toEqual([
      { sourceId: 's', id: 'c', name: 'Renamed', role: 'work', roleGuessed: true, defaultActivity: 'people' },
      { sourceId: 's', id: 'new', name: 'New', role: 'off', roleGuessed: true },
    ]);
    await store.putCalendars('s', [{ id: 'new', name: 'New' }]);
    expect((await store.calendars()).map((c) => [c.id, c.role])).toEqual([['new', 'off']]);
    expect(await storedKeys(store)).toEqual([]);
  });

  test('that is read calendar by calendar forgets a deselected one; a file keeps it', async () => {
    const store = await storeWithCalendar();
    await write(store, [one], { cursor: 1 });
    await store.setCalendar('s', 'c', { role: 'off' });
    expect(await storedKeys(store)).toEqual([]);
    expect(await store.cursor('s', 'c')).toBeNull();

    const files = freshStore();
    await files.putSource({ id: 's', kind: 'ics-file', name: 'work.ics' }, 1);
    await files.putCalendars('s', [{ id: 'c', name: 'Work' }]);
    await write(files, [one]);
    await files.setCalendar('s', 'c', { role: 'off' });
    expect(await storedKeys(files)).toEqual([one.key]);
  });
});

test('everything leaves at once, and nothing is remembered of it', async () => {
  const store = await storeWithCalendar();
  await write(store, [one, two], { cursor: 1 });
  const inboxId = await store.putInbox({ name: 'a.ics', text: 'x' });
  await store.putSummary({ week: '2026-11-16', state: 'shown', atMs: 1 });
  await store.addRule({ id: 'r', field: 'title', value: 'x', verdict: 'ignore' });
  expect(await store.clear()).toEqual({ removed: 2 });
  expect(await store.sources()).toEqual([]);
  expect(await store.calendars()).toEqual([]);
  expect(await store.rules()).toEqual([]);
  expect(await storedKeys(store)).toEqual([]);
  expect(await store.inboxRow(inboxId)).toBeNull();
  expect(await store.summaries()).toEqual([]);
  expect(await store.wanted()).toEqual([]);
});

test('the lease is one holder’s until it runs out', async () => {
  const store = freshStore();
  expect(await store.takeLease('a', 0, 100)).toBe(true);
  expect(await store.takeLease('b', 50, 150)).toBe(false);
  expect(await store.takeLease('a', 60, 160)).toBe(true);
  expect(await store.takeLease('b', 160, 260)).toBe(true);
  await store.dropLease('a');
  expect(await store.takeLease('a', 170, 270)).toBe(false);
  await store.dropLease('b');
  expect(await store.takeLease('a', 170, 270)).toBe(true);
  expect(await store.takeLease('c', 171, 271, true)).toBe(true);
});

test('labels are decided in the transaction that writes the page', async () => {
  const store = await storeWithCalendar();
  await store.addCorrection({
    id: 'k',
    madeMs: 1,
    scope: { kind: 'series', uid: 'one' },
    verdict: 'deep-work',
    example: { title: 'Meeting', people: 3, recurring: 'none' },
  });
  await write(store, [one, two]);
  expect((await store.occurrences(ALWAYS)).map((o) => o.label.activity)).toEqual([
    'deep-work',
    'coordination',
  ]);
});

test('a page that says by the key which rows are gone reads those alone', async () => {
  const store = await storeWithCalendar();
  const rows = Array.from({ length: 400 }, (_, i) =>
    occurrence({ uid: `u${i % 200}`, startMs: MONDAY_9 + i }),
  );
  await write(store, rows);
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const one = vi.spyOn(IDBObjectStore.prototype, 'get');
  const isRow = (objects: unknown): boolean => (objects as IDBObjectStore).name === 'occurrences';
  const done = await write(store, [occurrence({ uid: 'u7', startMs: MONDAY_9 + 7, title: 'Moved' })], {
    removedWhere: (row) => row.uid === 'u7',
    removedKeys: (key) => uidOfKey(key) === 'u7',
  });
  expect(done).toEqual({ added: 0, changed: 1, removed: 1 });
  // Of 400 rows the two of that event: 1/200.
  expect(all.mock.contexts.filter(isRow)).toEqual([]);
  expect(one.mock.contexts.filter(isRow)).toHaveLength(2);
  vi.restoreAllMocks();
  expect(await store.series('u7')).toHaveLength(1);
});
