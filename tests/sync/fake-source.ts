import type { Occurrence } from '../../src/calendar/occurrence.ts';
import { SourceError } from '../../src/calendar/source-error.ts';
import type { FoundCalendar, SourcePage, SourceReader } from '../../src/sources/contract.ts';

interface Cursor {
  readonly listing?: string;
  readonly next?: number;
  /** Version of the calendar that the store has. */
  readonly version?: number;
}

interface Change {
  readonly version: number;
  readonly key: string;
  readonly now: Occurrence | null;
}

/** A server with calendars that change, read in full pages first and by changes afterwards, as Google is. */
export class FakeServer {
  readonly calendars = new Map<string, Map<string, Occurrence>>();
  private readonly log = new Map<string, Change[]>();
  /** Cursors of versions before this have expired. */
  oldest = 0;
  version = 0;
  listings = 0;
  requests = 0;
  /** Called before each answer; throws to fail it. */
  fault: (request: number, calendarId: string) => void = () => undefined;

  add(calendarId: string, ...occurrences: Occurrence[]): void {
    for (const o of occurrences) this.record(calendarId, o.key, { ...o, calendarId });
  }

  remove(calendarId: string, key: string): void {
    this.record(calendarId, key, null);
  }

  all(): Occurrence[] {
    return [...this.calendars.values()].flatMap((c) => [...c.values()]);
  }

  private record(calendarId: string, key: string, now: Occurrence | null): void {
    const calendar = this.calendars.get(calendarId) ?? new Map<string, Occurrence>();
    this.calendars.set(calendarId, calendar);
    if (now) calendar.set(key, now);
    else calendar.delete(key);
    const log = this.log.get(calendarId) ?? [];
    this.log.set(calendarId, log);
    log.push({ version: ++this.version, key, now });
  }

  reader(pageSize = 2): SourceReader {
    return {
      calendars: async (): Promise<FoundCalendar[]> => {
        this.fault(++this.requests, '');
        return [...this.calendars.keys()].map((id) => ({ id, name: id }));
      },
      pages: (calendar, cursor) => this.pages(calendar.id, (cursor ?? {}) as Cursor, pageSize),
    };
  }

  private async *pages(calendarId: string, from: Cursor, size: number): AsyncGenerator<SourcePage> {
    let cursor = from;
    for (;;) {
      this.fault(++this.requests, calendarId);
      const { version } = cursor;
      if (version !== undefined && cursor.listing === undefined) {
        if (version < this.oldest) throw new SourceError('cursor-expired', 'expired');
        const changes = (this.log.get(calendarId) ?? []).filter((c) => c.version > version);
        const page = changes.slice(0, size);
        const done = page.length === changes.length;
        cursor = { version: page.at(-1)?.version ?? version };
        // What changed twice is told once, as it is now.
        const told = [...new Map(page.map((c) => [c.key, c])).values()];
        yield {
          changed: told.flatMap((c) => (c.now ? [c.now] : [])),
          removed: told.flatMap((c) => (c.now ? [] : [c.key])),
          cursor,
          done,
        };
        if (done) return;
        continue;
      }
      const listing = cursor.listing ?? `listing-${++this.listings}`;
      const listed = version ?? this.version;
      // As Google does: all pages of a listing show one moment, and what changed since comes behind it.
      const all = this.asOf(calendarId, listed);
      const next = cursor.next ?? 0;
      const last = next + size >= all.length;
      cursor = last ? { version: listed } : { listing, next: next + size, version: listed };
      yield {
        changed: all.slice(next, next + size),
        removed: [],
        listing: { id: listing, last },
        cursor,
        done: last && listed === this.version,
      };
      if (last && listed === this.version) return;
    }
  }

  private asOf(calendarId: string, version: number): Occurrence[] {
    const rows = new Map<string, Occurrence>();
    for (const change of this.log.get(calendarId) ?? []) {
      if (change.version > version) break;
      if (change.now) rows.set(change.key, change.now);
      else rows.delete(change.key);
    }
    return [...rows.values()];
  }
}
