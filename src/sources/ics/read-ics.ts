import type { Problem } from '../../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../../calendar/read-result.ts';
import { SourceError } from '../../calendar/source-error.ts';
import type { Interval } from '../../time/interval.ts';
import { type CalendarText, type Component, components } from './components.ts';
import { contextOf, type Fingerprints, fingerprintOf } from './fingerprint.ts';
import { awayUid } from './glance.ts';
import { type Header, headerOf } from './header.ts';
import { occurrencesOf } from './occurrences.ts';
import { guessedAddresses } from './own-addresses.ts';
import { bounded } from './problems.ts';
import { type Series, seriesOf } from './series.ts';
import { readVEvent, type VEvent } from './vevent.ts';
import { zoneOfMost } from './zone-of-most.ts';
import type { Zones } from './zone-reader.ts';
import { zonesOf } from './zones.ts';

/** What a text is read with. */
export interface IcsOptions extends ReadOptions {
  /** May hold the address of the calendar's owner. */
  readonly fileName?: string;
  /** What the reading before has left, or null: given, `fingerprints` is answered, and what is the same is not read. */
  readonly known?: Fingerprints | null;
}

/** What was read; where `known` was given, of the series that have changed since alone. */
export interface IcsResult extends ReadResult {
  /** To be kept as `known` for the next reading; null where it was not asked for. */
  readonly fingerprints: Fingerprints | null;
  /** UIDs whose occurrences are as they were: they are not among `occurrences`. What is in neither is gone. */
  readonly unchanged: readonly string[];
}

/**
 * Occurrences from an iCalendar text (RFC 5545). Everything readable is kept: a VEVENT or a line that cannot be read
 * is a problem with its line, UID and reason; of events outside of the window only the times are read. Several
 * VCALENDARs in one text are read as one calendar, named by the first. Times without a zone keep their wall clock
 * (`floating`); X-WR-TIMEZONE is handed on as the calendar's zone and not used to read them, since a floating time is
 * the reader's own (RFC 5545, 3.3.5). CLASS is not read: a private entry counts like any other, and a feed that hides
 * details has replaced the title itself.
 *
 * Throws SourceError `not-a-calendar` where the text has neither VCALENDAR nor VEVENT.
 */
export function readIcs(text: string, options: IcsOptions): IcsResult {
  const steps = readIcsSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `readIcs` in short steps, between which a background can let others have their turn. */
export function* readIcsSteps(text: string, options: IcsOptions): Generator<undefined, IcsResult> {
  const calendar = yield* components(text);
  if (!calendar.isCalendar) {
    throw new SourceError(
      'not-a-calendar',
      'is no calendar: it has neither BEGIN:VCALENDAR nor BEGIN:VEVENT',
    );
  }
  const zones = zonesOf(calendar.zones, calendar.calendarLines, options.zone);
  const { events, problems } = yield* eventsOf(calendar, zones, options.window);
  const header = headerOf(calendar);
  const zone = header.zone || zoneOfMost(events);
  const own = ownAddresses(header, calendar.events, options);
  const all = seriesOf(events);
  const context = contextKey(calendar, header, own, options);
  const { changed, unchanged, fingerprints } = comparedWith(options.known, all, context);
  const read = yield* occurrencesOf(changed, options, { own, isCancelled: header.isCancelled });
  return {
    occurrences: read.occurrences.sort(
      (a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0),
    ),
    problems: bounded([
      ...calendar.problems,
      ...freeBusyAlone(calendar),
      ...problems,
      ...read.problems,
      ...zones.problems,
    ]),
    calendar: {
      ...(header.name ? { name: header.name } : {}),
      ...(header.color ? { color: header.color } : {}),
      ...(zone ? { zone } : {}),
    },
    fingerprints,
    unchanged,
  };
}

/**
 * The events of a text, one a step, without those that surely lie outside of the window; but of a UID with an event in
 * it all, since a newer copy may have been moved away.
 */
function* eventsOf(
  calendar: CalendarText,
  zones: Zones,
  window: Interval,
): Generator<undefined, { events: VEvent[]; problems: Problem[] }> {
  const events: VEvent[] = [];
  const problems: Problem[] = [];
  const away = new Map<string, Component[]>();
  const read = (component: Component): void => {
    const { event, problems: own } = readVEvent(component, zones);
    for (const problem of own) problems.push(problem);
    if (event) events.push(event);
  };
  for (const component of calendar.events) {
    yield;
    const uid = awayUid(component, window);
    if (uid === null) read(component);
    else {
      const list = away.get(uid);
      if (list) list.push(component);
      else away.set(uid, [component]);
    }
  }
  for (const uid of new Set(events.map((event) => event.uid))) {
    for (const component of away.get(uid) ?? []) read(component);
  }
  return { events, problems };
}

function ownAddresses(
  header: Header,
  events: readonly Component[],
  options: IcsOptions,
): ReadonlySet<string> {
  const named = [header.name, header.owner, options.fileName ?? ''];
  return new Set([...options.ownAddresses.map((a) => a.toLowerCase()), ...guessedAddresses(named, events)]);
}

/** Series that are to be read, and the UIDs of those that are as they were. */
function comparedWith(
  known: Fingerprints | null | undefined,
  all: readonly Series[],
  context: string,
): Pick<IcsResult, 'fingerprints' | 'unchanged'> & { changed: readonly Series[] } {
  if (known === undefined) return { changed: all, unchanged: [], fingerprints: null };
  const byUid = Map.groupBy(all, ({ master, overrides }) => (master ?? overrides[0])?.uid ?? '');
  const series: Record<string, string> = {};
  const changed: Series[] = [];
  const unchanged: string[] = [];
  for (const [uid, list] of byUid) {
    series[uid] = fingerprintOf(
      list.flatMap(({ master, overrides }) =>
        [...(master ? [master] : []), ...overrides].map((event) => event.component),
      ),
    );
    if (known?.context === context && known.series[uid] === series[uid]) unchanged.push(uid);
    else changed.push(...list);
  }
  return { changed, unchanged, fingerprints: { context, series } };
}

function contextKey(
  calendar: CalendarText,
  header: Header,
  own: ReadonlySet<string>,
  { window, zone, sourceId, calendarId }: IcsOptions,
): string {
  const cancelled = calendar.calendarLines.map((line) => String(header.isCancelled(line)));
  const times = [window.startMs, window.endMs].map(String);
  return contextOf([...times, zone, sourceId, calendarId, ...[...own].sort(), ...cancelled], calendar.zones);
}

/** Some servers show in place of events when somebody is busy, as one component. */
function freeBusyAlone({ events, freeBusy }: CalendarText): Problem[] {
  if (freeBusy === 0 || events.length > 0) return [];
  return [
    { code: 'free-busy-only', message: 'says when somebody is busy (VFREEBUSY), and has no entries to read' },
  ];
}
