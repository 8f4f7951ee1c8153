import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { DATABASE_VERSION } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open.ts';
import { STORE_NAMES, type StoreName } from '../../src/store/rows.ts';
import type { Store } from '../../src/store/store.ts';
import { relabelAll } from '../../src/sync/relabel.ts';
import { command, done, settled, World } from '../background/world.ts';
import { Life } from '../sync/killable.ts';
import { ALWAYS, labelByCorrections, occurrence, write } from './fixtures.ts';

/** One row for each store that has its key, and lacks what it is read for. */
const BROKEN: { readonly [K in StoreName]?: object } = {
  sources: { id: 'broken' },
  calendars: { sourceId: 's', id: 'broken', role: 'work' },
  occurrences: { key: 's\u001fc\u001fbroken', sourceId: 's', uid: 'meeting', startMs: 5, longEndMs: 9 },
  files: { sourceId: 'broken' },
  inbox: { id: 'broken' },
  corrections: { id: 'broken', madeMs: 'yesterday' },
  rules: { id: 'broken', order: null },
  weeks: { week: '2026-11-16', fingerprint: null },
  summaries: { week: '2026-11-09' },
  progress: { sourceId: 'broken' },
  problems: { sourceId: 's', problems: 'many' },
  wanted: { sourceId: 'broken' },
  'closed-weeks': { week: '2026-11-02', figures: {} },
  'closed-entries': { week: '2026-11-02', entries: [{ title: 1 }] },
  'taken-moves': { id: 'broken', originals: [] },
  state: { name: 'changes', records: 'none' },
};

async function breakRows(name: string): Promise<void> {
  const db = await openDB(name, DATABASE_VERSION);
  for (const [store, row] of Object.entries(BROKEN)) await db.put(store, row);
  db.close();
}

let store: Store;
let name = '';
let count = 0;

beforeEach(async () => {
  name = `broken-rows-${count++}`;
  store = openStore(name);
  await store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
  await store.putCalendars('s', [{ id: 'c', name: 'Work' }]);
  await write(store, [occurrence()]);
  await breakRows(name);
});

test('a row that cannot be read is skipped by every reader, and the others are answered', async () => {
  expect((await store.sources()).map((s) => s.id)).toEqual(['s']);
  expect((await store.calendars()).map((c) => c.id)).toEqual(['c']);
  for (const rows of [
    await store.occurrences(ALWAYS),
    await store.counted(ALWAYS),
    await store.series('meeting'),
  ])
    expect(rows.map((o) => o.title)).toEqual(['Meeting']);
  expect(await store.extent()).toMatchObject({ startMs: 5 });
  expect([
    await store.corrections(),
    await store.rules(),
    await store.weeks(),
    await store.summaries(),
  ]).toEqual([[], [], [], []]);
  expect([await store.closedWeeks(), await store.closedEntries(), await store.changes()]).toEqual([
    [],
    [],
    [],
  ]);
  expect([await store.takenMoves(), await store.progress(), await store.inbox()]).toEqual([[], [], []]);
  expect([await store.problems('s'), await store.file('broken'), (await store.wanted()).length]).toEqual([
    null,
    null,
    1,
  ]);
});

test('such rows are counted for the maintainer', async () => {
  const { unreadable, rows } = await store.diagnosis();
  expect(unreadable).toEqual(Object.fromEntries(Object.keys(BROKEN).map((store) => [store, 1])));
  expect(Object.keys(rows)).toEqual([...STORE_NAMES]);
});

test('labelling goes on behind one, and a page and the removal of its source do too', async () => {
  await store.addRule({ id: 'r', field: 'title', value: 'x', verdict: 'ignore' });
  await relabelAll(store, (inputs) => {
    const label = labelByCorrections(inputs);
    return (o) => ({ ...label(o), confidence: 0.5 });
  });
  expect((await store.labelsState()).pendingAfter).toBeNull();
  expect((await store.occurrences(ALWAYS)).map((o) => o.label.confidence)).toEqual([0.5]);
  await write(store, [occurrence({ title: 'New' })], { listing: { id: 'l', last: true } });
  expect((await store.occurrences(ALWAYS)).map((o) => o.title)).toEqual(['New']);
  await store.removeSource('s');
  expect(await store.occurrences(ALWAYS)).toEqual([]);
});

test('the background does all its work over such rows', async () => {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  const inboxId = await world.store.putInbox({ name: 'a.ics', text: 'CAL\n2026-11-16T09:00 180 a' });
  await done(background, 'importFile', { inboxId });
  await settled(background);
  await breakRows(world.databaseName);
  await done(background, 'addRule', { field: 'title', value: 'x', verdict: 'ignore' });
  await settled(background);
  expect(world.reports).toEqual([]);
  expect(await command(background, 'deleteEverything', {})).toMatchObject({ ok: true });
  expect(await world.store.sources()).toEqual([]);
});
