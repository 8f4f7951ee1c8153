import type { SourceKind } from '../calendar/source.ts';

/** What every part of the product needs to know of a kind of source. */
export interface SourceTraits {
  /** Whether it can be asked anew: an account or an address. A file and the sample hold what they were given. */
  readonly live: boolean;
  /** All its calendars are read at once, so that those which do not count cost nothing and stay at hand. */
  readonly readsAll: boolean;
  /** Whole weeks before the running one that are kept of it. */
  readonly weeksBack: number;
  /** So many minutes after a reading it is left alone, unless the user asks: what it sends is large. 0 for none. */
  readonly restMinutes: number;
  /** Whether it is the user's own calendar: the sample fills pages and nothing else. */
  readonly own: boolean;
}

/** Twelve months back, in whole weeks so that the window moves once a week. */
const ACCOUNT_WEEKS = 53;
/** A file is at hand: its past is read from its earliest event on, at most ten years back. */
const FILE_WEEKS = 520;

export const SOURCE_TRAITS = {
  google: { live: true, readsAll: false, weeksBack: ACCOUNT_WEEKS, restMinutes: 0, own: true },
  // Every three hours, by an alarm of half an hour that does not ring to the second.
  'google-export': { live: true, readsAll: false, weeksBack: ACCOUNT_WEEKS, restMinutes: 170, own: true },
  outlook: { live: true, readsAll: false, weeksBack: ACCOUNT_WEEKS, restMinutes: 0, own: true },
  caldav: { live: true, readsAll: false, weeksBack: ACCOUNT_WEEKS, restMinutes: 0, own: true },
  'ics-address': { live: true, readsAll: false, weeksBack: ACCOUNT_WEEKS, restMinutes: 0, own: true },
  'ics-file': { live: false, readsAll: true, weeksBack: FILE_WEEKS, restMinutes: 0, own: true },
  sample: { live: false, readsAll: true, weeksBack: ACCOUNT_WEEKS, restMinutes: 0, own: false },
} as const satisfies Record<SourceKind, SourceTraits>;

/** Whether a source speaks of the user: the sample does not. */
export function isOwn({ kind }: { readonly kind: SourceKind }): boolean {
  return SOURCE_TRAITS[kind].own;
}
