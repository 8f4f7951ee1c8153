import type { Activity } from '../calendar/activity.ts';
import type { Correction, Rule } from '../calendar/correction.ts';
import type { Classification, LabelledOccurrence } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import type { Problem } from '../calendar/problem.ts';
import type { CalendarRole } from '../calendar/role.ts';
import type { Calendar, Source } from '../calendar/source.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { ChangeRecord } from '../drift/record.ts';
import type { ClosedEntries, ClosedWeek, Closing } from '../history/closed-week.ts';
import type { Restatement } from '../history/restatement.ts';
import type { WeekSummary } from '../load/week-summary.ts';
import type { FoundCalendar, Listing } from '../sources/contract.ts';
import type { Interval } from '../time/interval.ts';
import type { PlainDate } from '../time/zone.ts';
import type { Diagnosis } from './diagnosed.ts';
import type {
  FileRow,
  HistoryState,
  InboxFile,
  InboxRow,
  LabelsState,
  ProblemsRow,
  SummaryRow,
  SyncProgress,
  TakenMoveRow,
  WantedRow,
  WeekRow,
} from './rows.ts';

/** What pages may ask of the store. Every answer is one consistent moment of it. */
export interface StoreReader {
  sources(): Promise<readonly Source[]>;
  calendars(): Promise<readonly Calendar[]>;
  /**
   * Labelled occurrences of all calendars, whatever their role, that overlap the half-open `window`, by start; one
   * without length where it starts in it. All-day and floating ones are found 26 hours further on both sides:
   * resolve them with `resolveOccurrence` and look again.
   */
  occurrences(window: Interval): Promise<readonly LabelledOccurrence[]>;
  occurrence(key: string): Promise<LabelledOccurrence | null>;
  /** All occurrences of a UID, by start. */
  series(uid: string): Promise<readonly LabelledOccurrence[]>;
  /** Oldest first. */
  corrections(): Promise<readonly Correction[]>;
  /** In the order in which they are tried. */
  rules(): Promise<readonly Rule[]>;
  /** Computed weeks from `from` to `until`, both included, oldest first; of one fingerprint where it is given. */
  weeks(range?: { from?: PlainDate; until?: PlainDate; fingerprint?: string }): Promise<readonly WeekRow[]>;
  /** Weeks whose figures stand, named from `from` to `until`, both included, oldest first. */
  closedWeeks(range?: { from?: PlainDate; until?: PlainDate }): Promise<readonly ClosedWeek[]>;
  /** What the figures of closed weeks were counted from, for the same range. */
  closedEntries(range?: { from?: PlainDate; until?: PlainDate }): Promise<readonly ClosedEntries[]>;
  /** That a new version has counted the closed weeks again; null where there is nothing to tell. */
  restated(): Promise<Restatement | null>;
  /** Labelled occurrences of the calendars that count, as `occurrences` finds them. */
  counted(window: Interval): Promise<readonly LabelledOccurrence[]>;
  /** What became of the weekly summaries, oldest first. */
  summaries(): Promise<readonly SummaryRow[]>;
  /** Moves of plans that the user took, oldest first. */
  takenMoves(): Promise<readonly TakenMoveRow[]>;
  /** Readings that are on their way. */
  progress(): Promise<readonly SyncProgress[]>;
  problems(sourceId: string): Promise<ProblemsRow | null>;
  /** First start and last end over all occurrences that are not all-day; null where there are none. */
  extent(): Promise<Interval | null>;
  /** The records of lasting changes, oldest first. */
  changes(): Promise<readonly ChangeRecord[]>;
  /** Kinds, counts, codes and times of all that is stored, for the maintainer; no title, name or address. */
  diagnosis(): Promise<Diagnosis>;
  /** How many occurrences each calendar has. */
  entryCounts(): Promise<readonly EntryCount[]>;
  /** How many of these UIDs each source has entries of; sources with none are not among them. */
  sourcesOfUids(uids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** How many entries the store holds of a calendar. */
interface EntryCount {
  readonly sourceId: string;
  readonly calendarId: string;
  readonly entries: number;
}

/** Decides labels from what the user said; the store calls it inside its transactions. */
export type LabelWith = (inputs: LabelInputs) => (occurrence: Occurrence) => Classification;

export interface LabelInputs {
  /** Another one whenever one of the others changes; no two states of them ever share one. */
  readonly revision: string;
  readonly corrections: readonly Correction[];
  readonly rules: readonly Rule[];
  readonly calendars: readonly Calendar[];
}

/** One page of one calendar and the cursor behind it: written together or not at all. */
export interface PageWrite {
  readonly sourceId: string;
  readonly calendarId: string;
  /** New and changed ones; unchanged ones may be among them. Those outside `window` count as removed. */
  readonly changed: readonly Occurrence[];
  /** Keys of those that are gone. */
  readonly removed: readonly string[];
  /** UIDs or UID prefixes are not enough for some sources: every row of the calendar that this accepts goes. */
  readonly removedWhere?: (row: Occurrence) => boolean;
  /** Says by the key alone which rows `removedWhere` can accept: others are not read. */
  readonly removedKeys?: (key: string) => boolean;
  readonly listing?: Listing;
  /** The cursor behind which the page was read; refused with `moved` where the store has another one by now. */
  readonly behind: unknown;
  /** The reader's own JSON; null forgets it. */
  readonly cursor: unknown;
  /** What the store keeps of this source. */
  readonly window: Interval;
  /** The run that writes; refused with `lost-lease` where another one holds the lease now. */
  readonly holder?: string;
  readonly progress?: SyncProgress;
  readonly problems?: readonly Problem[];
}

/** What a write did. */
export interface Changed {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a page did. */
export interface PageChanged extends Changed {
  /** It would have removed more than half of the calendar, and was not believed yet. */
  readonly doubted?: true;
}

/** Which run names the calendars, and when. */
export interface CalendarsWrite {
  readonly holder?: string;
  readonly nowMs?: EpochMs;
}

/** A whole source at once, as the sample is. */
export interface SourceReplacement {
  readonly source: Omit<Source, 'addedMs'>;
  readonly nowMs: EpochMs;
  readonly calendar: FoundCalendar;
  readonly occurrences: readonly Occurrence[];
  readonly problems: readonly Problem[];
  readonly cursor: unknown;
}

/** The file that is coming, and the calendar that it makes or replaces. */
export interface ImportPlace {
  readonly inboxId: string;
  readonly sourceId: string;
  readonly calendarId: string;
}

/** Some of a file's occurrences, labelled by what the user had said at `revision`. */
export interface ImportBatch extends ImportPlace {
  readonly labelled: readonly LabelledOccurrence[];
  readonly revision: string;
  readonly progress: SyncProgress;
}

/** What makes a file's source appear, when all its occurrences are there. */
export interface ImportEnd {
  readonly inboxId: string;
  /** The source was there when the import began: refused with `gone` where it was removed meanwhile. */
  readonly replaces: boolean;
  readonly source: Omit<Source, 'addedMs'>;
  readonly calendar: FoundCalendar;
  readonly nowMs: EpochMs;
  readonly file: { readonly name: string; readonly text: string };
  readonly problems: readonly Problem[];
  readonly cursor: unknown;
  readonly occurrences: number;
  /** All of them, where they are few enough for this one transaction; what else the calendar has goes in it too. */
  readonly whole: ImportBatch | null;
  /** From the first start to the last end; null where there is none. */
  readonly extent: Interval | null;
}

/** What the background may do to the store. */
export interface StoreWriter {
  /** Takes or renews the lease of the sync; false where another holder's has not run out. */
  takeLease(holder: string, nowMs: EpochMs, untilMs: EpochMs, force?: boolean): Promise<boolean>;
  dropLease(holder: string): Promise<void>;

  /** Notes that this source, or every one, is to be read: on disk until it was. */
  want(which: { sourceId?: string; onDemand?: boolean }): Promise<void>;
  wanted(): Promise<readonly WantedRow[]>;
  /**
   * Begins the reading of a wanted source; null where nobody wants it. `setAside` where earlier readings of it
   * began and never ended, nor wrote anything: it is not to be read then.
   */
  beginReading(sourceId: string): Promise<(WantedRow & { readonly setAside: boolean }) | null>;
  /** Ends a want that needs no reading; one that was made since stays. */
  unwant(sourceId: string, ask: string): Promise<void>;
  /** All sources are wanted where the fingerprint is another than the one they were read by. True where they are. */
  expectReading(fingerprint: string): Promise<boolean>;

  /**
   * Adds a source, or puts its name and kind anew; what it has read stays. It is wanted from then on, and the sample
   * leaves where it is the user's own.
   */
  putSource(source: Pick<Source, 'id' | 'kind' | 'name'>, nowMs: EpochMs): Promise<void>;
  /** What the user says of a source: its name, and whether it is read. It is wanted when it is read again. */
  setSource(sourceId: string, choice: { name?: string; paused?: boolean }): Promise<void>;
  /** A source and everything that came from it, at once. Corrections stay: they are the user's. */
  removeSource(sourceId: string): Promise<{ removed: number }>;
  replaceSource(replacement: SourceReplacement, label: LabelWith): Promise<Changed>;
  /**
   * The calendars that the source has now: choices of known ones stay, those that are gone leave. `doubted` where so
   * much would leave that a later run has to agree first: they are still there then.
   */
  putCalendars(
    sourceId: string,
    found: readonly FoundCalendar[],
    write?: CalendarsWrite,
  ): Promise<{ readonly calendars: readonly Calendar[]; readonly doubted: boolean }>;
  setCalendar(
    sourceId: string,
    calendarId: string,
    choice: { role?: CalendarRole; defaultActivity?: Activity | null },
  ): Promise<void>;
  cursor(sourceId: string, calendarId: string): Promise<unknown>;
  /**
   * Refused with `gone`, `lost-lease` or `moved`. Where a complete listing does not name more than half of what is
   * known, nothing of that goes until a later run has read the same: the page is `doubted`, its cursor forgotten.
   */
  writePage(page: PageWrite, label: LabelWith): Promise<PageChanged>;
  /**
   * Rows of a source that lie wholly outside `window` leave; computed weeks stay. More than half of them leave only when
   * a later run agrees.
   */
  prune(sourceId: string, window: Interval, holder?: string): Promise<{ removed: number }>;
  /** The source was read completely: no trouble, no progress, no pause. Ends the want named. */
  sourceRead(sourceId: string, nowMs: EpochMs, ask?: string): Promise<void>;
  /** The source could not be read. The first time of the same trouble stays. Ends the want named. */
  sourceFailed(
    sourceId: string,
    trouble: { code: string; detail?: string; nowMs: EpochMs; retryAtMs?: EpochMs; ask?: string },
  ): Promise<void>;
  /** Until when a server asked to be left alone; null where it did not. */
  pausedUntil(sourceId: string): Promise<EpochMs | null>;

  inbox(): Promise<readonly InboxRow[]>;
  inboxRow(inboxId: string): Promise<InboxRow | null>;
  /**
   * Begins, or goes on with, the import of a file; null where it is not there. One with an outcome answers with it,
   * one that was begun too often with `setAside`, until it is tried by hand.
   */
  beginImport(inboxId: string, byHand: boolean): Promise<InboxRow | null>;
  /** Why an attempt failed that may be made again. */
  importFailed(inboxId: string, failure: string): Promise<void>;
  /** Writes some of a file's rows; refused with `gone` where the import was cancelled. `shown`: they can be seen. */
  importRows(batch: ImportBatch, label: LabelWith): Promise<{ readonly shown: boolean }>;
  /** Takes away up to `most` rows of the calendar whose keys are not to be kept; done where `leave` or fewer are left. */
  dropOthers(
    place: ImportPlace,
    keep: ReadonlySet<string>,
    counts: { readonly most: number; readonly leave: number },
  ): Promise<{ readonly done: boolean }>;
  /** The source appears, the inbox file is settled, the sample leaves: one transaction. */
  finishImport(end: ImportEnd, label: LabelWith): Promise<void>;
  /** Deletes the next rows whose source is gone, or never came; `done` when none is left. */
  sweep(): Promise<{ readonly done: boolean }>;
  /** The file in the inbox could not be imported, or was cancelled. */
  refuseInbox(inboxId: string, code: string, message: string, nowMs: EpochMs): Promise<void>;
  /** Outcomes that nobody will ask for any more leave. */
  forgetInbox(beforeMs: EpochMs): Promise<void>;
  file(sourceId: string): Promise<FileRow | null>;

  /**
   * On disk when it answers; all rows then wait to be labelled anew. It is the newest from then on, whatever the clock
   * said when the others were made. One that was made on the sample leaves with it.
   */
  addCorrection(correction: Correction, madeOn?: { readonly sourceId: string }): Promise<void>;
  /** The correction that was there, or null. */
  removeCorrection(id: string): Promise<Correction | null>;
  addRule(rule: Rule): Promise<void>;
  removeRule(id: string): Promise<Rule | null>;
  /** Puts other words in the place of a rule; false where it is not there any more. */
  changeRule(rule: Rule): Promise<boolean>;
  /** Changes places with the rule before (-1) or after (1); false where there is none, or no such rule. */
  moveRule(id: string, by: -1 | 1): Promise<boolean>;
  /**
   * Adds corrections and rules from a backup, all or nothing; those with a known id are
   * replaced. New rules come last.
   */
  addChoices(choices: { corrections: readonly Correction[]; rules: readonly Rule[] }): Promise<void>;
  /** Everything leaves at once, and nothing is remembered: no summary is owed for what was before. */
  clear(): Promise<{ removed: number }>;
  /** Deletes the database itself, whether it opens or not. */
  destroy(): Promise<void>;
  /** Whether everything was cleared, and what is kept outside of the store is not forgotten yet. */
  deleting(): Promise<boolean>;
  /** That is forgotten too. */
  deleted(): Promise<void>;

  labelsState(): Promise<LabelsState>;
  /** What decides labels now. */
  labelInputs(): Promise<LabelInputs>;
  /** All rows wait to be labelled anew where the fingerprint is another than the one they were labelled by. */
  expectLabels(fingerprint: string): Promise<boolean>;
  /** Labels the rows with these keys, this UID, or a title that compares like this one anew, at once. */
  relabelOnly(
    rows: { keys: readonly string[] } | { uid: string } | { title: string },
    label: LabelWith,
  ): Promise<{ changed: number }>;
  /** Labels the next rows that wait; `done` when none is left. */
  relabelNext(most: number, label: LabelWith): Promise<{ changed: number; done: boolean }>;

  /** The computed week: as stored, or made by `compute` from the store's occurrences and kept. */
  week(
    week: PlainDate,
    fingerprint: string,
    span: Interval,
    compute: (occurrences: readonly LabelledOccurrence[]) => WeekSummary & Pick<WeekRow, 'changedSince'>,
  ): Promise<WeekRow>;

  /**
   * Closes weeks with what `close` makes of the counted occurrences of each span, in one transaction. Those that are
   * closed already stay as they are. Answers how many were closed.
   */
  closeWeeks(
    weeks: readonly (Interval & { readonly week: PlainDate })[],
    close: (week: PlainDate, occurrences: readonly LabelledOccurrence[]) => Closing,
  ): Promise<number>;
  /** What the closed weeks have heard of; null before the first. */
  historyState(): Promise<HistoryState | null>;
  /** Counts closed weeks again, all in one transaction with the state that they agree with then. Answers how many. */
  restateWeeks(
    label: LabelWith,
    state: Omit<HistoryState, 'name'>,
    restate: (
      closings: readonly Closing[],
      classify: (occurrence: Occurrence) => Classification,
    ) => { readonly closings: readonly Closing[]; readonly restated: Restatement | null },
  ): Promise<number>;
  /** Counts one closed week again from what the calendars that count say of `span`; false where it is not closed. */
  recountWeek(
    week: PlainDate,
    span: Interval,
    recount: (
      closing: Closing,
      occurrences: readonly LabelledOccurrence[],
      near: readonly LabelledOccurrence[],
    ) => Closing,
  ): Promise<boolean>;
  /** The user has put away what was told of a recount. */
  forgetRestated(): Promise<void>;
  /** Titles, descriptions and places that closed weeks keep of a source go; the figures stay. */
  forgetTitles(sourceId: string): Promise<void>;
  /** Closed weeks are counted again without a source; those that had nothing else go. */
  forgetPast(sourceId: string, nowMs: EpochMs): Promise<void>;

  putChanges(records: readonly ChangeRecord[]): Promise<void>;
  /** Remembers a move that the user took. Far older ones than anybody asks for leave. */
  takeMove(row: TakenMoveRow): Promise<void>;
  dropMove(id: string): Promise<void>;
  /** Keeps the focus blocks of a week as they were first seen in it; those of the week before are let go. */
  showFocus(week: PlainDate, blocks: readonly Interval[]): Promise<void>;
  /** The focus blocks that a week began with; null where nothing looked at it then. */
  focusShown(week: PlainDate): Promise<readonly Interval[] | null>;
  /** What became of the look ahead of `week`; null where it had none. */
  lookAhead(week: PlainDate): Promise<'showing' | 'shown' | null>;
  putLookAhead(week: PlainDate, state: 'showing' | 'shown'): Promise<void>;
  noteSync(startedMs: EpochMs): Promise<void>;
  /** When all sources were last wanted by the clock; null before the first time. */
  lastSync(): Promise<EpochMs | null>;

  putSummary(row: SummaryRow): Promise<void>;
  /** The week was told by a clock gone wrong: it is told in its own time. */
  forgetSummary(week: PlainDate): Promise<void>;
  summary(week: PlainDate): Promise<SummaryRow | null>;
  /** Since when this schedule holds; `nowMs` where it is new. */
  scheduleSince(fingerprint: string, nowMs: EpochMs): Promise<EpochMs>;
}

export interface Store extends StoreReader, StoreWriter {
  /** The one thing that a page writes: a raw file, for `importFile` to name. On disk when it answers. */
  putInbox(file: InboxFile): Promise<string>;
  close(): void;
}
