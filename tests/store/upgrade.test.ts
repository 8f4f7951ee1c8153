import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { openDB, unwrap } from 'idb';
import { describe, expect, test } from 'vitest';
import type { Correction } from '../../src/calendar/correction.ts';
import { parseUserSettings, SETTING_NAMES } from '../../src/settings/settings-schema.ts';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import { settled, World } from '../background/world.ts';
import { Life } from '../sync/killable.ts';
import { ALWAYS } from './fixtures.ts';

/** What the background of an earlier commit had written (tests/fixtures/stores). */
interface Written {
  readonly database: {
    readonly version: number;
    readonly stores: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  };
  readonly settings: Readonly<Record<string, unknown>>;
}

function written(commit: string): Written {
  return JSON.parse(readFileSync(new URL(`../fixtures/stores/${commit}.json`, import.meta.url), 'utf8'));
}

/** A world whose browser holds what that commit wrote. */
async function worldOf({ database, settings }: Written): Promise<World> {
  const world = new World('2026-12-02T10:00');
  for (const [name, value] of Object.entries(settings)) world.synced.set(name, value);
  const db = await openDB(world.databaseName, database.version, {
    upgrade(opened, _old, _new, transaction) {
      for (const step of MIGRATIONS)
        if (step.to <= database.version) step.run(unwrap(opened), unwrap(transaction));
    },
  });
  for (const [store, rows] of Object.entries(database.stores))
    for (const row of rows) await db.put(store, row);
  db.close();
  return world;
}

describe.each([['34588ba'], ['ede6a30']])('what %s wrote', (commit) => {
  const { database, settings } = written(commit);
  const rowsOf = (store: string) => database.stores[store] ?? [];
  const idsOf = (store: string, id: string) => rowsOf(store).map((row) => row[id]);

  /** Everything that the user or a server said, as the store of today reads it. */
  async function nothingLost(world: World): Promise<void> {
    const { store } = world;
    expect((await store.sources()).map((s) => s.id)).toEqual(expect.arrayContaining(idsOf('sources', 'id')));
    expect((await store.calendars()).map((c) => c.id).sort()).toEqual(idsOf('calendars', 'id').sort());
    expect((await store.occurrences(ALWAYS)).map((o) => o.key).sort()).toEqual(
      idsOf('occurrences', 'key').sort(),
    );
    const corrections = rowsOf('corrections').map(({ sourceId: _, ...rest }) => rest);
    const byId = (a: { id?: unknown }, b: { id?: unknown }): number => (String(a.id) < String(b.id) ? -1 : 1);
    expect([...(await store.corrections())].sort(byId)).toEqual(corrections.sort(byId));
    expect((await store.rules()).map((r) => r.value)).toEqual(['crit', 'example.org']);
    expect((await store.summaries()).map((s) => s.week)).toEqual(
      expect.arrayContaining(idsOf('summaries', 'week')),
    );
    for (const { sourceId, text } of rowsOf('files'))
      expect((await store.file(String(sourceId)))?.text).toBe(text);
    expect((await store.closedWeeks()).map((w) => w.week)).toEqual(
      expect.arrayContaining(idsOf('closed-weeks', 'week')),
    );
    expect((await store.diagnosis()).unreadable).toEqual({});
  }

  test('is opened by the store of today, and nothing of it is lost', async () => {
    const world = await worldOf({ database, settings });
    await nothingLost(world);
    const { store } = world;
    for (const { sourceId, calendarId, cursor } of rowsOf('cursors'))
      expect(await store.cursor(String(sourceId), String(calendarId))).toEqual(cursor);
    expect((await store.inbox()).filter((row) => !row.outcome).map((row) => row.name)).toEqual(['next.ics']);
    expect((await store.calendars()).map((c) => [c.id, c.role, c.defaultActivity]).sort()).toEqual([
      ['birthdays', 'off', undefined],
      ['calendar', 'work', undefined],
      ['team', 'work', 'people'],
    ]);
    const day = { startMs: Date.UTC(2026, 10, 12), endMs: Date.UTC(2026, 10, 13) };
    expect((await store.occurrences(day)).map((o) => o.title)).toEqual(['Parental leave']);
  });

  test('keeps its settings, each of them valid today', () => {
    const names = SETTING_NAMES.filter((name) => settings[name] !== undefined);
    expect(names).toHaveLength(Object.keys(settings).length);
    const read = parseUserSettings(settings);
    expect(read.problems).toEqual([]);
    for (const name of names) expect(read.settings[name]).toEqual(settings[name]);
  });

  test('is worked on by the background of today, and what was confirmed holds', async () => {
    const world = await worldOf({ database, settings });
    const before = await world.store.closedWeeks();
    const background = world.wake(new Life(Number.POSITIVE_INFINITY));
    await background.woken();
    await settled(background);
    await nothingLost(world);
    const after = new Map((await world.store.closedWeeks()).map((w) => [w.week, w]));
    for (const { week, figures } of before) expect(after.get(week)?.figures).toEqual(figures);
    const crit = await world.store.series('crit@example.org');
    expect(new Set(crit.map((o) => o.label.activity))).toEqual(new Set(['making-together']));
    const [focus] = await world.store.series('focus@example.org');
    expect(focus?.label.ignored).toBe(true);
    const scopes = (await world.store.corrections()).map((c: Correction) => c.scope.kind).sort();
    expect(scopes).toEqual(['occurrence', 'series', 'title']);
    expect(world.reports).toEqual([]);
  });
});
