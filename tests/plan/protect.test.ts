import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { blockToProtect, eventFile, googleEventLink, outlookEventLink } from '../../src/plan/protect.ts';
import { readIcs } from '../../src/sources/ics/read-ics.ts';

const BLOCK = { startMs: Date.UTC(2026, 10, 17, 12), endMs: Date.UTC(2026, 10, 17, 16) };
const TITLE = 'Focus, with a comma; and more of it: 集中する時間を先に確保しておくための予定です';

describe('a block to protect', () => {
  it('is the longest open stretch that is still ahead', () => {
    const load = weekLoad('2026-11-16', [], defaultLoadSettings('UTC'));
    expect(blockToProtect(load, Date.UTC(2026, 10, 16, 14))).toEqual({
      startMs: Date.UTC(2026, 10, 17, 13),
      endMs: Date.UTC(2026, 10, 17, 17),
    });
    expect(blockToProtect(load, load.endMs)).toBeNull();
  });

  it('is a file that calendars read, with lines of at most 75 octets', () => {
    const text = eventFile(TITLE, BLOCK, 0);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(TITLE);
    const read = readIcs(text, {
      zone: 'UTC',
      sourceId: 's',
      calendarId: 'c',
      ownAddresses: [],
      window: { startMs: 0, endMs: BLOCK.endMs },
    });
    expect(read.problems).toEqual([]);
    expect(read.occurrences[0]).toMatchObject({ ...BLOCK, title: TITLE });
  });

  it('is a link that fills in a new event', () => {
    const google = new URL(googleEventLink(TITLE, BLOCK));
    expect(google.searchParams.get('text')).toBe(TITLE);
    expect(google.searchParams.get('dates')).toBe('20261117T120000Z/20261117T160000Z');
    const outlook = new URL(outlookEventLink(TITLE, BLOCK));
    expect(outlook.searchParams.get('subject')).toBe(TITLE);
    expect(outlook.searchParams.get('startdt')).toBe('2026-11-17T12:00:00.000Z');
  });
});
