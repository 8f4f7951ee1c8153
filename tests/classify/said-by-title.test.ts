import { describe, expect, it } from 'vitest';
import { committedModel } from '../../scripts/committed-model.ts';
import { createClassifier } from '../../src/classify/classifier.ts';

const classifier = createClassifier({
  model: committedModel(),
  corrections: [
    {
      id: 'c',
      madeMs: 1,
      scope: { kind: 'title', title: 'Blocker' },
      verdict: 'deep-work',
      example: { title: 'Blocker', people: 1, recurring: 'none' },
    },
  ],
  rules: [],
  calendars: [],
  ownAddresses: [],
  zone: 'UTC',
});
const facts = { attendees: 1, durationMinutes: 120 };
const read = (title: string, more = {}): ReturnType<typeof classifier.classifyFacts> =>
  classifier.classifyFacts({ title, ...facts, ...more });

describe('what a title says of the entry itself', () => {
  it.each(['HOLD - maybe', 'busy', 'Platzhalter', '仮予定'])(
    '%s: on neither side, unsure, a hold',
    (title) => {
      expect(read(title)).toMatchObject({ side: 'neither', hold: 'bare', reasons: [{ code: 'hold' }] });
      expect(read(title).confidence).toBeLessThan(0.75);
    },
  );

  it('gives a hold with a subject the label of its subject', () => {
    const { hold, ...label } = read('Hold: Budget review');
    expect(hold).toBe('subject');
    expect(label).toEqual(read('Budget review'));
  });

  it.each(['Canceled: Vendor sync', 'Abgesagt: Jour fixe', 'Annulé : point projet'])(
    '%s: cancelled',
    (title) => {
      expect(read(title).saidCancelled).toBe(true);
    },
  );

  it('says nothing over the word of the user', () => {
    expect(read('Blocker')).toMatchObject({ activity: 'deep-work', confidence: 1 });
    expect(read('Blocker').hold).toBeUndefined();
    expect(read('Canceled: sync #management').saidCancelled).toBeUndefined();
  });
});
