/**
 * Speed of the classifier as a ratio to a plain keyword list in the same run:
 *
 *     node bench/classify.ts
 */

import { committedModel } from '../scripts/committed-model.ts';
import { keywordLabel } from '../scripts/keyword-list.ts';
import { trainingRows } from '../scripts/labelled-rows.ts';
import { createClassifier } from '../src/classify/classifier.ts';

const facts = trainingRows().map((row) => row.facts);
const classifier = () =>
  createClassifier({
    model: committedModel(),
    corrections: [],
    rules: [],
    calendars: [],
    ownAddresses: [],
    zone: 'UTC',
  });

/** Events a second: the best of five runs, since the machine does other things too. */
function perSecond(run: () => number): number {
  let best = 0;
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    const count = run();
    best = Math.max(best, (count / (performance.now() - started)) * 1000);
  }
  return best;
}

// The model is unpacked before the first event.
classifier().classifyFacts({ title: 'warm up' });
const cold = perSecond(() => {
  const fresh = classifier();
  for (const f of facts) fresh.classifyFacts(f);
  return facts.length;
});
const known = classifier();
for (const f of facts) known.classifyFacts(f);
const warm = perSecond(() => {
  for (let i = 0; i < 10; i++) for (const f of facts) known.classifyFacts(f);
  return 10 * facts.length;
});
const keywords = perSecond(() => {
  for (const f of facts) keywordLabel(f);
  return facts.length;
});
const line = (name: string, speed: number): string =>
  `${name.padEnd(28)} ${Math.round(speed).toLocaleString('en').padStart(10)} events/s   ${(speed / keywords).toFixed(2)} of the keyword list`;
console.log(line('cold (every title new)', cold));
console.log(line('warm (titles seen before)', warm));
console.log(line('keyword list', keywords));
