import type { CalendarText } from './components.ts';
import { unescaped } from './parameters.ts';
import { type Property, readProperty } from './property.ts';
import { zoneName } from './zone-name.ts';

/** What a calendar says of itself. */
export interface Header {
  readonly name: string;
  /** The owner's address, or an id of the calendar. */
  readonly owner: string;
  readonly color: string;
  /** IANA zone; empty where there is none that is known. */
  readonly zone: string;
  /** Whether the VCALENDAR that a line stands in cancels all of its events (METHOD:CANCEL; RFC 5546, 3.2.5). */
  readonly isCancelled: (line: number) => boolean;
}

const LONGEST_NAME = 200;

/** The properties of a calendar; of several in one text the first that has one. */
export function headerOf({ properties, calendarLines }: CalendarText): Header {
  const found = properties.flatMap(({ text, line }) => readProperty(text, line) ?? []);
  const first = (...names: string[]): string =>
    unescaped(found.find(({ name }) => names.includes(name))?.raw ?? '');
  return {
    name: first('X-WR-CALNAME', 'NAME').slice(0, LONGEST_NAME),
    owner: first('X-OWNER', 'X-WR-RELCALID'),
    color: first('COLOR', 'X-APPLE-CALENDAR-COLOR'),
    zone: zoneName(first('X-WR-TIMEZONE')) ?? '',
    isCancelled: cancellations(found, calendarLines),
  };
}

function cancellations(
  found: readonly Property[],
  calendarLines: readonly number[],
): (line: number) => boolean {
  const calendarOf = (line: number): number => calendarLines.findLastIndex((begin) => begin <= line);
  const cancelled = new Set(
    found
      .filter(({ name, raw }) => name === 'METHOD' && raw.toUpperCase() === 'CANCEL')
      .map(({ line }) => calendarOf(line)),
  );
  return (line) => cancelled.size > 0 && cancelled.has(calendarOf(line));
}
