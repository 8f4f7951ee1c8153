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
  await expect(readFile('<html>', options)).rejects.toMatchObject({ code: 'file-page' });
  await expect(readFile('{"a":1}', options)).rejects.toMatchObject({ code: 'not-google-json' });
});

test.each([
  ['', 'file-empty'],
  ['\uFEFF \r\n', 'file-empty'],
  ['<!DOCTYPE html><html><body>Sign in</body></html>', 'file-page'],
  ['Subject,Start Date\r\nStand-up,1/1/2026', 'not-a-calendar'],
])('%j is no calendar, and has words of its own', async (text, code) => {
  await expect(readFile(text, options)).rejects.toMatchObject({ code });
});

test('a file that is cut in the middle keeps what stands before, and names the line of the entry', async () => {
  const event = (uid: string): string =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20261116T090000Z\r\nDTEND:20261116T100000Z\r\nSUMMARY:x\r\nEND:VEVENT\r\n`;
  const whole = `BEGIN:VCALENDAR\r\n${event('a')}${event('b')}END:VCALENDAR\r\n`;
  expect((await readFile(whole, options)).problems).toEqual([]);
  const { occurrences, problems } = await readFile(whole.slice(0, whole.indexOf('SUMMARY', 150)), options);
  expect(occurrences.map((o) => o.uid)).toContain('a');
  expect(problems[0]).toMatchObject({ code: 'cut', line: 8 });
});
