/**
 * Reading a calendar of 5,000 events, 500 of them series, over 15 months, beside ical.js doing the same with its own
 * parser and iterator: `node bench/ics.ts`. Both in turns in one run; medians; what counts is the ratio.
 */
import ICAL from 'ical.js';
import { readIcs } from '../src/sources/ics/read-ics.ts';
import { DAY_MS } from '../src/time/interval.ts';

const SERIES = 500;
const SINGLE = 4500;
const TURNS = 5;
const FROM = Date.UTC(2025, 10, 16);
const TO = Date.UTC(2027, 1, 16);

const RULES = [
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=TU,TH',
  'FREQ=DAILY;UNTIL=20261231T000000Z',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
  'FREQ=MONTHLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYMONTHDAY=15',
];

const stamp = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
const text = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...Array.from({ length: SERIES + SINGLE }, (_, i) =>
    [
      'BEGIN:VEVENT',
      `UID:${i}`,
      `DTSTART:${stamp(FROM + ((i * 37) % 440) * DAY_MS + (9 + (i % 8)) * 3_600_000)}Z`,
      'DURATION:PT1H',
      ...(i < SERIES ? [`RRULE:${RULES[i % RULES.length]}`] : []),
      `SUMMARY:Entry ${i}`,
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:b@example.org',
      'END:VEVENT',
    ].join('\r\n'),
  ),
  'END:VCALENDAR',
].join('\r\n');

function ours(): number {
  return readIcs(text, {
    zone: 'UTC',
    ownAddresses: [],
    sourceId: 'bench',
    calendarId: '0',
    window: { startMs: FROM, endMs: TO },
  }).occurrences.length;
}

function theirs(): number {
  let found = 0;
  for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    if (!event.isRecurring()) {
      found++;
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const ms = next.toJSDate().getTime();
      if (ms >= TO) break;
      if (ms >= FROM) found++;
    }
  }
  return found;
}

const times = { ours: [] as number[], theirs: [] as number[] };
const counts = { ours: 0, theirs: 0 };
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, read] of [
    ['ours', ours],
    ['theirs', theirs],
  ] as const) {
    const begin = performance.now();
    counts[name] = read();
    times[name].push(performance.now() - begin);
  }
}
const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const ratio = median(times.ours) / median(times.theirs);
console.log(`${(text.length / 1e6).toFixed(1)} MB, ${SERIES} series, ${SINGLE} single events, 15 months`);
console.log(
  `craftweek  ${median(times.ours).toFixed(0).padStart(6)} ms  ${counts.ours} occurrences, with people, place and status`,
);
console.log(`ical.js    ${median(times.theirs).toFixed(0).padStart(6)} ms  ${counts.theirs} starts`);
console.log(`ratio      ${ratio.toFixed(2)}`);
