import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { instanceOf, instantOf, type ServerEvent, slotsOf } from './instances.ts';

export type ListEntry = calendar_v3.Schema$CalendarListEntry & { readonly id: string };
export type EventTime = calendar_v3.Schema$EventDateTime;

/** Events to begin with: those of a calendar, in the words of the API. */
export interface CalendarContent {
  readonly entry: ListEntry;
  readonly events: readonly (calendar_v3.Schema$Event & { readonly id: string })[];
}

interface Change {
  readonly version: number;
  readonly event: ServerEvent;
}

/** One calendar with all its past: any version of it can be looked at again. */
export class ServerCalendar {
  entry: ListEntry;
  /** What a reader meets here. */
  access: 'open' | 'forbidden' | 'missing' = 'open';
  version = 0;
  /** Sync and page tokens of versions before this have expired. */
  oldest = 0;
  private readonly log: Change[] = [];
  private readonly current = new Map<string, ServerEvent>();
  private cached: { version: number; events: ReadonlyMap<string, ServerEvent> } | null = null;

  constructor(entry: ListEntry) {
    this.entry = entry;
  }

  get zone(): string {
    return this.entry.timeZone ?? 'UTC';
  }

  put(event: ServerEvent): void {
    this.version++;
    this.log.push({ version: this.version, event });
    this.current.set(event.id, event);
  }

  get(id: string): ServerEvent | undefined {
    return this.current.get(id);
  }

  /** All events as of a version, deleted ones among them as `cancelled`. */
  at(version: number): ReadonlyMap<string, ServerEvent> {
    if (version >= this.version) return this.current;
    if (this.cached?.version === version) return this.cached.events;
    const events = new Map<string, ServerEvent>();
    for (const change of this.log) {
      if (change.version > version) break;
      events.set(change.event.id, change.event);
    }
    this.cached = { version, events };
    return events;
  }

  /** Versions between two. */
  versions(from: number, until: number): number[] {
    return this.log.map((c) => c.version).filter((v) => v > from && v < until);
  }

  /** Ids of what changed after `from` up to `until`. */
  changed(from: number, until: number): Set<string> {
    return new Set(this.log.filter((c) => c.version > from && c.version <= until).map((c) => c.event.id));
  }
}

/** An account's calendars, and the hands that change them. */
export class GoogleWorld {
  readonly calendars = new Map<string, ServerCalendar>();
  readonly clock: () => number;
  /** Grows with every change, for `updated` to grow as well. */
  private stamps = 0;
  private made = 0;

  constructor(content: readonly CalendarContent[], clock: () => number) {
    this.clock = clock;
    for (const { entry, events } of content) {
      this.addCalendar(entry);
      for (const event of events) this.add(entry.id, event);
    }
  }

  addCalendar(entry: ListEntry): void {
    this.calendars.set(entry.id, new ServerCalendar(entry));
  }

  /** The calendar leaves the list, and is not found any more. */
  removeCalendar(calendarId: string): void {
    this.calendars.delete(calendarId);
  }

  calendar(calendarId: string): ServerCalendar {
    const found = this.calendars.get(calendarId);
    if (!found) throw new Error(`no calendar ${calendarId}`);
    return found;
  }

  /** A new event: single, or a series where it has `recurrence`. Answers its id. */
  add(calendarId: string, event: calendar_v3.Schema$Event): string {
    const id = event.id ?? `made${(++this.made).toString(32).padStart(5, '0')}`;
    const calendar = this.calendar(calendarId);
    const owner = { email: calendarId, self: true };
    calendar.put(
      this.stamped({
        status: 'confirmed',
        iCalUID: `${id}@google.com`,
        creator: owner,
        organizer: owner,
        eventType: 'default',
        ...event,
        id,
      }),
    );
    return id;
  }

  /** Changes an event, a series or one instance (by its id, which makes it an exception). */
  change(calendarId: string, id: string, change: Partial<calendar_v3.Schema$Event>): void {
    const calendar = this.calendar(calendarId);
    const event = calendar.get(id) ?? this.instance(calendarId, id);
    if (!event) throw new Error(`no event ${id}`);
    calendar.put(this.stamped({ ...event, ...change, id }));
    // Google forgets the exceptions of a series that is given another time or rule.
    if (event.recurrence && (change.recurrence || change.start)) {
      for (const other of calendar.at(calendar.version).values()) {
        if (other.recurringEventId === id && other.status !== 'forgotten') {
          calendar.put(this.stamped({ ...other, status: 'forgotten' }));
        }
      }
    }
  }

  move(calendarId: string, id: string, start: EventTime, end: EventTime): void {
    this.change(calendarId, id, { start, end });
  }

  /** Deletes an event, a whole series with its exceptions, or one instance. */
  cancel(calendarId: string, id: string): void {
    const calendar = this.calendar(calendarId);
    this.change(calendarId, id, { status: 'cancelled' });
    for (const other of [...calendar.at(calendar.version).values()]) {
      if (other.recurringEventId === id && other.status !== 'cancelled') {
        calendar.put(this.stamped({ ...other, status: 'cancelled' }));
      }
    }
  }

  /** All sync tokens and page tokens of a calendar are worth nothing from now on. */
  expireTokens(calendarId: string): void {
    const calendar = this.calendar(calendarId);
    // A token of this very version is an old one too.
    calendar.version++;
    calendar.oldest = calendar.version;
  }

  /** An instance of a series by its id, as it stands. */
  instance(calendarId: string, id: string): ServerEvent | undefined {
    const calendar = this.calendar(calendarId);
    const [, masterId = '', day] = /^(.*)_(\d{8})(?:T\d{6}Z)?$/.exec(id) ?? [];
    const master = calendar.get(masterId);
    if (!master?.recurrence || !day) return undefined;
    const untilMs = instantOf({ date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` }, 'UTC');
    const slot = slotsOf(master, calendar.zone, untilMs + 3 * 86_400_000).find((s) => s.id === id);
    return slot && instanceOf(master, slot);
  }

  /** Ids of the live instances of a series that begin before `untilMs`. */
  instanceIds(calendarId: string, masterId: string, untilMs: number): string[] {
    const calendar = this.calendar(calendarId);
    const master = calendar.get(masterId);
    if (!master) return [];
    return slotsOf(master, calendar.zone, untilMs)
      .map((slot) => slot.id)
      .filter((id) => calendar.get(id)?.status !== 'cancelled');
  }

  private stamped(event: calendar_v3.Schema$Event & { id: string }): ServerEvent {
    const updated = new Date(this.clock()).toISOString();
    const etag = `"${++this.stamps}"`;
    return { kind: 'calendar#event', created: updated, ...event, updated, etag };
  }
}
