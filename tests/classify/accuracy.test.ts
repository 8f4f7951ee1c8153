import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allSignals, type Scores, score, shipped, titleOnly } from '../../scripts/evaluate.ts';
import { keywordLabel } from '../../scripts/keyword-list.ts';
import { sampleRows, trainingRows, unseenRows } from '../../scripts/labelled-rows.ts';
import { sourceHash } from '../../scripts/train.ts';
import { MODEL } from '../../src/classify/model/model.ts';

/** A little below what `npm run evaluate` reaches: a change that costs more than that is seen here. */
const FLOORS = [
  {
    name: 'held-out rows, all signals',
    rows: unseenRows(),
    form: allSignals,
    side: 0.94,
    activity: 0.9,
    f1: 0.93,
  },
  {
    name: 'held-out rows, title alone',
    rows: unseenRows(),
    form: titleOnly,
    side: 0.89,
    activity: 0.82,
    f1: 0.88,
  },
  {
    name: 'sample, all signals',
    rows: sampleRows(),
    form: allSignals,
    side: 0.93,
    activity: 0.89,
    f1: 0.92,
  },
  { name: 'sample, title alone', rows: sampleRows(), form: titleOnly, side: 0.89, activity: 0.82, f1: 0.88 },
];

describe.each(FLOORS)('on rows that it never learnt from ($name)', ({ rows, form, side, activity, f1 }) => {
  const scores: Scores = score(rows, shipped, form);

  it('gets side and activity right', () => {
    expect(scores.side).toBeGreaterThanOrEqual(side);
    expect(scores.activity).toBeGreaterThanOrEqual(activity);
    expect(scores.macroF1).toBeGreaterThanOrEqual(f1);
  });

  it('is right when it is sure, and says how sure it is', () => {
    expect(scores.sure.right).toBeGreaterThanOrEqual(0.97);
    expect(scores.sure.share).toBeGreaterThan(0.4);
    expect(scores.calibrationError).toBeLessThanOrEqual(0.075);
  });

  it('is far better than a plain keyword list', () => {
    expect(scores.side).toBeGreaterThan(score(rows, keywordLabel, form).side + 0.2);
  });
});

it('no language falls behind on the held-out rows', () => {
  const { languages } = score(unseenRows(), shipped, allSignals);
  expect(Object.keys(languages)).toHaveLength(10);
  for (const [language, share] of Object.entries(languages))
    expect(share, language).toBeGreaterThanOrEqual(0.85);
});

describe('the labelled rows', () => {
  it('are at least 2,500 to learn from, over ten languages and all activities', () => {
    const rows = trainingRows();
    expect(rows.length).toBeGreaterThan(2500);
    expect(new Set(rows.map((row) => row.language)).size).toBe(10);
    expect(new Set(rows.map((row) => row.activity)).size).toBe(11);
  });
});

describe('the committed model', () => {
  it('is the one that `npm run train` makes of this data and code', () => {
    expect(MODEL.made).toBe(sourceHash());
  });

  it('is at most 400 KB compressed', () => {
    const text = readFileSync(join(import.meta.dirname, '../../src/classify/model/model.ts'));
    expect(brotliCompressSync(text).length).toBeLessThanOrEqual(400 * 1024);
  });
});
