import { DAY_MS, HOUR_MS } from '../src/time/interval.ts';

const SUBJECTS = ['Platform', 'Fonts', 'Budget', 'Hiring', 'Release', 'Research', 'Vendor', 'Roadmap'];
const DEEDS = ['review', 'planning', 'sync', '1:1', 'workshop', 'focus time', 'interview', 'status'];
/** What an ordinary week holds; older ones hold the rest of what is asked for. */
const ORDINARY = 25;
const ORDINARY_WEEKS = 56;
const WEEKS = 240;

/** One entry of the made-up calendar. */
export interface MadeEvent {
  readonly uid: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * So many entries up to the end of the week that begins at `mondayMs`: the last year as ordinary weeks, the years before
 * as full as it takes. One title in ten is its own.
 */
export function madeEvents(count: number, mondayMs: number): MadeEvent[] {
  const recent = Math.min(count, ORDINARY * ORDINARY_WEEKS);
  const older = WEEKS - ORDINARY_WEEKS;
  return Array.from({ length: count }, (_, i) => {
    const old = i >= recent;
    const week = old ? ORDINARY_WEEKS + ((i - recent) % older) : i % ORDINARY_WEEKS;
    const slot = old ? Math.floor((i - recent) / older) : Math.floor(i / ORDINARY_WEEKS);
    const startMs =
      mondayMs - week * 7 * DAY_MS + (slot % 5) * DAY_MS + (8 + (Math.floor(slot / 5) % 9)) * HOUR_MS;
    const subject = SUBJECTS[(slot + week) % SUBJECTS.length];
    const deed = DEEDS[(slot * 3 + (week % 7)) % DEEDS.length];
    const own = i % 10 === 0 ? ` ${i}` : '';
    return {
      uid: `made-${i}@example.org`,
      title: `${subject} ${deed}${own}`,
      startMs,
      endMs: startMs + HOUR_MS,
    };
  });
}

/** The same as an iCalendar file. */
export function madeFile(events: readonly MadeEvent[]): string {
  const stamp = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+(?=Z)/g, '');
  const lines = events.map(({ uid, title, startMs, endMs }) =>
    [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART:${stamp(startMs)}`,
      `DTEND:${stamp(endMs)}`,
      `SUMMARY:${title}`,
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org',
      'END:VEVENT',
    ].join('\r\n'),
  );
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
}
