import { readFile } from 'node:fs/promises';
import { decodeText } from '../../src/calendar/decode-text.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import type { Io } from '../../src/cli/command.ts';
import { problemLine } from '../../src/cli/input.ts';
import { readLabelled } from '../../src/cli/labelled-input.ts';
import { weekText } from '../../src/cli/week-text.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import {
  SAMPLE_CALENDAR_ID,
  SAMPLE_SOURCE_ID,
  sampleOccurrences,
} from '../../src/sources/sample/sample-occurrences.ts';
import { syncWindow } from '../../src/sync/sync-window.ts';
import { weekAt } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { committedModel, MODEL_FILE } from '../committed-model.ts';

export interface TerminalWeek {
  /** Monday of the week that is shown. */
  readonly week: PlainDate;
  /** The week for people, as `craftweek week` prints it. */
  readonly text: string;
  /** One line for each thing in the files that could not be read. */
  readonly problems: readonly string[];
}

/** The current week of the built-in sample. */
export function sampleWeek(nowMs: number, zone: string): TerminalWeek {
  const classifier = createClassifier({
    model: committedModel(),
    corrections: [],
    rules: [],
    calendars: [{ sourceId: SAMPLE_SOURCE_ID, id: SAMPLE_CALENDAR_ID, name: 'Sample', role: 'work' }],
    ownAddresses: [],
    zone,
  });
  const occurrences = sampleOccurrences(nowMs, zone).map((o) => ({ ...o, label: classifier.classify(o) }));
  return told(weekAt(nowMs, zone), occurrences, zone, []);
}

/**
 * The current week of `files`, or where it is empty the latest week before it that is not, or else the first after.
 * Throws with one line for each reason where nothing can be read.
 */
export async function filesWeek(
  files: readonly string[],
  nowMs: number,
  zone: string,
): Promise<TerminalWeek> {
  const io: Io = {
    stdout: () => undefined,
    stderr: () => undefined,
    readModel: async () => readFile(MODEL_FILE),
    readText: async (path) => decodeText(await readFile(path)),
    readAddress: () => Promise.reject(new Error('no address is read here')),
    now: () => nowMs,
    zone,
    color: false,
    columns: 80,
  };
  const input = await readLabelled(
    files.map((name) => ({ kind: 'file', name })),
    { zone, ownAddresses: [], window: syncWindow('ics-file', nowMs, zone) },
    io,
  );
  const problems = input.problems.map(problemLine);
  if (input.unreadable.length === files.length) throw new Error(problems.join('\n'));
  return latestWeek(input.occurrences, nowMs, zone, problems);
}

/** The current week, or where it is empty the latest week before it that is not, or else the first after. */
export function latestWeek(
  occurrences: readonly LabelledOccurrence[],
  nowMs: number,
  zone: string,
  problems: readonly string[],
): TerminalWeek {
  const here = weekAt(nowMs, zone);
  const weeks = [...new Set(occurrences.filter((o) => !o.allDay).map((o) => weekAt(o.startMs, zone)))].sort();
  return told(weeks.findLast((w) => w <= here) ?? weeks[0] ?? here, occurrences, zone, problems);
}

function told(
  week: PlainDate,
  occurrences: readonly LabelledOccurrence[],
  zone: string,
  problems: readonly string[],
): TerminalWeek {
  const load = weekLoad(week, occurrences, defaultLoadSettings(zone));
  const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return {
    week,
    text: weekText(
      load,
      { standing: 'over', nowMs: load.endMs },
      { color, columns: process.stdout.columns ?? 80 },
    ),
    problems,
  };
}
