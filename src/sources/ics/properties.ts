import type { Problem } from '../../calendar/problem.ts';
import { eachLine } from './component-lines.ts';
import type { Component } from './components.ts';
import { type Property, readProperty } from './property.ts';

/** Attendees of one event past this number are counted, not read. */
export const MOST_ATTENDEES = 2000;

/** What tells when an event is, and which of several copies stands: read of every event. */
const HEAD = [
  'UID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SEQUENCE',
  'DTSTAMP',
  'LAST-MODIFIED',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
] as const;

/** What an event is about: read of those that are in the window alone. */
const BODY = [
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'STATUS',
  'TRANSP',
  'ATTENDEE',
  'ORGANIZER',
  'CATEGORIES',
  'COLOR',
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-CDO-BUSYSTATUS',
] as const;

/** Of VTIMEZONE and its parts. */
const ZONE = ['TZID', 'X-LIC-LOCATION', 'DTSTART', 'RRULE', 'RDATE', 'TZOFFSETFROM', 'TZOFFSETTO'] as const;

/** The properties of one component that are asked for, and what could not be read of them. */
export class Properties {
  readonly #found: readonly Property[];
  readonly problems: readonly Problem[];
  /** Attendees that were only counted. */
  readonly moreAttendees: number;

  constructor(found: readonly Property[], problems: readonly Problem[], moreAttendees: number) {
    this.#found = found;
    this.problems = problems;
    this.moreAttendees = moreAttendees;
  }

  first(name: string): Property | undefined {
    return this.#found.find((property) => property.name === name);
  }

  all(name: string): readonly Property[] {
    return this.#found.filter((property) => property.name === name);
  }
}

/** Reads the properties of an event that tell when it is. */
export const headOf = (component: Component): Properties => read(component, HEAD_NAMES);
/** Reads what an event is about; a line that is no property is told here. */
export const bodyOf = (component: Component): Properties => read(component, BODY_NAMES, HEAD_NAMES);
/** Reads the properties of a VTIMEZONE, or of a part of one. */
export const zoneOf = (component: Component): Properties => read(component, ZONE_NAMES);

/** Names as they may be written, by the codes of their first signs. */
interface Names {
  readonly names: ReadonlySet<string>;
  readonly firsts: ReadonlySet<number>;
}

const named = (list: readonly string[]): Names => ({
  names: new Set(list),
  firsts: new Set(list.flatMap((name) => [name.charCodeAt(0), name.toLowerCase().charCodeAt(0)])),
});
const HEAD_NAMES = named(HEAD);
const BODY_NAMES = named(BODY);
const ZONE_NAMES = named(ZONE);

/**
 * Reads the lines of a component that are wanted. A line that cannot be read is a problem; the rest is kept.
 *
 * @param told names that another reading has told of; given, every other line that is no property is told
 */
function read(component: Component, { names, firsts }: Names, told?: Names): Properties {
  const found: Property[] = [];
  const problems: Problem[] = [];
  let attendees = 0;
  const isWhole = eachLine(
    component,
    (text, at) => told !== undefined || (firsts.has(text.charCodeAt(at)) && isWanted(text, at, names)),
    (text, line, cut) => {
      const property = readProperty(text, line);
      const name = property?.name ?? nameOf(text);
      if (told?.names.has(name)) return;
      const isAsked = names.has(name);
      if (cut && isAsked) {
        problems.push({ code: 'capped', message: 'the line is too long, and was cut', line });
      }
      if (!property) problems.push(brokenLine(isAsked ? name : null, line));
      else if (isAsked && (name !== 'ATTENDEE' || ++attendees <= MOST_ATTENDEES)) found.push(property);
    },
  );
  if (!isWhole && told === undefined) {
    const message = 'the component is very long: its last lines were not read';
    problems.push({ code: 'capped', message, line: component.line });
  }
  return new Properties(found, problems, Math.max(0, attendees - MOST_ATTENDEES));
}

/** A line that cannot be read, of a property that is asked for, or of none. */
function brokenLine(field: string | null, line: number): Problem {
  const code = 'broken-line';
  if (field === null) return { code, message: 'is no property: it has no colon', line };
  return { code, message: `${field} cannot be read`, line, field };
}

/** No name that is wanted is longer. */
const LONGEST_NAME = 40;

/** Whether the line that begins at `at` has one of the names, or may have it: a name may be folded. */
function isWanted(text: string, at: number, names: ReadonlySet<string>): boolean {
  for (let end = at; end < at + LONGEST_NAME; end++) {
    const sign = text.charCodeAt(end);
    // A colon or a semicolon.
    if (sign === 58 || sign === 59) {
      const name = text.slice(at, end);
      return names.has(name) || names.has(name.trim().toUpperCase());
    }
    // CR, LF, or the end of the text.
    if (sign === 13 || sign === 10 || Number.isNaN(sign)) return true;
  }
  return false;
}

function nameOf(text: string): string {
  return text.slice(0, LONGEST_NAME).split(/[;:]/, 1)[0]?.trim().toUpperCase() ?? '';
}
