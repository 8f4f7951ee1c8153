import { type Occurrence, occurrenceKey } from '../../calendar/occurrence.ts';
import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';
import { resolveOccurrence } from '../../calendar/resolve.ts';
import { SourceError } from '../../calendar/source-error.ts';
import { freshBudget } from '../../recurrence/expand.ts';
import { rhythmOfRule, rhythmOfStarts } from '../../recurrence/rhythm.ts';
import { DAY_MS, type Interval } from '../../time/interval.ts';
import { type CalendarText, components } from './components.ts';
import { type EventFields, eventFields } from './event-fields.ts';
import { type Instance, instancesOf } from './instances.ts';
import { type LogicalLine, logicalLines } from './logical-lines.ts';
import { guessedAddresses } from './own-addresses.ts';
import { rawValue } from './property.ts';
import { type Series, seriesOf } from './series.ts';
import { dateOfWall, type EventLength, epochOf } from './times.ts';
import { readVEvent, type VEvent } from './vevent.ts';
import { zoneName } from './zone-name.ts';
import { zonesOf } from './zones.ts';

/** Occurrences of one file past this number are left out. */
const MOST_OCCURRENCES = 400_000;
/** Problems past this number are counted. */
const MOST_PROBLEMS = 500;

/**
 * Occurrences from an iCalendar text (RFC 5545). Everything readable is kept: a VEVENT or a line that cannot be read
 * is a problem with its line, UID and reason. Several VCALENDARs in one text are read as one calendar, named by the
 * first. Times without a zone keep their wall clock (`floating`); X-WR-TIMEZONE is handed on as the calendar's zone
 * and not used to read them, since a floating time is the reader's own (RFC 5545, 3.3.5). CLASS is not read: a private
 * entry counts like any other, and a feed that hides details has replaced the title itself.
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
  const problems: Problem[] = [];
  const calendar = yield* components(
    logicalLines(text, (line) => {
      problems.push({ code: 'capped', message: 'the line is too long, and was cut', line });
    }),
  );
  if (!calendar.isCalendar) {
    throw new SourceError(
      'not-a-calendar',
      'is no calendar: it has neither BEGIN:VCALENDAR nor BEGIN:VEVENT',
    );
  }
  const zones = zonesOf(calendar.zones, calendar.calendarLines, options.zone);
  const events: VEvent[] = [];
  const found: Problem[][] = [problems, [...calendar.problems]];
  for (const component of calendar.events) {
    yield;
    const { event, problems: own } = readVEvent(component, zones);
    if (own.length > 0) found.push(own);
    if (event) events.push(event);
  }
  const header = headerOf(calendar.properties);
  const own = new Set([
    ...options.ownAddresses.map((a) => a.toLowerCase()),
    ...guessedAddresses(
      [header.name, header.owner, options.fileName ?? ''],
      events.map((e) => e.properties),
    ),
  ]);
  const isCancelled = cancellations(calendar);
  const { occurrences, problems: later } = yield* occurrencesOf(seriesOf(events), options, own, isCancelled);
  found.push(later, [...zones.problems]);
  return {
    occurrences: occurrences.sort(
      (a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0),
    ),
    problems: bounded(found.flat()),
    calendar: {
      ...(header.name ? { name: header.name } : {}),
      ...(header.color ? { color: header.color } : {}),
      ...(header.zone ? { zone: header.zone } : {}),
    },
  };
}

function* occurrencesOf(
  series: readonly Series[],
  { sourceId, calendarId, window, zone }: ReadOptions,
  own: ReadonlySet<string>,
  isCancelled: (event: VEvent) => boolean,
): Generator<undefined, { occurrences: Occurrence[]; problems: Problem[] }> {
  const occurrences: Occurrence[] = [];
  const problems: Problem[] = [];
  const context = { window, zone, budget: freshBudget() };
  for (const one of series) {
    yield;
    const { instances, capped } = instancesOf(one, context);
    const main = one.master ?? one.overrides[0];
    if (capped && main) {
      problems.push({
        code: 'capped',
        message: 'the recurrence gives more instances, or looks further, than is followed',
        line: main.line,
        uid: main.uid,
        field: 'RRULE',
      });
    }
    const [rule] = one.master?.rules ?? [];
    const recurring = rule ? rhythmOfRule(rule) : rhythmOfStarts(instances.map((i) => epochOf(i.start)));
    const fields = new Map<VEvent, EventFields>();
    for (const instance of instances) {
      const times = timesOfInstance(instance);
      if (!isInWindow(times, window, zone)) continue;
      const { from } = instance;
      const shared = fields.get(from) ?? eventFields(from.properties, own, times.allDay !== null);
      fields.set(from, shared);
      occurrences.push({
        key: occurrenceKey(sourceId, calendarId, from.uid, instance.id),
        sourceId,
        calendarId,
        uid: from.uid,
        ...times,
        ...shared,
        ...(isCancelled(from) ? { status: 'cancelled' } : {}),
        recurring,
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
  return { occurrences, problems };
}

/** METHOD:CANCEL cancels every event of its VCALENDAR (RFC 5546, 3.2.5). */
function cancellations({ properties, calendarLines }: CalendarText): (event: VEvent) => boolean {
  const calendarOf = (line: number): number => calendarLines.findLastIndex((begin) => begin <= line);
  const cancelled = new Set(
    properties.filter(({ text }) => /^METHOD[^:]*:\s*CANCEL\s*$/i.test(text)).map((p) => calendarOf(p.line)),
  );
  return (event) => cancelled.size > 0 && cancelled.has(calendarOf(event.line));
}

/** Problems in the order of the file, cut to the first ones; each kind of trouble stays in sight. */
function bounded(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (sorted.length <= MOST_PROBLEMS) return sorted;
  const firstOfKind = [...new Map(sorted.toReversed().map((p) => [p.code, p])).values()];
  const kept = [...new Set([...firstOfKind, ...sorted.slice(0, MOST_PROBLEMS)])];
  return [
    ...kept.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    { code: 'capped', message: `${sorted.length - kept.length} more problems are not listed` },
  ];
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

type Times = Pick<Occurrence, 'startMs' | 'endMs' | 'allDay' | 'floating'>;

function timesOfInstance({ start, length }: Instance): Times {
  if (start.kind === 'date') {
    const endMs = start.wallMs + Math.max(DAY_MS, wallLength(length));
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

function wallLength(length: EventLength): number {
  return length.kind === 'exact' ? length.ms : length.days * DAY_MS + length.ms;
}

function isInWindow(times: Times, window: Interval, zone: string): boolean {
  // Only the times are looked at: the rest of an occurrence is not needed to resolve them.
  const { startMs, endMs } = resolveOccurrence(times as Occurrence, zone);
  if (endMs <= startMs) return startMs >= window.startMs && startMs < window.endMs;
  return startMs < window.endMs && endMs > window.startMs;
}
