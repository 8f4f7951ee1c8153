import type { Problem } from '../../calendar/problem.ts';
import { foldAfter, isBlank, type LogicalLine, lineEnd, unfolded, withLineFeeds } from './lines.ts';

/** A component as a stretch of its text; its lines are cut out when they are asked for (`eachLine`). */
export interface Component {
  /** Upper case. */
  readonly name: string;
  /** Line of its BEGIN. */
  readonly line: number;
  /** The whole text, and the half-open stretch of it between BEGIN and END, whose first line has a number. */
  readonly text: string;
  readonly contentLine: number;
  readonly from: number;
  readonly to: number;
  /** Stretches of what is nested in it. */
  readonly nested: readonly Nested[];
  /** STANDARD and DAYLIGHT of a VTIMEZONE. */
  readonly parts: readonly Component[];
}

interface Nested {
  readonly from: number;
  readonly to: number;
  /** Line on which `to` stands. */
  readonly lineAfter: number;
}

/** A calendar text cut into what is read of it. */
export interface CalendarText {
  /** Content lines that stand directly in a VCALENDAR. */
  readonly properties: readonly LogicalLine[];
  readonly events: readonly Component[];
  readonly zones: readonly Component[];
  /** VFREEBUSY components: what some servers show in place of events. */
  readonly freeBusy: number;
  readonly problems: readonly Problem[];
  /** Lines where each VCALENDAR begins, in order. */
  readonly calendarLines: readonly number[];
  /** Whether there was a VCALENDAR or a VEVENT at all. */
  readonly isCalendar: boolean;
}

/** More events than this are not read: no person has them, and no page could show them. */
export const MOST_EVENTS = 200_000;
/** Lines outside of any component but VCALENDAR: name, colour, zone and little else. */
const MOST_PROPERTIES = 2000;
/** Lines between two places to stop. */
const LINES_A_STEP = 1000;
const DEEPEST = 20;
/** A marker is not longer, folded or not. */
const LONGEST_MARKER = 100;
/** Components that no other may hold: where one begins, what is open has no END. */
const SIBLINGS = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VCALENDAR']);
const NONE: readonly never[] = [];

interface Open {
  readonly name: string;
  readonly line: number;
  /** Where its BEGIN stands, and where its content begins. */
  readonly begin: number;
  readonly contentLine: number;
  readonly from: number;
  nested: Nested[] | null;
  parts: Component[] | null;
}

/**
 * Cuts a text into components, so that each can be read, or fail, on its own. A component that never ends is closed
 * where its neighbour begins, and reported; an END without its BEGIN is reported. Yields now and then, so that a long
 * text can be read in turns. Linear in the text, which is not copied.
 */
export function* components(written: string): Generator<undefined, CalendarText> {
  const text = withLineFeeds(written);
  const scan = new Scan(text);
  for (let steps = 1; scan.step(); steps++) if (steps % LINES_A_STEP === 0) yield;
  return scan.finish();
}

/** The state of one way through a text. */
class Scan {
  readonly #text: string;
  #at = 0;
  #line = 1;
  readonly #properties: LogicalLine[] = [];
  readonly #events: Component[] = [];
  readonly #zones: Component[] = [];
  readonly #problems: Problem[] = [];
  readonly #calendarLines: number[] = [];
  readonly #stack: Open[] = [];
  #freeBusy = 0;
  #isCalendar = false;
  #dropped = 0;
  #tooDeep = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes one line on; false at the end. */
  step(): boolean {
    const text = this.#text;
    if (this.#at >= text.length) return false;
    const begin = this.#at;
    const line = this.#line;
    const marker = markerAt(text, begin);
    if (marker) {
      this.#at = marker.next;
      this.#line += marker.feeds;
      if (marker.isBegin) this.#open(marker.name, begin, line);
      else this.#end(marker.name, begin, line);
      return true;
    }
    const top = this.#stack.at(-1);
    if ((!top || top.name === 'VCALENDAR') && !isBlank(text, begin)) this.#property(begin, line);
    else {
      this.#at = lineEnd(text, begin, text.length) + 1;
      this.#line++;
    }
    return true;
  }

  finish(): CalendarText {
    while (this.#stack.length > 0) this.#unclosed(this.#text.length, this.#line);
    if (this.#dropped > 0) {
      this.#problems.push({
        code: 'capped',
        message: `${this.#dropped} events past the first ${MOST_EVENTS} were not read`,
      });
    }
    return {
      properties: this.#properties,
      events: this.#events,
      zones: this.#zones,
      freeBusy: this.#freeBusy,
      problems: this.#problems,
      calendarLines: this.#calendarLines,
      isCalendar: this.#isCalendar,
    };
  }

  #property(begin: number, line: number): void {
    const found = unfolded(this.#text, begin, this.#text.length);
    this.#at = found.next;
    this.#line += found.feeds;
    if (found.text !== '' && this.#properties.length < MOST_PROPERTIES) {
      this.#properties.push({ text: found.text, line, cut: found.cut });
    }
  }

  #open(name: string, begin: number, line: number): void {
    if (name === 'VCALENDAR' || name === 'VEVENT') this.#isCalendar = true;
    if (name === 'VCALENDAR') this.#calendarLines.push(line);
    if (name === 'VFREEBUSY') this.#freeBusy++;
    // A sibling cannot begin inside another: the END before it is missing.
    if (SIBLINGS.has(name)) {
      while (this.#stack.length > 0 && this.#stack.at(-1)?.name !== 'VCALENDAR') this.#unclosed(begin, line);
    }
    if (name === 'VCALENDAR') this.#stack.pop();
    if (this.#stack.length >= DEEPEST) {
      if (!this.#tooDeep)
        this.#problems.push({ code: 'capped', message: 'components are nested too deep', line });
      this.#tooDeep = true;
      this.#stack.length = 1;
    }
    this.#stack.push({
      name,
      line,
      begin,
      contentLine: this.#line,
      from: this.#at,
      nested: null,
      parts: null,
    });
  }

  #end(name: string, begin: number, line: number): void {
    const depth = this.#stack.findLastIndex((open) => open.name === name);
    if (depth < 0) {
      this.#problems.push({ code: 'stray-end', message: `END:${name} without its BEGIN`, line });
      return;
    }
    while (this.#stack.length > depth + 1) this.#unclosed(begin, line);
    this.#close(begin, { to: this.#at, lineAfter: this.#line });
  }

  /** Closes the innermost component, which has no END, before the line that begins at `to`. */
  #unclosed(to: number, lineAfter: number): void {
    const open = this.#stack.at(-1);
    if (open)
      this.#problems.push({ code: 'missing-end', message: `${open.name} has no END`, line: open.line });
    this.#close(to, { to, lineAfter });
  }

  /** Closes the innermost component, whose content ends at `to`; `behind` is what comes after its END. */
  #close(to: number, behind: { readonly to: number; readonly lineAfter: number }): void {
    const done = this.#stack.pop();
    if (!done) return;
    const { name, line, contentLine, begin, from } = done;
    const parent = this.#stack.at(-1);
    if (parent && parent.name !== 'VCALENDAR') {
      parent.nested ??= [];
      parent.nested.push({ from: begin, ...behind });
    }
    const kept = (): Component => ({
      name,
      line,
      text: this.#text,
      contentLine,
      from,
      to,
      nested: done.nested ?? NONE,
      parts: done.parts ?? NONE,
    });
    if (name === 'VEVENT') {
      if (this.#events.length < MOST_EVENTS) this.#events.push(kept());
      else this.#dropped++;
    } else if (name === 'VTIMEZONE') this.#zones.push(kept());
    else if (parent && (name === 'STANDARD' || name === 'DAYLIGHT')) {
      parent.parts ??= [];
      parent.parts.push(kept());
    }
  }
}

/** BEGIN:VEVENT and END:VEVENT as nearly every program writes them, told without a pattern. */
function usualMarker(text: string, at: number, isBegin: boolean): Marker | null {
  const written = isBegin ? 'BEGIN:VEVENT' : 'END:VEVENT';
  if (!text.startsWith(written, at)) return null;
  let end = at + written.length;
  if (text.charCodeAt(end) === 13) end++;
  if (text.charCodeAt(end) !== 10) return null;
  const next = text.charCodeAt(end + 1);
  // A capital letter begins another line; anything else may go on with this one.
  return next >= 65 && next <= 90 ? { isBegin, name: 'VEVENT', next: end + 1, feeds: 1 } : null;
}

interface Marker {
  readonly isBegin: boolean;
  readonly name: string;
  readonly next: number;
  readonly feeds: number;
}

/** The BEGIN or END that stands at the beginning of a line, folded or not; null for any other line. */
function markerAt(text: string, begin: number): Marker | null {
  // Files that were put together have a byte order mark in their middle.
  const at = text.charCodeAt(begin) === 0xfeff ? begin + 1 : begin;
  const first = text.charCodeAt(at) | 32;
  if (first !== 0x62 && first !== 0x65) return null;
  const second = text.charCodeAt(at + 1) | 32;
  const isWhole = (first === 0x62 && second === 0x65) || (first === 0x65 && second === 0x6e);
  if (!isWhole && foldAfter(text, at + 1, text.length) !== at + 2) return null;
  const usual = usualMarker(text, at, first === 0x62);
  if (usual) return usual;
  const line = unfolded(text, at, text.length, LONGEST_MARKER);
  const match = /^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*$/i.exec(line.text);
  if (!match) return null;
  return {
    isBegin: match[1]?.toUpperCase() === 'BEGIN',
    name: (match[2] ?? '').toUpperCase(),
    next: line.next,
    feeds: line.feeds,
  };
}
