import { type Activity, SIDE, type Side } from '../src/calendar/activity.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';
import type { LabelledRow } from './labelled-rows.ts';

/** What is scored of one answer. */
export interface Answer {
  readonly activity: Activity;
  readonly confidence: number;
}

/** The figures of one set of rows; shares 0 to 1. */
export interface Scores {
  readonly rows: number;
  readonly side: number;
  readonly activity: number;
  readonly macroF1: number;
  readonly traps: number;
  readonly languages: Readonly<Record<string, number>>;
  /** Of the labels given at 0.9 and more: how many are right, and how many there are. */
  readonly sure: { readonly right: number; readonly share: number };
  /** The same of the rows that could be called something else: here few should be sure. */
  readonly sureOfAmbiguous: number;
  readonly calibrationError: number;
}

const SIDES: readonly Side[] = ['craft', 'management', 'neither'];

export const titleOnly = ({ title }: EventFacts): EventFacts => ({ title });
export const allSignals = (facts: EventFacts): EventFacts => facts;

export const isClear = (row: LabelledRow): boolean => !row.ambiguous && row.alternatives.length === 0;
export const sideIsRight = (row: LabelledRow, { activity }: Answer): boolean =>
  SIDE[activity] === SIDE[row.activity];
export const activityIsRight = (row: LabelledRow, { activity }: Answer): boolean =>
  activity === row.activity || row.also.includes(activity);

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);

/** Scores `answer` on rows seen as `form` shows them. Ambiguous rows are scored apart. */
export function score(
  rows: readonly LabelledRow[],
  answer: (facts: EventFacts) => Answer,
  form: (facts: EventFacts) => EventFacts = allSignals,
): Scores {
  const answers = rows.filter(isClear).map((row) => ({ row, got: answer(form(row.facts)) }));
  const right = answers.filter(({ row, got }) => sideIsRight(row, got));
  const sure = answers.filter(({ got }) => got.confidence >= 0.9);
  const traps = answers.filter(({ row }) => row.trap);
  const unclear = rows.filter((row) => !isClear(row)).map((row) => answer(form(row.facts)));
  const languages = [...new Set(answers.map(({ row }) => row.language))].sort();
  return {
    rows: answers.length,
    side: share(right.length, answers.length),
    activity: share(answers.filter(({ row, got }) => activityIsRight(row, got)).length, answers.length),
    macroF1: macroF1(answers),
    traps: share(traps.filter(({ row, got }) => sideIsRight(row, got)).length, traps.length),
    languages: Object.fromEntries(
      languages.map((language) => {
        const here = answers.filter(({ row }) => row.language === language);
        return [language, share(here.filter(({ row, got }) => sideIsRight(row, got)).length, here.length)];
      }),
    ),
    sure: {
      right: share(sure.filter(({ row, got }) => sideIsRight(row, got)).length, sure.length),
      share: share(sure.length, answers.length),
    },
    sureOfAmbiguous: share(unclear.filter(({ confidence }) => confidence >= 0.9).length, unclear.length),
    calibrationError: calibrationError(answers),
  };
}

type Answered = readonly { readonly row: LabelledRow; readonly got: Answer }[];

function macroF1(answers: Answered): number {
  const of = (side: Side): number => {
    const right = answers.filter(
      ({ row, got }) => sideIsRight(row, got) && SIDE[row.activity] === side,
    ).length;
    const said = answers.filter(({ got }) => SIDE[got.activity] === side).length;
    const is = answers.filter(({ row }) => SIDE[row.activity] === side).length;
    return right === 0 ? 0 : (2 * right) / (said + is);
  };
  return SIDES.reduce((sum, side) => sum + of(side), 0) / SIDES.length;
}

/** How far confidences are from how often they are right, in the mean over ten bins. */
function calibrationError(answers: Answered): number {
  let error = 0;
  for (let i = 0; i < 10; i++) {
    const bin = answers.filter(({ got }) => Math.min(9, Math.floor(got.confidence * 10)) === i);
    const said = bin.reduce((sum, { got }) => sum + got.confidence, 0);
    error += Math.abs(said - bin.filter(({ row, got }) => sideIsRight(row, got)).length);
  }
  return share(error, answers.length);
}
