/**
 * Says how good the classifier is, on people and rows that it never learnt from:
 *
 *     npm run evaluate              the people of the hands left out, then loose titles
 *     npm run evaluate -- --cross   also five folds over the other people, each scored by a model that never saw them
 *
 * Beside it, in the same run, a plain keyword list.
 */
import { ACTIVITIES, type Activity } from '../src/calendar/activity.ts';
import { readModel } from '../src/classify/model-format.ts';
import { committedModel } from './committed-model.ts';
import { keywordLabel } from './keyword-list.ts';
import { type LabelledPerson, LEFT_OUT_HANDS, labelledPeople } from './labelled-people.ts';
import { type LabelledRow, sampleRows, trainingRows, unseenRows } from './labelled-rows.ts';
import {
  type Ask,
  askModel,
  type PeopleScores,
  scoreDays,
  scoreLearning,
  scorePeople,
} from './score-people.ts';
import {
  activityIsRight,
  allSignals,
  isClear,
  type Scores,
  score,
  sideIsRight,
  titleOnly,
} from './scores.ts';
import { conceptsTable, trainModel } from './train.ts';

const FOLDS = 5;
const model = committedModel();
const shipped = askModel(model);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function tell(name: string, ours: Scores | PeopleScores, theirs: Scores): void {
  console.log(`\n${name}: ${ours.rows} rows that are clear`);
  console.log(`  side      ${percent(ours.side)}   (keyword list ${percent(theirs.side)})`);
  console.log(`  macro-F1  ${ours.macroF1.toFixed(3)}   (${theirs.macroF1.toFixed(3)})`);
  console.log(`  activity  ${percent(ours.activity)}   (${percent(theirs.activity)})`);
  console.log(`  traps     ${percent(ours.traps)}   (${percent(theirs.traps)})`);
  console.log(
    `  sure      ${percent(ours.sure.right)} right of the ${percent(ours.sure.share)} given at 0.9 and more; of ambiguous rows ${percent(ours.sureOfAmbiguous)} are`,
  );
  console.log(`  expected calibration error ${ours.calibrationError.toFixed(3)}`);
  console.log(`  by language ${list(Object.entries(ours.languages))}`);
  if (!('worst' in ours)) return;
  console.log(`  worst     ${list(ours.worst)}`);
  console.log(`  a person's craft share is ${(100 * ours.shareError).toFixed(1)} points off in the mean`);
}

const list = (shares: readonly (readonly [string, number])[]): string =>
  shares.map(([name, share]) => `${name} ${percent(share)}`).join('  ');

function tellPeople(name: string, people: readonly LabelledPerson[], ask: Ask): void {
  const keywords = scorePeople(people, keywordLabel, false);
  tell(`${name}, craft given`, scorePeople(people, ask, true), keywords);
  tell(`${name}, craft not given`, scorePeople(people, ask, false), keywords);
}

/** Scores each fold of people by a model that learnt from the others. */
function crossValidate(people: readonly LabelledPerson[]): void {
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    const rest = people.filter((_person, i) => i % FOLDS !== fold).flatMap(({ rows }) => rows);
    return askModel(readModel(trainModel([...trainingRows(), ...rest], conceptsTable(), '')));
  });
  const foldOf = new Map(people.flatMap(({ rows }, i) => rows.map((row) => [key(row), i % FOLDS] as const)));
  const folded = people.map((person) => ({
    ...person,
    rows: person.rows.map((row) => ({ ...row, facts: { ...row.facts, calendarName: key(row) } })),
  }));
  tellPeople('Cross-validation by people', folded, (facts) => {
    const ask = models[foldOf.get(facts.calendarName ?? '') ?? 0] ?? shipped;
    const { calendarName: _, ...rest } = facts;
    return ask(rest);
  });
}

const key = ({ source }: LabelledRow): string => source;

/** Confusion of activities, and the mistakes that were made most loudly. */
function tables(rows: readonly LabelledRow[], ask: Ask): void {
  const answers = rows.filter(isClear).map((row) => ({ row, got: ask(row.facts) }));
  console.log('\n  is \\ said      right  of   most often taken for');
  for (const activity of ACTIVITIES) {
    const here = answers.filter(({ row }) => row.activity === activity);
    const wrong = new Map<Activity, number>();
    for (const { row, got } of here)
      if (!activityIsRight(row, got)) wrong.set(got.activity, (wrong.get(got.activity) ?? 0) + 1);
    const most = [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 3);
    const right = here.filter(({ row, got }) => activityIsRight(row, got)).length;
    console.log(
      `  ${activity.padEnd(16)} ${String(right).padStart(4)} ${String(here.length).padStart(4)}   ${most.map(([a, n]) => `${a} ${n}`).join(', ')}`,
    );
  }
  console.log('\n  loudest mistakes');
  for (const { row, got } of answers
    .filter(({ row, got }) => !sideIsRight(row, got))
    .sort((a, b) => b.got.confidence - a.got.confidence)
    .slice(0, 12)) {
    console.log(
      `  ${got.confidence.toFixed(2)} ${got.activity} for ${row.activity} (${row.language}): ${row.facts.title}`,
    );
  }
}

if (import.meta.main) {
  const people = labelledPeople();
  const leftOut = people.filter(({ hand }) => LEFT_OUT_HANDS.includes(hand));
  tellPeople(`${leftOut.length} people of two hands left out`, leftOut, shipped);
  tables(
    leftOut.flatMap(({ rows }) => rows.filter(({ facts }) => !facts.allDay)),
    shipped,
  );
  console.log('\nLearning, on the same people: rows not corrected that became right, and wrong');
  for (const corrections of [5, 10, 20]) {
    const { gained, lost, others } = scoreLearning(leftOut, model, corrections);
    console.log(
      `  after ${String(corrections).padStart(2)}: ${gained} gained, ${lost} lost of ${others} (${percent(gained / others)} and ${percent(lost / others)})`,
    );
  }
  for (const [name, of] of [
    ['the same people', leftOut],
    ['all people', people],
  ] as const) {
    const days = scoreDays(of, model);
    console.log(
      `\nAll-day entries of ${name}: ${days.rows}; precision ${days.precision.toFixed(3)}, recall ${days.recall.toFixed(3)}, the very part ${percent(days.part)}`,
    );
  }
  if (process.argv.includes('--cross')) {
    crossValidate(people.filter(({ hand }) => !LEFT_OUT_HANDS.includes(hand)));
  }
  for (const [name, rows] of [
    ['Held-out titles', unseenRows()],
    ['Published sample', sampleRows()],
  ] as const) {
    for (const [what, form] of [
      ['title alone', titleOnly],
      ['all signals', allSignals],
    ] as const) {
      tell(`${name}, ${what}`, score(rows, shipped, form), score(rows, keywordLabel, form));
    }
  }
}
