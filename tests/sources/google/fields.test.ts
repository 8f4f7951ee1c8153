import { expect, it } from 'vitest';
import { EVENTS_MASK } from '../../../src/sources/google/fields.ts';
import { occurrenceOf } from '../../../src/sources/google/occurrence-of.ts';
import { pageOf } from '../../../src/sources/google/page-of.ts';
import type { GoogleEvent } from '../../../src/sources/google/wire.ts';
import { applyFields } from '../../servers/google/fields-mask.ts';

const time = { date: null, dateTime: '2026-11-16T09:00:00', timeZone: 'Europe/Berlin' };
const person = { id: '1', email: 'b@example.org', displayName: 'B', self: false };

/** An event with everything that Google may say. */
const FULL: GoogleEvent = {
  kind: 'calendar#event',
  etag: '"1"',
  id: 'e',
  status: 'confirmed',
  htmlLink: 'https://example.org',
  created: '2026-01-01T00:00:00Z',
  updated: '2026-01-01T00:00:00Z',
  summary: 'Design review',
  description: 'Long',
  location: 'Room',
  colorId: '3',
  creator: person,
  organizer: person,
  start: time,
  end: { ...time, dateTime: '2026-11-16T10:00:00' },
  recurringEventId: 'r',
  originalStartTime: time,
  transparency: 'opaque',
  visibility: 'default',
  iCalUID: 'e@google.com',
  sequence: 1,
  attendees: [
    {
      ...person,
      responseStatus: 'accepted',
      organizer: true,
      additionalGuests: 1,
      comment: 'hi',
      optional: true,
    },
    { ...person, self: true, responseStatus: 'tentative', resource: false },
  ],
  attendeesOmitted: true,
  guestsCanSeeOtherGuests: false,
  hangoutLink: 'https://meet.google.com/x',
  conferenceData: { conferenceId: 'x', conferenceSolution: { key: { type: 'hangoutsMeet' } }, notes: 'n' },
  eventType: 'default',
  reminders: { useDefault: true },
};

/** Variants in which fields are looked at that the full event hides. */
const VARIANTS: GoogleEvent[] = [
  FULL,
  { ...FULL, hangoutLink: null, attendeesOmitted: false },
  { ...FULL, organizer: null as never },
  {
    ...FULL,
    start: { date: '2026-11-16' },
    end: { date: '2026-11-17' },
    originalStartTime: { date: '2026-11-16' },
  },
  { ...FULL, id: null, iCalUID: null },
];

const context = {
  sourceId: 's',
  calendarId: 'c',
  calendarZone: 'UTC',
  ownAddresses: new Set<string>(),
  recurring: 'weekly' as const,
};

/** Wraps an event so that each leaf that is read is noted by its path. */
function watched<T extends object>(value: T, read: Set<string>, path = ''): T {
  return new Proxy(value, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof name !== 'string' || typeof found === 'function' || name === 'length') return found;
      const below = /^\d+$/.test(name) ? path : path === '' ? name : `${path}/${name}`;
      if (!/^\d+$/.test(name)) read.add(below);
      return typeof found === 'object' && found !== null ? watched(found, read, below) : found;
    },
  });
}

function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((v) => pathsOf(v, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, v]) => pathsOf(v, path === '' ? name : `${path}/${name}`));
}

it('asks for every field that is read, so that an event cut by the mask reads as the whole one does', () => {
  for (const event of VARIANTS) {
    const { items } = applyFields({ items: [event] }, EVENTS_MASK, 'events') as { items: GoogleEvent[] };
    expect(occurrenceOf(items[0] ?? {}, context)).toEqual(occurrenceOf(event, context));
  }
});

it('asks for no field that nobody reads', () => {
  const read = new Set<string>(['id', 'status', 'recurringEventId']);
  for (const event of VARIANTS) occurrenceOf(watched(event, read), context);
  const { items } = applyFields({ items: [FULL] }, EVENTS_MASK, 'events') as { items: GoogleEvent[] };
  // Whether there is a conference at all is told by what is below it.
  const unread = new Set(pathsOf(items[0]).filter((p) => !read.has(p) && !p.startsWith('conferenceData/')));
  expect([...unread]).toEqual([]);
});

it('reads nothing that the mask leaves out', () => {
  const read = new Set<string>();
  for (const event of VARIANTS) {
    pageOf({ items: [watched(event, read)] }, { ...context, zone: 'UTC', window: { startMs: 0, endMs: 1 } });
  }
  // The rule of a master; an instance has none.
  read.delete('recurrence');
  const { items } = applyFields({ items: [FULL] }, EVENTS_MASK, 'events') as { items: GoogleEvent[] };
  const asked = pathsOf(items[0]);
  for (const path of read) {
    expect(
      asked.some((p) => p === path || p.startsWith(`${path}/`)),
      path,
    ).toBe(true);
  }
  expect(read.size).toBeGreaterThan(25);
});
