import { describe, expect, test } from 'vitest';
import type { ReadFile } from '../../src/sources/file/read-file.ts';
import type { Store } from '../../src/store/store.ts';
import { type ImportRun, importFile, importWaiting } from '../../src/sync/import-file.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { ALWAYS, freshStore, labelByCorrections, MONDAY_9, occurrence } from '../store/fixtures.ts';
import { Killed, killEverywhere } from './killable.ts';
import { refusingPut } from './refusing.ts';

/** Reads a file that is a number: so many events, one an hour. */
const readCount: ReadFile = async (text, { sourceId, calendarId }) => ({
  occurrences: Array.from({ length: Number(text) }, (_, i) =>
    occurrence({
      sourceId,
      calendarId,
      uid: `e${i}`,
      title: `e${i}`,
      startMs: MONDAY_9 + (i % 900) * HOUR_MS,
    }),
  ),
  problems: [],
  calendar: {},
});

function run(store: Store, more: Partial<ImportRun> = {}): ImportRun {
  const context = { ownAddresses: [], zone: 'UTC' };
  return { store, read: readCount, label: labelByCorrections, context, now: () => MONDAY_9, ...more };
}

const seen = async (store: Store): Promise<number> => (await store.occurrences(ALWAYS)).length;
const putFile = (store: Store, count: number): Promise<string> =>
  store.putInbox({ name: 'work.ics', text: String(count) });

describe('a large file', () => {
  test('is written in batches of 500, and seen by nobody before all of it is there', async () => {
    const store = freshStore();
    const batches: number[] = [];
    const views: number[] = [];
    const importRows: Store['importRows'] = async (batch, label) => {
      batches.push(batch.labelled.length);
      const done = await store.importRows(batch, label);
      views.push(await seen(store), (await store.calendars()).length);
      return done;
    };
    await importFile(run({ ...store, importRows }), await putFile(store, 1200));
    expect(batches).toEqual([500, 500, 200]);
    expect(new Set(views)).toEqual(new Set([0]));
    expect(await seen(store)).toBe(1200);
    expect(await store.progress()).toEqual([]);
  });

  test('is labelled by what the user said while it came', async () => {
    const store = freshStore();
    await importFile(run(store), await store.putInbox({ name: 'other.ics', text: '1' }));
    const [other] = await store.occurrences(ALWAYS);
    const importRows: Store['importRows'] = async (batch, label) => {
      const scope = { kind: 'title', title: 'e700' } as const;
      const example = { title: 'e700', people: 3, recurring: 'none' };
      await store.addCorrection({ id: 'c', madeMs: 1, scope, verdict: 'people', example });
      return store.importRows(batch, label);
    };
    await importFile(run({ ...store, importRows }), await putFile(store, 1200));
    expect(other?.title).toBe('e0');
    expect((await store.series('e700'))[0]?.label.activity).toBe('people');
  });

  test('given again with less takes away what it has no more', async () => {
    const store = freshStore();
    await importFile(run(store), await putFile(store, 1700));
    await importFile(run(store), await putFile(store, 3));
    expect(await seen(store)).toBe(3);
    await importFile(run(store), await putFile(store, 600));
    expect(await seen(store)).toBe(600);
  });

  test('cancelled between two batches is refused the next one, and what had come is swept', async () => {
    const store = freshStore();
    const inboxId = await putFile(store, 1200);
    const importRows: Store['importRows'] = async (batch, label) => {
      const done = await store.importRows(batch, label);
      await store.refuseInbox(inboxId, 'cancelled', 'by hand', MONDAY_9);
      return done;
    };
    const outcome = await importFile(run({ ...store, importRows }), inboxId);
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await store.sources()).toEqual([]);
    expect(await seen(store)).toBe(0);
    while (!(await store.sweep()).done);
    await store.putSource({ id: `file-${inboxId}`, kind: 'ics-file', name: 'x' }, 1);
    expect(await seen(store)).toBe(0);
  });

  test('deleted with everything while it comes leaves nothing behind', async () => {
    const store = freshStore();
    const importRows: Store['importRows'] = async (batch, label) => {
      const done = await store.importRows(batch, label);
      await store.clear();
      return done;
    };
    const outcome = await importFile(run({ ...store, importRows }), await putFile(store, 1200));
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
    expect([await store.sources(), await store.inbox(), await seen(store)]).toEqual([[], [], 0]);
  });

  test('removed while it comes again stays removed', async () => {
    const store = freshStore();
    await importFile(run(store), await putFile(store, 1200));
    const [source] = await store.sources();
    const dropOthers: Store['dropOthers'] = async (...args) => {
      await store.removeSource(source?.id ?? '');
      return store.dropOthers(...args);
    };
    await importFile(run({ ...store, dropOthers }), await putFile(store, 1300));
    await importWaiting(run(store));
    expect([await store.sources(), await seen(store)]).toEqual([[], 0]);
  });

  test('killed at any batch goes on, and is there once', async () => {
    await killEverywhere(async (life) => {
      const store = freshStore();
      const inboxId = await putFile(store, 1200);
      await importFile(run(life.store(store)), inboxId).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await importWaiting(run(store));
      expect(await seen(store)).toBe(1200);
      expect(await store.sources()).toHaveLength(1);
      store.close();
    });
  });
});

describe('a file that cannot be kept', () => {
  test('is set aside after two attempts, with the reason, and tried again by hand', async () => {
    const store = freshStore();
    const inboxId = await putFile(store, 3);
    for (let i = 0; i < 2; i++) {
      await refusingPut(1, () => importWaiting(run(store)).catch(() => undefined));
      expect((await store.inboxRow(inboxId))?.setAside).toBeUndefined();
    }
    expect(await importFile(run(store), inboxId, { byHand: false })).toMatchObject({ code: 'set-aside' });
    expect(await store.inboxRow(inboxId)).toMatchObject({ setAside: 'QuotaExceededError', text: '3' });
    expect(await importWaiting(run(store))).toBe(0);
    expect(await importFile(run(store), inboxId)).toMatchObject({ ok: true, occurrences: 3 });
  });

  test('does not stop the others that wait', async () => {
    const store = freshStore();
    await store.putInbox({ name: 'bad.ics', text: '3' });
    await store.putInbox({ name: 'good.ics', text: '4' });
    const read: ImportRun['read'] = (text, options) => {
      if (options.fileName === 'bad.ics' && text === '3') throw new Error('broken');
      return readCount(text, options);
    };
    await importWaiting(run(store, { read }));
    expect((await store.sources()).map((s) => s.name)).toEqual(['good.ics']);
  });
});
