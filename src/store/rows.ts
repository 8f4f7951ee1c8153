import type { DBSchema, StoreNames } from 'idb';
import type { Correction, Rule } from '../calendar/correction.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import type { Problem } from '../calendar/problem.ts';
import type { Calendar, Source } from '../calendar/source.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { ChangeRecord } from '../drift/record.ts';
import type { ClosedEntries, ClosedWeek } from '../history/closed-week.ts';
import type { Restatement } from '../history/restatement.ts';
import type { WeekSummary } from '../load/week-summary.ts';
import type { Interval } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';

/** An occurrence as the database holds it: with the fields that only its indexes and the sync need. */
export interface OccurrenceRow extends LabelledOccurrence {
  /** End of entries longer than `LONG_MS`, so that a window need not look back for ever; absent on others. */
  readonly longEndMs?: EpochMs;
  /** What its title is compared by: a correction of a title covers the rows that share it. */
  readonly titleKey: string;
  /** The complete listing that has last seen this row (see `Listing`); absent outside one. */
  readonly listing?: string;
}

/** Raw text of a file source, kept so that the window can move and the zone and addresses can change. */
export interface FileRow {
  readonly sourceId: string;
  readonly name: string;
  readonly text: string;
  readonly importedMs: EpochMs;
}

/** What became of a file that a page put into the inbox. */
export type ImportOutcome =
  | { readonly ok: true; readonly sourceId: string; readonly occurrences: number; readonly problems: number }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What a page puts into the inbox. */
export interface InboxFile {
  readonly name: string;
  readonly text: string;
  /** The file source that it replaces; absent: the one of the same name and calendar, else a new one. */
  readonly replaces?: string;
}

/** A raw file that waits for the background, or the outcome that stays for a page that asks again. */
export interface InboxRow extends InboxFile {
  readonly id: string;
  /** Empty once it is done. */
  readonly text: string;
  readonly outcome?: ImportOutcome;
  /** When the outcome was written. */
  readonly doneMs?: EpochMs;
  /** Imports that were begun and never ended. */
  readonly attempts?: number;
  /** Why the last one did not: the name of an error. */
  readonly failure?: string;
  /** Why it is not tried again by itself. */
  readonly setAside?: string;
}

/** A calendar, with how long the source has not named it. */
export interface CalendarRow extends Calendar {
  /** Kept for what the user chose, should it come back; nobody but the store sees it meanwhile. */
  readonly absentSinceMs?: EpochMs;
}

/** A correction with the source that it was made on. */
export interface CorrectionRow extends Correction {
  /** Absent on those of a backup, and of before this was kept. */
  readonly sourceId?: string;
}

/** A rule with its place in the order in which rules are tried. */
export interface RuleRow extends Rule {
  readonly order: number;
}

/** Where a source goes on reading one calendar. The cursor is the reader's own JSON. */
interface CursorRow {
  readonly sourceId: string;
  readonly calendarId: string;
  readonly cursor: unknown;
}

/** A move of a plan that the user took. */
export interface TakenMoveRow {
  readonly id: string;
  readonly takenMs: EpochMs;
  /** The week that it was taken for. */
  readonly week: PlainDate;
  /** Each occurrence that it changes, as it stood then. */
  readonly originals: readonly LabelledOccurrence[];
}

/** A computed week, valid for the settings that its fingerprint names. */
export interface WeekRow extends WeekSummary {
  readonly fingerprint: string;
  /** Of a closed week: entries that came, went or changed since; these are the figures that it would have. */
  readonly changedSince?: number;
}

/** Why a week's summary was not shown. */
type SilentReason = 'mostly-away' | 'nothing-counted' | 'no-share' | 'not-known' | 'no-news';

/** What became of the summary of one week. One row a week: the proof that it came once. */
export interface SummaryRow {
  readonly week: PlainDate;
  /** `showing` was about to be shown when the row was written; the notification itself is the witness. */
  readonly state: 'showing' | 'shown' | 'silent';
  readonly atMs: EpochMs;
  /** Since when the week has been seen to lie ahead of the clock. */
  readonly aheadSinceMs?: EpochMs;
  readonly why?: SilentReason;
  /** The lasting change that it told: its first week, and its direction. Each change is told once. */
  readonly drift?: { readonly week: PlainDate; readonly falling: boolean };
}

/** How far the reading of a source has come. */
export interface SyncProgress {
  readonly sourceId: string;
  readonly calendarId: string;
  readonly calendarName: string;
  /** The file that is being imported; absent where a source is read. */
  readonly inboxId?: string;
  /** Occurrences read in this run, over all calendars of the source. */
  readonly events: number;
  /** How many there are in all, where that is known. */
  readonly total?: number;
  readonly startedMs: EpochMs;
  readonly updatedMs: EpochMs;
}

/** What could not be read of a source, as of its last complete reading. */
export interface ProblemsRow {
  readonly sourceId: string;
  /** The first `MOST_PROBLEMS` of them. */
  readonly problems: readonly Problem[];
  readonly total: number;
}

/** What the popup showed last, for the first moment of its next opening. */
export interface Glance {
  /** Until when it would look the same. */
  readonly untilMs: EpochMs;
  /** What it rests on beside the store: the settings, the language and so on, to be compared as it is. */
  readonly basis: string;
  /** BCP 47 tag of its words. */
  readonly language: string;
  readonly html: string;
  /** The figure that moves with the clock: its text from each moment on, oldest first; empty where none does. */
  readonly figures: readonly { readonly fromMs: EpochMs; readonly text: string }[];
}

/** Dropped in the same transaction as any change of what is shown, so that what it holds is true. */
interface GlanceRow {
  readonly name: 'glance';
  /** Names the state of the store that a page found: what was made of an older one is not kept. */
  readonly state: string;
  readonly shown: Glance | null;
}

/** Single facts of the background's own, by name. */
type StateRow =
  | { readonly name: 'lease'; readonly holder: string; readonly untilMs: EpochMs }
  | LabelsState
  | { readonly name: 'schedule'; readonly fingerprint: string; readonly sinceMs: EpochMs }
  | HistoryState
  | RestatedRow
  | GlanceRow
  /** Everything was cleared; settings and secrets are still to go. */
  | { readonly name: 'deleting' }
  /** What all sources were last asked to be read by: the settings that decide how a calendar is read. */
  | { readonly name: 'reading'; readonly fingerprint: string }
  /** When all sources were last wanted by the clock. */
  | { readonly name: 'last-sync'; readonly startedMs: EpochMs }
  /** The focus blocks that a week began with, as they were first seen in it. */
  | { readonly name: 'focus-shown'; readonly week: PlainDate; readonly blocks: readonly Interval[] }
  /** What became of the look ahead of one week, the latest that had one. */
  | { readonly name: 'look-ahead'; readonly week: PlainDate; readonly state: 'showing' | 'shown' }
  /** The one record of each change, oldest first. */
  | { readonly name: 'changes'; readonly records: readonly ChangeRecord[] };

/** What the closed weeks have heard of: the user's choices, the classifier's version, the rules of the load. */
export interface HistoryState {
  readonly name: 'history';
  /** `LabelsState.revision` that their labels agree with. */
  readonly revision: string;
  readonly labelVersion: string;
  readonly loadVersion: number;
}

/** A recount by a new version that the user has not yet put away. */
interface RestatedRow extends Restatement {
  readonly name: 'restated';
}

/** How far the labels agree with what decides them. */
export interface LabelsState {
  readonly name: 'labels';
  /**
   * Another one with every change of corrections, rules and calendars. Never a number that counts: one that an
   * aborted transaction took back would be handed out again, for something else.
   */
  readonly revision: string;
  /** The other things that decide labels: own addresses, zone, version of the classifier. */
  readonly fingerprint: string;
  /** Key after which rows still wait to be labelled anew; '' for all of them, null for none. */
  readonly pendingAfter: string | null;
}

/** A source that is to be read. */
export interface WantedRow {
  readonly sourceId: string;
  /** Names this want; one that is made later has another name. */
  readonly ask: string;
  /** The user asked: pauses that a server asked for are tried again. */
  readonly onDemand: boolean;
  /** Readings that were begun since a page was last written. */
  readonly attempts: number;
}

/** An answer that would remove much, and was not believed yet. */
interface DoubtRow {
  readonly sourceId: string;
  /** Empty for the list of calendars. */
  readonly calendarId: string;
  /** The run that read it: another one has to agree. */
  readonly holder: string;
}

/** Pauses that a server asked for. */
interface PauseRow {
  readonly sourceId: string;
  readonly untilMs: EpochMs;
}

export interface CraftweekDb extends DBSchema {
  sources: { key: string; value: Source };
  calendars: { key: [string, string]; value: CalendarRow; indexes: { source: string } };
  occurrences: {
    key: string;
    value: OccurrenceRow;
    indexes: { start: number; longEnd: number; sourceStart: [string, number]; uid: string; titleKey: string };
  };
  files: { key: string; value: FileRow };
  inbox: { key: string; value: InboxRow };
  corrections: { key: string; value: CorrectionRow };
  rules: { key: string; value: RuleRow };
  cursors: { key: [string, string]; value: CursorRow };
  weeks: { key: string; value: WeekRow };
  summaries: { key: string; value: SummaryRow };
  state: { key: string; value: StateRow };
  progress: { key: string; value: SyncProgress };
  problems: { key: string; value: ProblemsRow };
  pauses: { key: string; value: PauseRow };
  'closed-weeks': { key: string; value: ClosedWeek };
  'closed-entries': { key: string; value: ClosedEntries };
  'taken-moves': { key: string; value: TakenMoveRow };
  wanted: { key: string; value: WantedRow };
  doubts: { key: [string, string]; value: DoubtRow };
}

/** Every store of the database. */
export const STORE_NAMES = [
  'sources',
  'calendars',
  'occurrences',
  'files',
  'inbox',
  'corrections',
  'rules',
  'cursors',
  'weeks',
  'summaries',
  'state',
  'progress',
  'problems',
  'pauses',
  'wanted',
  'doubts',
  'closed-weeks',
  'closed-entries',
  'taken-moves',
] as const satisfies StoreNames<CraftweekDb>[];

export type StoreName = (typeof STORE_NAMES)[number];

/** How many problems of a source are kept word for word. */
export const MOST_PROBLEMS = 200;
