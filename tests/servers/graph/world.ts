import type { Calendar, Event, RecurrencePattern } from '@microsoft/microsoft-graph-types';

const DAY_MS = 86_400_000;

/** A time as Graph writes it, in UTC. */
export function graphTime(ms: number): { dateTime: string; timeZone: string } {
  return { dateTime: `${new Date(ms).toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}

interface Stored {
  readonly calendarId: string;
  event: Event & { id: string };
  version: number;
  gone: boolean;
}

/** The mailbox of one person, and the hands that change it. Series are their instances, each a day or a week apart. */
export class GraphWorld {
  readonly calendars: Calendar[] = [];
  readonly events = new Map<string, Stored>();
  version = 1;
  /** Delta links given before this version have ended. */
  oldest = 0;
  private ids = 0;

  addCalendar(calendar: Calendar): void {
    this.calendars.push({ canEdit: true, owner: { name: 'Ada', address: 'Ada@Example.org' }, ...calendar });
  }

  add(calendarId: string, startMs: number, event: Event): string {
    const id = `AAMk${++this.ids}=`;
    this.write(calendarId, {
      id,
      type: 'singleInstance',
      iCalUId: `uid-${id}`,
      subject: 'Event',
      isOrganizer: true,
      showAs: 'busy',
      responseStatus: { response: 'organizer' },
      attendees: [],
      start: graphTime(startMs),
      end: graphTime(startMs + 3_600_000),
      ...event,
    });
    return id;
  }

  addSeries(
    calendarId: string,
    startMs: number,
    count: number,
    pattern: RecurrencePattern,
    event: Event,
  ): string {
    const id = this.add(calendarId, startMs, { ...event, type: 'seriesMaster', recurrence: { pattern } });
    const step = pattern.type === 'daily' ? DAY_MS : 7 * DAY_MS * (pattern.interval ?? 1);
    for (let n = 0; n < count; n++) {
      const at = startMs + n * step;
      this.write(calendarId, {
        id: `${id}-${n}`,
        type: 'occurrence',
        seriesMasterId: id,
        start: graphTime(at),
        end: graphTime(at + 3_600_000),
      });
    }
    return id;
  }

  change(id: string, fields: Event): void {
    const known = this.events.get(id);
    if (!known) throw new Error(`there is no event ${id}`);
    this.write(known.calendarId, { ...known.event, ...fields, id });
  }

  /** An event, or a series with all its instances. */
  remove(id: string): void {
    for (const stored of this.events.values()) {
      if (stored.event.id !== id && stored.event.seriesMasterId !== id) continue;
      stored.gone = true;
      stored.version = ++this.version;
    }
  }

  expireLinks(): void {
    this.oldest = ++this.version;
  }

  /** An event with what its series shares. */
  whole(id: string): (Event & { id: string }) | null {
    const known = this.events.get(id);
    if (!known || known.gone) return null;
    const master = this.events.get(known.event.seriesMasterId ?? '');
    return { ...(master ? { ...master.event, recurrence: null } : {}), ...known.event };
  }

  private write(calendarId: string, event: Event & { id: string }): void {
    this.events.set(event.id, { calendarId, event, version: ++this.version, gone: false });
  }
}
