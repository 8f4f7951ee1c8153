import type { Correction, Rule } from '../../src/calendar/correction.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Calendar, Source } from '../../src/calendar/source.ts';
import type { ChangeRecord } from '../../src/drift/record.ts';
import type { ClosedEntries, ClosedWeek } from '../../src/history/closed-week.ts';
import type { Restatement } from '../../src/history/restatement.ts';
import type { SettingsReach } from '../../src/settings/dated.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import type { Diagnosis } from '../../src/store/diagnosed.ts';
import type { InboxFile, InboxRow, SyncProgress, TakenMoveRow, WeekRow } from '../../src/store/rows.ts';
import type { StoreReader } from '../../src/store/store.ts';
import type { Interval } from '../../src/time/interval.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import type { SignInKind } from '../background/connectors.ts';
import type { GlanceMark, GlancePicture } from './glance.ts';
import type { SendCommand } from './send-command.ts';
import type { SignInWindow } from './sign-in-window.ts';

/** A page of the extension, with the query or fragment that it is opened at. */
type PageAddress =
  | `popup/index.html${string}`
  | `report/index.html${string}`
  | `settings/index.html${string}`
  | `welcome/index.html${string}`;

/**
 * Everything that a page needs from outside, named after the deeds. The extension gives it the store, the
 * settings and the background; tests and pictures give it plain values.
 */
export interface PageData {
  sources(): Promise<readonly Source[]>;
  calendars(): Promise<readonly Calendar[]>;
  /** Labelled occurrences that overlap the half-open `window`, of all calendars, whatever their role. */
  occurrences(window: Interval): Promise<readonly LabelledOccurrence[]>;
  /** The same of the calendars that count, private ones as time away. */
  counted(window: Interval): Promise<readonly LabelledOccurrence[]>;
  /** Weeks whose figures stand, named from `from` to `until`, both included, oldest first. */
  closedWeeks(range: { from?: PlainDate; until?: PlainDate }): Promise<readonly ClosedWeek[]>;
  /** What the calendars say of weeks today, closed ones too, as far as it has been computed. */
  weeks(range: { from?: PlainDate; until?: PlainDate }): Promise<readonly WeekRow[]>;
  /** That a new version has counted the closed weeks again; null where there is nothing to tell. */
  restated(): Promise<Restatement | null>;
  /** What the figures of closed weeks were counted from, for the same range. */
  closedEntries(range: { from?: PlainDate; until?: PlainDate }): Promise<readonly ClosedEntries[]>;
  /** Kinds, counts and codes of all that is stored, for the maintainer; nothing private. */
  diagnosis(): Promise<Diagnosis>;
  /** Files whose import was given up after two attempts. */
  setAside(): Promise<readonly Pick<InboxRow, 'id' | 'name'>[]>;
  /** From the first entry to the last; null where there is none. */
  extent(): Promise<Interval | null>;
  /** The records of lasting changes, oldest first. */
  changes(): Promise<readonly ChangeRecord[]>;
  /** Moves of plans that the user took, oldest first. */
  takenMoves(): Promise<readonly TakenMoveRow[]>;
  /** How far the readings that are under way have come. */
  progress(): Promise<readonly SyncProgress[]>;
  /** How many entries each calendar has. */
  entryCounts: StoreReader['entryCounts'];
  /** What could not be read of a source; null where it was never read. */
  problems: StoreReader['problems'];
  corrections(): Promise<readonly Correction[]>;
  rules(): Promise<readonly Rule[]>;
  settings(): Promise<UserSettings>;
  /**
   * Answers when the values are kept. Those that a week rests on hold from the running week on, or for all weeks where
   * that is asked or none is closed yet.
   */
  saveSettings(part: Partial<UserSettings>, reach?: SettingsReach): Promise<void>;
  /** Puts a file where the background finds it; answers with its inbox id. */
  putInbox(file: InboxFile): Promise<string>;
  /** Calls back after every change of the store or the settings; answers with the way to stop. */
  watch(onChange: () => void): () => void;
  /** Marks what is about to be read, so that a picture of it can be kept while it is true. */
  markGlance(): Promise<GlanceMark>;
  /** Keeps a picture for the page's next opening; nothing where what it shows has changed since the mark. */
  keepGlance(mark: GlanceMark, picture: GlancePicture): Promise<void>;
  readonly commands: SendCommand;
  /** The sign-in windows of the kinds of account that have one. */
  readonly signIn: { readonly [K in SignInKind]: SignInWindow };
  /** Asks the user for hosts, named by match patterns; call it first thing in a click. */
  allowHosts(patterns: readonly string[]): Promise<boolean>;
  /** Whether the icon with its badge is in the toolbar; null where the browser does not say (Firefox). */
  onToolbar(): Promise<boolean | null>;
  /** Opens a page of the extension in a tab. */
  openPage(page: PageAddress): void;
  /** Whether this page is a toolbar popup, which a file chooser would close. */
  readonly inPopup: boolean;
  /** IANA zone of the machine, for settings that say `auto`. */
  readonly machineZone: string;
}
