import { expect, it } from 'vitest';
import { committedModel } from '../../scripts/committed-model.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import { sampleOccurrences } from '../../src/sources/sample/sample-occurrences.ts';

const NOW = Date.parse('2026-11-18T12:00:00Z');
const classifier = createClassifier({
  model: committedModel(),
  corrections: [],
  rules: [],
  calendars: [],
  ownAddresses: [],
  zone: 'UTC',
});
/** What each entry of the sample is taken for, told with its English title. */
const labelled = (language: string): string[] => {
  const english = sampleOccurrences(NOW, 'UTC', 'en');
  return sampleOccurrences(NOW, 'UTC', language).map((o, i) => {
    const { activity, takesDay = 0 } = classifier.classify(o);
    return `${english[i]?.title}: ${activity} ${takesDay}`;
  });
};

it.each(['de', 'fr', 'es', 'pt', 'ja'])('the sample has the same labels in %s as in English', (language) => {
  expect(labelled(language)).toEqual(labelled('en'));
});
