import type { Activity } from '../calendar/activity.ts';
import type { Interval } from '../time/interval.ts';
import type { WorkingHours } from '../time/working-hours.ts';
import type { PlainDate, Weekday } from '../time/zone.ts';

/** The settings that the load of a week depends on. */
export interface LoadSettings {
  /** IANA zone of the user. */
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly workingHours: WorkingHours;
  /** Shortest stretch that counts as a focus block, in minutes. Default 120 (design.md, section 2). */
  readonly focusMinutes: number;
  /** Minutes taken off the stretch that follows a meeting. Default 15, our own setting. */
  readonly recoveryMinutes: number;
  /** Whether open time inside focus blocks counts as craft. Default true. */
  readonly openTimeIsCraft: boolean;
}

/** Whole minutes of one week; the sums of design.md section 2 hold exactly. */
export interface LoadMinutes {
  readonly working: number;
  readonly craft: number;
  readonly craftBooked: number;
  readonly craftOpen: number;
  readonly management: number;
  readonly fragments: number;
  readonly away: number;
  readonly afterHoursCraft: number;
  readonly afterHoursManagement: number;
  readonly unconfirmed: number;
  readonly doubleBooked: number;
}

/** Why an occurrence gives no minute to the week. */
export type LeftOutReason =
  | 'cancelled'
  | 'cancelled-title'
  | 'declined'
  | 'marked-free'
  | 'working-location'
  | 'birthday'
  | 'all-day'
  | 'twelve-hours'
  | 'ignored'
  | 'duplicate'
  | 'covered'
  | 'outside-hours'
  | 'no-length'
  | 'calendar-off';

/** One piece of the week's timeline, as the UI draws it. Sorted, disjoint, inside the week. */
export interface Segment extends Interval {
  readonly kind: 'craft-booked' | 'craft-open' | 'management' | 'fragment' | 'away';
  /** The occurrence that this minute was given to; absent for open time. */
  readonly key?: string;
  readonly activity?: Activity;
  readonly afterHours: boolean;
  /** Whether the piece lies in a focus block. */
  readonly focus: boolean;
  /** Not yet accepted by the user (tentative or unanswered). */
  readonly unconfirmed: boolean;
  /** Only reserved, without saying what for: away, and asked. */
  readonly hold?: boolean;
  /** A fragment that is the recovery time after a meeting. */
  readonly recovery?: boolean;
}

/** Bounds of a share, 0 to 1, both included. */
export type Range = readonly [low: number, high: number];

/** What one counted occurrence gave to the week. */
export interface Share {
  readonly key: string;
  /** Minutes given to it by the sweep, after-hours ones included. */
  readonly minutes: number;
  readonly afterHoursMinutes: number;
  /** Minutes of it that another occurrence got. */
  readonly coveredMinutes: number;
  /** The occurrence that covers most of these, where there is one. */
  readonly coveredBy?: string;
  /** Minutes of it that two or more meetings claim. */
  readonly doubleBookedMinutes: number;
  readonly unconfirmedMinutes: number;
}

/** The structure of one week: everything that the screens and the terminal show. */
export interface WeekLoad extends Interval {
  /** First local date of the week; its name. */
  readonly week: PlainDate;
  readonly zone: string;
  readonly minutes: LoadMinutes;
  /** Booked minutes per activity (after-hours included for craft and management). */
  readonly activities: Readonly<Record<Activity, number>>;
  /** craft / (craft + management + fragments), 0 to 1; null where all three are zero. */
  readonly craftShare: number | null;
  /**
   * The range in which the true craft share lies nine times in ten, by the confidence of the labels behind it; null
   * where `craftShare` is.
   */
  readonly craftShareRange: Range | null;
  /** (people + direction) / (craft + management + fragments), 0 to 1; null where `craftShare` is. */
  readonly leadershipShare: number | null;
  /** The range of the leadership share, as that of the craft share. */
  readonly leadershipShareRange: Range | null;
  /**
   * Timed entries of work calendars that count on their own account and touch the week, those that another covers
   * included: how much the calendar says of it.
   */
  readonly entries: number;
  /** Sorted and disjoint. */
  readonly focusBlocks: readonly Interval[];
  readonly longestFocusMinutes: number;
  /** Meetings with gaps under 10 minutes; from the first start to the last end. */
  readonly longestMeetingRun: Interval | null;
  readonly longestMeetingRunMinutes: number;
  readonly days: readonly {
    readonly date: PlainDate;
    readonly startMs: number;
    readonly endMs: number;
    readonly working: readonly Interval[];
    /** Changes between craft (booked, or open in a focus block) and management on that day. */
    readonly switches: number;
    /** All-day absence took the working time of this day. */
    readonly absent: boolean;
  }[];
  readonly segments: readonly Segment[];
  /** Counted occurrences, by start. */
  readonly counted: readonly Share[];
  /** Occurrences of this week that gave nothing, each with its reason. */
  readonly leftOut: readonly { readonly key: string; readonly reason: LeftOutReason }[];
  /** Keys of the all-day entries that are shown in this week, absences included; by start. */
  readonly allDay: readonly string[];
  /** More than half of the working time is away: such a week is no yardstick. */
  readonly mostlyAway: boolean;
}
