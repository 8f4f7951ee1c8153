import { ACTIVITIES } from '../calendar/activity.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { wallOfInstant } from '../time/zone.ts';

/** What stands between two fields: the comma of RFC 4180, or what a spreadsheet of a country with decimal commas reads. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

interface OccurrenceForm {
  /** Titles only where the user asks for them. */
  readonly titles: boolean;
  /** The zone of the local columns. */
  readonly zone: string;
}

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
  value: (o: LabelledOccurrence, form: OccurrenceForm) => string | number,
])[] = [
  ['start', (o) => (o.allDay ? o.allDay.start : new Date(o.startMs).toISOString())],
  ['end', (o) => (o.allDay ? o.allDay.end : new Date(o.endMs).toISOString())],
  ['all_day', (o) => (o.allDay ? 'yes' : 'no')],
  ['title', (o, { titles }) => (titles ? o.title : '')],
  ['side', (o) => o.label.side],
  ['activity', (o) => o.label.activity],
  ['confidence_percent', (o) => Math.round(o.label.confidence * 100)],
  ['people', (o) => o.people],
  ['response', (o) => o.response],
  ['status', (o) => o.status],
  ['recurring', (o) => o.recurring],
  ['local_start_date', (o, { zone }) => o.allDay?.start ?? wall(o.startMs, zone).slice(0, 10)],
  ['local_start_time', (o, { zone }) => (o.allDay ? '' : wall(o.startMs, zone).slice(11, 16))],
  ['local_end_date', (o, { zone }) => o.allDay?.end ?? wall(o.endMs, zone).slice(0, 10)],
  ['local_end_time', (o, { zone }) => (o.allDay ? '' : wall(o.endMs, zone).slice(11, 16))],
];

/** An instant as the clocks of `zone` show it. */
function wall(instantMs: number, zone: string): string {
  return new Date(wallOfInstant(instantMs, zone)).toISOString();
}

/** The weeks as CSV (RFC 4180 but for the separator, CRLF, header line, byte order mark). Minutes and per cents are whole numbers. */
export function weeksCsv(weeks: readonly WeekLoad[], separator: Separator): string {
  return csv(
    WEEK_COLUMNS.map(([name]) => name),
    weeks.map((week) => WEEK_COLUMNS.map(([, value]) => value(week))),
    separator,
  );
}

/** Occurrences as CSV; instants in UTC, and the dates and times of the form's zone beside them. */
export function occurrencesCsv(
  occurrences: readonly LabelledOccurrence[],
  form: OccurrenceForm,
  separator: Separator,
): string {
  return csv(
    OCCURRENCE_COLUMNS.map(([name]) => name),
    occurrences.map((o) => OCCURRENCE_COLUMNS.map(([, value]) => value(o, form))),
    separator,
  );
}

/** The same columns as objects, for programs. */
export function exportJson(
  weeks: readonly WeekLoad[],
  occurrences: readonly LabelledOccurrence[],
  form: OccurrenceForm,
): string {
  return JSON.stringify(
    {
      format: 'craftweek-export',
      version: 1,
      weeks: weeks.map((w) => Object.fromEntries(WEEK_COLUMNS.map(([name, value]) => [name, value(w)]))),
      occurrences: occurrences.map((o) =>
        Object.fromEntries(OCCURRENCE_COLUMNS.map(([name, value]) => [name, value(o, form)])),
      ),
    },
    null,
    2,
  );
}

/** Without the byte order mark a spreadsheet takes the text for an older encoding, and `ü` for two other letters. */
const BYTE_ORDER_MARK = '\ufeff';

function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  separator: Separator,
): string {
  const lines = [header, ...rows].map((row) => row.map((value) => field(value, separator)).join(separator));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/**
 * A field that no spreadsheet takes for a formula: text that begins with one of the signs that start one gets an
 * apostrophe in front (OWASP, CSV injection), which spreadsheets show as text.
 */
function field(value: string | number, separator: Separator): string {
  if (typeof value === 'number') return String(value);
  const text = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
