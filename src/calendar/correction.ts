import type { Activity } from './activity.ts';
import type { EpochMs } from './units.ts';

/** What the user says an occurrence is; `ignore` leaves it out of every figure. */
export type Verdict = Activity | 'ignore';

/** What a correction covers, from the narrowest to the widest. */
export type CorrectionScope =
  | { readonly kind: 'occurrence'; readonly key: string }
  | { readonly kind: 'series'; readonly uid: string }
  /** Every event of that title, past and future; compared without case, accents, digits' values and spacing. */
  | { readonly kind: 'title'; readonly title: string };

/** One correction made by the user; the newest of the narrowest scope wins. */
export interface Correction {
  readonly id: string;
  readonly madeMs: EpochMs;
  readonly scope: CorrectionScope;
  readonly verdict: Verdict;
  /** The event that it was made on, as the classifier learns from it. */
  readonly example: {
    readonly title: string;
    readonly people: number;
    readonly recurring: string;
    /** Mark of its description: a correction of a title does not reach an event that is described otherwise. */
    readonly described?: string | undefined;
  };
}

/** A rule that the user wrote. Rules are tried in order; the first that matches decides. */
export interface Rule {
  readonly id: string;
  readonly field: 'title' | 'calendar' | 'domain' | 'color';
  /** Text that the title contains, or the calendar's name, an attendee's domain, the colour, without case. */
  readonly value: string;
  readonly verdict: Verdict;
}
