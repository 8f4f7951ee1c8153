import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { committedModel } from '../../scripts/committed-model.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import { quoted } from '../../src/classify/quote.ts';

describe('a quote from a title', () => {
  it('has the words as the user wrote them, not as the model sees them', () => {
    expect(quoted('1:1 Ana', new Map([['0', 2]]))).toBe('1:1');
    expect(quoted('Übergabe Straßenplanung', new Map([['strassenplanung', 1]]))).toBe('Straßenplanung');
    expect(quoted('StandUp backend', new Map([['stand up', 2]]))).toBe('StandUp');
  });

  it('tells neighbours together and others apart, in their order', () => {
    const weighed = new Map([
      ['budget', 2],
      ['review', 1.5],
      ['vendor', 1.9],
    ]);
    expect(quoted('Vendor call: budget review', weighed)).toBe('Vendor, budget review');
  });

  it('leaves out what speaks against, and what hardly matters', () => {
    const weighed = new Map([
      ['budget', 2],
      ['deep', -1],
      ['the', 0.1],
    ]);
    expect(quoted('Deep dive into the budget', weighed)).toBe('budget');
    expect(quoted('Deep', new Map([['deep', -1]]))).toBe('');
  });

  it('finds the part that decides in a run of Japanese', () => {
    expect(quoted('決済設計レビュー会', new Map([['設計', 1]]))).toBe('設計');
  });

  it('is always a part of the title, whatever it is', () => {
    const classifier = createClassifier({
      model: committedModel(),
      corrections: [],
      rules: [],
      calendars: [],
      ownAddresses: [],
      zone: 'UTC',
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
        for (const { code, values } of classifier.classifyFacts({ title }).reasons) {
          if (code !== 'title-words') continue;
          const { words } = values;
          const first = String(words).split(', ')[0] ?? '';
          expect(title.normalize('NFKC')).toContain(first);
        }
      }),
    );
  });
});
