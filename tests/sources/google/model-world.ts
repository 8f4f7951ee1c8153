import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Occurrence } from '../../../src/calendar/occurrence.ts';
import { googleClient } from '../../../src/sources/google/client.ts';
import { pageOf } from '../../../src/sources/google/page-of.ts';
import { googleReader } from '../../../src/sources/google/reader.ts';
import { rhythmOfRecurrence } from '../../../src/sources/google/rhythm.ts';
import { reachOf } from '../../../src/store/occurrence-rows.ts';
import type { Store } from '../../../src/store/store.ts';
import { type SyncReport, syncSources } from '../../../src/sync/sync.ts';
import { syncWindow } from '../../../src/sync/sync-window.ts';
import { DAY_MS, HOUR_MS, type Interval, MINUTE_MS, overlaps } from '../../../src/time/interval.ts';
import type { Fault } from '../../servers/google/faults.ts';
import { GoogleHandler } from '../../servers/google/handler.ts';
import { fetchOf } from '../../servers/google/in-process.ts';
import { instantOf, localText, type ServerEvent } from '../../servers/google/instances.ts';
import { GoogleWorld } from '../../servers/google/world.ts';
import { ALWAYS, freshStore, labelByCorrections } from '../../store/fixtures.ts';
import { Killed, Life } from '../../sync/killable.ts';
import { NOW } from './parts.ts';

/** Something that a hand does to a calendar. Numbers pick among what is there, modulo how much that is. */
export type Edit =
  | { do: 'add'; cal: number; day: number; hour: number; minutes: number; allDay: boolean }
  | { do: 'series'; cal: number; day: number; hour: number; rule: number; allDay: boolean }
  | { do: 'move'; pick: number; days: number; hours: number }
  | { do: 'cancel'; pick: number }
  | { do: 'rename'; pick: number }
  | { do: 'rule'; pick: number; rule: number }
  | { do: 'moveInstance'; pick: number; nth: number; days: number }
  | { do: 'cancelInstance'; pick: number; nth: number }
  | { do: 'renameInstance'; pick: number; nth: number }
  | { do: 'addCalendar' }
  | { do: 'deleteCalendar'; cal: number }
  | { do: 'expire'; cal: number }
  | { do: 'access'; cal: number; access: 'open' | 'forbidden' | 'missing' };

/** A run of the sync: what goes wrong at which request, when the background dies, what is edited meanwhile. */
export interface SyncStep {
  do: 'sync';
  faults: readonly { at: number; fault: Fault }[];
  /** As `Life`'s: before the deed where even, after it where odd. */
  killAt: number | null;
  edits: readonly { at: number; edit: Edit }[];
}

export type Step = Edit | SyncStep | { do: 'days'; days: number };

/** What Google's documentation leaves open, and how small its pages are. */
export interface ModelRules {
  tokenKeepsTimes: boolean;
  bareDeletions: boolean;
  mostOnPage: number;
}

export const RULES = [
  'FREQ=WEEKLY;COUNT=6',
  'FREQ=DAILY;COUNT=5',
  'FREQ=WEEKLY;INTERVAL=2;COUNT=5',
  'FREQ=MONTHLY;COUNT=4',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=7',
  'FREQ=MONTHLY',
  'FREQ=WEEKLY;INTERVAL=4',
] as const;

const ZONE = 'Europe/Berlin';
const ME = 'me@example.org';
const SOURCE = 'g';

/** A server, a store, and the real sync between them. */
export class ModelWorld {
  readonly google: GoogleWorld;
  readonly handler: GoogleHandler;
  readonly store: Store = freshStore();
  nowMs = NOW;
  syncs = 0;
  deaths = 0;
  private draws = 0;
  /** Keys that have been on the server ever since the last run that got through. */
  private alive: ReadonlySet<string> = new Set();
  private calendars = 0;
  private titles = 0;

  constructor(rules: ModelRules) {
    this.google = new GoogleWorld([], () => this.nowMs);
    this.google.addCalendar({ id: ME, summary: 'Me', timeZone: ZONE, accessRole: 'owner', primary: true });
    this.google.addCalendar({
      id: 'second',
      summary: 'Second',
      timeZone: 'America/New_York',
      accessRole: 'owner',
    });
    this.handler = new GoogleHandler({ world: this.google, rules: { ...rules, horizonMs: 400 * DAY_MS } });
  }

  async begin(): Promise<void> {
    await this.store.putSource({ id: SOURCE, kind: 'google', name: ME }, this.nowMs);
  }

  get window(): Interval {
    return syncWindow('google', this.nowMs, ZONE);
  }

  async step(step: Step): Promise<void> {
    if (step.do === 'days') this.nowMs += step.days * DAY_MS;
    else if (step.do === 'sync') await this.syncStep(step);
    else this.edit(step);
  }

  /** Syncs once more with nothing in the way: the store must then equal the server. */
  async finish(): Promise<void> {
    for (const calendar of this.google.calendars.values()) calendar.access = 'open';
    const report = await this.sync(null, [], []);
    expect(report?.sources.map((s) => s.trouble)).toEqual([null]);
    await this.expectEqual();
  }

  async expectEqual(): Promise<void> {
    expect(await this.stored()).toEqual(this.expected());
  }

  private async syncStep({ faults, killAt, edits }: SyncStep): Promise<void> {
    const before = await this.stored();
    const report = await this.sync(killAt, faults, edits);
    const after = await this.stored();
    const now = this.expected();
    // Whatever befell the run: what was right all the time has not been lost.
    for (const key of before.keys()) {
      if (this.alive.has(key) && now.has(key)) expect(after.has(key), `lost ${key}`).toBe(true);
    }
    const open = [...this.google.calendars.values()].every((c) => c.access === 'open');
    if (report?.ran && edits.length === 0 && open && report.sources.every((s) => s.trouble === null)) {
      expect(after).toEqual(now);
      this.alive = new Set(now.keys());
    }
  }

  /** One life of a background that syncs; null where it died. */
  private async sync(
    killAt: number | null,
    faults: readonly { at: number; fault: Fault }[],
    edits: readonly { at: number; edit: Edit }[],
  ): Promise<SyncReport | null> {
    const life = new Life(killAt ?? Number.POSITIVE_INFINITY);
    let requests = 0;
    this.handler.fault = ({ url }) => {
      const at = requests++;
      for (const { edit } of edits.filter((e) => e.at === at)) this.edit(edit);
      const fault = faults.find((f) => f.at === at)?.fault;
      // Of a single series the two mean that the user may not see it, which is an answer; of a calendar, trouble.
      const isRefusal = fault?.kind === 'error' && (fault.name === 'notFound' || fault.name === 'forbidden');
      return isRefusal && !/\/(events|calendarList)$/.test(url.pathname) ? undefined : fault;
    };
    const client = googleClient({
      fetch: fetchOf(this.handler),
      token: async () => 'token',
      now: () => this.nowMs,
      random: () => 0.5,
      sleep: async () => life.breathe(),
    });
    const holder = `life-${++this.syncs}`;
    try {
      return await syncSources(
        {
          store: life.store(this.store),
          readerOf: async () =>
            googleReader({
              client,
              sourceId: SOURCE,
              zone: ZONE,
              ownAddresses: [],
              now: () => this.nowMs,
              random: () => (++this.draws % 1000) / 1000,
            }),
          label: labelByCorrections,
          now: () => this.nowMs,
          zone: ZONE,
          locks: { request: (_name, _options, work) => work({}) },
          holder,
        },
        { onDemand: true },
      );
    } catch (error) {
      if (error instanceof Killed) {
        this.deaths++;
        return null;
      }
      throw error;
    }
  }

  private async stored(): Promise<Map<string, Occurrence>> {
    const rows = await this.store.occurrences(ALWAYS);
    return sorted(rows.map(({ label: _, ...occurrence }) => occurrence));
  }

  /** What the store has to hold: told from the server's own events, without its pages and tokens. */
  private expected(): Map<string, Occurrence> {
    const all: Occurrence[] = [];
    for (const [calendarId, calendar] of this.google.calendars) {
      const items = this.handler.singles(calendarId);
      const { found } = pageOf(
        { items, timeZone: calendar.zone },
        { sourceId: SOURCE, calendarId, zone: ZONE, ownAddresses: new Set([ME]), window: this.window },
      );
      for (const { occurrence, seriesId } of found) {
        const recurring = seriesId === null ? 'none' : rhythmOfRecurrence(calendar.get(seriesId)?.recurrence);
        if (overlaps(reachOf(occurrence), this.window)) all.push({ ...occurrence, recurring });
      }
    }
    return sorted(all);
  }

  private edit(edit: Edit): void {
    this.applyEdit(edit);
    const now = this.expected();
    this.alive = new Set([...this.alive].filter((key) => now.has(key)));
  }

  private applyEdit(edit: Edit): void {
    switch (edit.do) {
      case 'add':
      case 'series': {
        const calendar = this.calendarAt(edit.cal);
        if (!calendar) return;
        const minutes = edit.do === 'add' ? edit.minutes : 30;
        const times = timesAt(
          this.nowMs + edit.day * DAY_MS + edit.hour * HOUR_MS,
          minutes,
          edit.allDay,
          calendar.zone,
        );
        this.google.add(calendar.entry.id, {
          summary: this.title(),
          ...times,
          ...(edit.do === 'series' ? { recurrence: [ruleAt(edit.rule)] } : {}),
        });
        return;
      }
      case 'addCalendar': {
        const id = `calendar-${++this.calendars}`;
        this.google.addCalendar({ id, summary: id, timeZone: ZONE, accessRole: 'owner' });
        return;
      }
      case 'deleteCalendar': {
        const calendar = this.calendarAt(edit.cal);
        if (calendar && !calendar.entry.primary) this.google.removeCalendar(calendar.entry.id);
        return;
      }
      case 'expire': {
        const calendar = this.calendarAt(edit.cal);
        if (calendar) this.google.expireTokens(calendar.entry.id);
        return;
      }
      case 'access': {
        const calendar = this.calendarAt(edit.cal);
        if (calendar) calendar.access = edit.access;
        return;
      }
      default:
        this.editEvent(edit);
    }
  }

  private editEvent(edit: Extract<Edit, { pick: number }>): void {
    const ofSeries = edit.do === 'rule' || 'nth' in edit;
    const picked = this.eventAt(edit.pick, ofSeries);
    if (!picked) return;
    const { calendarId, zone, event } = picked;
    const nth = 'nth' in edit ? edit.nth : 0;
    const ids = ofSeries ? this.google.instanceIds(calendarId, event.id, this.nowMs + 120 * DAY_MS) : [];
    const instanceId = ids[nth % Math.max(1, ids.length)];
    switch (edit.do) {
      case 'move':
        this.google.change(
          calendarId,
          event.id,
          shifted(event, zone, edit.days * DAY_MS + edit.hours * HOUR_MS),
        );
        return;
      case 'cancel':
        this.google.cancel(calendarId, event.id);
        return;
      case 'rename':
        this.google.change(calendarId, event.id, { summary: this.title() });
        return;
      case 'rule':
        this.google.change(calendarId, event.id, { recurrence: [ruleAt(edit.rule)] });
        return;
      case 'moveInstance': {
        const instance =
          instanceId &&
          (this.google.calendar(calendarId).get(instanceId) ?? this.google.instance(calendarId, instanceId));
        if (instance)
          this.google.change(calendarId, instance.id, shifted(instance, zone, edit.days * DAY_MS));
        return;
      }
      case 'cancelInstance':
        if (instanceId) this.google.change(calendarId, instanceId, { status: 'cancelled' });
        return;
      case 'renameInstance':
        if (instanceId) this.google.change(calendarId, instanceId, { summary: this.title() });
        return;
      default:
        edit satisfies never;
    }
  }

  private calendarAt(n: number) {
    const all = [...this.google.calendars.values()];
    return all[n % all.length];
  }

  /** A living event that is no exception. */
  private eventAt(
    n: number,
    ofSeries: boolean,
  ): { calendarId: string; zone: string; event: ServerEvent } | undefined {
    const all = [...this.google.calendars.values()].flatMap((calendar) =>
      [...calendar.at(calendar.version).values()]
        .filter((e) => e.status === 'confirmed' && !e.recurringEventId && (!ofSeries || e.recurrence))
        .map((event) => ({ calendarId: calendar.entry.id, zone: calendar.zone, event })),
    );
    return all[n % Math.max(1, all.length)];
  }

  private title(): string {
    return `Title ${++this.titles}`;
  }
}

function sorted(occurrences: readonly Occurrence[]): Map<string, Occurrence> {
  return new Map([...occurrences].sort((a, b) => (a.key < b.key ? -1 : 1)).map((o) => [o.key, o]));
}

function ruleAt(n: number): string {
  return `RRULE:${RULES[n % RULES.length]}`;
}

function timesAt(ms: number, minutes: number, allDay: boolean, zone: string) {
  if (!allDay) {
    return {
      start: { dateTime: localText(ms, zone), timeZone: zone },
      end: { dateTime: localText(ms + minutes * MINUTE_MS, zone), timeZone: zone },
    };
  }
  const date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  return { start: { date: date.toString() }, end: { date: date.add({ days: 1 }).toString() } };
}

function shifted(event: ServerEvent, zone: string, byMs: number) {
  const startMs = instantOf(event.start, zone);
  const minutes = (instantOf(event.end, zone) - startMs) / MINUTE_MS;
  return timesAt(startMs + byMs, minutes, Boolean(event.start?.date), zone);
}
