import 'fake-indexeddb/auto';
import { type Activity, SIDE } from '../../src/calendar/activity.ts';
import type { Classification } from '../../src/calendar/label.ts';
import { type Occurrence, occurrenceKey } from '../../src/calendar/occurrence.ts';
import { openStore } from '../../src/store/open.ts';
import type { LabelWith, Store } from '../../src/store/store.ts';
import { HOUR_MS } from '../../src/time/interval.ts';

let opened = 0;

/** A store of its own for one test. */
export function freshStore(): Store {
  opened++;
  return openStore(`test-${opened}`);
}

/** 2026-11-16T09:00Z, a Monday. */
export const MONDAY_9 = Date.UTC(2026, 10, 16, 9);

export const ALWAYS = { startMs: Date.UTC(1990, 0, 1), endMs: Date.UTC(2100, 0, 1) };

/** A plain one-hour meeting, for tests to override. */
export function occurrence(fields: Partial<Occurrence> = {}): Occurrence {
  const sourceId = fields.sourceId ?? 's';
  const calendarId = fields.calendarId ?? 'c';
  const uid = fields.uid ?? 'meeting';
  const startMs = fields.startMs ?? MONDAY_9;
  return {
    key: occurrenceKey(sourceId, calendarId, uid, startMs),
    sourceId,
    calendarId,
    uid,
    startMs,
    endMs: startMs + HOUR_MS,
    allDay: null,
    title: 'Meeting',
    description: '',
    location: '',
    status: 'confirmed',
    response: 'accepted',
    transparency: 'opaque',
    eventType: 'default',
    organizerIsSelf: true,
    people: 3,
    attendees: [],
    resources: 0,
    hasConference: false,
    recurring: 'none',
    categories: [],
    ...fields,
  };
}

export function labelled(activity: Activity, code = 'title-words'): Classification {
  return {
    activity,
    side: SIDE[activity],
    confidence: 0.9,
    reasons: [{ code, values: {} }],
    ignored: false,
  };
}

/** Labels as the newest correction that fits says, else coordination. Plain enough to be seen through. */
export const labelByCorrections: LabelWith = ({ corrections, calendars }) => {
  const newestFirst = [...corrections].reverse();
  return (o) => {
    const told = newestFirst.find(({ scope }) =>
      scope.kind === 'occurrence'
        ? scope.key === o.key
        : scope.kind === 'series'
          ? scope.uid === o.uid
          : scope.title.toLowerCase() === o.title.toLowerCase(),
    );
    if (told?.verdict === 'ignore')
      return { ...labelled('coordination', `correction-${told.scope.kind}`), ignored: true };
    if (told) return labelled(told.verdict, `correction-${told.scope.kind}`);
    const calendar = calendars.find((c) => c.id === o.calendarId && c.sourceId === o.sourceId);
    return labelled(calendar?.defaultActivity ?? 'coordination');
  };
};

/** A store with source `s` and its calendar `c`. */
export async function storeWithCalendar(): Promise<Store> {
  const store = freshStore();
  await store.putSource({ id: 's', kind: 'google', name: 'me@example.org' }, 1);
  await store.putCalendars('s', [{ id: 'c', name: 'Work' }]);
  return store;
}

/** Writes occurrences as one page of calendar `c`, behind what is there now. */
export async function write(
  store: Store,
  changed: readonly Occurrence[],
  more: Partial<Parameters<Store['writePage']>[0]> = {},
): ReturnType<Store['writePage']> {
  const behind = await store.cursor(more.sourceId ?? 's', more.calendarId ?? 'c');
  return store.writePage(
    { sourceId: 's', calendarId: 'c', changed, removed: [], behind, cursor: null, window: ALWAYS, ...more },
    labelByCorrections,
  );
}

/** Keys of all stored occurrences, sorted. */
export async function storedKeys(store: Store): Promise<string[]> {
  return (await store.occurrences(ALWAYS)).map((o) => o.key).sort();
}
