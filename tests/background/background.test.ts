import { describe, expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/settings-schema.ts';
import { ALWAYS, occurrence } from '../store/fixtures.ts';
import { FakeServer } from '../sync/fake-source.ts';
import { killEverywhere, Life } from '../sync/killable.ts';
import { at, BOSS, command, done, OWN, PAGE, settled, World } from './world.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** Four weeks with 6 h of meetings each, told apart by their titles. */
const FILE = `CAL\n${[
  ['2026-10-26', 'a'],
  ['2026-11-02', 'b'],
  ['2026-11-09', 'c'],
  ['2026-11-16', 'd'],
]
  .flatMap(([day, week]) => [`${day}T09:00 180 one-${week}`, `${day}T13:00 180 two-${week}`])
  .join('\n')}`;

async function withFile(world: World): Promise<Background> {
  const background = world.wake(new Life(FOREVER));
  await background.woken();
  const inboxId = await world.store.putInbox({ name: 'work.ics', text: FILE });
  await done(background, 'importFile', { inboxId });
  await settled(background);
  return background;
}

const titles = async (world: World): Promise<string[]> =>
  (await world.store.occurrences(ALWAYS)).map((o) => o.title).sort();

describe('a message', () => {
  const world = new World('2026-11-18T10:00');
  const background = world.wake(new Life(FOREVER));

  test.each([
    ['another extension', { id: 'other', url: PAGE.url }],
    ['a web page', { id: OWN.id, url: 'https://example.org/' }],
    ['nobody', {}],
  ])('from %s is refused', async (_name, sender) => {
    const answer = await background.message({ command: 'useSample', input: {} }, sender, OWN);
    expect(answer).toMatchObject({ ok: false, code: 'foreign-sender' });
    expect(await world.store.sources()).toEqual([]);
  });

  test.each([
    ['that is none', 'hello', 'bad-input'],
    ['with an unknown command', { command: 'selfDestruct', input: {} }, 'unknown-command'],
    ['named like a property of every object', { command: 'constructor', input: {} }, 'unknown-command'],
    ['without its input', { command: 'importFile' }, 'bad-input'],
    ['with a field too many', { command: 'useSample', input: { force: true } }, 'bad-input'],
    [
      'with an unknown activity',
      { command: 'addRule', input: { field: 'title', value: 'x', verdict: 'fun' } },
      'bad-input',
    ],
    ['for a source that is gone', { command: 'syncNow', input: { sourceId: 'x' } }, 'gone'],
    ['for a file that is gone', { command: 'importFile', input: { inboxId: 'x' } }, 'no-such-file'],
    [
      'for an event that is gone',
      { command: 'correct', input: { scope: { kind: 'series', uid: 'x' }, verdict: 'people', key: 'x' } },
      'gone',
    ],
    ['for a correction that is gone', { command: 'undoCorrection', input: { id: 'x' } }, 'gone'],
  ])('%s is refused with its code', async (_name, message, code) => {
    expect(await background.message(message, PAGE, OWN)).toMatchObject({ ok: false, code });
  });
});

describe('commands', () => {
  test('the sample is there within one command, its weeks behind it', async () => {
    const world = new World('2026-11-18T10:00');
    const background = world.wake(new Life(FOREVER));
    expect(await done(background, 'useSample', {})).toEqual({ sourceId: 'sample' });
    await settled(background);
    expect((await world.store.occurrences(ALWAYS)).length).toBeGreaterThan(300);
    expect((await world.store.weeks()).length).toBeGreaterThan(20);
    expect(world.reports).toEqual([]);
  });

  test('the sample does not mix with a real calendar, and leaves when one comes', async () => {
    const world = new World('2026-11-18T10:00');
    const background = world.wake(new Life(FOREVER));
    await done(background, 'useSample', {});
    const inboxId = await world.store.putInbox({ name: 'work.ics', text: FILE });
    await done(background, 'importFile', { inboxId });
    expect((await world.store.sources()).map((s) => s.kind)).toEqual(['ics-file']);
    expect(await command(background, 'useSample', {})).toMatchObject({
      ok: false,
      code: 'sample-beside-real',
    });
  });

  test('a correction is kept, counted, shown in the badge, and undone', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    const before = world.badge.badge;
    const [first] = await world.store.occurrences(ALWAYS);
    const scope = { kind: 'title', title: 'one-d' };
    const made = await done<{ id: string; changed: number }>(background, 'correct', {
      scope,
      verdict: 'deep-work',
      key: first?.key,
    });
    expect(made.changed).toBe(1);
    await settled(background);
    expect(Number(world.badge.badge)).toBeGreaterThan(Number(before));
    expect(await world.store.corrections()).toMatchObject([{ id: made.id, madeMs: world.nowMs, scope }]);
    expect(await done(background, 'undoCorrection', { id: made.id })).toEqual({ changed: 1 });
    await settled(background);
    expect(world.badge.badge).toBe(before);
  });

  test('a rule and a calendar’s default change labels and say how many', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    const [source] = await world.store.sources();
    const changed = await done(background, 'setCalendar', {
      sourceId: source?.id,
      calendarId: 'calendar',
      defaultActivity: 'learning',
    });
    expect(changed).toEqual({ changed: 8 });
    await settled(background);
    // Up to now all booked time is craft; recovery after the meetings is what is left.
    expect(world.badge.badge).toBe('93');
    await done(background, 'setCalendar', { sourceId: source?.id, calendarId: 'calendar', role: 'off' });
    await settled(background);
    // Nothing counts any more: no figure.
    expect(world.badge.badge).toBe('');
  });

  test('everything is deleted: data, settings and secrets', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    world.set({ focusMinutes: 60 });
    expect(await done(background, 'deleteEverything', {})).toEqual({ removed: 8, revoked: true });
    await settled(background);
    expect(await world.store.sources()).toEqual([]);
    expect(world.synced.size).toBe(0);
    expect(world.secrets).toBe(false);
    expect(world.badge.badge).toBe('');
  });

  test('other own addresses label everything anew', async () => {
    const world = new World('2026-11-18T10:00');
    const server = new FakeServer();
    server.add('a', occurrence({ calendarId: 'a', uid: 'x', startMs: at('2026-11-17T09:00') }));
    world.readers.set('s', server.reader());
    await world.store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
    const background = await withFile(world);
    world.set({ ownAddresses: [BOSS] });
    await background.settingsChanged();
    const activities = (await world.store.occurrences(ALWAYS)).map((o) => o.label.activity);
    expect(new Set(activities)).toEqual(new Set(['people']));
  });

  test('a backup’s corrections are taken over and labels follow', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    const correction = {
      id: 'old',
      madeMs: 1,
      scope: { kind: 'title', title: 'two-d' },
      verdict: 'people',
      example: { title: 'two-d', people: 2, recurring: 'none' },
    };
    const given = { corrections: [correction], rules: [], settings: { focusMinutes: 90 } };
    expect(await done(background, 'importChoices', given)).toEqual({
      corrections: 1,
      rules: 0,
      settings: 1,
      refused: [],
    });
    await settled(background);
    expect(await world.store.corrections()).toEqual([correction]);
    expect(world.synced.get('focusMinutes')).toBe(90);
    expect((await world.store.series('two-d')).map((o) => o.label.activity)).toEqual(['people']);
  });

  test('sync reads accounts, at once where the user asks', async () => {
    const world = new World('2026-11-18T10:00');
    const server = new FakeServer();
    server.add('a', occurrence({ calendarId: 'a', uid: 'x', startMs: at('2026-11-17T09:00') }));
    world.readers.set('s', server.reader());
    await world.store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
    const background = world.wake(new Life(FOREVER));
    await background.woken();
    expect(await world.store.occurrences(ALWAYS)).toHaveLength(1);
    server.add('a', occurrence({ calendarId: 'a', uid: 'y', startMs: at('2026-11-17T11:00') }));
    expect(await done(background, 'syncNow', {})).toEqual({ started: true });
    await settled(background);
    expect(await world.store.occurrences(ALWAYS)).toHaveLength(2);
  });
});

describe('alarms', () => {
  test('are set for the next reading, midnight and summary, in the user’s zone', async () => {
    const world = new World('2026-11-18T10:00');
    await withFile(world);
    expect(world.alarms.get('sync')).toEqual({ minutes: 30 });
    expect(world.alarms.get('midnight')).toEqual({ when: at('2026-11-19T00:00') });
    expect(world.alarms.get('summary')).toEqual({ when: at('2026-11-20T16:00') });
    expect(world.alarms.has('resume')).toBe(false);
  });

  test('follow the settings', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    world.set({
      notify: { ...DEFAULT_SETTINGS.notify, on: true, weekday: 4, minuteOfDay: 600 },
      zone: 'Asia/Tokyo',
    });
    await background.settingsChanged();
    expect(world.alarms.get('summary')).toEqual({ when: Date.UTC(2026, 10, 19, 1) });
    expect(world.alarms.get('midnight')).toEqual({ when: Date.UTC(2026, 10, 18, 15) });
    world.set({ notify: { ...DEFAULT_SETTINGS.notify, on: false, weekday: 4, minuteOfDay: 600 } });
    await background.settingsChanged();
    expect(world.alarms.has('summary')).toBe(false);
  });

  test('of an older version do no harm', async () => {
    const world = new World('2026-11-18T10:00');
    await (await withFile(world)).alarm('something-else');
    expect(world.reports).toEqual([]);
  });
});

test('the badge turns to the new week at its first midnight', async () => {
  const world = new World('2026-11-22T23:59');
  const background = await withFile(world);
  expect(world.badge.badge).not.toBe('');
  world.nowMs = at('2026-11-23T00:00');
  await background.alarm('midnight');
  expect(world.badge.badge).toBe('');
});

test('installed, it opens the welcome page', async () => {
  const world = new World('2026-11-18T10:00');
  await world.wake(new Life(FOREVER)).installed();
  expect(world.opened).toEqual(['welcome/index.html']);
});

describe('the weekly summary', () => {
  test('comes at its time, once, and says why a silent week was silent', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    expect(world.shown).toEqual([]);
    world.nowMs = at('2026-11-20T16:00');
    await background.alarm('summary');
    // Of a file from Wednesday nothing is told as if it were Friday's.
    expect(world.shown).toEqual([]);
    await world.giveAgain();
    await background.alarm('summary');
    expect(world.shown.map((s) => s.id)).toEqual(['week-2026-11-16']);
    expect(world.shown[0]?.text.body).toContain('8 of 8 focus blocks held');
    world.onScreen.clear();
    for (const wall of ['2026-11-20T16:30', '2026-11-22T10:00', '2026-11-20T15:00', '2026-11-27T15:59']) {
      world.nowMs = at(wall);
      await background.alarm('sync');
      await background.woken();
    }
    expect(world.shown).toHaveLength(1);
    // The next week is empty: nothing to say.
    world.nowMs = at('2026-11-27T16:00');
    await world.giveAgain();
    await background.alarm('summary');
    expect(world.shown).toHaveLength(1);
    expect(await world.store.summaries()).toMatchObject([
      { week: '2026-11-16', state: 'shown' },
      { week: '2026-11-23', state: 'silent', why: 'nothing-counted' },
    ]);
  });

  test('comes late where the browser was closed at its time', async () => {
    const world = new World('2026-11-18T10:00');
    await withFile(world);
    world.nowMs = at('2026-11-24T08:00');
    await world.giveAgain();
    await world.wake(new Life(FOREVER)).started();
    expect(world.shown.map((s) => s.id)).toEqual(['week-2026-11-16']);
  });

  test('is not owed for a time before it was installed', async () => {
    const world = new World('2026-11-21T10:00');
    const background = await withFile(world);
    await background.alarm('sync');
    expect(world.shown).toEqual([]);
    expect(await world.store.summaries()).toEqual([]);
  });

  test('is not owed at once by a schedule moved to a time that has passed', async () => {
    const world = new World('2026-11-19T10:00');
    const background = await withFile(world);
    world.set({ notify: { ...DEFAULT_SETTINGS.notify, on: true, weekday: 4, minuteOfDay: 540 } });
    await background.settingsChanged();
    expect(world.shown).toEqual([]);
    world.nowMs = at('2026-11-26T09:00');
    await world.giveAgain();
    await background.alarm('summary');
    expect(await world.store.summaries()).toMatchObject([{ week: '2026-11-23' }]);
  });

  test('a click opens the report of that week', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    await background.notificationClicked('week-2026-11-16');
    await background.notificationClicked('somebody-elses');
    expect(world.opened).toEqual(['report/index.html?week=2026-11-16']);
  });

  test('a preview shows the current week and does not stand for it', async () => {
    const world = new World('2026-11-18T10:00');
    const background = await withFile(world);
    expect(await done(background, 'previewSummary', {})).toEqual({ shown: true });
    expect(world.shown.map((s) => s.id)).toEqual(['preview-2026-11-16']);
    await background.notificationClosed('preview-2026-11-16');
    expect(await world.store.summaries()).toEqual([]);
    world.nowMs = at('2026-12-18T10:00');
    expect(await done(background, 'previewSummary', {})).toEqual({ shown: false, why: 'not-known' });
    await world.giveAgain();
    expect(await done(background, 'previewSummary', {})).toEqual({ shown: false, why: 'nothing-counted' });
  });

  test.each([
    ['still on the screen', false],
    ['closed meanwhile', true],
  ])('killed before or after any deed round it, comes exactly once (%s)', async (_name, closes) => {
    const deaths = await killEverywhere(async (life) => {
      const world = new World('2026-11-18T10:00');
      await withFile(world);
      world.nowMs = at('2026-11-20T16:00');
      await world.giveAgain();
      await world.wake(life).alarm('summary');
      for (let i = 0; i < 3; i++) {
        world.pass();
        const next = world.wake(new Life(FOREVER));
        // The browser tells whoever is awake, or wakes somebody, when a notification goes.
        for (const id of closes ? [...world.onScreen] : []) {
          world.onScreen.delete(id);
          await next.notificationClosed(id);
        }
        await next.woken();
        await next.alarm('sync');
      }
      expect(world.shown.map((s) => s.id)).toEqual(['week-2026-11-16']);
      expect(await world.store.summaries()).toMatchObject([{ week: '2026-11-16', state: 'shown' }]);
      world.store.close();
    });
    expect(deaths).toBeGreaterThan(30);
  });
});

test('killed before or after any deed of a day’s work, nothing confirmed is lost and nothing is doubled', async () => {
  const deaths = await killEverywhere(async (life) => {
    const world = new World('2026-11-18T10:00');
    const server = new FakeServer();
    const account = Array.from({ length: 5 }, (_, i) =>
      occurrence({ calendarId: 'a', uid: `g${i}`, title: `g${i}`, startMs: at(`2026-11-${16 + i}T17:00`) }),
    );
    server.add('a', ...account);
    world.readers.set('s', server.reader());
    await world.store.putSource({ id: 's', kind: 'google', name: 'me' }, 1);
    const inboxId = await world.store.putInbox({ name: 'work.ics', text: FILE });

    const first = world.wake(life);
    await first.woken();
    const imported = await command(first, 'importFile', { inboxId });
    const [some] = await world.store.series('one-d');
    const corrected = some
      ? await command(first, 'correct', {
          scope: { kind: 'series', uid: 'one-d' },
          verdict: 'deep-work',
          key: some.key,
        })
      : null;
    await settled(first);

    world.pass();
    const second = world.wake(new Life(FOREVER));
    await second.woken();
    await settled(second);

    const all = await titles(world);
    expect(all).toEqual(
      [
        ...account.map((o) => o.title),
        ...FILE.split('\n')
          .slice(1)
          .map((l) => l.split(' ')[2]),
      ].sort(),
    );
    expect((await world.store.sources()).map((s) => [s.kind, s.trouble])).toEqual([
      ['google', null],
      ['ics-file', null],
    ]);
    expect((await world.store.inboxRow(inboxId))?.outcome).toMatchObject({ ok: true, occurrences: 8 });
    if (imported.ok) expect(all).toContain('one-d');
    const corrections = await world.store.corrections();
    if (corrected?.ok) expect(corrections).toHaveLength(1);
    expect(corrections.length).toBeLessThanOrEqual(1);
    const label = (await world.store.series('one-d'))[0]?.label.activity;
    expect(label).toBe(corrections.length === 1 ? 'deep-work' : 'coordination');
    expect((await world.store.labelsState()).pendingAfter).toBeNull();
    expect(await world.store.progress()).toEqual([]);
    expect(world.badge.badge).not.toBe('');
    expect(world.alarms.get('summary')).toEqual({ when: at('2026-11-20T16:00') });
    expect(world.alarms.has('resume')).toBe(false);
    world.store.close();
  });
  expect(deaths).toBeGreaterThan(80);
});
