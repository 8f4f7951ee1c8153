import { expect, test } from 'vitest';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { calendar } from '../../cli/run.ts';

const options = {
  sourceId: 's',
  calendarId: 'c',
  zone: 'Europe/Berlin',
  ownAddresses: [],
  window: { startMs: Date.UTC(2026, 0, 1), endMs: Date.UTC(2027, 0, 1) },
};
const at = (zone: string, day: number): string =>
  `UID:${zone} ${day}\nSUMMARY:Talk\nDTSTART${zone}:202606${10 + day}T090000${zone === '' ? 'Z' : ''}\nDURATION:PT1H`;
const many = (zone: string, count: number): string[] => Array.from({ length: count }, (_, i) => at(zone, i));
const zoneOf = (text: string): string | undefined => readIcs(text, options).calendar.zone;

test('a calendar that names no zone has that of most of its entries', () => {
  expect(zoneOf(calendar(...many(';TZID=America/New_York', 6), ...many('', 2)))).toBe('America/New_York');
  expect(zoneOf(calendar(...many(';TZID=Eastern Standard Time', 6)))).toBe('America/New_York');
});

test('it has none where few entries name one, or programs wrote them in UTC', () => {
  expect(zoneOf(calendar(...many(';TZID=America/New_York', 3)))).toBeUndefined();
  expect(zoneOf(calendar(...many(';TZID=America/New_York', 4), ...many('', 6)))).toBeUndefined();
  expect(zoneOf(calendar(...many(';TZID=UTC', 6)))).toBeUndefined();
});

test('what the calendar itself names goes first', () => {
  const text = calendar(...many(';TZID=America/New_York', 6));
  expect(zoneOf(text.replace('VERSION:2.0', 'VERSION:2.0\nX-WR-TIMEZONE:Asia/Tokyo'))).toBe('Asia/Tokyo');
});
