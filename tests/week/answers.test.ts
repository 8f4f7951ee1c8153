import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { parsePlain } from '../../src/time/zone.ts';
import { answersTo, openGuesses, pointsSettled } from '../../src/week/answers.ts';
import { reviewOf } from '../../src/week/review.ts';
import { settledOf } from '../../src/week/settled.ts';
import { weekFacts } from '../../src/week/week-facts.ts';
import { occurrence } from '../load/arbitrary.ts';

const WEEK = '2026-11-16';
const settings = defaultLoadSettings('UTC');
const startMs = parsePlain(WEEK) + 9 * HOUR_MS;
const guess = occurrence({
  uid: 'v',
  key: 'v',
  title: 'Vendor review',
  startMs,
  endMs: startMs + 3 * HOUR_MS,
});
const unsure = { ...guess, label: { ...guess.label, confidence: 0.5 } };
const sure = occurrence({
  uid: 's',
  key: 's',
  title: 'Sync',
  startMs: startMs + 24 * HOUR_MS,
  endMs: startMs + 26 * HOUR_MS,
});
const told = { ...sure, label: { ...sure.label, confidence: 1, reasons: [{ code: 'rule', values: {} }] } };
const facts = weekFacts(WEEK, [unsure, told], [], settings);

describe('what an answer of the review would make of the week', () => {
  const [item] = reviewOf(facts)?.items ?? [];
  if (!item) throw new Error('nothing is asked');
  const answers = answersTo(item, facts, settings);

  it('is the share for each side, and the range that is left', () => {
    expect(answers.map((a) => a.side)).toEqual(['craft', 'management', 'neither']);
    const [craft, management] = answers.map((a) => a.craftShare ?? 0);
    expect(craft).toBeGreaterThan(management ?? 1);
    expect(management).toBe(facts.load.craftShare);
    for (const { craftShareRange } of answers) {
      const [low = 0, high = 1] = craftShareRange ?? [];
      expect(high - low).toBeLessThan(0.001);
    }
  });

  it('is worth the points between the answers', () => {
    expect(pointsSettled(answers)).toBe(8);
    expect(pointsSettled([])).toBe(0);
  });
});

it('tells the time that is settled from the time that is guessed', () => {
  expect(settledOf([facts.load], facts.byKey)).toEqual({ settledMinutes: 120, guessedMinutes: 180 });
});

describe('the open guesses beside a comparison', () => {
  it('say what the share is if all are craft, and if all are management', () => {
    const guesses = openGuesses(facts, settings);
    expect(guesses?.count).toBe(1);
    expect(guesses?.craftShareIf.management).toBe(facts.load.craftShare);
    expect(guesses?.craftShareIf.craft).toBeGreaterThan(guesses?.craftShareIf.management ?? 1);
  });

  it('are none where everything is settled', () => {
    expect(openGuesses(weekFacts(WEEK, [told], [], settings), settings)).toBeNull();
  });
});
