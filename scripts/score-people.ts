import { SIDE } from '../src/calendar/activity.ts';
import type { Correction } from '../src/calendar/correction.ts';
import { createClassifier } from '../src/classify/classifier.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';
import type { Model } from '../src/classify/model-format.ts';
import { descriptionMark } from '../src/classify/title-key.ts';
import type { LabelledPerson } from './labelled-people.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { type Answer, isClear, type Scores, score, sideIsRight } from './scores.ts';

/** What is measured over whole people, left out while the model learnt. */
export interface PeopleScores extends Scores {
  /** Share of right sides of the people it knows worst, with what they do; worst first. */
  readonly worst: readonly (readonly [profession: string, side: number])[];
  /** Mean distance of a person's craft share, by minutes in four weeks, from the true one. */
  readonly shareError: number;
}

/** What a number of corrections does to the person's other rows. */
export interface Learning {
  readonly corrections: number;
  /** Rows that were wrong and became right, and the reverse, over all people. */
  readonly gained: number;
  readonly lost: number;
  /** Rows that were not corrected. */
  readonly others: number;
}

export type Ask = (facts: EventFacts) => Answer;

const TIMES = { none: 1, daily: 20, weekly: 4, biweekly: 2, monthly: 1 } as const;
const WORST_SHOWN = 6;

/** Minutes that an entry takes of four weeks. */
const minutesOf = ({ durationMinutes = 60, recurring = 'none' }: EventFacts): number =>
  durationMinutes * TIMES[recurring];

const timed = ({ rows }: LabelledPerson): LabelledRow[] => rows.filter(({ facts }) => facts.allDay !== true);

/** The classifier as shipped, without a person's corrections. */
export function askModel(model: Model, corrections: readonly Correction[] = []): Ask {
  const classifier = createClassifier({
    model,
    corrections,
    rules: [],
    calendars: [],
    ownAddresses: [],
    zone: 'UTC',
  });
  return (facts) => classifier.classifyFacts(facts);
}

/** A row as its person's calendar shows it, with the craft or without. */
function seen(row: LabelledRow, withCraft: boolean): LabelledRow {
  const { craft } = row;
  return withCraft && craft !== undefined ? { ...row, facts: { ...row.facts, craft } } : row;
}

/** Scores whole people; timed rows, since all-day ones are scored by what they take of the day. */
export function scorePeople(people: readonly LabelledPerson[], ask: Ask, withCraft: boolean): PeopleScores {
  const rowsOf = (person: LabelledPerson): LabelledRow[] => timed(person).map((row) => seen(row, withCraft));
  const each = people.map((person) => {
    const clear = rowsOf(person).filter(isClear);
    const answers = clear.map((row) => ({ row, got: ask(row.facts) }));
    const right = answers.filter(({ row, got }) => sideIsRight(row, got)).length;
    return {
      profession: `${person.profession} (${person.language})`,
      side: right / Math.max(1, answers.length),
      shareError: Math.abs(
        craftShare(answers.map(({ row }) => ({ facts: row.facts, activity: row.activity }))) -
          craftShare(answers.map(({ row, got }) => ({ facts: row.facts, activity: got.activity }))),
      ),
    };
  });
  return {
    ...score(people.flatMap(rowsOf), ask),
    worst: each
      .sort((a, b) => a.side - b.side)
      .slice(0, WORST_SHOWN)
      .map(({ profession, side }) => [profession, side] as const),
    shareError: each.reduce((sum, { shareError }) => sum + shareError, 0) / Math.max(1, each.length),
  };
}

function craftShare(rows: readonly { facts: EventFacts; activity: LabelledRow['activity'] }[]): number {
  let craft = 0;
  let all = 0;
  for (const { facts, activity } of rows) {
    if (SIDE[activity] === 'neither') continue;
    all += minutesOf(facts);
    if (SIDE[activity] === 'craft') craft += minutesOf(facts);
  }
  return all === 0 ? 0 : craft / all;
}

/**
 * Has each person correct so many rows, in the order in which the product asks (minutes at stake times doubt), and
 * counts what that did to their other rows.
 */
export function scoreLearning(
  people: readonly LabelledPerson[],
  model: Model,
  corrections: number,
  withCraft = true,
): Learning {
  let gained = 0;
  let lost = 0;
  let others = 0;
  const before = askModel(model);
  for (const person of people) {
    const rows = timed(person)
      .filter(isClear)
      .map((row) => seen(row, withCraft))
      .map((row) => ({ row, was: before(row.facts) }));
    const stake = ({ row, was }: (typeof rows)[number]): number =>
      minutesOf(row.facts) * (1 - was.confidence);
    rows.sort((a, b) => stake(b) - stake(a));
    const after = askModel(
      model,
      rows.slice(0, corrections).map(({ row }, i) => correctionOf(row, i)),
    );
    for (const { row, was } of rows.slice(corrections)) {
      const [right, rightNow] = [sideIsRight(row, was), sideIsRight(row, after(row.facts))];
      others++;
      if (!right && rightNow) gained++;
      if (right && !rightNow) lost++;
    }
  }
  return { corrections, gained, lost, others };
}

function correctionOf({ facts, activity }: LabelledRow, i: number): Correction {
  return {
    id: String(i),
    madeMs: i,
    scope: { kind: 'title', title: facts.title },
    verdict: activity,
    example: {
      title: facts.title,
      people: facts.attendees ?? 1,
      recurring: facts.recurring ?? 'none',
      described: descriptionMark(facts.description),
    },
  };
}

/** How well it is told which all-day rows take the day: precision and recall of "takes some of it". */
export function scoreDays(
  people: readonly LabelledPerson[],
  model: Model,
): { rows: number; precision: number; recall: number; part: number } {
  let [right, false_, missed, part, rows] = [0, 0, 0, 0, 0];
  for (const { country, rows: all } of people) {
    const classifier = createClassifier({
      model,
      corrections: [],
      rules: [],
      calendars: [],
      ownAddresses: [],
      zone: 'UTC',
      country,
    });
    for (const row of all) {
      if (row.takesDay === undefined || !isClear(row)) continue;
      const { takesDay = 0 } = classifier.classifyFacts(row.facts);
      rows++;
      const [said, true_] = [takesDay > 0, row.takesDay > 0];
      part += Number(takesDay === row.takesDay);
      right += Number(said && true_);
      false_ += Number(said && !true_);
      missed += Number(!said && true_);
    }
  }
  return { rows, precision: right / (right + false_), recall: right / (right + missed), part: part / rows };
}
