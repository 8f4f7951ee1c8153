import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../../src/calendar/read-result.ts';
import { SourceError } from '../../../src/calendar/source-error.ts';
import { readGoogleEvents } from '../../../src/sources/google/read-events.ts';

const options = {
  sourceId: 's',
  calendarId: 'c',
  zone: 'Europe/Berlin',
  window: { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 11, 1) },
  ownAddresses: ['Ada@example.org'],
};
const read = (json: unknown): ReadResult => readGoogleEvents(JSON.stringify(json), options);
const event = (more: object = {}): object => ({
  id: 'e1',
  iCalUID: 'e1@google.com',
  status: 'confirmed',
  summary: 'Design review',
  start: { dateTime: '2026-11-16T10:00:00+01:00' },
  end: { dateTime: '2026-11-16T11:00:00+01:00' },
  ...more,
});

describe('readGoogleEvents', () => {
  it('reads one answer, pages in order and a bare list alike', () => {
    const two = event({ id: 'e2', iCalUID: 'e2@google.com' });
    const one = read({ items: [event(), two] }).occurrences;
    expect(read([{ items: [event()], nextPageToken: 'p' }, { items: [two] }]).occurrences).toEqual(one);
    expect(read([event(), two]).occurrences).toEqual(one);
    expect(one.map((o) => o.uid)).toEqual(['e1@google.com', 'e2@google.com']);
  });

  it('lets the later copy of an event stand', () => {
    const [only] = read([{ items: [event()] }, { items: [event({ summary: 'Moved' })] }]).occurrences;
    expect(only?.title).toBe('Moved');
  });

  it('reads offsets, zones of their own, and the calendar’s zone', () => {
    const startOf = (start: object): string | undefined => {
      const ms = read({ timeZone: 'America/New_York', items: [event({ start })] }).occurrences[0]?.startMs;
      return ms === undefined ? undefined : new Date(ms).toISOString();
    };
    expect(startOf({ dateTime: '2026-11-16T10:00:00-05:00' })).toBe('2026-11-16T15:00:00.000Z');
    expect(startOf({ dateTime: '2026-11-16T10:00:00.000Z' })).toBe('2026-11-16T10:00:00.000Z');
    expect(startOf({ dateTime: '2026-11-16T10:00:00', timeZone: 'Asia/Kolkata' })).toBe(
      '2026-11-16T04:30:00.000Z',
    );
    expect(startOf({ dateTime: '2026-11-16T10:00:00' })).toBe('2026-11-16T15:00:00.000Z');
  });

  it('keeps the dates of all-day events, the end exclusive', () => {
    const [day] = read({
      items: [event({ start: { date: '2026-11-16' }, end: { date: '2026-11-18' } })],
    }).occurrences;
    expect(day?.allDay).toEqual({ start: '2026-11-16', end: '2026-11-18' });
    const [open] = read({ items: [event({ start: { date: '2026-11-16' }, end: undefined })] }).occurrences;
    expect(open?.allDay).toEqual({ start: '2026-11-16', end: '2026-11-17' });
  });

  it('counts people, not rooms, and takes the user’s own answer', () => {
    const [meeting] = read({
      items: [
        event({
          attendees: [
            { email: 'ada@example.org', responseStatus: 'tentative', optional: true },
            { email: 'kim@example.org', responseStatus: 'accepted', additionalGuests: 2, organizer: true },
            { email: 'room-4@resource.calendar.google.com', resource: true },
          ],
          organizer: { email: 'kim@example.org' },
        }),
      ],
    }).occurrences;
    expect(meeting).toMatchObject({ people: 4, resources: 1, response: 'tentative', organizerIsSelf: false });
    expect(meeting?.attendees.map((a) => a.optional)).toEqual([true, undefined]);
    const [room] = read({
      items: [event({ organizer: { self: true }, attendees: [{ email: 'r@x.org', resource: true }] })],
    }).occurrences;
    expect(room).toMatchObject({ people: 1, resources: 1, response: 'accepted', organizerIsSelf: true });
    const [hidden] = read({
      items: [
        event({ organizer: { email: 'b@x.org' }, attendeesOmitted: true, attendees: [{ self: true }] }),
      ],
    }).occurrences;
    expect(hidden?.people).toBe(2);
  });

  it('keeps a cancelled instance with its status, and a moved one with its key', () => {
    const instance = {
      recurringEventId: 'r1',
      iCalUID: 'r1@google.com',
      originalStartTime: { dateTime: '2026-11-17T09:00:00+01:00' },
    };
    const [plain] = read({ items: [event({ ...instance, id: 'r1_a' })] }).occurrences;
    const [moved] = read({
      items: [event({ ...instance, id: 'r1_a', start: { dateTime: '2026-11-19T09:00:00+01:00' } })],
    }).occurrences;
    expect(moved?.key).toBe(plain?.key);
    const [gone] = read({ items: [{ ...instance, id: 'r1_a', status: 'cancelled' }] }).occurrences;
    expect(gone).toMatchObject({ status: 'cancelled', startMs: Date.UTC(2026, 10, 17, 8) });
    expect(read({ items: [{ id: 'x', status: 'cancelled' }] })).toMatchObject({
      occurrences: [],
      problems: [],
    });
  });

  it('tells the rhythm of a series from its instances', () => {
    const every = (days: number): string | undefined =>
      read({
        items: [0, 1, 2].map((i) => {
          const at = { dateTime: new Date(Date.UTC(2026, 10, 2 + i * days, 9)).toISOString() };
          return event({ id: `i${i}`, recurringEventId: 'r', originalStartTime: at, start: at, end: at });
        }),
      }).occurrences[0]?.recurring;
    expect([every(1), every(7), every(14)]).toEqual(['daily', 'weekly', 'biweekly']);
  });

  it('skips a broken item, names its path, and keeps the rest', () => {
    const result = read({
      items: [event(), event({ id: 'b', start: { dateTime: 'tomorrow' } }), null, event({ id: 'c' })],
    });
    expect(result.occurrences).toHaveLength(2);
    expect(result.problems.map((p) => p.field)).toEqual(['items[2]', 'items[1].start.dateTime']);
  });

  it('refuses what is no answer of Google’s, without quoting it', () => {
    expect(() => readGoogleEvents('{"a":1}', options)).toThrow(SourceError);
    expect(() => readGoogleEvents('{"items": [\n{"summary": "Secret" oops', options)).toThrow(
      /^line 2: is not JSON$/,
    );
  });

  it('knows calls by their link, and Google’s event types', () => {
    const of = (more: object): unknown => read({ items: [event(more)] }).occurrences[0];
    expect(of({ hangoutLink: 'https://meet.google.com/abc' })).toMatchObject({ hasConference: true });
    expect(of({ description: '<a href="https://acme.zoom.us/j/1">join</a>' })).toMatchObject({
      hasConference: true,
      description: 'join',
    });
    expect(of({ eventType: 'focusTime' })).toMatchObject({ eventType: 'focusTime', hasConference: false });
  });

  it('keeps where the event stands in Google Calendar', () => {
    const htmlLink = 'https://www.google.com/calendar/event?eid=x';
    expect(read({ items: [event({ htmlLink })] }).occurrences[0]).toMatchObject({ link: htmlLink });
  });
});
