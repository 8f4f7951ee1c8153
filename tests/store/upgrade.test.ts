import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { first } from '../../src/store/migrations/001-first.ts';
import { longEntries } from '../../src/store/migrations/002-long-entries.ts';
import { openStore } from '../../src/store/open.ts';
import { ALWAYS } from './fixtures.ts';

/** Rows as version 0.1's last commit before roles, wants and closed weeks wrote them: shapes of then, never edited. */
const OLD = {
  sources: [
    { id: 'google:me', kind: 'google', name: 'me@example.org', addedMs: 1, syncedMs: 5, trouble: null },
    { id: 'file-1', kind: 'ics-file', name: 'work.ics', addedMs: 2, syncedMs: 6, trouble: null },
  ],
  calendars: [
    { sourceId: 'google:me', id: 'c', name: 'Work', selected: true, defaultActivity: 'people' },
    { sourceId: 'google:me', id: 'off', name: 'Birthdays', selected: false },
    { sourceId: 'file-1', id: 'calendar', name: 'work', selected: true },
  ],
  occurrences: [row('google:me', 'c', 'a'), row('file-1', 'calendar', 'b')],
  files: [{ sourceId: 'file-1', name: 'work.ics', text: 'BEGIN:VCALENDAR', importedMs: 6 }],
  inbox: [{ id: 'w', name: 'new.ics', text: 'BEGIN:VCALENDAR' }],
  corrections: [
    {
      id: 'k',
      madeMs: 3,
      scope: { kind: 'series', uid: 'a' },
      verdict: 'deep-work',
      example: { title: 'a', people: 2, recurring: 'none' },
    },
  ],
  rules: [{ id: 'r', field: 'title', value: 'x', verdict: 'ignore', order: 0 }],
  cursors: [{ sourceId: 'google:me', calendarId: 'c', cursor: { syncToken: 't' } }],
  summaries: [{ week: '2026-11-16', state: 'shown', atMs: 9 }],
  state: [
    { name: 'labels', revision: 4, fingerprint: '[[],"Europe/Berlin","0.1.0"]', pendingAfter: null },
    { name: 'last-sync', startedMs: 5 },
  ],
} as const;

function row(sourceId: string, calendarId: string, uid: string) {
  const startMs = Date.UTC(2026, 10, 16, 9);
  return {
    key: [sourceId, calendarId, uid, String(startMs)].join('\u001f'),
    sourceId,
    calendarId,
    uid,
    startMs,
    endMs: startMs + 3_600_000,
    allDay: null,
    title: uid,
    description: '',
    location: '',
    status: 'confirmed',
    response: 'accepted',
    transparency: 'opaque',
    eventType: 'default',
    organizerIsSelf: true,
    people: 2,
    attendees: [],
    resources: 0,
    hasConference: false,
    recurring: 'none',
    categories: [],
    label: {
      activity: 'people',
      side: 'management',
      confidence: 1,
      reasons: [{ code: 'rule', values: {} }],
      ignored: false,
    },
  };
}

/** A database of version 2 with these rows. */
function writeOld(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 2);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const { result: db, transaction } = request;
      if (!transaction) return;
      for (const step of [first, longEntries]) step.run(db, transaction);
      for (const [store, rows] of Object.entries(OLD)) {
        for (const one of rows) transaction.objectStore(store).put(one);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

test('a database of the version before is opened, and nothing of it is lost', async () => {
  await writeOld('upgraded');
  const store = openStore('upgraded');
  expect((await store.sources()).map((s) => s.id)).toEqual(['google:me', 'file-1']);
  expect((await store.occurrences(ALWAYS)).map((o) => o.title)).toEqual(['b', 'a']);
  expect((await store.calendars()).map((c) => [c.id, c.role, c.defaultActivity])).toEqual([
    ['calendar', 'work', undefined],
    ['c', 'work', 'people'],
    ['off', 'off', undefined],
  ]);
  expect(await store.corrections()).toEqual(OLD.corrections);
  expect(await store.rules()).toMatchObject([{ id: 'r', value: 'x' }]);
  expect(await store.cursor('google:me', 'c')).toEqual({ syncToken: 't' });
  expect(await store.file('file-1')).toEqual(OLD.files[0]);
  expect(await store.inbox()).toEqual(OLD.inbox);
  expect(await store.summaries()).toEqual(OLD.summaries);
  expect(await store.lastSync()).toBe(5);
  // What is read, pruned and removed by key ranges is found in it too.
  expect(await store.counts()).toEqual(
    new Map([
      ['google:me', 1],
      ['file-1', 1],
    ]),
  );
  expect(await store.removeSource('file-1')).toEqual({ removed: 1 });
  expect(await store.expectLabels('other')).toBe(true);
  store.close();
});
