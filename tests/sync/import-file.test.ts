import { describe, expect, test } from 'vitest';
import { SourceError } from '../../src/calendar/source-error.ts';
import { fileReader } from '../../src/sources/file/file-reader.ts';
import { bounded, type ReadFile } from '../../src/sources/file/read-file.ts';
import type { Store } from '../../src/store/store.ts';
import { type ImportRun, importFile, importWaiting } from '../../src/sync/import-file.ts';
import { syncSources } from '../../src/sync/sync.ts';
import { DAY_MS, overlaps } from '../../src/time/interval.ts';
import { ALWAYS, freshStore, labelByCorrections, MONDAY_9, occurrence } from '../store/fixtures.ts';
import { Killed, killEverywhere } from './killable.ts';

/** Reads files whose lines are `day title`; refuses those that do not begin with CAL. */
const readLines: ReadFile = async (text, options) => {
  const [head, ...lines] = text.split('\n');
  if (head !== 'CAL') throw new SourceError('not-a-calendar', 'no calendar in it');
  const { sourceId, calendarId, window } = options;
  const occurrences = lines.map((line) => {
    const [day = '0', title = ''] = line.split(' ');
    return occurrence({ sourceId, calendarId, uid: title, title, startMs: MONDAY_9 + Number(day) * DAY_MS });
  });
  return {
    occurrences: occurrences.filter((o) => overlaps(o, window)),
    problems: [{ code: 'broken-event', message: 'one is broken', line: 3 }],
    calendar: {},
  };
};

function run(store: Store, more: Partial<ImportRun> = {}): ImportRun {
  return {
    store,
    read: readLines,
    label: labelByCorrections,
    context: { ownAddresses: [], zone: 'UTC' },
    now: () => MONDAY_9,
    ...more,
  };
}

async function importText(store: Store, name: string, text: string, replaces?: string) {
  const inboxId = await store.putInbox({ name, text, ...(replaces === undefined ? {} : { replaces }) });
  return importFile(run(store), inboxId);
}

const titles = async (store: Store): Promise<string[]> =>
  (await store.occurrences(ALWAYS)).map((o) => o.title).sort();

describe('a file', () => {
  test('becomes a source with its calendar, its problems and its raw text', async () => {
    const store = freshStore();
    const outcome = await importText(store, 'work.ics', 'CAL\n0 Standup\n1 Review');
    expect(outcome).toMatchObject({ ok: true, occurrences: 2, problems: 1 });
    const [source] = await store.sources();
    expect(source).toMatchObject({ kind: 'ics-file', name: 'work.ics', syncedMs: MONDAY_9, trouble: null });
    expect(await store.calendars()).toMatchObject([{ name: 'work', role: 'work' }]);
    expect(await store.problems(source?.id ?? '')).toMatchObject({ total: 1 });
    expect(await store.file(source?.id ?? '')).toMatchObject({ text: 'CAL\n0 Standup\n1 Review' });
  });

  test('of the same name replaces exactly what the earlier one brought; choices and corrections stay', async () => {
    const store = freshStore();
    await importText(store, 'other.ics', 'CAL\n0 Elsewhere');
    await importText(store, 'work.ics', 'CAL\n0 Standup\n1 Review');
    const source = (await store.sources()).find((s) => s.name === 'work.ics');
    const sourceId = source?.id ?? '';
    await store.setCalendar(sourceId, 'calendar', { defaultActivity: 'learning' });
    await store.addCorrection({
      id: 'k',
      madeMs: 1,
      scope: { kind: 'title', title: 'Review' },
      verdict: 'people',
      example: { title: 'Review', people: 2, recurring: 'none' },
    });
    const again = await importText(store, 'work.ics', 'CAL\n1 Review\n2 Planning');
    expect(again).toMatchObject({ ok: true, sourceId });
    expect(await titles(store)).toEqual(['Elsewhere', 'Planning', 'Review']);
    const labels = new Map((await store.occurrences(ALWAYS)).map((o) => [o.title, o.label.activity]));
    expect(labels.get('Review')).toBe('people');
    expect(labels.get('Planning')).toBe('learning');
    expect((await store.sources()).map((s) => s.addedMs)).toEqual([MONDAY_9, MONDAY_9]);
  });

  test('of another name replaces the source that the user chose', async () => {
    const store = freshStore();
    const first = await importText(store, 'work-2026-11.ics', 'CAL\n0 Standup');
    const sourceId = first.ok ? first.sourceId : '';
    await importText(store, 'work-2026-12.ics', 'CAL\n0 Retro', sourceId);
    expect(await titles(store)).toEqual(['Retro']);
    expect((await store.sources()).map((s) => [s.id, s.name])).toEqual([[sourceId, 'work-2026-12.ics']]);
    const lost = await importText(store, 'x.ics', 'CAL\n0 Other', 'file-gone');
    expect(lost).toMatchObject({ ok: false, code: 'gone' });
  });

  test('that is none is refused with its code, and what was there stays', async () => {
    const store = freshStore();
    await importText(store, 'work.ics', 'CAL\n0 Standup');
    const inboxId = await store.putInbox({ name: 'work.ics', text: '<html>' });
    const refused = { ok: false, code: 'not-a-calendar', message: 'no calendar in it' };
    expect(await importFile(run(store), inboxId)).toEqual(refused);
    // Asked again, as after a lost answer, it says the same and reads nothing.
    expect(await importFile(run(store), inboxId)).toEqual(refused);
    expect(await titles(store)).toEqual(['Standup']);
    expect((await store.inboxRow(inboxId))?.text).toBe('');
  });

  test('sends the sample away', async () => {
    const store = freshStore();
    await store.putSource({ id: 'sample', kind: 'sample', name: 'Sample' }, 1);
    await importText(store, 'work.ics', 'CAL\n0 Standup');
    expect((await store.sources()).map((s) => s.kind)).toEqual(['ics-file']);
  });

  test('asked for twice is imported once, with one answer', async () => {
    const store = freshStore();
    const inboxId = await store.putInbox({ name: 'work.ics', text: 'CAL\n0 Standup' });
    const first = await importFile(run(store), inboxId);
    const reads: string[] = [];
    const again = await importFile(
      run(store, {
        read: (text, options) => {
          reads.push(text);
          return readLines(text, options);
        },
      }),
      inboxId,
    );
    expect(again).toEqual(first);
    expect(reads).toEqual([]);
    expect(await importFile(run(store), 'never-put')).toMatchObject({ ok: false, code: 'no-such-file' });
    await store.forgetInbox(MONDAY_9 + 1);
    expect(await store.inboxRow(inboxId)).toBeNull();
  });
});

test('killed before or after any write of an import, the file is imported once', async () => {
  const deaths = await killEverywhere(async (life) => {
    const store = freshStore();
    await importText(store, 'work.ics', 'CAL\n0 Standup\n1 Review');
    const inboxId = await store.putInbox({ name: 'work.ics', text: 'CAL\n1 Review\n2 Planning' });
    try {
      await importFile(run(life.store(store)), inboxId);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      // Whole or not at all, at every moment.
      expect([
        ['Planning', 'Review'],
        ['Review', 'Standup'],
      ]).toContainEqual(await titles(store));
    }
    await importWaiting(run(store));
    expect(await titles(store)).toEqual(['Planning', 'Review']);
    expect(await store.sources()).toHaveLength(1);
    expect(await importFile(run(store), inboxId)).toMatchObject({ ok: true, occurrences: 2 });
    store.close();
  });
  expect(deaths).toBe(6);
});

test('an imported file is read anew when the window has moved or the zone has changed, and only then', async () => {
  const store = freshStore();
  await importText(store, 'work.ics', 'CAL\n0 Standup\n200 Later');
  expect(await titles(store)).toEqual(['Standup']);
  let reads = 0;
  const sync = async (nowMs: number, zone: string) => {
    const read: ReadFile = (text, options) => {
      reads++;
      return readLines(text, options);
    };
    return syncSources({
      store,
      readerOf: async (source) => fileReader(source, store, read, { ownAddresses: [], zone }),
      label: labelByCorrections,
      now: () => nowMs,
      zone,
      locks: null,
      holder: `h${reads}`,
    });
  };
  await sync(MONDAY_9 + DAY_MS, 'UTC');
  expect(reads).toBe(0);
  await sync(MONDAY_9 + 150 * DAY_MS, 'UTC');
  expect(reads).toBe(1);
  expect(await titles(store)).toEqual(['Later', 'Standup']);
  await sync(MONDAY_9 + 150 * DAY_MS, 'Asia/Tokyo');
  expect(reads).toBe(2);
  expect((await store.sources())[0]?.trouble).toBeNull();
});

test('a file that was replaced while the older one was being read anew is what is shown', async () => {
  const store = freshStore();
  await importText(store, 'work.ics', 'CAL\n0 Old');
  const reading = Promise.withResolvers<void>();
  const replaced = Promise.withResolvers<void>();
  const slow: ReadFile = async (text, options) => {
    reading.resolve();
    await replaced.promise;
    return readLines(text, options);
  };
  const syncing = syncSources({
    store,
    // Another zone, so that the old file is read anew.
    readerOf: async (source) => fileReader(source, store, slow, { ownAddresses: [], zone: 'Asia/Tokyo' }),
    label: labelByCorrections,
    now: () => MONDAY_9,
    zone: 'Asia/Tokyo',
    locks: null,
    holder: 'h',
  });
  await reading.promise;
  const inboxId = await store.putInbox({ name: 'work.ics', text: 'CAL\n0 New' });
  await importFile(run(store, { now: () => MONDAY_9 + 1 }), inboxId);
  replaced.resolve();
  expect((await syncing).sources[0]).toMatchObject({ moved: 1, trouble: null });
  expect(await titles(store)).toEqual(['New']);
});

test('of a file with too much in it the latest are kept, and it is said', () => {
  const occurrences = [3, 1, 2].map((day) =>
    occurrence({ uid: `d${day}`, startMs: MONDAY_9 + day * DAY_MS }),
  );
  const result = { occurrences, problems: [], calendar: {} };
  expect(bounded(result, 3)).toBe(result);
  const kept = bounded(result, 2);
  expect(kept.occurrences.map((o) => o.uid)).toEqual(['d2', 'd3']);
  expect(kept.problems).toMatchObject([{ code: 'capped' }]);
});
