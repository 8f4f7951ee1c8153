import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../../src/calendar/read-result.ts';
import { readGoogleEvents } from '../../../src/sources/google/read-events.ts';
import type { GoogleEvent } from '../../../src/sources/google/wire.ts';
import { DAY_MS, type Interval } from '../../../src/time/interval.ts';
import { architectContent } from '../../servers/google/architect.ts';
import { GoogleHandler } from '../../servers/google/handler.ts';
import { localText } from '../../servers/google/instances.ts';
import { GoogleWorld } from '../../servers/google/world.ts';
import { NOW } from './parts.ts';

const ME = 'mira@example.org';
const autumn = { startMs: Date.UTC(2026, 8, 1), endMs: Date.UTC(2026, 11, 1) };

function read(json: unknown, window: Interval = autumn): ReadResult {
  return readGoogleEvents(JSON.stringify(json), {
    sourceId: 's',
    calendarId: ME,
    zone: 'Europe/Berlin',
    window,
    ownAddresses: [],
  });
}

const series = (recurrence: string[], more: object = {}): GoogleEvent => ({
  id: 'm',
  iCalUID: 'm@google.com',
  summary: 'Series',
  start: { dateTime: '2026-10-19T10:00:00+02:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-10-19T11:00:00+02:00', timeZone: 'Europe/Berlin' },
  recurrence,
  ...more,
});

const starts = (result: ReadResult): string[] =>
  result.occurrences.map((o) => o.allDay?.start ?? new Date(o.startMs).toISOString().slice(0, 16));

/** The same list as the server gives it with and without expansion. */
async function bothLists(handler: GoogleHandler, window: Interval): Promise<[unknown, unknown]> {
  const list = async (singleEvents: boolean): Promise<unknown> => {
    const url = new URL(`http://x/calendar/v3/calendars/${encodeURIComponent(ME)}/events`);
    url.search = new URLSearchParams({
      singleEvents: String(singleEvents),
      maxResults: '2500',
      timeMin: new Date(window.startMs - 3 * DAY_MS).toISOString(),
      timeMax: new Date(window.endMs + 3 * DAY_MS).toISOString(),
    }).toString();
    const { body } = await handler.answer({
      method: 'GET',
      url,
      headers: new Headers({ authorization: 'Bearer t' }),
    });
    return JSON.parse(body);
  };
  return [await list(true), await list(false)];
}

/** Without what only a rule, or only an expanded list, can tell. */
const comparable = (result: ReadResult): unknown[] =>
  result.occurrences.filter((o) => o.status !== 'cancelled').map(({ recurring: _, ...o }) => o);

describe('a list of series that are not expanded', () => {
  it('reads as the expanded one does, exceptions and all', async () => {
    const handler = new GoogleHandler({ world: new GoogleWorld(architectContent(NOW), () => NOW) });
    const [expanded, masters] = await bothLists(handler, autumn);
    const [one, other] = [read(expanded), read(masters)];
    expect(comparable(other)).toEqual(comparable(one));
    expect(one.occurrences.length).toBeGreaterThan(150);
    expect(other.problems).toEqual([]);
    expect(other.occurrences.find((o) => o.uid === 'planning@google.com')?.recurring).toBe('biweekly');
    expect(other.occurrences.some((o) => o.status === 'cancelled')).toBe(true);
  });

  it('reads as the expanded one does, for random rules, zones and times', async () => {
    const rule = fc.oneof(
      fc.record({ n: fc.integer({ min: 1, max: 4 }) }).map(({ n }) => `FREQ=DAILY;INTERVAL=${n}`),
      fc
        .record({
          n: fc.integer({ min: 1, max: 3 }),
          days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }),
        })
        .map(({ n, days }) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days.join(',')}`),
      fc.constantFrom(
        'FREQ=MONTHLY',
        'FREQ=MONTHLY;BYDAY=-1FR',
        'FREQ=MONTHLY;BYMONTHDAY=15',
        'FREQ=YEARLY',
        'FREQ=WEEKLY',
      ),
    );
    const end = fc.constantFrom('', ';COUNT=7', ';UNTIL=20261030T120000Z');
    await fc.assert(
      fc.asyncProperty(
        rule,
        end,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
        fc.integer({ min: -200, max: 60 }),
        fc.integer({ min: 4, max: 23 }),
        fc.boolean(),
        async (given, until, zone, day, hour, allDay) => {
          // Whether a first instance that the rule does not give is counted is read in two ways.
          fc.pre(!until.includes('COUNT') || !given.includes('BY'));
          // So is a series that ends before it begins.
          fc.pre(!until.includes('UNTIL') || day < 50);
          const startMs = autumn.startMs + day * DAY_MS + hour * 3_600_000;
          const date = localText(startMs, zone).slice(0, 10);
          // So is a time that the change of the clocks leaves out.
          fc.pre(localText(startMs, zone).slice(11, 13) !== '02');
          const time = (ms: number) => ({ dateTime: localText(ms, zone), timeZone: zone });
          const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
          const world = new GoogleWorld([{ entry: { id: ME, timeZone: zone }, events: [] }], () => NOW);
          world.add(ME, {
            id: 'm',
            summary: 'Series',
            start: allDay ? { date } : time(startMs),
            end: allDay ? { date: next } : time(startMs + 3_600_000),
            recurrence: [`RRULE:${given}${allDay ? until.replace(/T\d+Z/, '') : until}`],
          });
          const [expanded, masters] = await bothLists(new GoogleHandler({ world }), autumn);
          expect(comparable(read(masters))).toEqual(comparable(read(expanded)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the wall clock when the clocks change, and knows UNTIL in UTC, as a date and on the wall', () => {
    const weeks = ['2026-10-19T08:00', '2026-10-26T09:00', '2026-11-02T09:00'];
    for (const until of ['20261102T090000Z', '20261102T100000', '20261102']) {
      expect(starts(read([series([`RRULE:FREQ=WEEKLY;UNTIL=${until}`])]))).toEqual(weeks);
    }
    expect(starts(read([series(['RRULE:FREQ=WEEKLY;UNTIL=20261102T085959Z'])]))).toEqual(weeks.slice(0, 2));
  });

  it('adds RDATEs, and takes out EXDATEs, in whatever form; an EXRULE is named', () => {
    const result = read([
      series([
        'RRULE:FREQ=DAILY;COUNT=7',
        'EXDATE;TZID=Europe/Berlin:20261020T100000,20261021T100000',
        'EXDATE:20261022T080000Z',
        'EXDATE;VALUE=DATE:20261023',
        'EXRULE:FREQ=WEEKLY;BYDAY=SA,SU',
        'RDATE;TZID=America/New_York:20261112T090000',
        'RDATE;VALUE=DATE:20261113',
        'RDATE;VALUE=PERIOD:20261114T090000Z/PT3H',
      ]),
    ]);
    expect(starts(result)).toEqual([
      '2026-10-19T08:00',
      '2026-10-24T08:00',
      '2026-10-25T09:00',
      '2026-11-12T14:00',
      '2026-11-13T09:00',
      '2026-11-14T09:00',
    ]);
    expect(new Set(result.occurrences.map((o) => o.key)).size).toBe(6);
    expect(result.problems.map((p) => [p.code, p.field])).toEqual([['exrule', 'items[0].recurrence']]);
  });

  it('lets exceptions stand in the place of their instances, before or behind their master', () => {
    const instance = {
      id: 'm_20261026T090000Z',
      recurringEventId: 'm',
      iCalUID: 'm@google.com',
      originalStartTime: { dateTime: '2026-10-26T10:00:00+01:00' },
    };
    const at = { dateTime: '2026-10-27T15:00:00Z' };
    const moved = { ...instance, summary: 'Moved', start: at, end: at };
    const master = series(['RRULE:FREQ=WEEKLY;COUNT=3']);
    for (const items of [
      [moved, master],
      [master, moved],
    ]) {
      expect(starts(read(items))).toEqual(['2026-10-19T08:00', '2026-10-27T15:00', '2026-11-02T09:00']);
    }
    const called = read([master, { ...instance, status: 'cancelled' }]).occurrences;
    expect(called.map((o) => o.status)).toEqual(['confirmed', 'cancelled', 'confirmed']);
    expect(new Set(called.map((o) => o.recurring))).toEqual(new Set(['weekly']));
  });

  it('expands dates as dates', () => {
    const day = { start: { date: '2026-10-24' }, end: { date: '2026-10-26' } };
    const result = read([series(['RRULE:FREQ=WEEKLY;UNTIL=20261031', 'EXDATE;VALUE=DATE:20261107'], day)]);
    expect(result.occurrences.map((o) => o.allDay)).toEqual([
      { start: '2026-10-24', end: '2026-10-26' },
      { start: '2026-10-31', end: '2026-11-02' },
    ]);
  });

  it('says which rule it cannot read, and keeps the first instance', () => {
    const result = read([
      series(['RRULE:FREQ=FORTNIGHTLY']),
      { ...series(['RRULE:FREQ=DAILY']), id: 'x', start: {} },
    ]);
    expect(starts(result)).toEqual(['2026-10-19T08:00']);
    expect(result.problems.map((p) => [p.code, p.field])).toEqual([
      ['bad-rule', 'items[0].recurrence'],
      ['broken-event', 'items[1].start'],
    ]);
  });

  it('ends with hostile rules, says so, and keeps the rest', () => {
    const items = ['FREQ=SECONDLY', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;COUNT=1000000000'].map(
      (rule, i) => series([`RRULE:${rule}`], { id: `m${i}`, iCalUID: `m${i}` }),
    );
    const result = read([...items, { ...series([]), id: 'fine', iCalUID: 'fine' }]);
    expect(result.problems.map((p) => [p.code, p.uid])).toContainEqual(['capped', 'm0']);
    expect(result.occurrences.some((o) => o.uid === 'fine')).toBe(true);
  });
});
