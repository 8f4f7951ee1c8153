import type { Activity } from '../../src/calendar/activity.ts';
import type { Correction, CorrectionScope, Rule, Verdict } from '../../src/calendar/correction.ts';
import type { CalendarRole } from '../../src/calendar/role.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import type { ConnectInput, SignedInAccount, SignInKind } from './connectors.ts';

/**
 * What a page may ask of the background. Commands only, never data: pages read the store themselves. A file to
 * import is put into the store's inbox by the page, and the command names it.
 */
export interface Commands {
  /** `rested`: only those that are otherwise left alone for hours, and were for one. */
  syncNow(input: { sourceId?: string; rested?: boolean }): { started: boolean };
  /** The Google accounts that this browser is signed in to, by what their exports hold. */
  signedInAccounts(input: Record<string, never>): { accounts: readonly SignedInAccount[] };
  importFile(input: { inboxId: string }): { sourceId: string; occurrences: number; problems: number };
  /** The file source of which a file in the inbox is a newer export; null where there is none. */
  sameCalendar(input: { inboxId: string }): { known: { sourceId: string; name: string } | null };
  /** Gives up a file that is being imported, waits, or was set aside; what it had brought goes. */
  cancelImport(input: { inboxId: string }): Record<string, never>;
  /** Stops the reading of a source; what was read so far stays, and its next time comes as ever. */
  cancelReading(input: { sourceId: string }): Record<string, never>;
  useSample(input: Record<string, never>): { sourceId: string };
  /** `revoked` is false where an account's server could not be told that its access ends. */
  removeSource(input: { sourceId: string; past?: PastChoice }): { removed: number; revoked?: boolean };
  /** The client id that a sign-in would use, from the build or from an earlier connection; null where none is. */
  signInClient(input: { kind: SignInKind }): { clientId: string | null };
  /** The address of the sign-in page, which the page that asks then goes through; `connect` ends it. */
  signInBegin(input: {
    kind: SignInKind;
    redirectUri: string;
    clientId?: string;
    clientSecret?: string;
    address?: string;
  }): { url: string };
  /** Connects an account or a feed; it is read from then on. `asksAddress` as a connector says it. */
  connect(input: ConnectInput): { sourceId: string; asksAddress?: true };
  /** What the user says of a source: its name, and whether it is read. */
  setSource(input: { sourceId: string; name?: string; paused?: boolean }): Record<string, never>;
  setCalendar(input: {
    sourceId: string;
    calendarId: string;
    role?: CalendarRole;
    defaultActivity?: Activity | null;
  }): { changed: number };
  correct(input: { scope: CorrectionScope; verdict: Verdict; key: string }): { id: string; changed: number };
  undoCorrection(input: { id: string }): { changed: number };
  addRule(input: Omit<Rule, 'id'>): { id: string; changed: number };
  removeRule(input: { id: string }): { changed: number };
  /** Other words in the place of a rule. */
  changeRule(input: Rule): { changed: number };
  /** Has a rule tried before (-1) or after (1) its neighbour. */
  moveRule(input: { id: string; by: -1 | 1 }): { changed: number };
  /**
   * Takes a backup that the settings page has read: corrections and rules in one transaction, those with a known id
   * replaced, then the settings. Answers how many of each hold now, and the settings that the browser refused.
   */
  importChoices(input: RestoredChoices): {
    corrections: number;
    rules: number;
    settings: number;
    refused: readonly string[];
  };
  /** "This is my job now": the changes up to now are told no longer. */
  acceptChanges(input: Record<string, never>): { accepted: number };
  /** Counts closed weeks again, one or all: as the calendar says now, or by the settings that hold in them now. */
  countAnew(input: { by: 'calendar' | 'settings'; week?: PlainDate }): { counted: number };
  /** The user has read that a new version counted the closed weeks again. */
  restatedSeen(input: Record<string, never>): Record<string, never>;
  /** Remembers a move of a plan that the user took: the occurrences that it changes, as they stand now. */
  takeMove(input: { week: PlainDate; keys: readonly string[] }): { id: string };
  dropMove(input: { id: string }): { dropped: boolean };
  /**
   * Everything: what calendars brought, corrections, rules, weeks, what was told, settings, secrets. `revoked` is false
   * where a server could not be told that its access ends.
   */
  deleteEverything(input: Record<string, never>): { removed: number; revoked: boolean };
  /** Fires the weekly summary for the current week now, as a preview; does not count as the week's own. */
  previewSummary(input: Record<string, never>): { shown: boolean; why?: string };
}

/** What a backup holds, as `parseChoices` reads it. */
interface RestoredChoices {
  readonly corrections: readonly Correction[];
  readonly rules: readonly Rule[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What becomes of the closed weeks of a source that leaves: they stay, stay without titles, or go with it. */
export const PAST_CHOICES = ['keep', 'untitled', 'forget'] as const;
export type PastChoice = (typeof PAST_CHOICES)[number];

/** What the background answers: the value, or a stable code that the pages have words for. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** One function for each command: a missing one is a type error. */
export type Handlers = {
  [K in keyof Commands]: (input: Parameters<Commands[K]>[0]) => Promise<ReturnType<Commands[K]>>;
};
