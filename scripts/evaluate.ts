/**
 * Says how good the classifier is, on rows that it never learnt from:
 *
 *     npm run evaluate              the held-out rows and the published sample
 *
 * Beside it, in the same run, a plain keyword list.
 */
import { ACTIVITIES, type Activity, SIDE, type Side } from '../src/calendar/activity.ts';
import { createClassifier } from '../src/classify/classifier.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';
import { keywordLabel } from './keyword-list.ts';
import { type LabelledRow, sampleRows, unseenRows } from './labelled-rows.ts';

/** What is scored of one answer. */
interface Answer {
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
  /** Of the rows that could be called something else: how many got one of the answers that are right. */
  readonly ambiguous: number;
  readonly languages: Readonly<Record<string, number>>;
  /** Of the labels given at 0.9 and more: how many are right, and how many there are. */
  readonly sure: { readonly right: number; readonly share: number };
  readonly calibrationError: number;
}

const SIDES: readonly Side[] = ['craft', 'management', 'neither'];
export const titleOnly = ({ title }: EventFacts): EventFacts => ({ title });
export const allSignals = (facts: EventFacts): EventFacts => facts;

const classifier = createClassifier({
  corrections: [],
  rules: [],
  calendars: [],
  ownAddresses: [],
  zone: 'UTC',
});
/** The classifier as shipped. */
export const shipped = (facts: EventFacts): Answer => classifier.classifyFacts(facts);

/** Scores `answer` on rows seen as `form` shows them. Ambiguous rows are scored apart. */
export function score(
  rows: readonly LabelledRow[],
  answer: (facts: EventFacts) => Answer,
  form: (facts: EventFacts) => EventFacts,
): Scores {
  const clear = rows.filter((row) => row.alternatives.length === 0);
  const answers = clear.map((row) => ({ row, got: answer(form(row.facts)) }));
  const sideRight = ({ row, got }: (typeof answers)[number]): boolean =>
    SIDE[got.activity] === SIDE[row.activity];
  const share = (list: readonly unknown[], of: readonly unknown[]): number =>
    of.length === 0 ? 1 : list.length / of.length;
  const languages = [...new Set(clear.map((row) => row.language))].sort();
  const traps = answers.filter(({ row }) => row.trap);
  const sure = answers.filter(({ got }) => got.confidence >= 0.9);
  const unclear = rows.filter((row) => row.alternatives.length > 0);
  const bins = Array.from({ length: 10 }, (_, i) =>
    answers.filter(({ got }) => Math.min(9, Math.floor(got.confidence * 10)) === i),
  );
  return {
    rows: clear.length,
    side: share(answers.filter(sideRight), answers),
    activity: share(
      answers.filter(({ row, got }) => got.activity === row.activity),
      answers,
    ),
    macroF1:
      SIDES.reduce((sum, side) => {
        const right = answers.filter((a) => sideRight(a) && SIDE[a.row.activity] === side).length;
        const said = answers.filter(({ got }) => SIDE[got.activity] === side).length;
        const is = answers.filter(({ row }) => SIDE[row.activity] === side).length;
        return sum + (right === 0 ? 0 : (2 * right) / (said + is));
      }, 0) / SIDES.length,
    traps: share(traps.filter(sideRight), traps),
    ambiguous: share(
      unclear.filter((row) => {
        const { activity } = answer(form(row.facts));
        return [row.activity, ...row.alternatives].some((a) => SIDE[a] === SIDE[activity]);
      }),
      unclear,
    ),
    languages: Object.fromEntries(
      languages.map((language) => {
        const here = answers.filter(({ row }) => row.language === language);
        return [language, share(here.filter(sideRight), here)];
      }),
    ),
    sure: { right: share(sure.filter(sideRight), sure), share: share(sure, answers) },
    calibrationError: bins.reduce((sum, bin) => {
      const said = bin.reduce((s, { got }) => s + got.confidence, 0);
      return sum + Math.abs(said - bin.filter(sideRight).length) / answers.length;
    }, 0),
  };
}

if (import.meta.main) {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  for (const [name, rows] of [
    ['Held-out rows', unseenRows()],
    ['Published sample', sampleRows()],
  ] as const) {
    for (const [what, form] of [
      ['title alone', titleOnly],
      ['all signals', allSignals],
    ] as const) {
      const ours = score(rows, shipped, form);
      const theirs = score(rows, keywordLabel, form);
      console.log(`\n${name}, ${what}: ${ours.rows} rows that are clear`);
      console.log(`  side      ${percent(ours.side)}   (keyword list ${percent(theirs.side)})`);
      console.log(`  macro-F1  ${ours.macroF1.toFixed(3)}   (${theirs.macroF1.toFixed(3)})`);
      console.log(`  activity  ${percent(ours.activity)}   (${percent(theirs.activity)})`);
      console.log(`  traps     ${percent(ours.traps)}   (${percent(theirs.traps)})`);
      console.log(`  ambiguous ${percent(ours.ambiguous)} have a side that is right`);
      console.log(
        `  sure      ${percent(ours.sure.right)} right of the ${percent(ours.sure.share)} given at 0.9 and more`,
      );
      console.log(`  expected calibration error ${ours.calibrationError.toFixed(3)}`);
      console.log(
        `  by language ${Object.entries(ours.languages)
          .map(([l, s]) => `${l} ${percent(s)}`)
          .join('  ')}`,
      );
    }
    tables(rows);
  }
}

/** Confusion of activities, calibration, and the mistakes that were made most loudly; with all signals. */
function tables(rows: readonly LabelledRow[]): void {
  const answers = rows
    .filter((row) => row.alternatives.length === 0)
    .map((row) => ({ row, got: shipped(row.facts) }));
  console.log('\n  is \\ said      right  of   most often taken for');
  for (const activity of ACTIVITIES) {
    const here = answers.filter(({ row }) => row.activity === activity);
    const wrong = new Map<Activity, number>();
    for (const { got } of here)
      if (got.activity !== activity) wrong.set(got.activity, (wrong.get(got.activity) ?? 0) + 1);
    const most = [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 3);
    const right = here.filter(({ got }) => got.activity === activity).length;
    console.log(
      `  ${activity.padEnd(16)} ${String(right).padStart(4)} ${String(here.length).padStart(4)}   ${most.map(([a, n]) => `${a} ${n}`).join(', ')}`,
    );
  }
  console.log('\n  confidence   said   right    of');
  for (let i = 3; i < 10; i++) {
    const bin = answers.filter(({ got }) => Math.min(9, Math.floor(got.confidence * 10)) === i);
    if (bin.length === 0) continue;
    const said = bin.reduce((sum, { got }) => sum + got.confidence, 0) / bin.length;
    const right = bin.filter(({ row, got }) => SIDE[got.activity] === SIDE[row.activity]).length / bin.length;
    console.log(
      `  0.${i}          ${said.toFixed(2)}   ${right.toFixed(2)}  ${String(bin.length).padStart(4)}`,
    );
  }
  console.log('\n  loudest mistakes');
  for (const { row, got } of answers
    .filter(({ row, got }) => SIDE[got.activity] !== SIDE[row.activity])
    .sort((a, b) => b.got.confidence - a.got.confidence)
    .slice(0, 12)) {
    console.log(
      `  ${got.confidence.toFixed(2)} ${got.activity} for ${row.activity} (${row.language}): ${row.facts.title}`,
    );
  }
}
