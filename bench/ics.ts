/**
 * Reading a calendar of 22 MB and 40,000 events, with one year expanded, beside ical.js used as well as it can be (each
 * event without a search for its exceptions): `node bench/ics.ts`. In turns, the memory in processes of their own; what
 * counts is the ratio of the medians, of processor time and of the memory that a process needed at most beyond the text.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import ICAL from 'ical.js';
import { readIcs } from '../src/sources/ics/read-ics.ts';
import { DAY_MS, HOUR_MS } from '../src/time/interval.ts';

const EVENTS = 40_000;
const SERIES = 40;
const TURNS = 3;
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
const text = [
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

function ours(): number {
  return readIcs(text, {
    zone: 'Europe/Berlin',
    ownAddresses: [],
    sourceId: 'bench',
    calendarId: '0',
    window: { startMs: FROM, endMs: TO },
  }).occurrences.length;
}

/** The starts alone, with neither title nor people. */
function theirs(): number {
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

interface Turn {
  readonly ms: number;
  /** Most memory of the process beyond what it had with the text, in MB. */
  readonly mb: number;
  readonly found: number;
}

function turn(name: string): Turn {
  const before = process.resourceUsage().maxRSS;
  const begin = process.cpuUsage();
  const found = name === 'ours' ? ours() : theirs();
  const { user, system } = process.cpuUsage(begin);
  return { ms: (user + system) / 1000, mb: (process.resourceUsage().maxRSS - before) / 1024, found };
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

function compare(): void {
  const turns: Record<string, Turn[]> = { ours: [], theirs: [] };
  for (let n = 0; n < TURNS; n++) {
    for (const [name, list] of Object.entries(turns)) {
      const { ms, found } = turn(name);
      // Memory in a process of its own, where nothing of the other is left.
      const out = execFileSync(process.execPath, [import.meta.filename, '--one', name], { encoding: 'utf8' });
      list.push({ ms, found, mb: (JSON.parse(out) as Turn).mb });
    }
  }
  console.log(`${(text.length / 1e6).toFixed(1)} MB, ${EVENTS} events, one year; ${TURNS} turns`);
  const of = (name: string, key: keyof Turn): number => median((turns[name] ?? []).map((t) => t[key]));
  for (const [name, label] of [
    ['ours', 'craftweek'],
    ['theirs', 'ical.js'],
  ] as const) {
    const cells = [of(name, 'ms').toFixed(0), of(name, 'mb').toFixed(0), of(name, 'found')];
    console.log(`${label.padEnd(10)} ${cells[0]} ms, ${cells[1]} MB, ${cells[2]} in the year`);
  }
  const ratio = (key: keyof Turn): string => (of('ours', key) / of('theirs', key)).toFixed(2);
  console.log(`ratio      time ${ratio('ms')} (at most 0.33), memory ${ratio('mb')} (at most 0.50)`);
}

const { values } = parseArgs({ options: { one: { type: 'string' } } });
if (values.one === undefined) compare();
else console.log(JSON.stringify(turn(values.one)));
