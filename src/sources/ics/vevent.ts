import type { Problem } from '../../calendar/problem.ts';
import { parseRule, type Rule } from '../../recurrence/rule.ts';
import { DAY_MS } from '../../time/interval.ts';
import { wallOfInstant } from '../../time/zone.ts';
import { eachLine } from './component-lines.ts';
import type { Component } from './components.ts';
import { Hash } from './hash.ts';
import { headOf, type Properties } from './properties.ts';
import { type Property, textOf } from './property.ts';
import {
  asKindOf,
  durationOf,
  type EventLength,
  epochOf,
  firstTime,
  type IcsTime,
  LONGEST_DAYS,
  timesOf,
} from './times.ts';
import type { Zones } from './zone-reader.ts';

/** A VEVENT with its times read. */
export interface VEvent {
  readonly uid: string;
  readonly line: number;
  /** Read with `bodyOf` when an instance is asked for. */
  readonly component: Component;
  readonly start: IcsTime;
  /** The name of the zone that the start is written in; empty where it names none. */
  readonly tzid: string;
  readonly length: EventLength;
  /** RFC 5545 wants one at most; RFC 2445 allowed several, whose instances are put together. */
  readonly rules: readonly Rule[];
  /** RDATEs, with a length of their own where they are periods. */
  readonly extra: readonly { readonly time: IcsTime; readonly length: EventLength | null }[];
  /** EXDATEs; a date takes out all of that day. */
  readonly except: readonly IcsTime[];
  readonly recurrenceId: IcsTime | null;
  readonly thisAndFuture: boolean;
  readonly sequence: number;
  /** DTSTAMP or LAST-MODIFIED, whichever is later, as text that sorts. */
  readonly stamp: string;
}

/**
 * Reads one VEVENT. Answers with null and a problem where it has no start that can be read; a rule, an end or a
 * line that cannot be read is a problem of its own, and the event is kept without it.
 */
export function readVEvent(
  component: Component,
  zones: Zones,
): { event: VEvent | null; problems: Problem[] } {
  const found = headOf(component);
  const { line } = component;
  let uid = textOf(found.first('UID')).slice(0, LONGEST_UID);
  const problems: Problem[] = found.problems.map((p) => ({ ...p, ...(uid ? { uid } : {}) }));
  const say = (code: string, message: string, field: string, at = line): void => {
    problems.push({ code, message, line: at, field, ...(uid ? { uid } : {}) });
  };
  const begun = found.first('DTSTART');
  const rid = found.first('RECURRENCE-ID');
  const recurrenceId = firstTime(rid, zones);
  if (rid && !recurrenceId) say('broken-line', 'RECURRENCE-ID cannot be read', 'RECURRENCE-ID', rid.line);
  // A cancelled instance may carry its original start alone.
  const rawStart = firstTime(begun, zones) ?? (begun ? null : recurrenceId);
  if (!rawStart) {
    const what = begun ? 'a start that cannot be read' : 'no start';
    say('broken-event', `the event has ${what}, and is left out`, 'DTSTART', begun?.line);
    return { event: null, problems };
  }
  if (!uid) {
    uid = nameFor(component);
    say('no-uid', 'the event has no UID: one was made from its content', 'UID');
  }
  const { start, length } = spanOf(found, rawStart, zones, say);
  return {
    event: {
      uid,
      line,
      component,
      start,
      tzid: begun?.parameter('tzid') ?? '',
      length,
      rules: rulesOf(found, start, say),
      extra: dates(found, 'RDATE', zones, say).map(({ length: own, ...time }) => ({ time, length: own })),
      except: dates(found, 'EXDATE', zones, say),
      recurrenceId,
      thisAndFuture: /^THISANDFUTURE$/i.test(rid?.parameter('range') ?? ''),
      sequence: Number.parseInt(textOf(found.first('SEQUENCE')), 10) || 0,
      stamp: [found.first('DTSTAMP'), found.first('LAST-MODIFIED')].map((p) => p?.raw ?? '').sort()[1] ?? '',
    },
    problems,
  };
}

/** A UID is a name, kept in every occurrence. */
const LONGEST_UID = 500;
/** Dates of one kind (RDATE, EXDATE) past this number are not read. */
const MOST_DATES = 20_000;

type Say = (code: string, message: string, field: string, at?: number) => void;

function dates(found: Properties, name: string, zones: Zones, say: Say): ReturnType<typeof timesOf> {
  const times: ReturnType<typeof timesOf> = [];
  for (const property of found.all(name)) {
    const written = property.raw.split(',').filter((value) => value.trim() !== '').length;
    if (times.length + written > MOST_DATES) {
      say('capped', `more than ${MOST_DATES} dates: the rest is left out`, name, property.line);
      break;
    }
    const read = timesOf(property, zones);
    if (read.length < written)
      say('broken-line', `${name} has a date that cannot be read`, name, property.line);
    for (const time of read) times.push(time);
  }
  return times;
}

/**
 * Start and length. A missing end gives a day to a date and no length to a time (RFC 5545, 3.6.1); DTEND means an
 * exact length for all instances, days of DURATION follow the wall clock (3.8.5.3, 3.3.6). An end of another kind than
 * the start is read as the start's kind.
 */
function spanOf(
  found: Properties,
  rawStart: IcsTime,
  zones: Zones,
  say: Say,
): { start: IcsTime; length: EventLength } {
  const endProperty = found.first('DTEND');
  const end = firstTime(endProperty, zones);
  if (endProperty && !end) say('broken-line', 'DTEND cannot be read', 'DTEND', endProperty.line);
  const start = markedAllDay(found, rawStart, end, zones.user);
  const durationProperty = found.first('DURATION');
  const duration = end ? null : durationOf(durationProperty?.raw ?? '');
  if (!end && durationProperty && !duration)
    say('broken-line', 'DURATION cannot be read', 'DURATION', durationProperty.line);
  if (end) {
    const exact = epochOf(asKindOf(start, end, zones.user)) - epochOf(start);
    if (exact < 0) {
      const kept = start.kind === 'date' ? 'one day' : 'no length';
      say('reversed', `the event ends before it starts: it is kept with ${kept}`, 'DTEND', endProperty?.line);
    }
    return { start, length: { kind: 'exact', ms: atLeast(start, exact) } };
  }
  if (start.kind !== 'date') return { start, length: duration ?? { kind: 'exact', ms: 0 } };
  const ms = duration?.kind === 'nominal' ? duration.days * DAY_MS + duration.ms : DAY_MS;
  return { start, length: { kind: 'exact', ms: atLeast(start, ms) } };
}

/** All-day entries have whole days, one at least; none may last longer than the calendar's own range of years. */
function atLeast(start: IcsTime, ms: number): number {
  const length = Math.min(Math.max(0, ms), LONGEST_MS);
  return start.kind === 'date' ? Math.max(DAY_MS, Math.ceil(length / DAY_MS) * DAY_MS) : length;
}

const LONGEST_MS = LONGEST_DAYS * DAY_MS;

/** Outlook's all-day entries may run from midnight to midnight (the user's, where in UTC) with a mark beside them. */
function markedAllDay(found: Properties, start: IcsTime, end: IcsTime | null, userZone: string): IcsTime {
  const marked = ['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT'].some((name) =>
    /^TRUE$/i.test(textOf(found.first(name))),
  );
  if (!marked || start.kind === 'date') return start;
  const midnight = (time: IcsTime): number | null => {
    if (time.wallMs % DAY_MS === 0) return time.wallMs;
    if (time.kind !== 'instant') return null;
    const local = wallOfInstant(epochOf(time), userZone);
    return local % DAY_MS === 0 ? local : null;
  };
  const wallMs = midnight(start);
  if (wallMs === null || (end !== null && midnight(end) === null)) return start;
  return { ...start, kind: 'date', wallMs };
}

function rulesOf(found: Properties, start: IcsTime, say: Say): Rule[] {
  const exrule = found.first('EXRULE');
  if (exrule) {
    say('exrule', 'EXRULE is not read: RFC 5545 has dropped it', 'EXRULE', exrule.line);
  }
  const rules = new Map<string, Property>();
  for (const property of found.all('RRULE').slice(0, MOST_RULES)) rules.set(property.raw, property);
  return [...rules.values()].flatMap((property) => {
    try {
      return [parseRule(property.raw, start.kind !== 'date')];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say('bad-rule', `${error.message}: only the first instance is kept`, 'RRULE', property.line);
      return [];
    }
  });
}

/** Rules of one event: more than a few are no calendar's. */
const MOST_RULES = 10;

/** A name for an event without a UID, of the lines that stay as they are from one export to the next. */
function nameFor(component: Component): string {
  const hash = new Hash();
  eachLine(
    component,
    () => true,
    (line) => {
      if (!/^(?:DTSTAMP|LAST-MODIFIED|CREATED|SEQUENCE|X-)/i.test(line)) hash.add(`${line}\n`);
    },
  );
  return `no-uid-${hash}`;
}
