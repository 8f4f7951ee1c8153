import fc from 'fast-check';
import { test } from 'vitest';
import { lives, weekStory } from './years.ts';

/** Simulated years, in stories of half a year each: `CRAFTWEEK_YEARS` of them; by default some weeks of one story. */
const YEARS = Number(process.env.CRAFTWEEK_YEARS ?? (process.env.CRAFTWEEK_LONG ? 1_000 : 0));
const WEEKS = YEARS > 0 ? 26 : 4;

test('whatever happens to the background, each week is told once and nothing of it is lost', {
  timeout: YEARS > 0 ? 0 : 30_000,
}, async () => {
  const story = fc.array(weekStory, { minLength: WEEKS, maxLength: WEEKS });
  await fc.assert(fc.asyncProperty(story, lives), {
    numRuns: YEARS > 0 ? YEARS * 2 : 1,
    endOnFailure: true,
  });
});
