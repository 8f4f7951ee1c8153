import type { Craft } from '../calendar/craft.ts';
import type { Track } from '../calendar/track.ts';
import type { LoadSettings } from '../load/week-load.ts';
import type { PlainDate, Weekday } from '../time/zone.ts';

/** Everything that the user sets, as kept in `storage.sync`. */
export interface UserSettings extends Omit<LoadSettings, 'zone'> {
  /** The user's home zone (IANA); `auto`, the machine's own, only until the first start has kept one. */
  readonly zone: string;
  /** The user's own e-mail addresses, lower case: whose answer counts, and who is not "another person". */
  readonly ownAddresses: readonly string[];
  /** The user's craft, asked once; null where it was not said. What counts as craft depends on it. */
  readonly craft: Craft | null;
  /** Words of titles that are craft to the user, whatever else they mean. */
  readonly craftWords: readonly string[];
  /** Country whose public holidays are the user's (ISO code); `auto` is that of the zone. */
  readonly country: string;
  readonly notify: NotifySettings;
  readonly track: Track;
  /** Craft share (mastery) or leadership share (leadership) aimed at, 0 to 1; null where none was set. */
  readonly target: number | null;
  /** Dates that the user compares before and after, by date. */
  readonly marks: readonly Mark[];
  /** What held before, by date: see `settingsAt`. */
  readonly earlier: readonly EarlierSettings[];
  /** The machine's zone at which the user said to stay with the home zone; null where it was not asked. */
  readonly zoneStayed: string | null;
  /** The user has said to keep the working hours, whatever the entries say of them. */
  readonly hoursKept: boolean;
}

/** Which notes come, and when, in local time. */
interface NotifySettings {
  /** The weekly summary. */
  readonly on: boolean;
  readonly weekday: Weekday;
  readonly minuteOfDay: number;
  /** A week in which nothing came, changed or was lost stays silent. */
  readonly onlyNews: boolean;
  /** A look ahead when the first working day of a week begins. */
  readonly lookAhead: boolean;
  /** No note comes from `fromMinute` of a day until `toMinute` of the next; one that is due then waits. */
  readonly quiet: { readonly on: boolean; readonly fromMinute: number; readonly toMinute: number };
}

/** A date in the user's working life: a promotion, a re-organisation, a new team. */
export interface Mark {
  readonly date: PlainDate;
  /** In the user's words, 1 to 60 characters. */
  readonly name: string;
}

/** A setting that holds from a date on: what a week's figures rest on. A change never reaches back by itself. */
export type DatedField = keyof LoadSettings | 'track' | 'craft' | 'target';
export type DatedSettings = Pick<UserSettings, DatedField>;

/** What held before a date, of the settings that changed on it. */
export interface EarlierSettings {
  /** The first date on which they held no more. */
  readonly until: PlainDate;
  readonly values: Partial<DatedSettings>;
}
