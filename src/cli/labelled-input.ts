import type { Craft } from '../calendar/craft.ts';
import type { LabelledOccurrence } from '../calendar/label.ts';
import { createClassifier } from '../classify/classifier.ts';
import { readModel } from '../classify/model-format.ts';
import type { Interval } from '../time/interval.ts';
import type { Io } from './command.ts';
import { type FileProblem, type Named, readInput } from './input.ts';

export interface LabelledInput {
  readonly occurrences: readonly LabelledOccurrence[];
  readonly problems: readonly FileProblem[];
  readonly unreadable: readonly string[];
}

/** Reads all that is named and labels each occurrence, as the extension does after a sync. */
export async function readLabelled(
  named: readonly Named[],
  options: {
    zone: string;
    ownAddresses: readonly string[];
    window: Interval;
    craft?: Craft;
    country?: string;
  },
  io: Io,
): Promise<LabelledInput> {
  const { occurrences, problems, unreadable, calendarNames } = await readInput(named, options, io);
  const classifier = createClassifier({
    model: readModel(await io.readModel()),
    corrections: [],
    rules: [],
    calendars: calendarNames.map((name, i) => ({ sourceId: 'file', id: String(i), name, role: 'work' })),
    ownAddresses: options.ownAddresses,
    zone: options.zone,
    craft: options.craft,
    country: options.country,
  });
  return {
    occurrences: occurrences.map((o) => ({ ...o, label: classifier.classify(o) })),
    problems,
    unreadable,
  };
}
