import type { Interval } from '../time/interval.ts';
import type { Occurrence } from './occurrence.ts';
import type { Problem } from './problem.ts';

/** What a source needs to know to turn its wire format into occurrences. */
export interface ReadOptions {
  readonly sourceId: string;
  readonly calendarId: string;
  /** The user's IANA zone: the one that floating times are read in when the window is applied. */
  readonly zone: string;
  /** Occurrences that overlap it are wanted; recurrence is expanded no further. */
  readonly window: Interval;
  /** The user's own addresses, lower case; a source adds those that the data itself names. */
  readonly ownAddresses: readonly string[];
}

/** Everything readable, and what was not. */
export interface ReadResult {
  /** Sorted by start, then UID. Cancelled instances are listed with their status. */
  readonly occurrences: readonly Occurrence[];
  readonly problems: readonly Problem[];
  /** Name, colour and zone of the calendar, where the data says. */
  readonly calendar: { readonly name?: string; readonly color?: string; readonly zone?: string };
}
