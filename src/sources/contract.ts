import type { Occurrence } from '../calendar/occurrence.ts';
import type { Problem } from '../calendar/problem.ts';
import type { Calendar } from '../calendar/source.ts';
import type { Interval } from '../time/interval.ts';

/** What a reader knows of the user: settings that decide how a calendar is read. */
export interface ReadContext {
  /** Lower case. */
  readonly ownAddresses: readonly string[];
  /** The user's IANA zone. */
  readonly zone: string;
}

/** A calendar as a source names it; the user's choices are the store's. */
export interface FoundCalendar {
  readonly id: string;
  readonly name: string;
  readonly color?: string;
  /** The zone that the calendar itself names (IANA). */
  readonly zone?: string;
  /** Whether it counts until the user says otherwise. Default true. */
  readonly selected?: boolean;
}

/**
 * A complete reading of one calendar, or of a window of it, over one page or several. When its last page is
 * written, rows that none of its pages held are gone in the same transaction.
 */
export interface Listing {
  /** The same on all of its pages, also after a restart: keep it in the cursor. */
  readonly id: string;
  readonly last: boolean;
  /** Only rows that overlap it can go; all of the calendar's where absent. */
  readonly window?: Interval;
}

/**
 * What the sync needs of a source: its calendars, and each calendar as pages behind a cursor. A page is written
 * to the store in one transaction with its cursor; after a kill, reading goes on from the last cursor written.
 *
 * Both methods throw `SourceError`. `cursor-expired` makes the sync begin anew with a null cursor, once, without
 * removing anything meanwhile; `not-found`, `forbidden`, `bad-answer` and `server-error` of one calendar let
 * the others go on; every other code ends the run of this source.
 */
export interface SourceReader {
  /** The account's calendars now. Those that it does not name leave the store with all they have. */
  calendars(): Promise<readonly FoundCalendar[]>;
  /**
   * Pages of `calendar` from `cursor` on (null: from the beginning), for occurrences that overlap `window`. The
   * first page of a long reading holds the weeks near now. Ends after the page that says `done`.
   */
  pages(calendar: Calendar, cursor: unknown, window: Interval): AsyncIterable<SourcePage>;
}

export interface SourcePage {
  /** New and changed occurrences; unchanged ones do no harm. */
  readonly changed: readonly Occurrence[];
  /** Keys of those that are gone. */
  readonly removed: readonly string[];
  /** Every stored occurrence of the calendar that it accepts goes, where keys cannot be told. Synchronous. */
  readonly removedWhere?: (occurrence: Occurrence) => boolean;
  /** Says by the key alone which occurrences `removedWhere` can accept, so that no others are read. */
  readonly removedKeys?: (key: string) => boolean;
  /** Set on the pages of a complete listing: what none of them held is gone when the last is written. */
  readonly listing?: Listing;
  /** JSON from which reading goes on behind this page. The store keeps it as it is. */
  readonly cursor: unknown;
  /** Nothing more to read now; the cursor is where the next run begins. */
  readonly done: boolean;
  /** What could not be read, for the whole source; replaces what was said before. */
  readonly problems?: readonly Problem[];
}
