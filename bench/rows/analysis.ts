import { committedModel } from '../../scripts/committed-model.ts';
import type { Occurrence } from '../../src/calendar/occurrence.ts';
import { type Classifier, createClassifier } from '../../src/classify/classifier.ts';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { weeksOfOccurrences } from '../../src/load/weeks-of-occurrences.ts';
import { addWeeks, weekAt } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { occurrence } from '../../tests/store/fixtures.ts';
import { madeEvents } from '../made-calendar.ts';
import { processorMs, type Row } from '../measure.ts';

const OCCURRENCES = 50_000;
const MONDAY = Date.parse('2026-11-16T00:00:00Z');
const SETTINGS = defaultLoadSettings('Europe/Berlin');

function made(count: number): Occurrence[] {
  return madeEvents(count, MONDAY).map(({ uid, title, startMs, endMs }, i) =>
    occurrence({
      uid,
      title,
      startMs,
      endMs,
      description: 'Agenda, notes and what was decided the last time are where they always are.',
      people: 1 + (i % 5),
      recurring: i % 3 === 0 ? 'weekly' : 'none',
      hasConference: i % 4 === 0,
    }),
  );
}

const model = committedModel();

function classifier(): Classifier {
  const options = { model, corrections: [], rules: [], calendars: [], ownAddresses: [] };
  return createClassifier({ ...options, zone: SETTINGS.zone });
}

/** Labels all of them, and counts each week. */
function analyse(occurrences: readonly Occurrence[], { classify }: Classifier): number {
  const labelled = occurrences.map((o) => ({ ...o, label: classify(o) }));
  const first = weekAt(
    labelled.reduce((ms, o) => Math.min(ms, o.startMs), Infinity),
    SETTINGS.zone,
  );
  const last = weekAt(
    labelled.reduce((ms, o) => Math.max(ms, o.startMs), -Infinity),
    SETTINGS.zone,
  );
  const weeks: PlainDate[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) weeks.push(week);
  const lists = weeksOfOccurrences(weeks, labelled, SETTINGS.zone);
  return weeks.reduce((sum, week, i) => sum + weekLoad(week, lists[i] ?? [], SETTINGS).minutes.craft, 0);
}

function row(name: string, work: string, aim: number, known: boolean): Row {
  return {
    name,
    work,
    against: 'JSON.parse of them',
    unit: 'ms',
    aim,
    turns: 7,
    async open(quick) {
      const occurrences = made(quick ? OCCURRENCES / 25 : OCCURRENCES);
      const text = JSON.stringify(occurrences);
      const kept = classifier();
      return {
        ours: () => processorMs(() => analyse(occurrences, known ? kept : classifier())),
        peer: () => processorMs(() => JSON.parse(text)),
      };
    },
  };
}

/** Time of a count, for how work grows. */
function growth(): Row {
  const [few, many] = [10_000, 100_000];
  return {
    name: 'growth',
    work: 'analysis of 100,000 occurrences',
    against: '10,000, ten times',
    unit: 'ms',
    // n log n.
    aim: Math.log(many) / Math.log(few),
    turns: 3,
    async open(quick) {
      const [small, large] = [made(few), made(quick ? 2 * few : many)];
      const times = large.length / small.length;
      return {
        ours: () => processorMs(() => analyse(large, classifier())),
        peer: () =>
          processorMs(() => {
            for (let n = 0; n < times; n++) analyse(small, classifier());
          }),
      };
    },
  };
}

export const ANALYSIS_ROWS: readonly Row[] = [
  row('analysis-cold', 'analysis of 50,000 occurrences, cold', 3, false),
  row('analysis-warm', 'analysis of 50,000 occurrences, titles seen before', 0.2, true),
  growth(),
];
