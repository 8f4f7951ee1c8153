import ICAL from 'ical.js';
import type { Problem } from '../../calendar/problem.ts';
import type { Component } from './components.ts';
import type { LogicalLine } from './logical-lines.ts';

/** A property as ical.js reads it: name, parameters and values. */
export interface Property {
  /** Upper case. */
  readonly name: string;
  /** Names in lower case. */
  readonly parameters: Readonly<Record<string, string | string[]>>;
  readonly type: string;
  readonly values: readonly unknown[];
  /** The text after the colon, as it stands. */
  readonly raw: string;
  readonly line: number;
}

/** A date with a zone is not longer; a list of dates may be, and has no such zone. */
const LONGEST_ZONED = 400;
/** Attendees of one event past this number are counted, not read. */
export const MOST_ATTENDEES = 2000;

const WANTED = new Set([
  'UID',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'TRANSP',
  'ATTENDEE',
  'ORGANIZER',
  'CATEGORIES',
  'COLOR',
  'CONFERENCE',
  'SEQUENCE',
  'DTSTAMP',
  'LAST-MODIFIED',
  'X-GOOGLE-CONFERENCE',
  'X-GOOGLE-CALENDAR-CONTENT-ICON',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'X-MICROSOFT-CDO-INTENDEDSTATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
  // Of VTIMEZONE and its parts.
  'TZID',
  'X-LIC-LOCATION',
  'TZOFFSETFROM',
  'TZOFFSETTO',
]);

/** The properties of one component by name, and what could not be read of them. */
export interface Properties {
  readonly first: (name: string) => Property | undefined;
  readonly all: (name: string) => readonly Property[];
  readonly problems: readonly Problem[];
  /** Attendees that were only counted. */
  readonly moreAttendees: number;
}

/** Reads the lines of a component that are wanted. A line that cannot be read is a problem; the rest is kept. */
export function properties(component: Component): Properties {
  const found = new Map<string, Property[]>();
  const problems: Problem[] = [];
  let moreAttendees = 0;
  for (const logical of component.lines) {
    const name = nameOf(logical.text);
    if (name === null) {
      problems.push({ code: 'broken-line', message: 'is no property: it has no colon', line: logical.line });
      continue;
    }
    if (!WANTED.has(name)) continue;
    const list = found.get(name) ?? [];
    if (name === 'ATTENDEE' && list.length >= MOST_ATTENDEES) {
      moreAttendees++;
      continue;
    }
    const property = parse(logical, name);
    if (property) {
      list.push(property);
      found.set(name, list);
    } else {
      problems.push({
        code: 'broken-line',
        message: `${name} cannot be read`,
        line: logical.line,
        field: name,
      });
    }
  }
  return {
    first: (name) => found.get(name)?.[0],
    all: (name) => found.get(name) ?? [],
    problems,
    moreAttendees,
  };
}

/** The name of a content line in upper case, or null where the line has no colon after it. */
function nameOf(text: string): string | null {
  const match = /^[ \t]*([A-Za-z0-9-]+)[ \t]*[;:]/.exec(text);
  return match?.[1] && text.includes(':') ? match[1].toUpperCase() : null;
}

/**
 * Outlook names zones with a colon and without the quotes that it needs: `TZID=tzone://Microsoft/Utc:20261116T090000`,
 * `TZID=(UTC+01:00) Berlin:20261116T090000`. The date behind the last colon tells where the value begins.
 */
function withQuotedZone(text: string): string {
  const zone = /^[A-Z-]{1,20};TZID=(?=[^":;]{0,100}:)/i.exec(text)?.[0];
  const colon = text.slice(0, LONGEST_ZONED).lastIndexOf(':');
  if (!zone || colon === text.indexOf(':') || !/^:\d{4}-?\d\d-?\d\d/.test(text.slice(colon))) return text;
  const name = text.slice(zone.length, colon);
  return /[";]/.test(name) ? text : `${zone}"${name}"${text.slice(colon)}`;
}

function parse({ text: written, line }: LogicalLine, name: string): Property | null {
  const text = withQuotedZone(written);
  const raw = rawValue(text);
  // ical.js refuses rules with one bad part; ours are read by our own code, part by part.
  if (name === 'RRULE' || name === 'EXRULE') {
    return { name, parameters: {}, type: 'recur', values: [raw], raw, line };
  }
  try {
    const [, parameters, type, ...values] = ICAL.parse.property(text.trim()) as unknown as [
      string,
      Record<string, string | string[]>,
      string,
      ...unknown[],
    ];
    return { name, parameters, type, values, raw, line };
  } catch (error) {
    // One bad line is reported by the caller with its number, and the event keeps its other lines.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The value of a content line: what follows the first colon outside of quotes. */
export function rawValue(text: string): string {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === ':' && !quoted) return text.slice(i + 1).trim();
  }
  return text.slice(text.indexOf(':') + 1).trim();
}

/** The text of a property, all of its values joined; empty where it is missing. */
export function textOf(property: Property | undefined): string {
  return (
    property?.values
      .map((v) => (typeof v === 'string' || typeof v === 'number' ? String(v) : ''))
      .join(', ')
      .trim() ?? ''
  );
}

/** A parameter as one text; empty where it is missing. */
export function parameter(property: Property | undefined, name: string): string {
  const value = property?.parameters[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
