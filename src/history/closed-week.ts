import type { Craft } from '../calendar/craft.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Attendee } from '../calendar/occurrence.ts';
import { resolveOccurrence } from '../calendar/resolve.ts';
import type { Track } from '../calendar/track.ts';
import type { EpochMs } from '../calendar/units.ts';
import { weekLoad } from '../load/week.ts';
import type { LoadSettings, WeekLoad } from '../load/week-load.ts';
import { LOAD_VERSION, summaryOfLoad, type WeekSummary } from '../load/week-summary.ts';
import { type Interval, overlaps } from '../time/interval.ts';
import { weekInterval } from '../time/week.ts';
import type { PlainDate } from '../time/zone.ts';

/** What the figures of a closed week rest on, beside its entries. */
export interface WeekBasis {
  /** Zone, working hours, focus minimum, recovery, open time, first day of the week. */
  readonly load: LoadSettings;
  readonly track: Track;
  /** The user's craft, by which titles were read; null where none was told, absent in what older versions closed. */
  readonly craft?: Craft | null;
  /** What the user aimed at, 0 to 1; null without a target, absent as above. */
  readonly target?: number | null;
  /** Version of the rules of `src/load`. */
  readonly loadVersion: number;
  /** Names what read the titles: the classifier's own version. */
  readonly labelVersion: string;
}

/** Why a closed week was counted again. */
export type ReopenReason = 'by-hand' | 'counted-anew' | 'new-version';

/** A closed week that was counted again: what it said before, and since when it says what it says now. */
interface Reopening {
  readonly atMs: EpochMs;
  readonly why: ReopenReason;
  readonly craftShareBefore: number | null;
  readonly craftShareAfter: number | null;
}

/** A week whose figures stand (design.md, section 2). */
export interface ClosedWeek {
  /** First local date of the week; its name. */
  readonly week: PlainDate;
  readonly figures: WeekSummary;
  readonly basis: WeekBasis;
  readonly closedMs: EpochMs;
  /** Oldest first; the last `MOST_REOPENINGS`. */
  readonly reopened: readonly Reopening[];
}

/** What the figures of a closed week were counted from: every entry of the calendars that count, left out or not. */
export interface ClosedEntries {
  readonly week: PlainDate;
  readonly entries: readonly LabelledOccurrence[];
}

/** A closed week beside its entries, as one transaction keeps them. */
export interface Closing {
  readonly row: ClosedWeek;
  readonly entries: ClosedEntries;
}

/** How many reopenings of a week are told. */
export const MOST_REOPENINGS = 5;

/** What is kept of a description: what the classifier reads of it, with its hashtags. */
const DESCRIPTION_LENGTH = 400;

/**
 * Closes a week: its figures by `basis`, and the entries that they rest on. `occurrences` are those of the calendars
 * that count, in any order; what does not touch the week is left away.
 */
export function closeWeek(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  basis: Omit<WeekBasis, 'loadVersion'>,
  nowMs: EpochMs,
): Closing {
  const { zone } = basis.load;
  const span = weekInterval(week, zone);
  const entries = occurrences.filter((o) => touchesWeek(resolveOccurrence(o, zone), span)).map(keptOf);
  const figures = summaryOfLoad(weekLoad(week, entries, basis.load));
  return {
    row: {
      week,
      figures,
      basis: { ...basis, loadVersion: LOAD_VERSION },
      closedMs: nowMs,
      reopened: [],
    },
    entries: { week, entries },
  };
}

/** The whole structure of a closed week, from its own entries and by its own settings. */
export function loadOfClosed(
  { week, basis }: Pick<ClosedWeek, 'week' | 'basis'>,
  entries: readonly LabelledOccurrence[],
): WeekLoad {
  return weekLoad(week, entries, basis.load);
}

/** What is kept of an entry: nobody's address, only whose domain was there, which rules and the classifier read. */
export function keptOf(occurrence: LabelledOccurrence): LabelledOccurrence {
  const { description, attendees } = occurrence;
  return {
    ...occurrence,
    description: description.slice(0, DESCRIPTION_LENGTH),
    attendees: withoutAddresses(attendees),
  };
}

/** One nameless guest for each domain, in the order of the domains; the user's own row with the answer. */
function withoutAddresses(attendees: readonly Attendee[]): Attendee[] {
  const kept = new Map<string, Attendee>();
  for (const { email, response, self, organizer } of attendees) {
    const at = email.lastIndexOf('@');
    const domain = at < 0 ? '' : email.slice(at);
    const id = `${self ? 'self' : ''}${domain}`;
    if (!kept.has(id)) kept.set(id, { email: domain, response, self, organizer });
  }
  return [...kept.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, attendee]) => attendee);
}

/** Whether an entry, resolved in the week's zone, belongs to it; one without length does where it starts in it. */
export function touchesWeek(occurrence: Interval, span: Interval): boolean {
  return (
    overlaps(occurrence, span) || (occurrence.startMs >= span.startMs && occurrence.startMs < span.endMs)
  );
}
