import { ACTIVITIES } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import type { WeekLoad } from '../load/week-load.ts';

/** Columns of the weeks, in order; documented in docs/export.md, and only ever added to. */
const WEEK_COLUMNS: readonly (readonly [name: string, value: (week: WeekLoad) => string | number])[] = [
  ['week', (w) => w.week],
  ['zone', (w) => w.zone],
  ['working_minutes', (w) => w.minutes.working],
  ['craft_minutes', (w) => w.minutes.craft],
  ['craft_booked_minutes', (w) => w.minutes.craftBooked],
  ['craft_open_minutes', (w) => w.minutes.craftOpen],
  ['management_minutes', (w) => w.minutes.management],
  ['fragment_minutes', (w) => w.minutes.fragments],
  ['away_minutes', (w) => w.minutes.away],
  ['after_hours_craft_minutes', (w) => w.minutes.afterHoursCraft],
  ['after_hours_management_minutes', (w) => w.minutes.afterHoursManagement],
  ['unconfirmed_minutes', (w) => w.minutes.unconfirmed],
  ['double_booked_minutes', (w) => w.minutes.doubleBooked],
  // A whole number reads the same in every locale, where 41.3 becomes a date in some.
  ['craft_share_percent', (w) => (w.craftShare === null ? '' : Math.round(w.craftShare * 100))],
  ['focus_blocks', (w) => w.focusBlocks.length],
  ['longest_focus_minutes', (w) => w.longestFocusMinutes],
  ['longest_meeting_run_minutes', (w) => w.longestMeetingRunMinutes],
  ['mostly_away', (w) => (w.mostlyAway ? 'yes' : 'no')],
  ...ACTIVITIES.map(
    (activity) =>
      [`${activity.replace('-', '_')}_minutes`, (w: WeekLoad): number => w.activities[activity]] as const,
  ),
];

const OCCURRENCE_COLUMNS: readonly (readonly [
  name: string,
  value: (o: LabelledOccurrence, titles: boolean) => string | number,
])[] = [
  ['start', (o) => (o.allDay ? o.allDay.start : new Date(o.startMs).toISOString())],
  ['end', (o) => (o.allDay ? o.allDay.end : new Date(o.endMs).toISOString())],
  ['all_day', (o) => (o.allDay ? 'yes' : 'no')],
  ['title', (o, titles) => (titles ? o.title : '')],
  ['side', (o) => o.label.side],
  ['activity', (o) => o.label.activity],
  ['confidence_percent', (o) => Math.round(o.label.confidence * 100)],
  ['people', (o) => o.people],
  ['response', (o) => o.response],
  ['status', (o) => o.status],
  ['recurring', (o) => o.recurring],
];

/** The weeks as CSV (RFC 4180, CRLF, header line). Minutes and per cents are whole numbers. */
export function weeksCsv(weeks: readonly WeekLoad[]): string {
  return csv(
    WEEK_COLUMNS.map(([name]) => name),
    weeks.map((week) => WEEK_COLUMNS.map(([, value]) => value(week))),
  );
}

/** Occurrences as CSV; instants in UTC. Titles only where the user asks for them. */
export function occurrencesCsv(occurrences: readonly LabelledOccurrence[], titles: boolean): string {
  return csv(
    OCCURRENCE_COLUMNS.map(([name]) => name),
    occurrences.map((o) => OCCURRENCE_COLUMNS.map(([, value]) => value(o, titles))),
  );
}

/** The same columns as objects, for programs. */
export function exportJson(
  weeks: readonly WeekLoad[],
  occurrences: readonly LabelledOccurrence[],
  titles: boolean,
): string {
  return JSON.stringify(
    {
      format: 'craftweek-export',
      version: 1,
      weeks: weeks.map((w) => Object.fromEntries(WEEK_COLUMNS.map(([name, value]) => [name, value(w)]))),
      occurrences: occurrences.map((o) =>
        Object.fromEntries(OCCURRENCE_COLUMNS.map(([name, value]) => [name, value(o, titles)])),
      ),
    },
    null,
    2,
  );
}

function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[header, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/**
 * A field that no spreadsheet takes for a formula: text that begins with one of the signs that start one gets an
 * apostrophe in front (OWASP, CSV injection), which spreadsheets show as text.
 */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
