import type { Correction, Rule } from '../calendar/correction.ts';
import type { Craft } from '../calendar/craft.ts';
import type { Classification } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import type { Calendar } from '../calendar/source.ts';
import type { ReadContext } from '../sources/contract.ts';
import type { LabelWith } from '../store/store.ts';

/** The form of `createClassifier` in `src/classify`; handed in, so that the sync does not carry a model. */
export type CreateClassifier = (options: {
  corrections: readonly Correction[];
  rules: readonly Rule[];
  calendars: readonly Calendar[];
  ownAddresses: readonly string[];
  zone: string;
  craft?: Craft | undefined;
  craftWords?: readonly string[];
  country?: string | undefined;
}) => { classify(occurrence: Occurrence): Classification };

/** What decides labels beside the store: settings. */
export interface LabelContext extends ReadContext {
  readonly craft?: Craft | undefined;
  readonly craftWords?: readonly string[];
  /** ISO code. */
  readonly country?: string | undefined;
}

/** A `LabelWith` that makes a classifier anew only when something that decides labels has changed. */
export function labellerFor(createClassifier: CreateClassifier, context: LabelContext): LabelWith {
  let made: { revision: string; classify: (occurrence: Occurrence) => Classification } | null = null;
  return ({ revision, ...inputs }) => {
    if (made?.revision !== revision) {
      const classifier = createClassifier({ ...inputs, ...context });
      made = { revision, classify: (occurrence) => classifier.classify(occurrence) };
    }
    return made.classify;
  };
}
