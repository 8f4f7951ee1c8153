import type { Activity } from './activity.ts';
import type { CalendarRole } from './role.ts';
import type { EpochMs } from './units.ts';

export type SourceKind =
  | 'google'
  /** Google's own export of all calendars, fetched by the browser that is signed in there. */
  | 'google-export'
  | 'outlook'
  | 'caldav'
  | 'ics-address'
  | 'ics-file'
  | 'sample';

/** One connected calendar account, feed or file. Secrets are never in here. */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  /** What the user sees: the account's address, the feed's or the file's name. */
  readonly name: string;
  readonly addedMs: EpochMs;
  /** As of when its content is: the last complete reading, or when a file was given; null before the first. */
  readonly syncedMs: EpochMs | null;
  /** Why the last read failed, with a stable code for the words; null when it did not. */
  readonly trouble: { readonly code: string; readonly sinceMs: EpochMs; readonly detail?: string } | null;
  /** The user wants it left alone: nothing of it is read, what was read stays, and nobody waits for it. */
  readonly paused?: true;
  /** The name is the user's own choice, and stays. */
  readonly renamed?: true;
}

/** One calendar inside a source. */
export interface Calendar {
  readonly sourceId: string;
  readonly id: string;
  readonly name: string;
  readonly color?: string;
  /** What it is to the user's week. */
  readonly role: CalendarRole;
  /** The role is our guess, and the user has not spoken yet. */
  readonly roleGuessed?: true;
  /** The zone that the calendar itself names (IANA); absent where it names none. */
  readonly zone?: string;
  /** Activity of entries that nothing else decides, as the user set it. */
  readonly defaultActivity?: Activity;
}
