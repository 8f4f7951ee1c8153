import { eventLink } from '../../calendar/event-link.ts';
import { hasMeetingLink } from '../../calendar/meeting-link.ts';
import { type EventType, type Occurrence, occurrenceKey, type Recurring } from '../../calendar/occurrence.ts';
import { rhythmOfRule } from '../../recurrence/rhythm.ts';
import { parseRule } from '../../recurrence/rule.ts';
import { DAY_MS } from '../../time/interval.ts';
import { instantOfWall, isPlainDate, parsePlain } from '../../time/zone.ts';
import { zoneName } from '../ics/zone-name.ts';
import { peopleOf } from './people.ts';
import type { GraphEvent } from './wire.ts';

export interface EventContext {
  readonly sourceId: string;
  readonly calendarId: string;
  /** Lower case. */
  readonly ownAddresses: ReadonlySet<string>;
}

/** A time that cannot be read. */
export class UnreadableTime extends Error {
  override name = 'UnreadableTime';
}

const LONGEST_DESCRIPTION = 2000;

/**
 * An occurrence from an event of Graph. Of an instance of a series a delta says no more than its times, so what it does
 * not say is its series' (`master`). The key ends with the ids of both, since of what is deleted the id alone is told.
 * `sensitivity` is not read: a private entry counts like any other, and who may not see it gets another title from
 * Outlook itself. Throws UnreadableTime.
 */
export function occurrenceOf(
  event: GraphEvent,
  master: GraphEvent | null,
  context: EventContext,
): Occurrence {
  const whole: GraphEvent = { ...master, ...definedIn(event) };
  const { sourceId, calendarId, ownAddresses } = context;
  const uid = seriesUid(
    whole.uid ?? master?.iCalUId ?? whole.iCalUId ?? event.seriesMasterId ?? event.id ?? '',
  );
  const description = (whole.bodyPreview ?? '').replace(/\s+/g, ' ').trim();
  const location = whole.location?.displayName ?? '';
  const people = peopleOf(whole, ownAddresses);
  const times = timesOf(whole);
  return {
    key: occurrenceKey(sourceId, calendarId, uid, `${event.seriesMasterId ?? ''} ${event.id ?? ''}`),
    sourceId,
    calendarId,
    uid,
    ...times,
    title: whole.subject ?? '',
    description: description.slice(0, LONGEST_DESCRIPTION),
    location,
    status: whole.isCancelled ? 'cancelled' : whole.showAs === 'tentative' ? 'tentative' : 'confirmed',
    transparency: whole.showAs === 'free' ? 'transparent' : 'opaque',
    eventType: eventTypeOf(whole, times.allDay !== null || people.people === 1),
    ...people,
    hasConference:
      whole.isOnlineMeeting === true ||
      Boolean(whole.onlineMeetingUrl ?? whole.onlineMeeting?.joinUrl) ||
      hasMeetingLink(location) ||
      hasMeetingLink(description),
    recurring: event.seriesMasterId ? rhythmOf(master) : 'none',
    categories: whole.categories ?? [],
    ...eventLink(whole.webLink),
  };
}

/** Whether an occurrence is one of these events, or an instance of a series among them. */
export function isOfEvent({ key }: Pick<Occurrence, 'key'>, ids: ReadonlySet<string>): boolean {
  const [series = '', id = ''] = key.slice(key.lastIndexOf('\u001f') + 1).split(' ');
  return ids.has(id) || ids.has(series);
}

/**
 * The UID that all instances of a series share. Exchange writes the date of an instance into bytes 16 to 19 of its UID
 * and leaves them zero in the series' (MS-OXOCAL, 2.2.1.27).
 */
export function seriesUid(iCalUId: string): string {
  const exchange = /^(040000008200E00074C5B7101A82E008)[0-9A-F]{8}/i.exec(iCalUId);
  return exchange ? `${exchange[1]}00000000${iCalUId.slice(40)}` : iCalUId;
}

function definedIn(event: GraphEvent): GraphEvent {
  return Object.fromEntries(
    Object.entries(event).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** Working elsewhere is a place, where it is the user's alone; a meeting that is held there stays one. */
function eventTypeOf({ showAs }: GraphEvent, alone: boolean): EventType {
  if (showAs === 'oof') return 'outOfOffice';
  return showAs === 'workingElsewhere' && alone ? 'workingLocation' : 'default';
}

type Times = Pick<Occurrence, 'startMs' | 'endMs' | 'allDay'>;

function timesOf({ start, end, isAllDay }: GraphEvent): Times {
  if (isAllDay) {
    // All-day entries run from midnight to midnight in a zone of their own: the dates are what is meant.
    const from = (start?.dateTime ?? '').slice(0, 10);
    const until = (end?.dateTime ?? '').slice(0, 10);
    if (!isPlainDate(from)) throw new UnreadableTime('start.dateTime');
    const startMs = parsePlain(from);
    const endMs = Math.max(isPlainDate(until) ? parsePlain(until) : 0, startMs + DAY_MS);
    return { startMs, endMs, allDay: { start: from, end: new Date(endMs).toISOString().slice(0, 10) } };
  }
  const startMs = instantOf(start, 'start.dateTime');
  return { startMs, endMs: Math.max(startMs, instantOf(end ?? start, 'end.dateTime')), allDay: null };
}

/** `2026-11-16T09:00:00.0000000` in a zone that Windows or IANA names; UTC is what was asked for. */
function instantOf(time: GraphEvent['start'], field: string): number {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z)?$/i.exec(time?.dateTime ?? '');
  const wallMs = match && isPlainDate(match[1] ?? '') ? Date.parse(`${match[1]}T${match[2]}Z`) : Number.NaN;
  if (Number.isNaN(wallMs)) throw new UnreadableTime(field);
  const zone = match?.[3] ? 'UTC' : (zoneName(time?.timeZone ?? 'UTC') ?? 'UTC');
  return zone === 'UTC' ? wallMs : instantOfWall(wallMs, zone);
}

const FREQUENCIES: Readonly<Record<string, string>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  absoluteMonthly: 'MONTHLY',
  relativeMonthly: 'MONTHLY',
  absoluteYearly: 'YEARLY',
  relativeYearly: 'YEARLY',
};

/** How often a series comes by its pattern; one without a pattern that can be read is taken for a rare one. */
function rhythmOf(master: GraphEvent | null): Recurring {
  const pattern = master?.recurrence?.pattern;
  const frequency = FREQUENCIES[pattern?.type ?? ''];
  if (!frequency) return 'monthly';
  const days =
    frequency === 'WEEKLY' ? (pattern?.daysOfWeek ?? []).map((day) => day.slice(0, 2).toUpperCase()) : [];
  const byDay = days.length > 0 ? `;BYDAY=${days.join(',')}` : '';
  return rhythmOfRule(parseRule(`RRULE:FREQ=${frequency};INTERVAL=${pattern?.interval ?? 1}${byDay}`));
}
