import type { Problem } from '../../calendar/problem.ts';
import { DAY_MS } from '../../time/interval.ts';
import type { Component } from './components.ts';
import { type Properties, properties, textOf } from './property.ts';
import { parseRule, type Rule } from './rule.ts';
import { durationOf, epochOf, firstTime, type IcsTime, timesOf } from './times.ts';
import type { Zones } from './zones.ts';

/** How long an event is: exactly, or by days of the wall clock and an exact rest. */
export type EventLength =
  | { readonly kind: 'exact'; readonly ms: number }
  | { readonly kind: 'nominal'; readonly days: number; readonly ms: number };

/** A VEVENT with its times read; the other properties are read when an instance is asked for. */
export interface VEvent {
  readonly uid: string;
  readonly line: number;
  readonly properties: Properties;
  readonly start: IcsTime;
  readonly length: EventLength;
  readonly rule: Rule | null;
  readonly extra: readonly IcsTime[];
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
  const found = properties(component);
  const { line } = component;
  let uid = textOf(found.first('UID'));
  const problems: Problem[] = found.problems.map((p) => ({ ...p, ...(uid ? { uid } : {}) }));
  const say = (code: string, message: string, field: string, at = line): void => {
    problems.push({ code, message, line: at, field, ...(uid ? { uid } : {}) });
  };
  const begun = found.first('DTSTART');
  const rawStart = firstTime(begun, zones);
  if (!rawStart) {
    say(
      'broken-event',
      begun
        ? 'the event has no start that can be read, and is left out'
        : 'the event has no start, and is left out',
      'DTSTART',
      begun?.line,
    );
    return { event: null, problems };
  }
  if (!uid) {
    uid = `no-uid-${hash(component.lines.map((l) => l.text).join('\n'))}`;
    say('no-uid', 'the event has no UID: one was made from its content', 'UID');
  }
  const { start, length } = spanOf(found, rawStart, zones, say);
  const rid = found.first('RECURRENCE-ID');
  return {
    event: {
      uid,
      line,
      properties: found,
      start,
      length,
      rule: ruleOf(found, say),
      extra: found.all('RDATE').flatMap((p) => timesOf(p, zones)),
      except: found.all('EXDATE').flatMap((p) => timesOf(p, zones)),
      recurrenceId: firstTime(rid, zones),
      thisAndFuture: /^THISANDFUTURE$/i.test(String(rid?.parameters.range ?? '')),
      sequence: Number.parseInt(textOf(found.first('SEQUENCE')), 10) || 0,
      stamp: [found.first('DTSTAMP'), found.first('LAST-MODIFIED')].map((p) => p?.raw ?? '').sort()[1] ?? '',
    },
    problems,
  };
}

type Say = (code: string, message: string, field: string, at?: number) => void;

function spanOf(
  found: Properties,
  rawStart: IcsTime,
  zones: Zones,
  say: Say,
): { start: IcsTime; length: EventLength } {
  const endProperty = found.first('DTEND');
  const end = firstTime(endProperty, zones);
  if (endProperty && !end) say('broken-line', 'DTEND cannot be read', 'DTEND', endProperty.line);
  const start = isMarkedAllDay(found, rawStart, end) ? { ...rawStart, kind: 'date' as const } : rawStart;
  if (end) {
    // The end follows the kind of the start where the two differ, as with a date after a time.
    const sameKind = end.kind === start.kind;
    const ms = sameKind && start.kind === 'instant' ? epochOf(end) - epochOf(start) : mixedLength(start, end);
    if (ms < 0)
      say(
        'reversed',
        'the event ends before it starts: it is kept without length',
        'DTEND',
        endProperty?.line,
      );
    if (start.kind === 'date')
      return { start, length: { kind: 'exact', ms: Math.max(DAY_MS, wholeDays(ms)) } };
    return { start, length: { kind: 'exact', ms: Math.max(0, ms) } };
  }
  const durationProperty = found.first('DURATION');
  const duration = durationOf(durationProperty);
  if (durationProperty && !duration)
    say('broken-line', 'DURATION cannot be read', 'DURATION', durationProperty.line);
  if (start.kind === 'date') {
    const ms = duration ? duration.days * DAY_MS + duration.ms : DAY_MS;
    return { start, length: { kind: 'exact', ms: Math.max(DAY_MS, wholeDays(ms)) } };
  }
  return { start, length: duration ? { kind: 'nominal', ...duration } : { kind: 'exact', ms: 0 } };
}

function mixedLength(start: IcsTime, end: IcsTime): number {
  if (end.kind === 'instant' && start.kind === 'instant') return epochOf(end) - epochOf(start);
  if (start.kind === 'instant' && end.kind !== 'instant') return start.read(end.wallMs) - epochOf(start);
  return end.wallMs - start.wallMs;
}

function wholeDays(ms: number): number {
  return Math.ceil(ms / DAY_MS) * DAY_MS;
}

/** Outlook's all-day entries are from midnight to midnight, with a mark beside them. */
function isMarkedAllDay(found: Properties, start: IcsTime, end: IcsTime | null): boolean {
  const marked = ['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT'].some((name) =>
    /^TRUE$/i.test(textOf(found.first(name))),
  );
  return marked && start.wallMs % DAY_MS === 0 && (end === null || end.wallMs % DAY_MS === 0);
}

function ruleOf(found: Properties, say: Say): Rule | null {
  const rules = found.all('RRULE');
  const [property] = rules;
  if (rules.length > 1)
    say('second-rule', 'a second RRULE is not read (RFC 5545, 3.8.5.3)', 'RRULE', rules[1]?.line);
  const exrule = found.first('EXRULE');
  if (exrule) say('exrule', 'EXRULE is not read (RFC 5545 has dropped it)', 'EXRULE', exrule.line);
  if (!property) return null;
  try {
    return parseRule(property.raw);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say('bad-rule', `${error.message}: only the first instance is kept`, 'RRULE', property.line);
    return null;
  }
}

/** A short, stable name for a text (FNV-1a, 53 bits of two runs). */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
