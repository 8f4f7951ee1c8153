import { expect, test } from 'vitest';
import { readFile, readInTurns } from '../../extension/background/read-file.ts';
import type { ReadOptions } from '../../src/calendar/read-result.ts';
import { readIcs } from '../../src/sources/ics/read-ics.ts';
import { ALWAYS } from '../store/fixtures.ts';

const options: ReadOptions = {
  sourceId: 's',
  calendarId: 'c',
  zone: 'UTC',
  window: ALWAYS,
  ownAddresses: [],
};

function file(events: number): string {
  const one = (i: number): string =>
    [
      'BEGIN:VEVENT',
      `UID:u${i}`,
      'DTSTART:20261116T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=50',
      `SUMMARY:Event ${i}`,
      'END:VEVENT',
    ].join('\r\n');
  const all = Array.from({ length: events }, (_, i) => one(i)).join('\r\n');
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${all}\r\nEND:VCALENDAR\r\n`;
}

test('a big file is read as at one stretch, and others have their turn meanwhile', async () => {
  const text = file(20);
  const done: string[] = [];
  const reading = readInTurns(0)(text, options).then((read) => {
    done.push('file');
    return read;
  });
  await new Promise((resolve) => setTimeout(resolve));
  done.push('another');
  const result = await reading;
  expect(result).toEqual(readIcs(text, options));
  expect(result.occurrences).toHaveLength(1000);
  expect(done).toEqual(['another', 'file']);
});

test('saved answers of Google are read too, and what is neither is refused with its code', async () => {
  const item = {
    id: 'x',
    iCalUID: 'x@google.com',
    summary: 'Talk',
    start: { dateTime: '2026-11-16T09:00:00Z' },
    end: { dateTime: '2026-11-16T10:00:00Z' },
  };
  const text = JSON.stringify({ kind: 'calendar#events', items: [item] });
  expect((await readFile(text, options)).occurrences).toMatchObject([{ title: 'Talk' }]);
  await expect(readFile('<html>', options)).rejects.toMatchObject({ code: 'not-a-calendar' });
  await expect(readFile('{"a":1}', options)).rejects.toMatchObject({ code: 'not-google-json' });
});
