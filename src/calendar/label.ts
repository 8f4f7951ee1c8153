import type { Activity, Side } from './activity.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * Why an occurrence got its label: a stable code with values, put into words per language (`reason_<code>` in
 * the message files). English examples: `title-words` {words} , `people` {count}, `event-type` {type}.
 */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What the classifier says of one occurrence. */
export interface Classification {
  readonly activity: Activity;
  readonly side: Side;
  /** Probability that the side is right, 0 to 1, calibrated. */
  readonly confidence: number;
  /** Strongest first; never empty. */
  readonly reasons: readonly Reason[];
  /** The user said that this is not to be counted (`#ignore`, a correction or a rule). */
  readonly ignored: boolean;
  /** The title says that it is cancelled, and the user has not said otherwise: it is left out. */
  readonly saidCancelled?: true;
  /**
   * It only reserves time and is unconfirmed, whatever the answer to it: `bare` says nothing of what for, so that it is
   * on neither side and asked; `subject` names it, and has its label.
   */
  readonly hold?: 'bare' | 'subject';
  /** Of an entry that fills days: the part of each day's working time that it takes. Absent for others. */
  readonly takesDay?: 0 | 0.5 | 1;
  /** Which half a half day takes; the later one where it does not say. */
  readonly half?: 'earlier' | 'later';
  /** Nothing settles whether the day is taken: it is to be asked, and until then none is. */
  readonly dayUnsure?: boolean;
}

/** An occurrence with its label, as the store keeps it and `src/load` takes it. */
export interface LabelledOccurrence extends Occurrence {
  readonly label: Classification;
  /** Of a private calendar: its title is shown in the week's own view and nowhere else. */
  readonly private?: true;
}
