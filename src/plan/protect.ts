import type { WeekLoad } from '../load/week-load.ts';
import { type Interval, lengthMs } from '../time/interval.ts';

/** The longest stretch of open craft that begins at or after `nowMs`, to be booked before others book it; or null. */
export function blockToProtect(load: WeekLoad, nowMs: number): Interval | null {
  const open = load.segments.filter((s) => s.kind === 'craft-open' && s.startMs >= nowMs);
  const longest = open.reduce<Interval | null>(
    (best, s) => (best === null || lengthMs(s) > lengthMs(best) ? s : best),
    null,
  );
  return longest && { startMs: longest.startMs, endMs: longest.endMs };
}

/** A page of Google Calendar with a new event filled in; nothing is saved before the user does. */
export function googleEventLink(title: string, { startMs, endMs }: Interval): string {
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${basic(startMs)}/${basic(endMs)}`,
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

/** The same for Outlook on the web. */
export function outlookEventLink(title: string, { startMs, endMs }: Interval): string {
  const query = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(startMs).toISOString(),
    enddt: new Date(endMs).toISOString(),
  });
  return `https://outlook.office.com/calendar/0/deeplink/compose?${query}`;
}

/** An iCalendar file with one busy event (RFC 5545). */
export function eventFile(title: string, { startMs, endMs }: Interval, nowMs: number): string {
  const escaped = title.replaceAll(/[\\;,]/g, (c) => `\\${c}`).replaceAll(/\r?\n/g, '\\n');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Craftweek//Plan//EN',
    'BEGIN:VEVENT',
    `UID:craftweek-${basic(startMs)}-${basic(endMs)}`,
    `DTSTAMP:${basic(nowMs)}`,
    `DTSTART:${basic(startMs)}`,
    `DTEND:${basic(endMs)}`,
    ...folded(`SUMMARY:${escaped}`),
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Lines of at most 75 octets (RFC 5545, 3.1). */
function folded(line: string): string[] {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...lines, part];
}

function basic(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
