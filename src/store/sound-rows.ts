import { ACTIVITIES } from '../calendar/activity.ts';
import type { StoreName } from './rows.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => Number.isFinite(value);
const truth: Check = (value) => typeof value === 'boolean';
const list: Check = Array.isArray;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** An object with these fields; others may be there too. */
function shape(fields: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(fields);
  const checks = Object.values(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const row = value as Record<string, unknown>;
    return checks.every((check, i) => check(row[names[i] ?? '']));
  };
}

const activities: ReadonlySet<unknown> = new Set(ACTIVITIES);

const occurrence = shape({
  key: text,
  sourceId: text,
  calendarId: text,
  uid: text,
  startMs: number,
  endMs: number,
  allDay: orNull(shape({ start: text, end: text })),
  floating: maybe(shape({ start: text, end: text })),
  title: text,
  description: text,
  location: text,
  status: text,
  response: text,
  transparency: text,
  eventType: text,
  people: number,
  attendees: listOf(shape({ email: text })),
  recurring: text,
  categories: list,
  label: shape({
    activity: (value) => activities.has(value),
    side: text,
    confidence: number,
    reasons: listOf(shape({ code: text })),
    ignored: truth,
  }),
});

const stretches = listOf(shape({ startMs: number, endMs: number }));

/** What a row must have for it to be read. Stores without a line hold single facts, which are looked at where they are used. */
const SOUND: { readonly [K in StoreName]?: Check } = {
  sources: shape({
    id: text,
    kind: text,
    name: text,
    addedMs: number,
    syncedMs: orNull(number),
    trouble: orNull(shape({ code: text, sinceMs: number })),
  }),
  calendars: shape({ sourceId: text, id: text, name: text, role: text }),
  occurrences: occurrence,
  files: shape({ sourceId: text, name: text, text }),
  inbox: shape({ id: text, name: text, text }),
  corrections: shape({
    id: text,
    madeMs: number,
    scope: shape({ kind: text }),
    verdict: text,
    example: shape({ title: text, people: number, recurring: text }),
  }),
  rules: shape({ id: text, field: text, value: text, verdict: text, order: number }),
  weeks: shape({ week: text, fingerprint: text, startMs: number, endMs: number, craftShare: orNull(number) }),
  summaries: shape({ week: text, state: text, atMs: number }),
  progress: shape({ sourceId: text, calendarName: text, events: number, updatedMs: number }),
  problems: shape({ sourceId: text, problems: listOf(shape({ code: text })), total: number }),
  wanted: shape({ sourceId: text, ask: text, attempts: number }),
  'closed-weeks': shape({
    week: text,
    figures: shape({ week: text, startMs: number, endMs: number, craftShare: orNull(number) }),
    basis: shape({ load: shape({ zone: text, workingHours: shape({}) }), track: text }),
    closedMs: number,
    reopened: list,
  }),
  'closed-entries': shape({ week: text, entries: listOf(occurrence) }),
  'taken-moves': shape({ id: text, takenMs: number, week: text, originals: listOf(occurrence) }),
  state: (row) => {
    const { name, records, blocks } = row as Record<string, unknown>;
    if (name === 'changes') return listOf(shape({ week: text, before: number, after: number }))(records);
    return name === 'focus-shown' ? stretches(blocks) : true;
  },
};

/**
 * Whether a row can be read: a disk, or a version of long ago, may have left one that cannot. Such a row is skipped by
 * every transaction (`soundTransaction`), and counted for the maintainer; it never stands in the way of the others.
 */
export function isSound(store: StoreName, row: unknown): boolean {
  return SOUND[store]?.(row) ?? true;
}
