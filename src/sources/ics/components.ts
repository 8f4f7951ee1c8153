import type { Problem } from '../../calendar/problem.ts';
import type { LogicalLine } from './logical-lines.ts';

/** One VEVENT or VTIMEZONE: its own content lines, without those of what is nested in it. */
export interface Component {
  readonly name: string;
  /** Line of its BEGIN. */
  readonly line: number;
  readonly lines: readonly LogicalLine[];
  /** Nested components (STANDARD and DAYLIGHT of a VTIMEZONE; VALARM and others are dropped). */
  readonly parts: readonly Component[];
}

/** A calendar text cut into what is read of it. */
export interface CalendarText {
  /** Content lines that stand directly in a VCALENDAR. */
  readonly properties: readonly LogicalLine[];
  readonly events: readonly Component[];
  readonly zones: readonly Component[];
  readonly problems: readonly Problem[];
  /** Lines where each VCALENDAR begins, in order. */
  readonly calendarLines: readonly number[];
  /** Whether there was a VCALENDAR or a VEVENT at all. */
  readonly isCalendar: boolean;
}

/** More events than this are not read: no person has them, and no page could show them. */
export const MOST_EVENTS = 200_000;
/** More lines than this are not read of one component; 200,000 attendees are more than any meeting has. */
const MOST_LINES = 20_000;
/** Lines outside of any component but VCALENDAR: name, colour, zone and little else. */
const MOST_PROPERTIES = 2000;
/** Lines between two places to stop. */
const LINES_A_STEP = 1000;
const DEEPEST = 20;
const HELD = new Set(['VEVENT', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);

interface Open {
  readonly name: string;
  readonly line: number;
  readonly lines: LogicalLine[];
  readonly parts: Component[];
}

/**
 * Cuts content lines into components, so that each can be read, or fail, on its own. A component that never ends
 * is closed where its neighbour begins, and reported; an END without its BEGIN is reported. Yields now and then, so
 * that a long text can be read in turns.
 */
export function* components(lines: Iterable<LogicalLine>): Generator<undefined, CalendarText> {
  const properties: LogicalLine[] = [];
  const events: Component[] = [];
  const zones: Component[] = [];
  const problems: Problem[] = [];
  const calendarLines: number[] = [];
  const stack: Open[] = [];
  let isCalendar = false;
  let dropped = 0;
  let unread = 0;

  const close = (): void => {
    const done = stack.pop();
    if (!done) return;
    const parent = stack.at(-1);
    if (done.name === 'VEVENT') {
      if (events.length < MOST_EVENTS) events.push(done);
      else dropped++;
    } else if (done.name === 'VTIMEZONE') zones.push(done);
    else if (done.name === 'STANDARD' || done.name === 'DAYLIGHT') parent?.parts.push(done);
  };
  const unclosed = ({ name, line }: Open): void => {
    problems.push({ code: 'missing-end', message: `${name} has no END`, line });
  };

  let read = 0;
  for (const logical of lines) {
    if (++read % LINES_A_STEP === 0) yield;
    const marker = /^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*$/i.exec(logical.text);
    if (!marker) {
      const top = stack.at(-1);
      // Only what is read later is held: a hostile file may have millions of lines.
      if (!top || top.name === 'VCALENDAR') {
        if (properties.length < MOST_PROPERTIES) properties.push(logical);
      } else if (HELD.has(top.name) && top.lines.length < MOST_LINES && events.length < MOST_EVENTS) {
        top.lines.push(logical);
      } else if (HELD.has(top.name)) unread++;
      continue;
    }
    const name = (marker[2] ?? '').toUpperCase();
    if (marker[1]?.toUpperCase() === 'BEGIN') {
      if (name === 'VCALENDAR' || name === 'VEVENT') isCalendar = true;
      if (name === 'VCALENDAR') calendarLines.push(logical.line);
      // A sibling cannot begin inside another: the END before it is missing.
      const siblings = name === 'VEVENT' || name === 'VTODO' || name === 'VTIMEZONE' || name === 'VCALENDAR';
      while (siblings && stack.length > 0 && stack.at(-1)?.name !== 'VCALENDAR') {
        const open = stack.at(-1);
        if (open) unclosed(open);
        close();
      }
      if (name === 'VCALENDAR' && stack.length > 0) stack.pop();
      if (stack.length >= DEEPEST) {
        problems.push({ code: 'capped', message: 'components are nested too deep', line: logical.line });
        stack.length = 1;
      }
      stack.push({ name, line: logical.line, lines: [], parts: [] });
      continue;
    }
    const depth = stack.findLastIndex((open) => open.name === name);
    if (depth < 0) {
      problems.push({ code: 'stray-end', message: `END:${name} without its BEGIN`, line: logical.line });
      continue;
    }
    while (stack.length > depth + 1) {
      const open = stack.at(-1);
      if (open) unclosed(open);
      close();
    }
    close();
  }
  while (stack.length > 0) {
    const open = stack.at(-1);
    if (open) unclosed(open);
    close();
  }
  if (dropped > 0) {
    problems.push({
      code: 'capped',
      message: `${dropped} events past the first ${MOST_EVENTS} were not read`,
    });
  }
  if (unread > 0 && dropped === 0) {
    problems.push({ code: 'capped', message: `${unread} lines of very long components were not read` });
  }
  return { properties, events, zones, problems, calendarLines, isCalendar };
}
