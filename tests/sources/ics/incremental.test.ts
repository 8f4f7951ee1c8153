import { describe, expect, it } from 'vitest';
import { type IcsOptions, type IcsResult, readIcs } from '../../../src/sources/ics/read-ics.ts';

const OPTIONS: IcsOptions = {
  zone: 'Europe/Berlin',
  ownAddresses: [],
  sourceId: 'feed',
  calendarId: '0',
  window: { startMs: Date.parse('2026-11-01'), endMs: Date.parse('2026-12-01') },
};
const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\n');
const calendar = (...events: string[]): string => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n');
const first = (text: string): IcsResult => readIcs(text, { ...OPTIONS, known: null });
const again = (text: string, before: IcsResult, options = OPTIONS): IcsResult =>
  readIcs(text, { ...options, known: before.fingerprints });
const uids = ({ occurrences }: IcsResult): string[] => [...new Set(occurrences.map((o) => o.uid))].sort();

const SINGLE = event('single', 'DTSTART:20261116T090000Z', 'DURATION:PT1H', 'SUMMARY:One');
const SERIES = event('series', 'DTSTART:20261102T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
const AWAY = event('away', 'DTSTART:20200102T100000Z', 'DTEND:20200102T110000Z');

describe('a calendar that is read again', () => {
  it('has nothing read anew where only stamps and the order differ', () => {
    const before = first(
      calendar(SINGLE.replace('UID', 'DTSTAMP:20261101T000000Z\nCREATED:20261101T000000Z\nUID'), SERIES),
    );
    const lines = SINGLE.split('\n');
    const turned = [lines[0], 'DTSTAMP:20261102T000000Z', ...lines.slice(1, -1).reverse(), lines.at(-1)].join(
      '\n',
    );
    const after = again(calendar(SERIES, turned), before);
    expect(after.occurrences).toEqual([]);
    expect([...after.unchanged].sort()).toEqual(['series', 'single']);
    expect(after.fingerprints).toEqual(before.fingerprints);
  });

  it('has the series read anew that changed, and not the others', () => {
    const before = first(calendar(SINGLE, SERIES));
    const after = again(calendar(SINGLE.replace('One', 'Two'), SERIES), before);
    expect(uids(after)).toEqual(['single']);
    expect(after.occurrences[0]?.title).toBe('Two');
    expect(after.unchanged).toEqual(['series']);
  });

  it('has a series read anew whose instance was moved', () => {
    const before = first(calendar(SINGLE, SERIES));
    const moved = event('series', 'RECURRENCE-ID:20261109T100000Z', 'DTSTART:20261109T150000Z');
    const after = again(calendar(SINGLE, SERIES, moved), before);
    expect(uids(after)).toEqual(['series']);
    expect(after.unchanged).toEqual(['single']);
  });

  it('names neither what is gone nor what was moved out of the window', () => {
    const before = first(calendar(SINGLE, SERIES));
    const gone = again(calendar(SERIES), before);
    expect([...uids(gone), ...gone.unchanged]).toEqual(['series']);
    const moved = again(calendar(SINGLE.replaceAll('20261116', '20280116'), SERIES), before);
    expect([...uids(moved), ...moved.unchanged]).toEqual(['series']);
  });

  it.each([
    ['the window', { window: { startMs: OPTIONS.window.startMs, endMs: Date.parse('2026-12-08') } }],
    ['the zone', { zone: 'America/New_York' }],
    ['the user', { ownAddresses: ['me@example.org'] }],
  ])('is read whole where %s is another', (_, other) => {
    const before = first(calendar(SINGLE, SERIES));
    const after = again(calendar(SINGLE, SERIES), before, { ...OPTIONS, ...other });
    expect(uids(after)).toEqual(['series', 'single']);
    expect(after.unchanged).toEqual([]);
  });

  it('has no fingerprints where none are asked for', () => {
    expect(readIcs(calendar(SINGLE), OPTIONS).fingerprints).toBeNull();
  });
});

describe('an event outside of the window', () => {
  it('is not listed', () => {
    expect(uids(readIcs(calendar(AWAY, SINGLE), OPTIONS))).toEqual(['single']);
  });

  it('still stands for an older copy of it that is inside', () => {
    const newer = event('single', 'SEQUENCE:2', 'DTSTART:20280116T090000Z', 'DTEND:20280116T100000Z');
    const older = event('single', 'SEQUENCE:1', 'DTSTART:20261116T090000Z', 'DTEND:20261116T100000Z');
    expect(readIcs(calendar(newer, older), OPTIONS).occurrences).toEqual([]);
    expect(readIcs(calendar(older, newer), OPTIONS).occurrences).toEqual([]);
  });
});
