/** Reading a calendar of 22 MB and 40,000 events, with one year expanded, beside ical.js used as well as it can be. */
import { execFileSync } from 'node:child_process';
import ICAL from 'ical.js';
import { readIcs } from '../../src/sources/ics/read-ics.ts';
import { DAY_MS, HOUR_MS } from '../../src/time/interval.ts';
import { processorMs, type Row } from '../measure.ts';

const EVENTS = 40_000;
const SERIES = 40;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2027, 0, 1);
/** The file reaches ten years back. */
const DAYS = 3650;

const RULES = [
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=TU,TH',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
  'FREQ=MONTHLY;BYDAY=1MO',
];
const NOTES = 'Agenda\\, notes and what was decided the last time are where they always are.\\n'.repeat(2);
const stamp = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');

function event(i: number): string {
  const start = TO - DAYS * DAY_MS + Math.floor((i * DAYS) / EVENTS) * DAY_MS + (8 + (i % 9)) * HOUR_MS;
  return [
    'BEGIN:VEVENT',
    `UID:${i}-d8c3c1a2@example.org`,
    'DTSTAMP:20261101T080000Z',
    `DTSTART;TZID=Europe/Berlin:${stamp(start)}`,
    `DTEND;TZID=Europe/Berlin:${stamp(start + HOUR_MS)}`,
    ...(i % (EVENTS / SERIES) === 0 ? [`RRULE:${RULES[i % RULES.length]}`] : []),
    `SUMMARY:Entry ${i}`,
    `DESCRIPTION:${NOTES}`,
    'ORGANIZER;CN=Ada Lovelace:mailto:ada@example.org',
    'ATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:ada@example.org',
    'ATTENDEE;CN=Me;PARTSTAT=NEEDS-ACTION:mailto:me@example.org',
    'END:VEVENT',
  ].join('\r\n');
}

const zonePart = (name: string, month: number, from: string, to: string): string[] => [
  `BEGIN:${name}`,
  `DTSTART:1996${month === 3 ? '0331T02' : '1027T03'}0000`,
  `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  `END:${name}`,
];
const made = (): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:me@example.org',
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    ...zonePart('DAYLIGHT', 3, '+0100', '+0200'),
    ...zonePart('STANDARD', 10, '+0200', '+0100'),
    'END:VTIMEZONE',
    ...Array.from({ length: EVENTS }, (_, i) => event(i)),
    'END:VCALENDAR',
  ].join('\r\n');

function ours(text: string): number {
  return readIcs(text, {
    zone: 'Europe/Berlin',
    ownAddresses: [],
    sourceId: 'bench',
    calendarId: '0',
    window: { startMs: FROM, endMs: TO },
  }).occurrences.length;
}

/** The starts alone, with neither title nor people. */
function theirs(text: string): number {
  let found = 0;
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component, { exceptions: [], strictExceptions: true });
    for (const ms of event.isRecurring() ? instancesOf(event) : [event.startDate.toJSDate().getTime()]) {
      if (ms >= FROM && ms < TO) found++;
    }
  }
  return found;
}

/** Starts of a series up to the end of the window. */
function* instancesOf(event: ICAL.Event): Generator<number> {
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const ms = next.toJSDate().getTime();
    if (ms >= TO) return;
    yield ms;
  }
}

/** Most memory of a process that reads it, beyond what it had with the text, in MB. */
function memoryOf(name: 'ours' | 'theirs'): number {
  return Number(execFileSync(process.execPath, [import.meta.filename, name], { encoding: 'utf8' }));
}

/** The first reading of a process, in processor time. */
function coldMs(name: 'ours' | 'theirs'): number {
  return Number(execFileSync(process.execPath, [import.meta.filename, name, 'cold'], { encoding: 'utf8' }));
}

const against = 'ical.js used linearly';
export const READING_ROWS: readonly Row[] = [
  {
    name: 'read',
    work: 'reading 22 MB, 40,000 events, one year expanded',
    against,
    unit: 'ms',
    aim: 1 / 3,
    turns: 7,
    async open() {
      const text = made();
      return { ours: () => processorMs(() => ours(text)), peer: () => processorMs(() => theirs(text)) };
    },
  },
  {
    name: 'read-cold',
    work: 'the same, the first reading of a process',
    against,
    unit: 'ms',
    aim: null,
    turns: 5,
    open: async () => ({ ours: () => coldMs('ours'), peer: () => coldMs('theirs') }),
  },
  {
    name: 'read-memory',
    work: 'the same, most memory beyond the text',
    against,
    unit: 'MB',
    aim: 0.5,
    turns: 5,
    open: async () => ({ ours: () => memoryOf('ours'), peer: () => memoryOf('theirs') }),
  },
];

if (import.meta.main) {
  const [name, what] = process.argv.slice(2);
  const text = made();
  const before = process.resourceUsage().maxRSS;
  const ms = await processorMs(() => (name === 'ours' ? ours(text) : theirs(text)));
  console.log(what === 'cold' ? ms : (process.resourceUsage().maxRSS - before) / 1024);
}
