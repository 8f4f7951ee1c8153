import type { Track } from '../calendar/track.ts';
import type { LoadSettings } from '../load/week-load.ts';
import type { PlainDate, Weekday } from '../time/zone.ts';

/** Everything that the user sets, as kept in `storage.sync`. */
export interface UserSettings extends Omit<LoadSettings, 'zone'> {
  /** IANA zone, or `auto` for the machine's own. */
  readonly zone: string;
  /** The user's own e-mail addresses, lower case: whose answer counts, and who is not "another person". */
  readonly ownAddresses: readonly string[];
  /** When the weekly summary comes, in local time. */
  readonly notify: { readonly on: boolean; readonly weekday: Weekday; readonly minuteOfDay: number };
  readonly track: Track;
  /** Craft share (mastery) or leadership share (leadership) aimed at, 0 to 1; null where none was set. */
  readonly target: number | null;
  /** Dates that the user compares before and after, by date. */
  readonly marks: readonly Mark[];
}

/** A date in the user's working life: a promotion, a re-organisation, a new team. */
export interface Mark {
  readonly date: PlainDate;
  /** In the user's words, 1 to 60 characters. */
  readonly name: string;
}
