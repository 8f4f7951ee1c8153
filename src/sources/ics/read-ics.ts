import { type Occurrence, occurrenceKey } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';
import { resolveOccurrence } from '../../calendar/resolve.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { DAY_MS, type Interval } from '../../time/interval.ts';
import { components } from './components.ts';
import { type EventFields, eventFields } from './event-fields.ts';
import { type Instance, instancesOf, type Series } from './instances.ts';
import { type LogicalLine, logicalLines } from './logical-lines.ts';
import { guessedAddresses } from './own-addresses.ts';
import { rawValue } from './property.ts';
import { rhythmOfRule } from './rule.ts';
import { dateOfWall, epochOf } from './times.ts';
import { readVEvent, type VEvent } from './vevent.ts';
import { zoneName, zonesOf } from './zones.ts';

/** Occurrences of one file past this number are left out. */
const MOST_OCCURRENCES = 400_000;

/**
 * Occurrences from an iCalendar text (RFC 5545). Everything readable is kept: a VEVENT or a line that cannot be read
 * is a problem with its line, UID and reason. Times without a zone keep their wall clock (`floating`); X-WR-TIMEZONE
 * is handed on as the calendar's zone, and not used to read them, since they mean the reader's own time.
 *
 * Throws SourceError `not-a-calendar` where the text has neither VCALENDAR nor VEVENT.
 */
export function readIcs(text: string, options: ReadOptions & { fileName?: string }): ReadResult {
  const steps = readIcsSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `readIcs` in short steps, between which a background can let others have their turn. */
export function* readIcsSteps(
  text: string,
  options: ReadOptions & { fileName?: string },
): Generator<undefined, ReadResult> {
  const { lines, cut } = logicalLines(text);
  const calendar = components(lines);
  if (!calendar.isCalendar) {
    throw new SourceError(
      'not-a-calendar',
      'is no calendar: it has neither BEGIN:VCALENDAR nor BEGIN:VEVENT',
    );
  }
  const problems: Problem[] = [...calendar.problems];
  for (const line of cut)
    problems.push({ code: 'capped', message: 'the line is too long and was cut', line });
  const zones = zonesOf(calendar.zones, options.zone);
  const events: VEvent[] = [];
  for (const component of calendar.events) {
    yield;
    const { event, problems: found } = readVEvent(component, zones);
    problems.push(...found);
    if (event) events.push(event);
  }
  const header = headerOf(calendar.properties);
  const own = new Set([
    ...options.ownAddresses.map((a) => a.toLowerCase()),
    ...guessedAddresses(
      [header.name, header.owner],
      events.map((e) => e.properties),
    ),
  ]);

  const occurrences: Occurrence[] = [];
  const { window, zone } = options;
  for (const series of seriesOf(events)) {
    yield;
    const { instances, capped } = instancesOf(series, window);
    const main = series.master ?? series.overrides[0];
    if (capped && main) {
      problems.push({
        code: 'capped',
        message: 'the recurrence gives more instances than are listed',
        line: main.line,
        uid: main.uid,
        field: 'RRULE',
      });
    }
    const fields = new Map<VEvent, EventFields>();
    for (const instance of instances) {
      const times = timesOfInstance(instance);
      if (!isInWindow(times, window, zone)) continue;
      const { from } = instance;
      const shared = fields.get(from) ?? eventFields(from.properties, own, from.start.kind === 'date');
      fields.set(from, shared);
      const rule = series.master?.rule;
      occurrences.push({
        key: occurrenceKey(options.sourceId, options.calendarId, from.uid, instance.id),
        sourceId: options.sourceId,
        calendarId: options.calendarId,
        uid: from.uid,
        ...times,
        ...shared,
        recurring: rule ? rhythmOfRule(rule) : 'none',
      });
    }
    if (occurrences.length > MOST_OCCURRENCES) {
      occurrences.length = MOST_OCCURRENCES;
      problems.push({
        code: 'capped',
        message: `more than ${MOST_OCCURRENCES} occurrences: the rest is left out`,
      });
      break;
    }
  }
  problems.push(...zones.problems);
  return {
    occurrences: occurrences.sort(
      (a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0),
    ),
    problems,
    calendar: {
      ...(header.name ? { name: header.name } : {}),
      ...(header.color ? { color: header.color } : {}),
      ...(header.zone ? { zone: header.zone } : {}),
    },
  };
}

interface Header {
  readonly name: string;
  readonly owner: string;
  readonly color: string;
  readonly zone: string;
}

function headerOf(lines: readonly LogicalLine[]): Header {
  const first = (...names: string[]): string => {
    const line = lines.find(({ text }) => names.some((name) => new RegExp(`^${name}[;:]`, 'i').test(text)));
    return line ? rawValue(line.text).replace(/\\([\\;,])/g, '$1') : '';
  };
  return {
    name: first('X-WR-CALNAME', 'NAME').slice(0, 200),
    owner: first('X-OWNER', 'X-WR-RELCALID'),
    color: first('COLOR', 'X-APPLE-CALENDAR-COLOR'),
    zone: zoneName(first('X-WR-TIMEZONE')) ?? '',
  };
}

/**
 * Events by UID: the master, and what replaces instances of it. Of two copies of the same component the one with the
 * higher SEQUENCE stands, then the later stamp. Copies that differ in nothing but their start are told apart: some
 * exporters give one UID to many single events.
 */
function seriesOf(events: readonly VEvent[]): Series[] {
  const byUid = new Map<string, VEvent[]>();
  for (const event of events) {
    const list = byUid.get(event.uid);
    if (list) list.push(event);
    else byUid.set(event.uid, [event]);
  }
  return [...byUid.values()].flatMap((list) => {
    if (list.length === 1 && list[0]) {
      const [only] = list;
      return [only.recurrenceId ? { master: null, overrides: [only] } : { master: only, overrides: [] }];
    }
    const masters = newest(list.filter((e) => !e.recurrenceId));
    const overrides = new Map<string, VEvent>();
    for (const event of list.filter((e) => e.recurrenceId)) {
      const id = `${event.recurrenceId?.kind} ${event.recurrenceId ? epochOf(event.recurrenceId) : ''}`;
      const known = overrides.get(id);
      if (!known || compareAge(event, known) >= 0) overrides.set(id, event);
    }
    const replacing = [...overrides.values()];
    const [first = null, ...others] = masters;
    return [{ master: first, overrides: replacing }, ...others.map((master) => ({ master, overrides: [] }))];
  });
}

/** The newest of several masters; several only where they are equally new, single, and at different times. */
function newest(masters: readonly VEvent[]): VEvent[] {
  const sorted = [...masters].sort((a, b) => compareAge(b, a));
  const [best] = sorted;
  if (!best) return [];
  const starts = new Set<number>();
  return sorted.filter((event) => {
    if (event === best) {
      starts.add(epochOf(event.start));
      return true;
    }
    if (compareAge(event, best) !== 0 || event.rule || best.rule || starts.has(epochOf(event.start)))
      return false;
    starts.add(epochOf(event.start));
    return true;
  });
}

function compareAge(a: VEvent, b: VEvent): number {
  return a.sequence - b.sequence || (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0);
}

type Times = Pick<Occurrence, 'startMs' | 'endMs' | 'allDay' | 'floating'>;

function timesOfInstance({ start, length }: Instance): Times {
  if (start.kind === 'date') {
    const days = length.kind === 'exact' ? length.ms : length.days * DAY_MS + length.ms;
    const endMs = start.wallMs + Math.max(DAY_MS, days);
    return {
      startMs: start.wallMs,
      endMs,
      allDay: { start: dateOfWall(start.wallMs), end: dateOfWall(endMs) },
    };
  }
  const startMs = epochOf(start);
  const endMs =
    length.kind === 'exact'
      ? startMs + length.ms
      : epochOf({ ...start, wallMs: start.wallMs + length.days * DAY_MS }) + length.ms;
  if (start.kind === 'instant') return { startMs, endMs, allDay: null };
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  return { startMs, endMs, allDay: null, floating: { start: wall(startMs), end: wall(endMs) } };
}

function isInWindow(times: Times, window: Interval, zone: string): boolean {
  // Only the times are looked at: the rest of an occurrence is not needed to resolve them.
  const { startMs, endMs } = resolveOccurrence(times as Occurrence, zone);
  if (endMs <= startMs) return startMs >= window.startMs && startMs < window.endMs;
  return startMs < window.endMs && endMs > window.startMs;
}
